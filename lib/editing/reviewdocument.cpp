// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/reviewdocument.h"

#include "domain/sourceclock.h"
#include "editing/applycommand.h"
#include "store/editrepository.h"
#include "store/eventrepository.h"
#include "store/library.h"
#include "store/reviewrepository.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QThread>

#include <algorithm>
#include <utility>

namespace SecondStory::Editing {

namespace {

constexpr qsizetype kCachedEvents = 5'000;
/// From here on moving the events of sources, or reading them anew, takes longer than anybody
/// should wait.
constexpr qint64 kMovedHere = 20'000;
/// So many rows are exchanged one by one; for more, all rows are gone through once.
constexpr size_t kFewRows = 64;

/// How many events a change concerns beside those it names.
qint64 eventsMoved(const AnyChange &change)
{
    if (const auto *lanes = std::get_if<RecordChange<LaneAssignment>>(&change))
        return lanes->after ? lanes->after->events : 0;
    const auto *source = std::get_if<RecordChange<EvidenceSource>>(&change);
    if (!source || !source->before || !source->after)
        return 0;
    const bool moves = clockOf(*source->before) != clockOf(*source->after)
        || source->before->removed != source->after->removed;
    return moves ? source->before->imported : 0;
}

/// Records with a position keep their list in that order; the others stand in order of age.
template <class T>
void sortRecords(QList<T> &list)
{
    if constexpr (requires(T record) { record.position; })
        std::stable_sort(list.begin(), list.end(),
                         [](const T &a, const T &b) { return a.position < b.position; });
    else if constexpr (std::is_same_v<T, TimeMark>)
        std::stable_sort(list.begin(), list.end(),
                         [](const T &a, const T &b) { return a.start < b.start; });
    else
        std::sort(list.begin(), list.end(), [](const T &a, const T &b) { return a.id < b.id; });
}

template <class T>
void takeRecord(QList<T> &list, const RecordChange<T> &change)
{
    const auto it = std::find_if(list.begin(), list.end(),
                                 [&](const T &record) { return record.id == change.id(); });
    if (!change.after) {
        if (it != list.end())
            list.erase(it);
        return;
    }
    if (it != list.end())
        *it = *change.after;
    else
        list.append(*change.after);
    sortRecords(list);
}

} // namespace

ReviewDocument::ReviewDocument(Store::Library &library)
    : m_library(library)
    , m_eventCache(kCachedEvents)
{
    m_undo.setUndoLimit(0);
}

Result<std::unique_ptr<ReviewDocument>> ReviewDocument::open(Store::Library &library, ReviewId id)
{
    auto snapshot = ReviewSnapshot::read(library, id);
    if (!snapshot)
        return failure(snapshot.error());
    return open(library, std::move(*snapshot));
}

std::unique_ptr<ReviewDocument> ReviewDocument::open(Store::Library &library,
                                                     ReviewSnapshot snapshot)
{
    std::unique_ptr<ReviewDocument> document(new ReviewDocument(library));
    document->takeAll(std::move(snapshot));
    return document;
}

Result<void> ReviewDocument::reload()
{
    Result<ReviewSnapshot> snapshot = failure(ErrorCode::Storage, QString());
    if (m_events.size() <= kMovedHere || !QCoreApplication::instance())
        snapshot = ReviewSnapshot::read(m_library, id());
    else if (!m_isHeld)
        aside([&snapshot, path = m_library.path(), review = id()] {
            const auto library = Store::Library::open(path);
            snapshot = library ? ReviewSnapshot::read(**library, review)
                               : Result<ReviewSnapshot>(failure(library.error()));
        });
    else
        return failure(heldError());
    if (!snapshot)
        return failure(snapshot.error());
    takeAll(std::move(*snapshot));
    emit changed({});
    return {};
}

void ReviewDocument::aside(const std::function<void()> &work)
{
    m_isHeld = true;
    const std::unique_ptr<QThread> thread(QThread::create(work));
    QEventLoop loop;
    QObject::connect(thread.get(), &QThread::finished, &loop, &QEventLoop::quit);
    thread->start();
    loop.exec(QEventLoop::ExcludeUserInputEvents);
    thread->wait();
    m_isHeld = false;
}

Error ReviewDocument::heldError()
{
    return { ErrorCode::Refused,
             QCoreApplication::translate("ReviewDocument",
                                         "the events of a source are being moved just now"),
             QCoreApplication::translate("ReviewDocument", "try again in a moment") };
}

void ReviewDocument::takeAll(ReviewSnapshot snapshot)
{
    m_contents = std::move(snapshot.contents);
    m_aside = {};
    m_clock = ZoneClock(m_contents.review.zone);
    m_eventVersions.clear();
    m_seqs.clear();
    m_undo.clear();
    takeEvents(std::move(snapshot.events));
}

Result<void> ReviewDocument::reloadEvents()
{
    auto events = m_library.events().table(id());
    if (!events)
        return failure(events.error());
    takeEvents(std::move(*events));
    return {};
}

void ReviewDocument::takeEvents(EventTable events)
{
    ++m_revision;
    emit eventsAboutToReload();
    m_eventEdits.reset();
    m_events = std::move(events);
    m_eventCache.clear();
    setAsideOrphans();
    emit eventsReloaded();
}

void ReviewDocument::setAsideOrphans()
{
    m_contents.lanes << m_aside.lanes;
    m_contents.people << m_aside.people;
    m_aside = takeOrphans(m_contents, m_events);
    sortRecords(m_contents.lanes);
    sortRecords(m_contents.people);
}

QList<Event> ReviewDocument::eventsBySeq(const QList<qint64> &seqs)
{
    QList<qint64> missing;
    for (const qint64 seq : seqs) {
        if (!m_eventCache.contains(seq))
            missing << seq;
    }
    QHash<qint64, Event> fresh;
    if (!missing.isEmpty()) {
        // One query; asking one by one for the numbers keeps the pairing when some are gone.
        const auto fetched = m_library.events().bySeq(missing);
        if (!fetched) {
            emit refused(fetched.error());
            return {};
        }
        if (fetched->size() == missing.size()) {
            for (qsizetype i = 0; i < missing.size(); ++i)
                fresh.insert(missing[i], fetched->at(i));
        } else {
            for (const qint64 seq : std::as_const(missing)) {
                const auto one = m_library.events().bySeq({ seq });
                if (one && !one->isEmpty())
                    fresh.insert(seq, one->first());
            }
        }
    }
    QList<Event> events;
    for (const qint64 seq : seqs) {
        if (const Event *cached = m_eventCache.object(seq))
            events << *cached;
        else if (fresh.contains(seq))
            events << fresh.value(seq);
    }
    for (auto it = fresh.cbegin(); it != fresh.cend(); ++it)
        m_eventCache.insert(it.key(), std::make_unique<Event>(it.value()).release());
    return events;
}

std::optional<Event> ReviewDocument::event(EventId id)
{
    const auto found = m_library.events().byId({ id });
    if (!found || found->isEmpty() || found->first().reviewId != this->id())
        return {};
    return found->first();
}

std::optional<Event> ReviewDocument::eventBySeq(qint64 seq)
{
    const QList<Event> found = eventsBySeq({ seq });
    return found.isEmpty() ? std::optional<Event>() : found.first();
}

qint64 ReviewDocument::seqOf(EventId id)
{
    return m_library.events().seqOf(id).value_or(0);
}

Result<void> ReviewDocument::perform(const ChangeSet &set, const QString &text, MergeId merge)
{
    if (set.isEmpty())
        return {};
    auto applied = store(set);
    if (!applied)
        return failure(applied.error());
    m_undo.push(std::make_unique<ApplyCommand>(*this, std::move(*applied), text, merge).release());
    return {};
}

Result<ReviewSnapshot> ReviewSnapshot::read(Store::Library &library, ReviewId id)
{
    auto contents = library.reviews().load(id);
    if (!contents)
        return failure(contents.error());
    auto events = library.events().table(id);
    if (!events)
        return failure(events.error());
    return ReviewSnapshot{ std::move(*contents), std::move(*events) };
}

void ReviewDocument::adoptImport(const EvidenceSource &source, const QString &text)
{
    auto snapshot = ReviewSnapshot::read(m_library, id());
    if (snapshot)
        adoptImports(std::move(*snapshot), m_revision, { source }, text);
    else
        emit refused(snapshot.error());
}

bool ReviewDocument::adoptImports(ReviewSnapshot snapshot, quint64 revision,
                                  const QList<EvidenceSource> &sources, const QString &text)
{
    if (revision != m_revision)
        return false;
    m_contents = std::move(snapshot.contents);
    m_aside = {};
    takeEvents(std::move(snapshot.events));
    // Taking an import back means taking its source out, which needs no rewriting of its events.
    ChangeSet set;
    for (const EvidenceSource &source : sources) {
        EvidenceSource before = source;
        before.removed = true;
        set.update(before, source);
    }
    emit changed(set);
    if (!set.isEmpty())
        m_undo.push(
            std::make_unique<ApplyCommand>(*this, std::move(set), text, MergeId::None).release());
    return true;
}

Result<ChangeSet> ReviewDocument::store(const ChangeSet &set)
{
    ChangeSet current = set;
    setCurrentVersions(current);
    noteSeqs(current);
    auto applied = isLong(current) ? applyAside(current) : applyHere(current);
    if (!applied) {
        emit refused(applied.error());
        return failure(applied.error());
    }
    take(*applied);
    emit changed(*applied);
    return applied;
}

bool ReviewDocument::isLong(const ChangeSet &set) const
{
    qint64 events = 0;
    bool reads = false;
    for (const AnyChange &change : set.changes) {
        const qint64 moved = eventsMoved(change);
        events += moved;
        reads = reads || moved > 0;
    }
    // Whichever source comes or goes, the events of all the others are read again.
    return reads && events + m_events.size() > kMovedHere;
}

Result<ChangeSet> ReviewDocument::applyHere(const ChangeSet &set)
{
    if (m_isHeld)
        return failure(heldError());
    return m_library.edits().apply(set);
}

Result<ChangeSet> ReviewDocument::applyAside(const ChangeSet &set)
{
    if (m_isHeld || !QCoreApplication::instance())
        return applyHere(set);
    Result<ChangeSet> applied = failure(ErrorCode::Storage, QString());
    std::optional<ReviewSnapshot> read;
    aside([&applied, &read, &set, path = m_library.path(), review = id()] {
        const auto library = Store::Library::open(path);
        if (!library) {
            applied = failure(library.error());
            return;
        }
        applied = (*library)->edits().apply(set);
        if (auto snapshot = ReviewSnapshot::read(**library, review); applied && snapshot)
            read = std::move(*snapshot);
    });
    m_read = std::move(read);
    return applied;
}

void ReviewDocument::setCurrentVersions(ChangeSet &set)
{
    const auto setVersion = [this](auto &change) {
        using T = typename std::decay_t<decltype(change.before)>::value_type;
        if (!change.before)
            return;
        if constexpr (std::is_same_v<T, Review>) {
            change.before->version = m_contents.review.version;
        } else if constexpr (std::is_same_v<T, Event>) {
            change.before->version =
                m_eventVersions.value(change.before->id, change.before->version);
        } else if constexpr (!std::is_same_v<T, Code> && !std::is_same_v<T, LaneAssignment>) {
            if (const T *record = findRecord<T>(m_contents, change.before->id))
                change.before->version = record->version;
        }
    };
    for (AnyChange &change : set.changes)
        std::visit(setVersion, change);
}

/// What becomes of one event's row.
struct ReviewDocument::RowChange {
    qint64 seqBefore = 0; ///< 0: there was none
    std::optional<TimePoint> startBefore;
    std::optional<EventRow> after; ///< nothing: it is gone, or its source is
    bool isDated = false;
};

void ReviewDocument::take(const ChangeSet &applied)
{
    ++m_revision;
    m_eventEdits.emplace();
    std::vector<RowChange> rows;
    bool needsEvents = false;
    bool hasMoved = false;
    const auto takeOne = [&](const auto &change) {
        using T = typename std::decay_t<decltype(change.before)>::value_type;
        if constexpr (std::is_same_v<T, Review>) {
            m_contents.review = *change.after;
            m_clock = ZoneClock(m_contents.review.zone);
        } else if constexpr (std::is_same_v<T, Event>) {
            rows.push_back(takeEvent(change));
        } else if constexpr (std::is_same_v<T, LaneAssignment>) {
            needsEvents = true;
            takeLanes(change.after->made);
        } else if constexpr (!std::is_same_v<T, Code>) {
            if constexpr (std::is_same_v<T, EvidenceSource>) {
                hasMoved = hasMoved
                    || (change.before && change.after
                        && clockOf(*change.before) != clockOf(*change.after));
                needsEvents = needsEvents || hasMoved
                    || (change.before && change.after
                        && change.before->removed != change.after->removed);
            }
            takeRecord(listOf<T>(m_contents), change);
        }
    };
    for (const AnyChange &change : applied.changes)
        std::visit(takeOne, change);
    takeRows(rows);
    std::optional<ReviewSnapshot> read = std::exchange(m_read, std::nullopt);
    if (read && needsEvents) {
        m_contents.series = std::move(read->contents.series);
        return takeEvents(std::move(read->events));
    }
    if (hasMoved) {
        // The store moved the samples with the events.
        if (auto contents = m_library.reviews().load(id()))
            m_contents.series = std::move(contents->series);
    }
    if (needsEvents) {
        if (auto done = reloadEvents(); !done)
            emit refused(done.error());
    } else if (std::any_of(m_aside.lanes.begin(), m_aside.lanes.end(),
                           [this](const Lane &lane) { return m_events.lanes.contains(lane.id); })) {
        // An event went back to a lane that had become empty.
        setAsideOrphans();
    }
}

void ReviewDocument::takeLanes(const QList<Lane> &made)
{
    const auto knows = [](const QList<Lane> &lanes, LaneId id) {
        return std::any_of(lanes.begin(), lanes.end(),
                           [id](const Lane &lane) { return lane.id == id; });
    };
    for (const Lane &lane : made) {
        if (knows(m_contents.lanes, lane.id) || knows(m_aside.lanes, lane.id))
            continue;
        m_contents.lanes << lane;
        m_contents.lanes.last().version = 1;
    }
    sortRecords(m_contents.lanes);
}

void ReviewDocument::noteSeqs(const ChangeSet &set)
{
    for (const AnyChange &change : set.changes) {
        const auto *event = std::get_if<RecordChange<Event>>(&change);
        if (event && event->before && !m_seqs.contains(event->id()))
            m_seqs.insert(event->id(), seqOf(event->id()));
    }
}

ReviewDocument::RowChange ReviewDocument::takeEvent(const RecordChange<Event> &change)
{
    const EventId eventId = change.id();
    RowChange row;
    if (change.before) {
        row.seqBefore = m_seqs.value(eventId);
        row.startBefore = change.before->effectiveStart();
        m_eventCache.remove(row.seqBefore);
    }
    if (!change.after) {
        m_seqs.remove(eventId);
        m_eventVersions.remove(eventId);
        return row;
    }
    // An event that was removed and put back gets a new number.
    const qint64 seq = seqOf(eventId);
    m_seqs.insert(eventId, seq);
    m_eventVersions.insert(eventId, change.after->version);
    // Events of a removed source may change (two people become one), yet nobody sees them.
    const auto *source = findRecord<EvidenceSource>(m_contents, change.after->sourceId);
    if (source && source->removed)
        return row;
    row.after = rowOf(*change.after, seq, m_events.laneIndex(change.after->laneId));
    row.isDated = change.after->effectiveStart().has_value();
    return row;
}

void ReviewDocument::takeRows(const std::vector<RowChange> &changes)
{
    if (changes.size() > kFewRows) {
        m_eventEdits.reset();
        QSet<qint64> out;
        QHash<qint64, RowChange> in;
        for (const RowChange &change : changes) {
            out << change.seqBefore;
            in.remove(change.seqBefore);
            if (change.after)
                in.insert(change.after->seq, change);
        }
        std::vector<EventRow> dated;
        std::vector<EventRow> undated;
        for (const RowChange &change : std::as_const(in))
            (change.isDated ? dated : undated).push_back(*change.after);
        m_events.replaceMany(out, std::move(dated), std::move(undated));
        return;
    }
    for (const RowChange &change : changes) {
        std::optional<size_t> from;
        if (change.seqBefore != 0 && change.startBefore)
            from = m_events.find(*change.startBefore, change.seqBefore);
        if (change.seqBefore != 0 && !from && !m_events.removeUndated(change.seqBefore))
            from = m_events.find(change.seqBefore);
        const bool isIn = change.after && change.isDated;
        if (from || isIn)
            m_eventEdits->push_back(
                m_events.replace(from, isIn ? change.after : std::optional<EventRow>()));
        if (change.after && !change.isDated)
            m_events.insert(*change.after, false);
    }
}

} // namespace SecondStory::Editing
