// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/timeline/eventindex.h"
#include "figures/timeline/timescale.h"

#include <vector>

namespace SecondStory::Figures {

/// How many events start in each column of a drawing, at a cost that depends on the columns only.
/// Keeps, for every lane, running counts over buckets of a power of two, at several levels; below
/// the finest level it searches the index itself, and is then exact.
class DensityPyramid {
public:
    DensityPyramid() = default;
    /// The base bucket is chosen from the range of the events and the number of lanes. Cost:
    /// linear.
    explicit DensityPyramid(const EventIndex &index, const std::atomic_bool *isCancelled = nullptr);

    /// Follows what an index has followed. Cost: linear in the buckets of one lane.
    void follow(const EventIndex::Step &step);
    /// As EventIndex::reorder().
    void reorder(const std::vector<int> &from);
    /// How many events begin outside the range the buckets were made for: many make it slow.
    [[nodiscard]] qsizetype outside() const;

    /// Counts per column of a lane; `columns` gets one entry for each of ceil(width) columns of
    /// `scale`. A zoomed-out count may put an event at most half a column from its place; none is
    /// lost or doubled.
    void count(const EventIndex &index, int lane, const TimeScale &scale,
               std::vector<quint32> &columns) const;

    /// Units: microseconds.
    [[nodiscard]] qint64 baseBucket() const { return qint64(1) << m_baseShift; }
    [[nodiscard]] int levels() const { return m_levels; }
    /// Bytes held.
    [[nodiscard]] qint64 memory() const;

private:
    struct Lane {
        std::vector<std::vector<quint32>>
            levels; ///< [level][bucket]: events before the bucket begins
        std::vector<qint64> outside; ///< starts of events beyond all buckets, in no order
    };

    void countByBuckets(int lane, int level, const TimeScale &scale,
                        std::vector<quint32> &columns) const;
    static void countBySearch(const EventIndex::Lane &lane, const TimeScale &scale,
                              std::vector<quint32> &columns);

    [[nodiscard]] std::vector<std::vector<quint32>> zeroLevels() const;

    std::vector<Lane> m_lanes;
    qint64 m_origin = 0;
    size_t m_buckets = 0; ///< at the base level
    int m_baseShift = 0;
    int m_levels = 0;
};

} // namespace SecondStory::Figures
