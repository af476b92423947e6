// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/timelinemodel.h"

#include "editing/reviewdocument.h"
#include "services/lanecurves.h"
#include "store/library.h"
#include "store/searchrepository.h"

#include <QFontMetricsF>

#include <algorithm>
#include <map>
#include <utility>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

/// Words kept at most; a screen shows a few hundred.
constexpr qsizetype kMostLabels = 20'000;
/// Reviews below this are counted before anybody could notice.
constexpr size_t kCountedAtOnce = 20'000;
/// With more events than this outside the range that was counted, counting anew pays.
constexpr qsizetype kMostOutside = 500;
constexpr qsizetype kLongestTitle = 160;

Figures::EventLabel labelOf(const Event &event, const QFontMetricsF &metrics)
{
    Figures::EventLabel label;
    label.text = event.displayTitle().simplified().left(kLongestTitle);
    label.width = std::ceil(metrics.horizontalAdvance(label.text)) + 1;
    if (event.asserted) {
        label.earliest = event.asserted->earliest;
        label.latest = event.asserted->latest;
    }
    return label;
}

} // namespace

TimelineModel::TimelineModel(Editing::ReviewDocument &document, QObject *parent)
    : QObject(parent)
    , m_document(&document)
{
    connect(&m_counting, &TimelineCounting::finished, this, &TimelineModel::install);
    connect(&document, &Editing::ReviewDocument::changed, this, &TimelineModel::takeChange);
    rebuildCurves();
    connect(&document, &Editing::ReviewDocument::eventsAboutToReload, this, [this] {
        // The picture of the old rows stays until the new ones are counted.
        if (!m_standing)
            m_standing = m_document->events();
    });
    connect(&document, &Editing::ReviewDocument::eventsReloaded, this, [this] {
        m_labels.clear();
        rebuildCurves();
        if (m_filter.needsLooking())
            m_filter.found = find(m_filter);
        rebuild();
        if (isCounting())
            Q_EMIT contentChanged();
    });
    rebuild();
}

TimelineModel::TimelineModel(TimelineContent content, QObject *parent)
    : QObject(parent)
    , m_content(std::move(content))
    , m_contentClock(m_content.zone)
{
    connect(&m_counting, &TimelineCounting::finished, this, &TimelineModel::install);
    rebuildCurves();
    rebuild();
}

const EventTable &TimelineModel::events() const
{
    if (m_standing)
        return *m_standing;
    return m_arrangement ? m_arranged : happened();
}

void TimelineModel::setArrangement(std::function<EventTable(const EventTable &)> arrange)
{
    // The picture of the old rows stays until the new ones are counted.
    if (!m_standing)
        m_standing = events();
    m_arrangement = std::move(arrange);
    rebuild();
}

const EventTable &TimelineModel::happened() const
{
    return m_document ? m_document->events() : m_content.events;
}

const QList<Lane> &TimelineModel::lanes() const
{
    return m_document ? m_document->contents().lanes : m_content.lanes;
}

const QList<LaneGroup> &TimelineModel::laneGroups() const
{
    return m_document ? m_document->contents().laneGroups : m_content.laneGroups;
}

const IncidentFrame &TimelineModel::frame() const
{
    return m_document ? m_document->contents().review.frame : m_content.frame;
}

const ZoneClock &TimelineModel::clock() const
{
    return m_document ? m_document->clock() : m_contentClock;
}

void TimelineModel::takeChange(const ChangeSet &applied)
{
    bool touchesEvents = false;
    bool touchesLanes = false;
    bool touchesCurves = false;
    for (const AnyChange &change : applied.changes) {
        touchesEvents = touchesEvents || std::holds_alternative<RecordChange<Event>>(change);
        touchesLanes = touchesLanes || std::holds_alternative<RecordChange<Lane>>(change)
            || std::holds_alternative<RecordChange<LaneGroup>>(change);
        touchesCurves = touchesCurves || std::holds_alternative<RecordChange<Series>>(change);
    }
    if (touchesEvents)
        forgetLabels();
    // The words of an event may have changed; a large review is asked again with the next filter.
    if (touchesEvents && m_filter.needsLooking() && events().rows.size() < kCountedAtOnce)
        m_filter.found = m_shownFilter.found = find(m_filter);
    if (touchesCurves)
        rebuildCurves();
    // Rows that were put elsewhere do not follow single edits.
    if (touchesEvents && m_document->eventEdits() && !m_arrangement) {
        const std::vector<EventRowEdit> &edits = *m_document->eventEdits();
        if (isCounting())
            m_edits.insert(m_edits.end(), edits.begin(), edits.end());
        // What stands knows nothing of edits to the rows that come after it.
        if (!m_standing) {
            if (relayout())
                follow(edits);
            else
                rebuild();
        }
    } else if (touchesEvents || (touchesLanes && (isCounting() || !relayout()))) {
        rebuild();
    }
    rebuildInstants();
    if (touchesEvents)
        Q_EMIT eventsReset();
    Q_EMIT contentChanged();
}

