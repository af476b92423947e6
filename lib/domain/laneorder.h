// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/lane.h"

#include <QList>

namespace SecondStory {

/// A place of the timeline's order from the top: a lane by itself, or a group with its lanes.
struct LaneSlot {
    LaneGroupId group; ///< null: a lane by itself
    QList<LaneId> lanes; ///< one lane when there is no group

    bool operator==(const LaneSlot &) const = default;
};

/// The lanes and groups of a review as they stand below each other. A lane whose group is gone
/// stands by itself. Order: by position; of equal ones, groups first, then as given. Cost: linear
/// with a sort.
[[nodiscard]] QList<LaneSlot> laneOrder(const QList<Lane> &lanes, const QList<LaneGroup> &groups);

} // namespace SecondStory
