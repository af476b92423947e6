// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/ids.h"
#include "domain/timepoint.h"

#include <QString>

#include <optional>

namespace SecondStory {

/// The analyst's statement of when an event came to somebody's knowledge. It goes before what
/// author, channel and mentions suggest.
struct KnownTo {
    KnownToId id;
    int version = 0;
    ReviewId reviewId;
    EventId eventId;
    PersonId personId;
    std::optional<TimePoint> since; ///< none: they did not know it during the incident
    QString note;

    bool operator==(const KnownTo &) const = default;
};

} // namespace SecondStory
