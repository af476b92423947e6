// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/ids.h"
#include "domain/timepoint.h"

#include <QString>

#include <optional>

namespace SecondStory {

/// A named place (or stretch) on the timeline's ruler, put there by the analyst.
struct TimeMark {
    TimeMarkId id;
    int version = 0;
    ReviewId reviewId;
    QString name;
    TimePoint start;
    std::optional<TimePoint> end; ///< set: a range note

    bool operator==(const TimeMark &) const = default;
};

} // namespace SecondStory