/// The words of the events just edited are read again; those of the others stay.
void TimelineModel::forgetLabels()
{
    if (!m_document->eventEdits()) {
        m_labels.clear();
        return;
    }
    for (const EventRowEdit &edit : *m_document->eventEdits()) {
        for (const std::optional<EventRow> &row : { edit.before, edit.after }) {
            if (row)
                m_labels.remove(row->seq);
        }
    }
}

Figures::LaneLayout TimelineModel::currentLayout() const
{
    const EventTable &table = m_document ? m_document->events() : m_content.events;
    return Figures::LaneLayout(lanes(), table, tr("No lane"), laneGroups());
}

void TimelineModel::rebuild()
{
    TimelineCount count;
    count.events = m_arrangement ? m_arrangement(happened()) : happened();
    m_arranging = m_arrangement ? count.events : EventTable{};
    count.layout = currentLayout();
    count.filter = m_filter;
    count.folded = m_folded;
    m_edits.clear();
    rebuildInstants();
    if (count.events.rows.size() < kCountedAtOnce) {
        m_counting.cancel();
        if (m_filter.needsLooking() && !m_filter.found)
            count.filter.found = find(count.filter);
        count.run();
        install(count);
        return;
    }
    if (m_document && m_filter.needsLooking() && !m_filter.found) {
        count.library = m_document->library().path();
        count.review = m_document->id();
    }
    if (count.library.isEmpty() && m_filter.needsLooking() && !m_filter.found)
        count.filter.found = find(count.filter);
    if (m_layout.count() == 0) {
        // Nothing stands yet: the lanes at least, empty.
        m_layout = count.layout;
        const std::vector<int> none(static_cast<size_t>(m_layout.count()), -1);
        m_index.reorder(none);
        m_pyramid.reorder(none);
    }
    const bool wasCounting = isCounting();
    m_counting.start(std::move(count));
    if (!wasCounting)
        Q_EMIT countingChanged();
}

void TimelineModel::install(TimelineCount &count)
{
    const bool isOther = m_standing.has_value();
    m_standing.reset();
    m_arranged = std::exchange(m_arranging, {});
    m_layout = std::move(count.layout);
    m_index = std::move(count.index);
    m_pyramid = std::move(count.pyramid);
    m_filter = m_shownFilter = std::move(count.filter);
    m_shownFolded = std::move(count.folded);
    const std::vector<EventRowEdit> edits = std::exchange(m_edits, {});
    if (relayout())
        follow(edits);
    else
        rebuild();
    if (isOther)
        Q_EMIT eventsReset();
    Q_EMIT countingChanged();
    Q_EMIT contentChanged();
}

