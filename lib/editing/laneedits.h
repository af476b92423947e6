// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/ids.h"
#include "domain/result.h"
#include "domain/timepoint.h"

#include <QString>

#include <optional>

// What people do to the rows and marks of a timeline, one function a verb; each is one step of
// undo. Errors of all: as ReviewDocument::perform; NotFound when a record is gone; BadInput for an
// empty name.

namespace SecondStory::Editing {

class ReviewDocument;

Result<LaneId> addLane(ReviewDocument &document, const QString &name);
Result<void> renameLane(ReviewDocument &document, LaneId lane, const QString &name);
/// Puts a lane at a place from the top; the others make room.
Result<void> moveLane(ReviewDocument &document, LaneId lane, int position);
Result<void> setLaneCollapsed(ReviewDocument &document, LaneId lane, bool isCollapsed);
Result<void> setLaneHidden(ReviewDocument &document, LaneId lane, bool isHidden);
Result<void> setLaneHue(ReviewDocument &document, LaneId lane, int hue);

/// Marks an instant, or a stretch when an end is given. The name may be empty until someone gives
/// one.
Result<TimeMarkId> addMark(ReviewDocument &document, const QString &name, TimePoint start,
                           std::optional<TimePoint> end = {});
Result<void> renameMark(ReviewDocument &document, TimeMarkId mark, const QString &name);
Result<void> removeMark(ReviewDocument &document, TimeMarkId mark);

} // namespace SecondStory::Editing
