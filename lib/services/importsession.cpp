// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/importsession.h"

#include "domain/orphans.h"
#include "importing/limits.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace SecondStory::Services {

namespace {

constexpr qint64 kTellEvery = 2'000;
constexpr qint64 kUsualRecordBytes = 150;

QString tr(const char *text)
{
    return QCoreApplication::translate("SecondStory::Import", text);
}

QString handleKey(const QString &handle)
{
    return u"\n"_s + handle;
}

size_t slotOf(const QString &name, size_t slotCount)
{
    return (reinterpret_cast<quintptr>(name.constData()) >> 4) % slotCount;
}

bool isSame(const QString &a, const QString &b)
{
    return a.constData() == b.constData() && a.size() == b.size();
}

void measure(Series &series, const std::vector<SeriesSample> &samples)
{
    series.sampleCount = static_cast<qint64>(samples.size());
    if (samples.empty())
        return;
    series.first = samples.front().time;
    series.last = samples.back().time;
    bool isFirst = true;
    for (const SeriesSample &sample : samples) {
        if (!std::isfinite(sample.value))
            continue;
        series.low = isFirst ? sample.value : std::min(series.low, sample.value);
        series.high = isFirst ? sample.value : std::max(series.high, sample.value);
        isFirst = false;
    }
}

} // namespace

ImportSession::ImportSession(const ReviewContents &contents, EvidenceSource source,
                             QString defaultLane, LaneRule laneRule, KeySet knownKeys,
                             Store::SourceWriter &writer, ProgressCallback progress,
                             qint64 totalBytes)
    : m_source(std::move(source))
    , m_defaultLane(std::move(defaultLane))
    , m_laneRule(laneRule)
    , m_keys(std::move(knownKeys), totalBytes / kUsualRecordBytes)
    , m_writer(writer)
    , m_progress(std::move(progress))
{
    m_state.totalBytes = totalBytes;
    for (const Person &person : contents.people) {
        // Nobody sees those whose source is gone; somebody of that name comes in anew.
        if (isOrphan(contents, person))
            continue;
        m_people.insert(person.name, person.id);
        for (const QString &handle : person.handles) {
            m_people.insert(handleKey(handle), person.id);
            m_people.insert(handle, person.id);
        }
    }
    for (const Lane &lane : contents.lanes) {
        m_lanes.insert(lane.name, lane.id);
        m_nextLane = std::max(m_nextLane, lane.position + 1);
    }
}

void ImportSession::setLanesOfChannels(const QHash<QString, LaneId> &lanes)
{
    for (auto it = lanes.cbegin(); it != lanes.cend(); ++it) {
        if (!m_lanes.contains(it.key()))
            m_lanes.insert(it.key(), it.value());
    }
}

template <class Parsed>
Result<bool> ImportSession::isWanted(Parsed &parsed)
{
    if (m_isCancelled)
        return failure(ErrorCode::Cancelled,
                       tr("the import was cancelled; nothing of the file was kept"));
    const bool isNew = m_keys.isNew(parsed);
    m_source.duplicates += isNew ? 0 : 1;
    return isNew;
}

template <class Record, class Parsed>
Record ImportSession::recordFrom(Parsed &parsed) const
{
    Record record;
    record.id = decltype(record.id)::create();
    record.version = 1;
    record.reviewId = m_source.reviewId;
    record.sourceId = m_source.id;
    record.place = std::move(parsed.place);
    record.naturalKey = std::move(parsed.naturalKey);
    return record;
}

Result<void> ImportSession::event(Importing::ParsedEvent parsed)
{
    ++m_source.read;
    if (m_source.read > Importing::Limits::kRecords)
        return failure(ErrorCode::BadInput,
                       tr("the file holds more than %1 records").arg(Importing::Limits::kRecords),
                       tr("split it and import the part that matters"));
    if (m_source.read % kTellEvery == 0)
        tell();
    if (const auto wanted = isWanted(parsed); !wanted || !*wanted)
        return wanted.map([](bool) {});
    auto event = recordFrom<Event>(parsed);
    event.recorded = std::move(parsed.time);
    event.title = std::move(parsed.title);
    event.text = std::move(parsed.text);
    event.kind = parsed.kind;
    event.channel = parsed.lane;
    const auto lane = laneFor(laneNameOf(parsed, m_laneRule, m_defaultLane));
    if (!lane)
        return failure(lane.error());
    event.laneId = *lane;
    const auto people = peopleFor(parsed.actors);
    if (!people)
        return failure(people.error());
    event.actors = *people;
    count(event);
    return m_writer.add(event);
}

