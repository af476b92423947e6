// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/keptreader.h"

#include <QtConcurrentRun>

#include <numeric>

namespace SecondStory::Ui {

namespace {

/// Units: thousands of characters. Enough for the largest file that is kept.
constexpr qsizetype kRoom = 40'000;

qsizetype costOf(const KeptSource &kept)
{
    constexpr qsizetype kPerLine = 16;
    const qsizetype characters = std::accumulate(
        kept.lines.begin(), kept.lines.end(), qsizetype(0),
        [](qsizetype sum, const QString &line) { return sum + line.size() + kPerLine; });
    return 1 + characters / 1'000;
}

} // namespace

KeptReader::KeptReader(QString libraryPath, QObject *parent)
    : QObject(parent)
    , m_libraryPath(std::move(libraryPath))
    , m_files(kRoom)
{
    m_pool.setMaxThreadCount(1);
}

KeptReader::~KeptReader()
{
    ++*m_latest;
    m_pool.clear();
    m_pool.waitForDone();
}

void KeptReader::forget()
{
    ++*m_latest;
    m_isReading = false;
}

bool KeptReader::isOld(const Question &question) const
{
    return question.number != m_latest->load();
}

void KeptReader::ask(const EvidenceSource &source, const Event &event, qint64 seq,
                     const QString &zone)
{
    const Question question{ ++*m_latest, source, seq, zone };
    m_isReading = true;
    if (lineOfPlace(event.place) == 0 || m_without.contains(source.id))
        return readRecords(question);
    const KeptSource *known = m_files.object(source.id);
    if (!known)
        return readText(question);
    const KeptSource kept = *known;
    answer(kept);
    if (kept.events.isEmpty())
        readPlaces(question);
}

void KeptReader::answer(const KeptSource &kept)
{
    m_isReading = false;
    emit ready(kept);
}

void KeptReader::readText(const Question &question)
{
    QtConcurrent::run(&m_pool, [path = m_libraryPath, question, latest = m_latest] {
        // Whoever goes from event to event wants the last of them only.
        return question.number == latest->load() ? readKeptText(path, question.source.id)
                                                 : KeptSource();
    }).then(this, [this, question](const KeptSource &kept) {
        if (kept.id.isNull())
            return;
        if (kept.lines.isEmpty() && kept.error.isEmpty())
            m_without.insert(kept.id);
        else if (kept.error.isEmpty())
            m_files.insert(kept.id, new KeptSource(kept), costOf(kept));
        if (isOld(question))
            return;
        if (kept.lines.isEmpty() && kept.error.isEmpty())
            return readRecords(question);
        answer(kept);
        readPlaces(question);
    });
}

void KeptReader::readRecords(const Question &question)
{
    QtConcurrent::run(&m_pool, [path = m_libraryPath, question, latest = m_latest] {
        return question.number == latest->load()
            ? readRecordsAround(path, question.source.id, question.seq, question.zone)
            : KeptSource();
    }).then(this, [this, question](const KeptSource &kept) {
        if (!isOld(question))
            answer(kept);
    });
}

void KeptReader::readPlaces(const Question &question)
{
    QtConcurrent::run(&m_pool, [path = m_libraryPath, question, latest = m_latest] {
        return question.number == latest->load()
            ? readPlacedEvents(path, question.source, question.seq)
            : PlacedEvents();
    }).then(this, [this, question](const PlacedEvents &found) {
        if (KeptSource *known = found.isAll ? m_files.object(found.id) : nullptr)
            known->events = found.events;
        if (!isOld(question))
            emit placed(found);
    });
}

} // namespace SecondStory::Ui
