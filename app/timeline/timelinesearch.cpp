// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/timelinesearch.h"

#include "editing/reviewdocument.h"
#include "store/library.h"
#include "store/searchrepository.h"

#include <QLocale>
#include <QtConcurrent>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

/// Looking through more events than these takes longer than a window may stand still.
constexpr qsizetype kLookedForHere = 20'000;

} // namespace

TimelineSearch::Found::Found(const QSet<qint64> &seqs)
    : m_count(seqs.size())
{
    if (seqs.isEmpty())
        return;
    const auto [least, greatest] = std::minmax_element(seqs.begin(), seqs.end());
    m_first = *least;
    m_bits.resize(static_cast<size_t>(*greatest - *least + 1));
    for (const qint64 seq : seqs)
        m_bits[static_cast<size_t>(seq - m_first)] = true;
}

bool TimelineSearch::Found::contains(qint64 seq) const
{
    const auto place = static_cast<size_t>(seq - m_first);
    return seq >= m_first && place < m_bits.size() && m_bits[place];
}

TimelineSearch::TimelineSearch(TimelineTracks &tracks, TimelineNavigation &navigation)
    : QObject(&tracks)
    , m_model(tracks.model())
    , m_selection(tracks.selection())
    , m_navigation(navigation)
{
    connect(&m_model, &TimelineModel::eventsReset, this, &TimelineSearch::lookAgain);
    connect(&m_model, &TimelineModel::contentChanged, this, &TimelineSearch::collect);
    connect(&m_selection, &TimelineSelection::changed, this, [this] {
        if (!m_words.isEmpty())
            Q_EMIT changed();
    });
}

TimelineSearch::~TimelineSearch() = default;

void TimelineSearch::setWords(const QString &words)
{
    const QString trimmed = words.trimmed();
    if (trimmed == m_words)
        return;
    m_words = trimmed;
    look();
    if (!m_isLooking)
        collect();
    if (m_words.isEmpty() || m_isLooking)
        Q_EMIT changed();
}

void TimelineSearch::setHeldBack(std::function<bool(const EventRow &)> isHeldBack)
{
    m_isHeldBack = std::move(isHeldBack);
    collect();
}

void TimelineSearch::lookAgain()
{
    if (!m_words.isEmpty())
        look();
}

void TimelineSearch::look()
{
    const quint64 asked = ++m_asked;
    m_isLooking = false;
    m_steps = 0;
    const Editing::ReviewDocument *document = m_model.document();
    if (m_words.isEmpty() || !document || m_model.events().size() < kLookedForHere) {
        m_found = Found(m_model.eventsWith(m_words));
        return;
    }
    m_isLooking = true;
    const auto find = [path = m_model.document()->library().path(), review = document->id(),
                       words = m_words] {
        const auto library = Store::Library::open(path);
        return Found(library ? (*library)
                                   ->search()
                                   .eventsThat({ review, words, {}, {} })
                                   .value_or(QSet<qint64>())
                             : QSet<qint64>());
    };
    QtConcurrent::run(&m_pool, find).then(this, [this, asked](const Found &found) {
        if (asked == m_asked)
            take(found);
    });
}

void TimelineSearch::take(const Found &found)
{
    m_isLooking = false;
    m_found = found;
    collect();
    for (int steps = std::exchange(m_steps, 0); steps != 0; steps += steps > 0 ? -1 : 1)
        steps > 0 ? next() : previous();
}

void TimelineSearch::collect()
{
    m_rows.clear();
    m_unseen = 0;
    if (m_words.isEmpty()) {
        m_model.setSearchHits({});
        return;
    }
    const Figures::EventSieve sieve = m_model.sieve();
    const auto &rows = m_model.events().rows;
    for (size_t row = 0; row < rows.size() && m_found.count() > 0; ++row) {
        const EventRow &event = rows[row];
        if (m_found.contains(event.seq) && sieve.laneOf(event) >= 0
            && !(m_isHeldBack && m_isHeldBack(event)))
            m_rows.push_back(static_cast<quint32>(row));
    }
    m_unseen = m_found.count() - count();
    QList<TimePoint> times;
    times.reserve(count());
    for (const quint32 row : m_rows)
        times.append(TimePoint{ m_model.events().rows[row].start });
    m_model.setSearchHits(std::move(times));
    Q_EMIT changed();
}

quint32 TimelineSearch::origin() const
{
    if (const auto row =
            m_selection.current() ? m_model.rowOf(m_selection.current()) : std::nullopt)
        return *row;
    const TimePoint from = m_selection.cursor().value_or(TimePoint{ kEarliestTime.us });
    return static_cast<quint32>(m_model.events().lowerBound(from));
}

qsizetype TimelineSearch::position() const
{
    const auto row = m_selection.current() ? m_model.rowOf(m_selection.current()) : std::nullopt;
    const auto it = row ? std::lower_bound(m_rows.begin(), m_rows.end(), *row) : m_rows.end();
    return it != m_rows.end() && *it == *row ? it - m_rows.begin() + 1 : 0;
}

void TimelineSearch::next()
{
    if (m_isLooking)
        ++m_steps;
    if (m_isLooking || m_rows.empty())
        return;
    const bool standsOnEvent = m_selection.current() != 0;
    const quint32 here = origin();
    auto it = standsOnEvent ? std::upper_bound(m_rows.begin(), m_rows.end(), here)
                            : std::lower_bound(m_rows.begin(), m_rows.end(), here);
    m_navigation.standOn(it == m_rows.end() ? m_rows.front() : *it);
}

void TimelineSearch::previous()
{
    if (m_isLooking)
        --m_steps;
    if (m_isLooking || m_rows.empty())
        return;
    const auto it = std::lower_bound(m_rows.begin(), m_rows.end(), origin());
    m_navigation.standOn(it == m_rows.begin() ? m_rows.back() : *(it - 1));
}

QString TimelineSearch::statusText() const
{
    if (m_words.isEmpty())
        return {};
    const QLocale locale;
    if (m_isLooking)
        return tr("searching…");
    QString text;
    if (m_rows.empty())
        text = tr("nothing found");
    else if (const qsizetype at = position(); at > 0)
        text = tr("%1 of %2").arg(locale.toString(at), locale.toString(count()));
    else
        text = tr("%n hit(s)", nullptr, static_cast<int>(count()));
    if (m_unseen > 0)
        text += u", "_s + tr("%n not shown", nullptr, static_cast<int>(m_unseen));
    return text;
}

} // namespace SecondStory::Ui