Result<void> ImportSession::series(Importing::ParsedSeries parsed)
{
    ++m_source.read;
    tell();
    if (const auto wanted = isWanted(parsed); !wanted || !*wanted)
        return wanted.map([](bool) {});
    auto series = recordFrom<Series>(parsed);
    series.name = std::move(parsed.name);
    series.unit = std::move(parsed.unit);
    const auto lane = laneFor(parsed.lane.isEmpty() ? m_defaultLane : parsed.lane);
    if (!lane)
        return failure(lane.error());
    series.laneId = *lane;
    measure(series, parsed.samples);
    ++m_source.imported;
    noteSpan(series.first, series.last);
    return m_writer.addSeries(series, parsed.samples);
}

void ImportSession::noteSpan(std::optional<TimePoint> first, std::optional<TimePoint> last)
{
    if (!first || !last)
        return;
    m_source.first = m_source.first ? std::min(*m_source.first, *first) : *first;
    m_source.last = m_source.last ? std::max(*m_source.last, *last) : *last;
}

void ImportSession::count(const Event &event)
{
    ++m_source.imported;
    m_source.authors = static_cast<int>(m_authors.size());
    if (!event.recorded.start) {
        ++m_source.undated;
        return;
    }
    noteSpan(event.recorded.start, event.recorded.start);
}

void ImportSession::skip(const QString &place, const QString &why)
{
    ++m_source.read;
    ++m_source.skipped;
    note(place, why);
}

void ImportSession::remark(const QString &place, const QString &what)
{
    note(place, what);
}

void ImportSession::note(const QString &place, const QString &what)
{
    ++m_source.problemCount;
    if (m_source.problems.size() < Importing::Limits::kProblemsKept)
        m_source.problems << ImportProblem{ place, what };
}

void ImportSession::advance(qint64 bytes)
{
    m_state.bytes = bytes;
}

bool ImportSession::goOn()
{
    tell();
    return !m_isCancelled;
}

void ImportSession::tell()
{
    m_state.records = m_source.read;
    if (m_progress && !m_progress(m_state))
        m_isCancelled = true;
}

Result<QList<PersonId>> ImportSession::peopleFor(const QList<Importing::ParsedActor> &actors)
{
    QList<PersonId> people;
    SeenName<QList<PersonId>> *seen = nullptr;
    if (actors.size() == 1 && actors.constFirst().handle.isEmpty()) {
        const QString &name = actors.constFirst().name;
        seen = &m_seenPeople[slotOf(name, m_seenPeople.size())];
        if (isSame(seen->name, name) && !seen->value.isEmpty())
            return seen->value;
    }
    for (const Importing::ParsedActor &actor : actors) {
        const auto person = findOrAdd(actor);
        if (!person)
            return failure(person.error());
        people << *person;
    }
    if (seen)
        *seen = { actors.constFirst().name, people };
    return people;
}

Result<PersonId> ImportSession::findOrAdd(const Importing::ParsedActor &actor)
{
    const auto person = findOrAddPerson(actor);
    if (person)
        m_authors << *person;
    return person;
}

Result<PersonId> ImportSession::findOrAddPerson(const Importing::ParsedActor &actor)
{
    if (!actor.handle.isEmpty()) {
        if (const auto it = m_people.constFind(handleKey(actor.handle)); it != m_people.constEnd())
            return *it;
    }
    if (const auto it = m_people.constFind(actor.name); it != m_people.constEnd())
        return *it;
    Person person;
    person.id = PersonId::create();
    person.version = 1;
    person.reviewId = m_source.reviewId;
    person.name = actor.name;
    person.kind = actor.kind;
    if (!actor.handle.isEmpty())
        person.handles << actor.handle;
    if (auto done = m_writer.addPerson(person); !done)
        return failure(done.error());
    m_people.insert(person.name, person.id);
    if (!actor.handle.isEmpty())
        m_people.insert(handleKey(actor.handle), person.id);
    return person.id;
}

Result<LaneId> ImportSession::laneFor(const QString &name)
{
    auto &seen = m_seenLanes[slotOf(name, m_seenLanes.size())];
    if (isSame(seen.name, name) && !seen.value.isNull())
        return seen.value;
    const auto lane = findOrAdd(name);
    if (lane)
        seen = { name, *lane };
    return lane;
}

Result<LaneId> ImportSession::findOrAdd(const QString &name)
{
    if (const auto it = m_lanes.constFind(name); it != m_lanes.constEnd())
        return *it;
    Lane lane;
    lane.id = LaneId::create();
    lane.version = 1;
    lane.reviewId = m_source.reviewId;
    lane.name = name;
    lane.hue = m_nextLane % 8;
    lane.position = m_nextLane++;
    if (auto done = m_writer.addLane(lane); !done)
        return failure(done.error());
    m_lanes.insert(name, lane.id);
    return lane.id;
}

} // namespace SecondStory::Services
