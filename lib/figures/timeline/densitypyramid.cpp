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

DensityPyramid::DensityPyramid(const EventIndex &index)
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
    const auto buckets = static_cast<size_t>(range >> m_baseShift) + 1;
    for (int i = 0; i < index.laneCount(); ++i) {
        Lane &lane = m_lanes[static_cast<size_t>(i)];
        std::vector<quint32> base(buckets + 1);
        for (const qint64 start : index.lane(i).starts)
            ++base[static_cast<size_t>((start - m_origin) >> m_baseShift) + 1];
        for (size_t b = 1; b < base.size(); ++b)
            base[b] += base[b - 1];
        lane.levels.push_back(std::move(base));
        while (lane.levels.back().size() > kCoarsestBuckets) {
            const std::vector<quint32> &fine = lane.levels.back();
            std::vector<quint32> coarse;
            coarse.reserve(fine.size() / 2 + 2);
            for (size_t b = 0; b < fine.size(); b += 2)
                coarse.push_back(fine[b]);
            if (fine.size() % 2 == 0)
                coarse.push_back(fine.back());
            lane.levels.push_back(std::move(coarse));
        }
        m_levels = static_cast<int>(lane.levels.size());
    }
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
    if (level < 0)
        countBySearch(index.lane(lane), scale, columns);
    else
        countByBuckets(lane, level, scale, columns);
}

void DensityPyramid::countByBuckets(int lane, int level, const TimeScale &scale,
                                    std::vector<quint32> &columns) const
{
    const std::vector<quint32> &counts =
        m_lanes[static_cast<size_t>(lane)].levels[static_cast<size_t>(level)];
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
    quint32 previous = before(0);
    for (size_t x = 0; x < columns.size(); ++x) {
        const quint32 next = before(x + 1);
        columns[x] = next - previous;
        previous = next;
    }
}

void DensityPyramid::countBySearch(const EventIndex::Lane &lane, const TimeScale &scale,
                                   std::vector<quint32> &columns)
{
    const double perPixel = scale.perPixel();
    const auto edge = [&](size_t x) {
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
