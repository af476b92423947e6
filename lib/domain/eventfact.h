// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/ids.h"
#include "domain/timepoint.h"

#include <optional>

namespace SecondStory {

/// An event as far as it says when and where it was: all that has to be known of it to tell who
/// could see it.
struct EventFact {
    qint64 seq = 0; ///< the store's number for it
    std::optional<TimePoint> start; ///< effective; none: undated
    LaneId lane; ///< null: in none

    bool operator==(const EventFact &) const = default;
};

} // namespace SecondStory
