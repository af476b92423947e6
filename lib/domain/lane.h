// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/ids.h"

#include <QString>

namespace SecondStory {

/// A row of the timeline.
struct Lane {
    LaneId id;
    int version = 0;
    ReviewId reviewId;
    QString name;
    int position = 0; ///< from the top
    int hue = 0; ///< 0..7, index into the category colours
    bool collapsed = false;
    bool hidden = false;
    SourceId origin; ///< the source that brought this lane in; null: the analyst did

    bool operator==(const Lane &) const = default;
};

} // namespace SecondStory
