// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/ids.h"
#include "domain/result.h"
#include "domain/timepoint.h"

#include <QList>
#include <QString>

#include <optional>

// What people do to the rows and marks of a timeline, one function a verb; each is one step of
// undo. Errors of all: as ReviewDocument::perform; NotFound when a record is gone; BadInput for an
// empty name.

namespace SecondStory::Editing {

class ReviewDocument;

Result<LaneId> addLane(ReviewDocument &document, const QString &name);
Result<void> renameLane(ReviewDocument &document, LaneId lane, const QString &name);
/// Puts a lane at a place from the top, among the lanes of its group or, when it stands by itself,
/// among such lanes and the groups; the others make room.
Result<void> moveLane(ReviewDocument &document, LaneId lane, int position);
/// Puts a lane into a group (null: by itself) at a place from its top. Errors: NotFound also when
/// the group is gone.
Result<void> placeLane(ReviewDocument &document, LaneId lane, LaneGroupId group, int position);
Result<void> setLaneCollapsed(ReviewDocument &document, LaneId lane, bool isCollapsed);
Result<void> setLaneHidden(ReviewDocument &document, LaneId lane, bool isHidden);
Result<void> setLaneHue(ReviewDocument &document, LaneId lane, int hue);
/// Keeps a lane in sight at the top while the others scroll.
Result<void> setLanePinned(ReviewDocument &document, LaneId lane, bool isPinned);
/// Makes a lane so many times as high as usual, within kLowestStretch and kHighestStretch.
Result<void> setLaneStretch(ReviewDocument &document, LaneId lane, double stretch);
inline constexpr double kLowestStretch = 0.5;
inline constexpr double kHighestStretch = 8;
/// Takes every hidden lane out of hiding.
Result<void> showAllLanes(ReviewDocument &document);

/// Puts lanes under one name, where the first of them stands.
Result<LaneGroupId> addLaneGroup(ReviewDocument &document, const QString &name,
                                 const QList<LaneId> &lanes);
Result<void> renameLaneGroup(ReviewDocument &document, LaneGroupId group, const QString &name);
/// Puts a group at a place from the top, among groups and lanes that stand by themselves.
Result<void> moveLaneGroup(ReviewDocument &document, LaneGroupId group, int position);
Result<void> setLaneGroupCollapsed(ReviewDocument &document, LaneGroupId group, bool isCollapsed);
/// Takes a group apart: its lanes stand by themselves in its place.
Result<void> removeLaneGroup(ReviewDocument &document, LaneGroupId group);

/// Marks an instant, or a stretch when an end is given. The name may be empty until someone gives
/// one.
Result<TimeMarkId> addMark(ReviewDocument &document, const QString &name, TimePoint start,
                           std::optional<TimePoint> end = {});
Result<void> renameMark(ReviewDocument &document, TimeMarkId mark, const QString &name);
Result<void> removeMark(ReviewDocument &document, TimeMarkId mark);

} // namespace SecondStory::Editing
