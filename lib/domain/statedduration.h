// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/ids.h"
#include "domain/incidentframe.h"

#include <QString>

namespace SecondStory {

/// How long something took as a source or a person states it: kept beside what the frame's times
/// come to, never in their place.
struct StatedDuration {
    StatedDurationId id;
    int version = 0;
    ReviewId reviewId;
    FramePoint from = FramePoint::Began;
    FramePoint to = FramePoint::Resolved;
    qint64 lengthUs = 0;
    QString words; ///< as stated: "about 45 minutes"
    EventId eventId; ///< where it is stated; null: the analyst says so

    bool operator==(const StatedDuration &) const = default;
};

} // namespace SecondStory
