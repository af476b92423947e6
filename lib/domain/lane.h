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
    int position = 0; ///< from the top, among the lanes of its group
    int hue = 0; ///< 0..7, index into the category colours
    bool collapsed = false;
    bool hidden = false;
    SourceId origin; ///< the source that brought this lane in; null: the analyst did
    bool pinned = false; ///< stays in sight at the top while the others scroll
    double stretch = 1; ///< times the usual height
    LaneGroupId groupId; ///< null: stands by itself

    bool operator==(const Lane &) const = default;
};

/// Lanes under one name that fold together.
struct LaneGroup {
    LaneGroupId id;
    int version = 0;
    ReviewId reviewId;
    QString name;
    int position = 0; ///< among groups and lanes that stand by themselves
    bool collapsed = false;

    bool operator==(const LaneGroup &) const = default;
};

} // namespace SecondStory
