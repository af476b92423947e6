// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/timeline/eventindex.h"

#include <algorithm>
#include <bit>

namespace SecondStory::Figures {

namespace {

/// How often somebody who has lost interest is listened to.
constexpr size_t kListenEvery = 1 << 15;
constexpr std::ptrdiff_t kHeapOfBars = 400;

qint64 barClassOf(const EventRow &row)
{
    return static_cast<qint64>(std::bit_ceil(static_cast<quint64>(row.end - row.start) + 1));
}

bool standsBefore(const EventIndex::Bar &bar, quint32 row)
{
    return bar.row < row;
}

} // namespace

EventSieve::EventSieve(const EventTable &events, const std::vector<int> &rowOfTableLane,
                       const EventFilter &filter, const QSet<qint64> &folded)
    : m_rowOf(rowOfTableLane)
    , m_filter(filter)
    , m_folded(folded)
{
    m_rowOf.resize(static_cast<size_t>(events.lanes.size()), -1);
    for (size_t i = 0; i < m_rowOf.size() && !filter.lanes.isEmpty(); ++i) {
        if (!filter.lanes.contains(events.lanes.at(static_cast<qsizetype>(i))))
            m_rowOf[i] = -1;
    }
    if (filter.kinds.isEmpty())
        return;
    m_kinds = 0;
    for (const EventKind kind : filter.kinds)
        m_kinds |= 1U << static_cast<unsigned>(kind);
}

bool EventSieve::passes(const EventRow &row) const
{
    return (m_kinds >> static_cast<unsigned>(row.kind) & 1U)
        && (!m_filter.onlyStarred || row.isStarred())
        && (!m_filter.span
            || (row.start < m_filter.span->end.us && row.end >= m_filter.span->start.us))
        && (!m_filter.found || m_filter.found->contains(row.seq))
        && (m_folded.isEmpty() || !m_folded.contains(row.seq));
}

EventIndex::EventIndex(const EventTable &events, const std::vector<int> &rowOfTableLane,
                       int laneCount, const EventFilter &filter, const QSet<qint64> &folded,
                       const std::atomic_bool *isCancelled)
    : m_lanes(static_cast<size_t>(laneCount))
{
    const EventSieve sieve(events, rowOfTableLane, filter, folded);
    const std::vector<EventRow> &rows = events.rows.values();
    const auto isGivenUp = [&](size_t i) {
        return i % kListenEvery == 0 && isCancelled && *isCancelled;
    };
    std::vector<size_t> sizes(m_lanes.size());
    for (size_t i = 0; i < rows.size() && !isGivenUp(i); ++i) {
        if (const int lane = sieve.rowOf(rows[i].lane); lane >= 0)
            ++sizes[static_cast<size_t>(lane)];
    }
    for (size_t i = 0; i < m_lanes.size(); ++i) {
        // Some room for what people add, so that the first event of theirs moves nothing.
        m_lanes[i].starts.reserve(sizes[i] + sizes[i] / 32 + 8);
        m_lanes[i].rows.reserve(sizes[i] + sizes[i] / 32 + 8);
    }
    qint64 last = kEarliestTime.us;
    for (size_t i = 0; i < rows.size() && !isGivenUp(i); ++i) {
        const EventRow &row = rows[i];
        const int at = sieve.laneOf(row);
        if (at < 0)
            continue;
        Lane &lane = m_lanes[static_cast<size_t>(at)];
        lane.starts.push_back(row.start);
        lane.rows.push_back(static_cast<quint32>(i));
        if (row.end > row.start)
            addBar(lane, row, static_cast<quint32>(i));
        if (m_shown++ == 0)
            m_span = TimeSpan{ { row.start }, { row.start } };
        last = std::max({ last, row.start, row.end }); // an end may lie before its start
    }
    if (m_span)
        m_span->end.us = last;
}

std::vector<EventIndex::Step> EventIndex::follow(const EventRowEdit &edit, int lane)
{
    std::vector<Step> steps;
    if (edit.before) {
        if (const auto step = takeOut(*edit.before, static_cast<quint32>(edit.from)))
            steps.push_back(*step);
    }
    if (edit.before && edit.after && edit.from < edit.to)
        movePositions(edit.from + 1, edit.to + 1, false);
    else if (edit.before && edit.after)
        movePositions(edit.to, edit.from, true);
    else if (edit.before)
        movePositions(edit.from + 1, SIZE_MAX, false);
    else if (edit.after)
        movePositions(edit.to, SIZE_MAX, true);
    if (edit.after && lane >= 0)
        steps.push_back(putIn(lane, *edit.after, static_cast<quint32>(edit.to)));
    updateSpan();
    return steps;
}

std::optional<EventIndex::Step> EventIndex::takeOut(const EventRow &row, quint32 position)
{
    for (size_t i = 0; i < m_lanes.size(); ++i) {
        Lane &lane = m_lanes[i];
        const auto it = std::lower_bound(lane.rows.begin(), lane.rows.end(), position);
        if (it == lane.rows.end() || *it != position)
            continue;
        lane.starts.erase(lane.starts.begin() + (it - lane.rows.begin()));
        lane.rows.erase(it);
        --m_shown;
        if (row.end > row.start) {
            const auto known =
                std::find_if(lane.barClasses.begin(), lane.barClasses.end(),
                             [&](const BarClass &c) { return c.longest == barClassOf(row); });
            const auto bar =
                std::lower_bound(known->bars.begin(), known->bars.end(), position, standsBefore);
            known->bars.erase(bar);
        }
        return Step{ static_cast<int>(i), row.start, -1 };
    }
    return {};
}

EventIndex::Step EventIndex::putIn(int laneNumber, const EventRow &row, quint32 position)
{
    Lane &lane = m_lanes[static_cast<size_t>(laneNumber)];
    const auto it = std::lower_bound(lane.rows.begin(), lane.rows.end(), position);
    lane.starts.insert(lane.starts.begin() + (it - lane.rows.begin()), row.start);
    lane.rows.insert(it, position);
    ++m_shown;
    if (row.end > row.start)
        addBar(lane, row, position);
    return { laneNumber, row.start, 1 };
}

void EventIndex::movePositions(size_t from, size_t until, bool isUp)
{
    const auto low = static_cast<quint32>(std::min<size_t>(from, UINT32_MAX));
    const auto high = static_cast<quint32>(std::min<size_t>(until, UINT32_MAX));
    const quint32 by = isUp ? 1U : ~0U; // adding the greatest number takes one away
    for (Lane &lane : m_lanes) {
        auto it = std::lower_bound(lane.rows.begin(), lane.rows.end(), low);
        const auto end = std::lower_bound(it, lane.rows.end(), high);
        for (; it != end; ++it)
            *it += by;
        for (BarClass &lengths : lane.barClasses) {
            auto bar =
                std::lower_bound(lengths.bars.begin(), lengths.bars.end(), low, standsBefore);
            for (; bar != lengths.bars.end() && bar->row < high; ++bar)
                bar->row += by;
        }
    }
}

void EventIndex::updateSpan()
{
    if (m_shown == 0) {
        m_span.reset();
        return;
    }
    qint64 first = kLatestTime.us;
    qint64 last = kEarliestTime.us;
    for (const Lane &lane : m_lanes) {
        if (lane.starts.empty())
            continue;
        first = std::min(first, lane.starts.front());
        last = std::max(last, lane.starts.back());
        for (const BarClass &lengths : lane.barClasses) {
            // Only the last bars of a class of lengths can be the last to end.
            for (auto bar = lengths.bars.rbegin();
                 bar != lengths.bars.rend() && bar->start + lengths.longest > last; ++bar)
                last = std::max(last, bar->end);
        }
    }
    m_span = TimeSpan{ { first }, { last } };
}

void EventIndex::reorder(const std::vector<int> &from)
{
    std::vector<Lane> lanes(from.size());
    for (size_t i = 0; i < from.size(); ++i) {
        if (from[i] >= 0)
            lanes[i] = std::move(m_lanes[static_cast<size_t>(from[i])]);
    }
    m_lanes = std::move(lanes);
    m_shown = 0;
    for (const Lane &lane : m_lanes)
        m_shown += static_cast<qsizetype>(lane.rows.size());
    updateSpan();
}

void EventIndex::addBar(Lane &lane, const EventRow &row, quint32 position)
{
    const qint64 longest = barClassOf(row);
    auto it = std::find_if(lane.barClasses.begin(), lane.barClasses.end(),
                           [longest](const BarClass &c) { return c.longest == longest; });
    if (it == lane.barClasses.end())
        it = lane.barClasses.insert(lane.barClasses.end(), BarClass{ longest, {} });
    const Bar bar{ row.start, row.end, position };
    if (it->bars.empty() || it->bars.back().row < position)
        it->bars.push_back(bar);
    else
        it->bars.insert(std::lower_bound(it->bars.begin(), it->bars.end(), position, standsBefore),
                        bar);
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
    for (const BarClass &lengths : lane(laneNumber).barClasses) {
        if (lengths.longest <= shortest)
            continue;
        const auto end = lengths.bars.end();
        auto it = std::lower_bound(lengths.bars.begin(), end, span.start.us - lengths.longest,
                                   startsBefore);
        const auto until = std::lower_bound(it, end, span.end.us, startsBefore);
        // Where bars lie in heaps there is no room for most of them anyhow.
        const qint64 step = std::max<qint64>(1, until - it > kHeapOfBars ? 4 * grain : grain);
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
