// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/timeline/densitypyramid.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace SecondStory::Figures {

namespace {

/// All lanes together keep about this many buckets at the base level.
constexpr qint64 kBucketBudget = 1 << 22;
constexpr qint64 kMostBuckets = 1 << 17;
constexpr qint64 kFewestBuckets = 1 << 8;
/// The coarsest level still has more buckets than a screen has columns.
constexpr size_t kCoarsestBuckets = 1 << 12;

/// The first position from `from` on whose start is not before `us`: doubling steps, so that short
/// ways are cheap.
size_t gallop(const std::vector<qint64> &starts, size_t from, qint64 us)
{
    size_t step = 1;
    size_t low = from;
    size_t high = from;
    while (high < starts.size() && starts[high] < us) {
        low = high + 1;
        high += step;
        step *= 2;
    }
    high = std::min(high, starts.size());
    const auto begin = starts.begin();
    return static_cast<size_t>(std::lower_bound(begin + static_cast<std::ptrdiff_t>(low),
                                                begin + static_cast<std::ptrdiff_t>(high), us)
                               - begin);
}

} // namespace

DensityPyramid::DensityPyramid(const EventIndex &index, const std::atomic_bool *isCancelled)
    : m_lanes(static_cast<size_t>(index.laneCount()))
{
    if (!index.span())
        return;
    m_origin = index.span()->start.us;
    const qint64 range = index.span()->length() + 1;
    const qint64 most =
        std::clamp(kBucketBudget / std::max(1, index.laneCount()), kFewestBuckets, kMostBuckets);
    while ((range >> m_baseShift) >= most)
        ++m_baseShift;
    m_buckets = static_cast<size_t>(range >> m_baseShift) + 1;
    const std::vector<std::vector<quint32>> zeros = zeroLevels();
    m_levels = static_cast<int>(zeros.size());
    for (int i = 0; i < index.laneCount() && !(isCancelled && *isCancelled); ++i) {
        if (index.lane(i).starts.empty())
            continue;
        Lane &lane = m_lanes[static_cast<size_t>(i)];
        lane.levels = zeros;
        std::vector<quint32> &base = lane.levels.front();
        for (const qint64 start : index.lane(i).starts)
            ++base[static_cast<size_t>((start - m_origin) >> m_baseShift) + 1];
        for (size_t b = 1; b < base.size(); ++b)
            base[b] += base[b - 1];
        for (size_t level = 1; level < lane.levels.size(); ++level) {
            const std::vector<quint32> &fine = lane.levels[level - 1];
            std::vector<quint32> &coarse = lane.levels[level];
            for (size_t b = 0; b < coarse.size(); ++b)
                coarse[b] = fine[std::min(2 * b, fine.size() - 1)];
        }
    }
}

std::vector<std::vector<quint32>> DensityPyramid::zeroLevels() const
{
    std::vector<std::vector<quint32>> levels;
    if (m_buckets == 0)
        return levels;
    levels.emplace_back(m_buckets + 1);
    while (levels.back().size() > kCoarsestBuckets)
        levels.emplace_back(levels.back().size() / 2 + 1);
    return levels;
}

void DensityPyramid::follow(const EventIndex::Step &step)
{
    if (m_buckets == 0)
        return; // nothing was counted: the index is searched instead
    Lane &lane = m_lanes[static_cast<size_t>(step.lane)];
    const qint64 bucket = (step.start - m_origin) >> m_baseShift;
    if (bucket < 0 || bucket >= static_cast<qint64>(m_buckets)) {
        const auto known = std::find(lane.outside.begin(), lane.outside.end(), step.start);
        if (step.by > 0)
            lane.outside.push_back(step.start);
        else if (known != lane.outside.end())
            lane.outside.erase(known);
        return;
    }
    if (lane.levels.empty())
        lane.levels = zeroLevels();
    for (size_t level = 0; level < lane.levels.size(); ++level) {
        std::vector<quint32> &counts = lane.levels[level];
        const size_t first = (static_cast<size_t>(bucket) + (size_t(1) << level)) >> level;
        for (size_t b = std::min(first, counts.size() - 1); b < counts.size(); ++b)
            counts[b] += static_cast<quint32>(step.by);
    }
}

