// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/knownorder.h"

#include <algorithm>

namespace SecondStory::Analysis {

namespace {

using Loose = PersonSigns::Loose;

/// The first sign outside of any lane after `at`.
auto looseAfter(const std::vector<Loose> &loose, TimePoint at)
{
    return std::upper_bound(loose.begin(), loose.end(), at.us,
                            [](qint64 time, const Loose &sign) { return time < sign.time; });
}

auto looseFrom(const std::vector<Loose> &loose, TimePoint at)
{
    return std::lower_bound(loose.begin(), loose.end(), at.us,
                            [](const Loose &sign, qint64 time) { return sign.time < time; });
}

bool isBy(const std::optional<TimePoint> &since, TimePoint at)
{
    return since && *since <= at;
}

void offerEarlier(std::optional<TimePoint> &best, TimePoint time)
{
    best = best ? std::min(*best, time) : time;
}

void offerLater(std::optional<TimePoint> &best, TimePoint time)
{
    best = best ? std::max(*best, time) : time;
}

} // namespace

KnownOrder::KnownOrder(const EventTable &events)
    : m_size(events.size())
{
    std::vector<Lane *> byIndex(static_cast<size_t>(events.lanes.size()));
    // Only once all lanes are in, so that none moves any more.
    for (const LaneId lane : events.lanes)
        m_lanes[lane];
    for (qsizetype i = 0; i < events.lanes.size(); ++i)
        byIndex[static_cast<size_t>(i)] = &m_lanes[events.lanes[i]];
    for (const EventRow &row : events.rows) {
        byIndex[row.lane]->starts.push_back(row.start);
        byIndex[row.lane]->seqs.push_back(row.seq);
    }
    for (const EventRow &row : events.undated)
        m_undated.push_back(row.seq);
    std::sort(m_undated.begin(), m_undated.end());
}

size_t KnownOrder::Lane::until(TimePoint at) const
{
    return static_cast<size_t>(std::upper_bound(starts.begin(), starts.end(), at.us)
                               - starts.begin());
}

bool KnownOrder::holds(const EventFact &event) const
{
    if (!event.start)
        return std::binary_search(m_undated.begin(), m_undated.end(), event.seq);
    const auto lane = m_lanes.constFind(event.lane);
    if (lane == m_lanes.cend())
        return false;
    const auto [from, to] =
        std::equal_range(lane->starts.begin(), lane->starts.end(), event.start->us);
    const auto first = lane->seqs.begin() + (from - lane->starts.begin());
    return std::find(first, first + (to - from), event.seq) != first + (to - from);
}

qsizetype KnownOrder::countKnown(const Viewpoint &eyes, TimePoint at) const
{
    qsizetype count = looseAfter(eyes.loose(), at) - eyes.loose().begin();
    for (auto it = eyes.joined().cbegin(); it != eyes.joined().cend(); ++it) {
        const auto lane = m_lanes.constFind(it.key());
        if (it.value() <= at && lane != m_lanes.cend())
            count += static_cast<qsizetype>(lane->until(at));
    }
    for (const KnownStatement &stated : eyes.stated()) {
        if (holds(stated.event))
            count += int(isBy(eyes.since(stated.event), at))
                - int(isBy(eyes.derivedSince(stated.event), at));
    }
    return count;
}

qsizetype KnownOrder::countUnsaid(const Viewpoint &eyes, const Viewpoint &cast, TimePoint at) const
{
    qsizetype count = 0;
    for (auto it = m_lanes.cbegin(); it != m_lanes.cend(); ++it) {
        if (!cast.joined().contains(it.key()))
            count += static_cast<qsizetype>(it->until(at));
    }
    count -= looseAfter(cast.loose(), at) - cast.loose().begin();
    for (const KnownStatement &stated : cast.stated()) {
        if (!stated.event.start || *stated.event.start > at || !holds(stated.event))
            continue;
        count += int(sightAt(eyes, cast, stated.event, at) == Sight::Unsaid)
            - int(!cast.derivedSince(stated.event));
    }
    return std::max<qsizetype>(0, count);
}

std::optional<TimePoint> KnownOrder::candidateAfter(const Viewpoint &eyes, TimePoint at) const
{
    std::optional<TimePoint> best;
    for (auto it = eyes.joined().cbegin(); it != eyes.joined().cend(); ++it) {
        const auto lane = m_lanes.constFind(it.key());
        if (lane == m_lanes.cend())
            continue;
        if (at < it.value())
            offerEarlier(best, it.value());
        else if (const size_t next = lane->until(at); next < lane->starts.size())
            offerEarlier(best, { lane->starts[next] });
    }
    if (const auto sign = looseAfter(eyes.loose(), at); sign != eyes.loose().end())
        offerEarlier(best, { sign->time });
    for (const KnownStatement &stated : eyes.stated()) {
        if (const auto since = eyes.since(stated.event); since && *since > at)
            offerEarlier(best, *since);
    }
    return best;
}

std::optional<TimePoint> KnownOrder::candidateBefore(const Viewpoint &eyes, TimePoint at) const
{
    std::optional<TimePoint> best;
    for (auto it = eyes.joined().cbegin(); it != eyes.joined().cend(); ++it) {
        const auto lane = m_lanes.constFind(it.key());
        if (lane == m_lanes.cend() || it.value() >= at)
            continue;
        const auto first = std::lower_bound(lane->starts.begin(), lane->starts.end(), at.us);
        offerLater(best, it.value());
        if (first != lane->starts.begin())
            offerLater(best, { *(first - 1) });
    }
    if (const auto sign = looseFrom(eyes.loose(), at); sign != eyes.loose().begin())
        offerLater(best, { (sign - 1)->time });
    for (const KnownStatement &stated : eyes.stated()) {
        if (const auto since = eyes.since(stated.event); since && *since < at)
            offerLater(best, *since);
    }
    return best;
}

std::optional<TimePoint> KnownOrder::next(const Viewpoint &eyes, TimePoint at) const
{
    // An instant counts only when something is learned at it: a statement may have taken that away.
    auto candidate = candidateAfter(eyes, at);
    while (candidate && learnedAt(eyes, *candidate, 1).isEmpty())
        candidate = candidateAfter(eyes, *candidate);
    return candidate;
}

std::optional<TimePoint> KnownOrder::previous(const Viewpoint &eyes, TimePoint at) const
{
    auto candidate = candidateBefore(eyes, at);
    while (candidate && learnedAt(eyes, *candidate, 1).isEmpty())
        candidate = candidateBefore(eyes, *candidate);
    return candidate;
}

QList<qint64> KnownOrder::learnedAt(const Viewpoint &eyes, TimePoint at, int most) const
{
    QList<qint64> learned;
    const auto take = [&](qint64 seq) {
        if (learned.size() < most && !learned.contains(seq))
            learned << seq;
    };
    for (const KnownStatement &stated : eyes.stated()) {
        if (eyes.since(stated.event) == at && holds(stated.event))
            take(stated.event.seq);
    }
    for (auto it = eyes.joined().cbegin(); it != eyes.joined().cend(); ++it) {
        const auto lane = m_lanes.constFind(it.key());
        if (lane == m_lanes.cend() || at < it.value())
            continue;
        // Whoever comes into a lane can read what stands there already.
        for (size_t i = lane->until(at); i > 0 && learned.size() < most; --i) {
            if (lane->starts[i - 1] != at.us && it.value() != at)
                break;
            if (!eyes.stated().contains(lane->seqs[i - 1]))
                take(lane->seqs[i - 1]);
        }
    }
    for (auto sign = looseFrom(eyes.loose(), at);
         sign != eyes.loose().end() && sign->time == at.us && learned.size() < most; ++sign) {
        if (!eyes.stated().contains(sign->seq))
            take(sign->seq);
    }
    return learned;
}

} // namespace SecondStory::Analysis
