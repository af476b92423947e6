// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/timeline/eventindex.h"

#include <algorithm>
#include <bit>

namespace SecondStory::Figures {

namespace {

/// The filter in the form that is asked once for every event.
struct Sieve {
    quint32 kinds = ~0U;
    bool onlyStarred = false;
    const QSet<qint64> *found = nullptr;
    const QSet<qint64> &folded;

    Sieve(const EventFilter &filter, const QSet<qint64> &foldedSeqs)
        : onlyStarred(filter.onlyStarred)
        , found(filter.found ? &*filter.found : nullptr)
        , folded(foldedSeqs)
    {
        if (filter.kinds.isEmpty())
            return;
        kinds = 0;
        for (const EventKind kind : filter.kinds)
            kinds |= 1U << static_cast<unsigned>(kind);
    }
    [[nodiscard]] bool passes(const EventRow &row) const
    {
        return (kinds >> static_cast<unsigned>(row.kind) & 1U) && (!onlyStarred || row.isStarred())
            && (!found || found->contains(row.seq))
            && (folded.isEmpty() || !folded.contains(row.seq));
    }
};

std::vector<int> shownLanes(const EventTable &events, const std::vector<int> &rowOfTableLane,
                            const EventFilter &filter)
{
    std::vector<int> rows = rowOfTableLane;
    rows.resize(static_cast<size_t>(events.lanes.size()), -1);
    for (size_t i = 0; i < rows.size() && !filter.lanes.isEmpty(); ++i) {
        if (!filter.lanes.contains(events.lanes.at(static_cast<qsizetype>(i))))
            rows[i] = -1;
    }
    return rows;
}

} // namespace

EventIndex::EventIndex(const EventTable &events, const std::vector<int> &rowOfTableLane,
                       int laneCount, const EventFilter &filter, const QSet<qint64> &folded)
    : m_lanes(static_cast<size_t>(laneCount))
{
    const std::vector<int> rowOf = shownLanes(events, rowOfTableLane, filter);
    const Sieve sieve(filter, folded);
    std::vector<size_t> sizes(m_lanes.size());
    for (const EventRow &row : events.rows) {
        if (row.lane < rowOf.size() && rowOf[row.lane] >= 0)
            ++sizes[static_cast<size_t>(rowOf[row.lane])];
    }
    for (size_t i = 0; i < m_lanes.size(); ++i) {
        m_lanes[i].starts.reserve(sizes[i]);
        m_lanes[i].rows.reserve(sizes[i]);
    }
    qint64 last = kEarliestTime.us;
    for (size_t i = 0; i < events.rows.size(); ++i) {
        const EventRow &row = events.rows[i];
        const int at = row.lane < rowOf.size() ? rowOf[row.lane] : -1;
        if (at < 0 || !sieve.passes(row))
            continue;
        Lane &lane = m_lanes[static_cast<size_t>(at)];
        lane.starts.push_back(row.start);
        lane.rows.push_back(static_cast<quint32>(i));
        if (row.end > row.start)
            addBar(lane, row, static_cast<quint32>(i));
        if (m_shown++ == 0)
            m_span = TimeSpan{ { row.start }, { row.end } };
        last = std::max(last, row.end);
    }
    if (m_span)
        m_span->end.us = last;
}

void EventIndex::addBar(Lane &lane, const EventRow &row, quint32 position)
{
    const qint64 length = row.end - row.start;
    const qint64 longest = static_cast<qint64>(std::bit_ceil(static_cast<quint64>(length) + 1));
    auto it = std::find_if(lane.barClasses.begin(), lane.barClasses.end(),
                           [longest](const BarClass &c) { return c.longest == longest; });
    if (it == lane.barClasses.end())
        it = lane.barClasses.insert(lane.barClasses.end(), BarClass{ longest, {} });
    it->bars.push_back({ row.start, row.end, position });
}

size_t EventIndex::lowerBound(int laneNumber, TimePoint time) const
{
    const std::vector<qint64> &starts = lane(laneNumber).starts;
    return static_cast<size_t>(std::lower_bound(starts.begin(), starts.end(), time.us)
                               - starts.begin());
}

qsizetype EventIndex::countIn(int laneNumber, TimeSpan span) const
{
    return static_cast<qsizetype>(lowerBound(laneNumber, span.end))
        - static_cast<qsizetype>(lowerBound(laneNumber, span.start));
}

qsizetype EventIndex::countIn(TimeSpan span) const
{
    qsizetype count = 0;
    for (int i = 0; i < laneCount(); ++i)
        count += countIn(i, span);
    return count;
}

void EventIndex::visitBars(int laneNumber, TimeSpan span, qint64 shortest, qint64 grain,
                           const std::function<void(const Bar &)> &visit) const
{
    const auto startsBefore = [](const Bar &bar, qint64 us) { return bar.start < us; };
    const qint64 step = std::max<qint64>(1, grain);
    for (const BarClass &lengths : lane(laneNumber).barClasses) {
        if (lengths.longest <= shortest)
            continue;
        const auto end = lengths.bars.end();
        auto it = std::lower_bound(lengths.bars.begin(), end, span.start.us - lengths.longest,
                                   startsBefore);
        while (it != end && it->start < span.end.us) {
            if (it->end <= span.start.us || it->end - it->start < shortest) {
                ++it;
                continue;
            }
            visit(*it);
            // Bars that begin within the same grain would hide each other: only the first is seen.
            const qint64 next = it->start + step;
            ++it;
            if (it != end && it->start < next)
                it = std::lower_bound(it, end, next, startsBefore);
        }
    }
}

} // namespace SecondStory::Figures
