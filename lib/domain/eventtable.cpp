// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/eventtable.h"

#include <algorithm>
#include <limits>

namespace SecondStory {

namespace {

bool startsEarlier(const EventRow &a, const EventRow &b)
{
    return a.start != b.start ? a.start < b.start : a.seq < b.seq;
}

bool hasSeq(std::vector<EventRow> &rows, qint64 seq)
{
    const auto it =
        std::find_if(rows.begin(), rows.end(), [seq](const EventRow &r) { return r.seq == seq; });
    if (it == rows.end())
        return false;
    rows.erase(it);
    return true;
}

} // namespace

std::optional<TimeSpan> EventTable::span() const
{
    if (rows.empty())
        return {};
    qint64 last = rows.front().end;
    for (const EventRow &row : rows)
        last = std::max(last, row.end);
    return TimeSpan{ { rows.front().start }, { last } };
}

size_t EventTable::lowerBound(TimePoint t) const
{
    const auto it = std::lower_bound(rows.begin(), rows.end(), t.us,
                                     [](const EventRow &row, qint64 us) { return row.start < us; });
    return static_cast<size_t>(it - rows.begin());
}

quint16 EventTable::laneIndex(LaneId lane)
{
    const qsizetype at = lanes.indexOf(lane);
    if (at >= 0)
        return static_cast<quint16>(at);
    if (lanes.size() >= std::numeric_limits<quint16>::max())
        return static_cast<quint16>(lanes.size() - 1);
    lanes.append(lane);
    return static_cast<quint16>(lanes.size() - 1);
}

void EventTable::insert(const EventRow &row, bool isDated)
{
    if (isDated) {
        rows.insert(std::upper_bound(rows.begin(), rows.end(), row, startsEarlier), row);
    } else {
        const auto at =
            std::upper_bound(undated.begin(), undated.end(), row,
                             [](const EventRow &a, const EventRow &b) { return a.seq < b.seq; });
        undated.insert(at, row);
    }
}

bool EventTable::remove(qint64 seq)
{
    return hasSeq(rows, seq) || hasSeq(undated, seq);
}

EventRow rowOf(const Event &event, qint64 seq, quint16 laneIndex)
{
    EventRow row;
    row.seq = seq;
    row.lane = laneIndex;
    row.kind = event.kind;
    if (const auto start = event.effectiveStart()) {
        row.start = start->us;
        row.end = std::max(start->us, event.effectiveEnd().value_or(*start).us);
    }
    if (!event.isImported())
        row.flags |= EventRow::Own;
    if (event.starred)
        row.flags |= EventRow::Starred;
    if (event.asserted)
        row.flags |= EventRow::Asserted;
    const bool vague =
        event.asserted ? event.asserted->certainty != Certainty::Exact : event.recorded.approximate;
    if (vague)
        row.flags |= EventRow::Approximate;
    if (event.grounds == Grounds::Remembered)
        row.flags |= EventRow::Remembered;
    else if (event.grounds == Grounds::Inferred)
        row.flags |= EventRow::Inferred;
    const TimeBasis basis = event.recorded.basis;
    if (!event.asserted
        && (basis == TimeBasis::ZoneAssumed || basis == TimeBasis::DateAssumed
            || basis == TimeBasis::Relative))
        row.flags |= EventRow::AssumedTime;
    return row;
}

} // namespace SecondStory
