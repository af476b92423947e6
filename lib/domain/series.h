// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/ids.h"
#include "domain/timepoint.h"

#include <QString>

#include <optional>
#include <vector>

namespace SecondStory {

/// One measured value of a series; not a number where the source has a gap.
struct SeriesSample {
    TimePoint time;
    double value = 0;
};

/// A measured quantity over time, drawn as a curve in its lane. Its samples are evidence: kept
/// apart, read as they are needed, never changed.
struct Series {
    SeriesId id;
    int version = 0;
    ReviewId reviewId;
    SourceId sourceId;
    LaneId laneId;
    QString name;
    QString unit; ///< empty when the source does not say
    QString place; ///< where in the source
    QString naturalKey;
    qint64 sampleCount = 0;
    std::optional<TimePoint> first;
    std::optional<TimePoint> last;
    double low = 0; ///< of the finite values
    double high = 0;

    bool operator==(const Series &) const = default;
};

/// True when `after` leaves everything that the evidence states as it is in `before`: only the lane
/// is the analyst's.
[[nodiscard]] bool keepsRecord(const Series &before, const Series &after);

} // namespace SecondStory
