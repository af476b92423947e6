// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/ids.h"

#include <QList>
#include <QString>

namespace SecondStory {

/// Events that together are one piece of work: drawn as one bar when collapsed. The events stay as
/// they are.
struct Activity {
    ActivityId id;
    int version = 0;
    ReviewId reviewId;
    QString title;
    LaneId laneId; ///< where its bar is drawn; null: with the events of no lane
    QList<EventId> events;
    bool collapsed = true;

    bool operator==(const Activity &) const = default;
};

} // namespace SecondStory