void DensityPyramid::reorder(const std::vector<int> &from)
{
    std::vector<Lane> lanes(from.size());
    for (size_t i = 0; i < from.size(); ++i) {
        if (from[i] >= 0)
            lanes[i] = std::move(m_lanes[static_cast<size_t>(from[i])]);
    }
    m_lanes = std::move(lanes);
}

qsizetype DensityPyramid::outside() const
{
    size_t count = 0;
    for (const Lane &lane : m_lanes)
        count += lane.outside.size();
    return static_cast<qsizetype>(count);
}

void DensityPyramid::count(const EventIndex &index, int lane, const TimeScale &scale,
                           std::vector<quint32> &columns) const
{
    columns.assign(static_cast<size_t>(std::ceil(scale.width())), 0);
    if (lane < 0 || lane >= index.laneCount() || index.lane(lane).starts.empty())
        return;
    int level = -1;
    while (level + 1 < m_levels && std::ldexp(1.0, m_baseShift + level + 1) <= scale.perPixel() / 2)
        ++level;
    if (level < 0 || static_cast<size_t>(lane) >= m_lanes.size())
        countBySearch(index.lane(lane), scale, columns);
    else
        countByBuckets(lane, level, scale, columns);
}

void DensityPyramid::countByBuckets(int lane, int level, const TimeScale &scale,
                                    std::vector<quint32> &columns) const
{
    const Lane &source = m_lanes[static_cast<size_t>(lane)];
    for (const qint64 start : source.outside) {
        const double x = scale.x({ start });
        if (x >= 0 && x < static_cast<double>(columns.size()))
            ++columns[static_cast<size_t>(x)];
    }
    if (source.levels.empty())
        return;
    const std::vector<quint32> &counts = source.levels[static_cast<size_t>(level)];
    const int shift = m_baseShift + level;
    const auto last = static_cast<qint64>(counts.size()) - 1;
    const double perPixel = scale.perPixel();
    const double offset = static_cast<double>(scale.start().us - m_origin);
    const double perBucket = std::ldexp(1.0, shift);
    const auto before = [&](size_t x) {
        const double bucket =
            std::floor((offset + static_cast<double>(x) * perPixel) / perBucket + 0.5);
        return counts[static_cast<size_t>(std::clamp(bucket, 0.0, static_cast<double>(last)))];
    };
    // Nothing comes after the last instant there is: what begins there belongs to the last column.
    const bool isLastOfAll = scale.end() >= kLatestTime;
    quint32 previous = before(0);
    for (size_t x = 0; x < columns.size(); ++x) {
        const bool isRest = isLastOfAll && x + 1 == columns.size();
        const quint32 next = isRest ? counts.back() : before(x + 1);
        columns[x] += next - previous;
        previous = next;
    }
}

void DensityPyramid::countBySearch(const EventIndex::Lane &lane, const TimeScale &scale,
                                   std::vector<quint32> &columns)
{
    const double perPixel = scale.perPixel();
    const auto edge = [&](size_t x) -> qint64 {
        if (x == columns.size() && scale.end() >= kLatestTime)
            return kLatestTime.us + 1;
        return scale.start().us + std::llround(static_cast<double>(x) * perPixel);
    };
    auto at = static_cast<size_t>(std::lower_bound(lane.starts.begin(), lane.starts.end(), edge(0))
                                  - lane.starts.begin());
    for (size_t x = 0; x < columns.size() && at < lane.starts.size();) {
        const qint64 until = edge(x + 1);
        const size_t next = gallop(lane.starts, at, until);
        columns[x] = static_cast<quint32>(next - at);
        at = next;
        ++x;
        if (at < lane.starts.size() && lane.starts[at] >= edge(x + 1)) {
            // Nothing starts in the following columns: go to the one of the next event.
            const double far =
                std::floor(static_cast<double>(lane.starts[at] - scale.start().us) / perPixel) - 1;
            x = std::max(
                x, static_cast<size_t>(std::clamp(far, 0.0, static_cast<double>(columns.size()))));
        }
    }
}

qint64 DensityPyramid::memory() const
{
    qint64 bytes = 0;
    for (const Lane &lane : m_lanes) {
        for (const std::vector<quint32> &level : lane.levels)
            bytes += static_cast<qint64>(level.size() * sizeof(quint32));
    }
    return bytes;
}

} // namespace SecondStory::Figures