/// Takes the lanes as they are now without counting anew: lanes may have moved, been named or
/// hidden, or have got their first event. False when that is not enough.
bool TimelineModel::relayout()
{
    Figures::LaneLayout layout = currentLayout();
    const auto membersOf = [](const Figures::LaneLayout &of, size_t known) {
        std::vector<std::vector<size_t>> members(static_cast<size_t>(of.count()));
        for (size_t i = 0; i < std::min(known, of.tableLanes().size()); ++i) {
            if (of.tableLanes()[i] >= 0)
                members[static_cast<size_t>(of.tableLanes()[i])].push_back(i);
        }
        return members;
    };
    // Lanes that the index has not heard of have no events in it.
    const size_t known = m_layout.tableLanes().size();
    const auto before = membersOf(m_layout, known);
    const auto after = membersOf(layout, known);
    std::map<std::vector<size_t>, int> rowOf;
    for (size_t i = 0; i < before.size(); ++i) {
        if (!before[i].empty())
            rowOf.emplace(before[i], static_cast<int>(i));
    }
    std::vector<int> from(after.size(), -1);
    bool isSame = after.size() == before.size();
    for (size_t i = 0; i < after.size(); ++i) {
        const auto it = rowOf.find(after[i]);
        if (it == rowOf.end() && !after[i].empty())
            return false;
        if (it != rowOf.end())
            from[i] = it->second;
        isSame = isSame && after[i] == before[i];
    }
    m_layout = std::move(layout);
    if (!isSame) {
        m_index.reorder(from);
        m_pyramid.reorder(from);
    }
    return true;
}

Figures::EventSieve TimelineModel::sieve() const
{
    return { events(), m_layout.tableLanes(), m_shownFilter, m_shownFolded };
}

void TimelineModel::follow(const std::vector<EventRowEdit> &edits)
{
    if (edits.empty())
        return;
    const Figures::EventSieve sieve(m_document ? m_document->events() : m_content.events,
                                    m_layout.tableLanes(), m_shownFilter, m_shownFolded);
    for (const EventRowEdit &edit : edits) {
        const int lane = edit.after ? sieve.laneOf(*edit.after) : -1;
        for (const Figures::EventIndex::Step &step : m_index.follow(edit, lane))
            m_pyramid.follow(step);
    }
    if (m_pyramid.outside() > kMostOutside && !isCounting())
        rebuild();
}

void TimelineModel::rebuildCurves()
{
    if (!m_document) {
        m_curves = m_content.curves;
        return;
    }
    // What cannot be read is told where it can be acted on; the timeline goes on without it.
    m_curves = Services::laneCurves(m_document->library(), m_document->contents(), m_knownCurves)
                   .value_or(Figures::LaneCurves());
}

std::optional<TimeSpan> TimelineModel::span() const
{
    const auto events = m_index.span();
    const auto curves = Figures::spanOf(m_curves);
    if (!events || !curves)
        return events ? events : curves;
    return TimeSpan{ std::min(events->start, curves->start), std::max(events->end, curves->end) };
}

void TimelineModel::rebuildInstants()
{
    m_instants = Figures::rulerInstants(
        frame(), m_document ? m_document->contents().marks : m_content.marks);
}

void TimelineModel::setFilter(Figures::EventFilter filter)
{
    if (filter.text != m_filter.text || filter.people != m_filter.people
        || filter.sources != m_filter.sources)
        filter.found.reset();
    const bool isUnsearched = filter.needsLooking() && !filter.found;
    if (filter == m_filter && !isUnsearched)
        return;
    m_filter = std::move(filter);
    rebuild();
    if (isCounting())
        Q_EMIT contentChanged(); // the filter bar shows what was asked for
}

void TimelineModel::setActivities(const QSet<qint64> &folded,
                                  std::vector<Figures::ActivityBar> bars)
{
    if (folded == m_folded && bars == m_activities)
        return;
    m_activities = std::move(bars);
    if (folded != m_folded) {
        m_folded = folded;
        rebuild();
    } else {
        Q_EMIT contentChanged();
    }
}

const Figures::ActivityBar *TimelineModel::activity(ActivityId id) const
{
    const auto found =
        std::find_if(m_activities.begin(), m_activities.end(),
                     [id](const Figures::ActivityBar &each) { return each.id == id; });
    return found == m_activities.end() ? nullptr : &*found;
}

QSet<qint64> TimelineModel::eventsWith(const QString &words) const
{
    Figures::EventFilter filter;
    filter.text = words.trimmed();
    return filter.text.isEmpty() ? QSet<qint64>() : find(filter);
}

void TimelineModel::setSearchHits(QList<TimePoint> hits)
{
    if (hits == m_searchHits)
        return;
    m_searchHits = std::move(hits);
    Q_EMIT searchHitsChanged();
}

