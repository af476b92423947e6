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

bool hasSmallerSeq(const EventRow &a, const EventRow &b)
{
    return a.seq < b.seq;
}

bool takeOut(SharedVector<EventRow> &shared, qint64 seq)
{
    const std::vector<EventRow> &rows = shared.values();
    const auto it =
        std::find_if(rows.begin(), rows.end(), [seq](const EventRow &r) { return r.seq == seq; });
    if (it == rows.end())
        return false;
    const auto at = it - rows.begin();
    shared.edit().erase(shared.edit().begin() + at);
    return true;
}

template <class Before>
void exchangeMany(SharedVector<EventRow> &shared, const QSet<qint64> &out,
                  std::vector<EventRow> added, Before before)
{
    std::vector<EventRow> &rows = shared.edit();
    std::erase_if(rows, [&](const EventRow &row) { return out.contains(row.seq); });
    std::sort(added.begin(), added.end(), before);
    const auto middle = static_cast<std::ptrdiff_t>(rows.size());
    rows.insert(rows.end(), added.begin(), added.end());
    std::inplace_merge(rows.begin(), rows.begin() + middle, rows.end(), before);
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

std::optional<size_t> EventTable::find(TimePoint start, qint64 seq) const
{
    EventRow sought;
    sought.start = start.us;
    sought.seq = seq;
    const std::vector<EventRow> &all = rows.values();
    const auto it = std::lower_bound(all.begin(), all.end(), sought, startsEarlier);
    if (it == all.end() || it->seq != seq || it->start != start.us)
        return {};
    return static_cast<size_t>(it - all.begin());
}

std::optional<size_t> EventTable::find(qint64 seq) const
{
    const std::vector<EventRow> &all = rows.values();
    const auto it =
        std::find_if(all.begin(), all.end(), [seq](const EventRow &r) { return r.seq == seq; });
    if (it == all.end())
        return {};
    return static_cast<size_t>(it - all.begin());
}

EventRowEdit EventTable::replace(std::optional<size_t> from, const std::optional<EventRow> &after)
{
    EventRowEdit edit;
    std::vector<EventRow> &all = rows.edit();
    const auto at = [&](size_t place) { return all.begin() + static_cast<std::ptrdiff_t>(place); };
    if (from) {
        edit.from = *from;
        edit.before = all[*from];
    }
    if (after) {
        edit.after = after;
        edit.to = static_cast<size_t>(
            std::upper_bound(all.begin(), all.end(), *after, startsEarlier) - all.begin());
        if (from && edit.to > *from)
            --edit.to; // its own old place is no longer counted
    }
    if (from && after) {
        if (edit.to > *from)
            std::rotate(at(*from), at(*from + 1), at(edit.to + 1));
        else
            std::rotate(at(edit.to), at(*from), at(*from + 1));
        all[edit.to] = *after;
    } else if (from) {
        all.erase(at(*from));
    } else if (after) {
        // A vector doubles when it is full; a sixteenth is room enough for what people add.
        if (all.size() == all.capacity())
            all.reserve(all.size() + all.size() / 16 + 64);
        all.insert(at(edit.to), *after);
    }
    return edit;
}

void EventTable::replaceMany(const QSet<qint64> &out, std::vector<EventRow> dated,
                             std::vector<EventRow> undatedRows)
{
    exchangeMany(rows, out, std::move(dated), startsEarlier);
    exchangeMany(undated, out, std::move(undatedRows), hasSmallerSeq);
}

void EventTable::insert(const EventRow &row, bool isDated)
{
    if (isDated) {
        (void)replace({}, row);
    } else {
        std::vector<EventRow> &all = undated.edit();
        all.insert(std::upper_bound(all.begin(), all.end(), row, hasSmallerSeq), row);
    }
}

bool EventTable::removeUndated(qint64 seq)
{
    return takeOut(undated, seq);
}

bool EventTable::remove(qint64 seq)
{
    return takeOut(rows, seq) || takeOut(undated, seq);
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