QSet<qint64> TimelineModel::find(const Figures::EventFilter &filter) const
{
    if (m_document)
        return m_document->library()
            .search()
            .eventsThat({ m_document->id(),
                          filter.text.trimmed(),
                          { filter.people.begin(), filter.people.end() },
                          { filter.sources.begin(), filter.sources.end() } })
            .value_or(QSet<qint64>());
    QSet<qint64> found;
    if (!m_content.fetch)
        return found;
    QList<qint64> seqs;
    for (const auto *rows : { &events().rows, &events().undated }) {
        for (const EventRow &row : *rows)
            seqs.append(row.seq);
    }
    const QList<Event> all = m_content.fetch(seqs);
    for (qsizetype i = 0; i < all.size() && i < seqs.size(); ++i) {
        if (all[i].displayTitle().contains(filter.text.trimmed(), Qt::CaseInsensitive))
            found.insert(seqs[i]);
    }
    return found;
}

std::vector<qint64> TimelineModel::shownSeqs() const
{
    const EventTable &table = events();
    std::vector<qint64> seqs;
    if (!m_shownFilter.isActive()) {
        seqs.reserve(static_cast<size_t>(table.size()));
        for (const auto *rows : { &table.rows, &table.undated }) {
            for (const EventRow &row : *rows)
                seqs.push_back(row.seq);
        }
        return seqs;
    }
    // The index leaves out what is in collapsed activities.
    const QSet<qint64> none;
    const Figures::EventSieve sieve(table, m_layout.tableLanes(), m_shownFilter, none);
    for (const EventRow &row : table.rows) {
        if (sieve.laneOf(row) >= 0)
            seqs.push_back(row.seq);
    }
    return seqs;
}

std::optional<quint32> TimelineModel::rowOf(qint64 seq) const
{
    std::optional<size_t> row;
    if (m_document && !m_standing && !m_arrangement) {
        const auto event = m_document->eventBySeq(seq);
        const auto start = event ? event->effectiveStart() : std::nullopt;
        if (!start)
            return {};
        row = events().find(*start, seq);
    }
    if (!row)
        row = events().find(seq);
    return row ? std::optional(static_cast<quint32>(*row)) : std::nullopt;
}

QList<Event> TimelineModel::eventsBySeq(const QList<qint64> &seqs) const
{
    if (m_document)
        return m_document->eventsBySeq(seqs);
    return m_content.fetch ? m_content.fetch(seqs) : QList<Event>();
}

std::optional<Event> TimelineModel::eventBySeq(qint64 seq) const
{
    const QList<Event> found = eventsBySeq({ seq });
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

LaneId TimelineModel::laneAt(int row) const
{
    return row >= 0 && row < m_layout.count() ? m_layout.rows()[static_cast<size_t>(row)].lane
                                              : LaneId{};
}

void TimelineModel::fetchLabels(const std::vector<quint32> &rows, const QFont &font)
{
    if (font != m_labelFont || m_labels.size() > kMostLabels) {
        m_labels.clear();
        m_mayHaveLabel.assign(kLabelBits, false);
    }
    m_labelFont = font;
    QList<qint64> missing;
    for (const quint32 row : rows) {
        const qint64 seq = events().rows[row].seq;
        if (!m_labels.contains(seq))
            missing.append(seq);
    }
    if (missing.isEmpty())
        return;
    const QFontMetricsF metrics(font);
    const QList<Event> found = eventsBySeq(missing);
    // A store may leave out what it does not know; then places no longer agree and the rest is
    // asked one by one.
    const bool isComplete = found.size() == missing.size();
    for (qsizetype i = 0; i < missing.size(); ++i) {
        const auto event = isComplete ? std::optional(found[i]) : eventBySeq(missing[i]);
        m_labels.insert(missing[i], event ? labelOf(*event, metrics) : Figures::EventLabel{});
        m_mayHaveLabel[static_cast<quint64>(missing[i]) % kLabelBits] = true;
    }
}

const Figures::EventLabel *TimelineModel::label(quint32 row) const
{
    const qint64 seq = events().rows[row].seq;
    // Thousands of events in sight have none: that is told without a search.
    if (!m_mayHaveLabel[static_cast<quint64>(seq) % kLabelBits])
        return nullptr;
    const auto it = m_labels.constFind(seq);
    return it == m_labels.constEnd() ? nullptr : &*it;
}

} // namespace SecondStory::Ui
