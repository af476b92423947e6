// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/activity.h"
#include "domain/result.h"

// What people do to activities, events that together are one piece of work. Each is one step of
// undo; the events stay as they are. Errors of all: as ReviewDocument::perform; NotFound when a
// record is gone.

namespace SecondStory::Editing {

class ReviewDocument;

/// Groups events into an activity, in the lane most of them stand in. An event is in one activity
/// at most: it leaves the one it was in. Errors: also BadInput without events or without a title.
Result<ActivityId> groupEvents(ReviewDocument &document, const QList<EventId> &events,
                               const QString &title);
/// Takes an activity away; its events stay.
Result<void> ungroup(ReviewDocument &document, ActivityId activity);
/// Errors: also BadInput for a title without words.
Result<void> renameActivity(ReviewDocument &document, ActivityId activity, const QString &title);
/// Adds events to an activity, out of those they were in.
Result<void> addToActivity(ReviewDocument &document, ActivityId activity,
                           const QList<EventId> &events);
/// Takes events out of their activities; an activity without events goes.
Result<void> removeFromActivities(ReviewDocument &document, const QList<EventId> &events);
/// Puts the bar or bracket of an activity into another lane; the events stay in theirs.
Result<void> setActivityLane(ReviewDocument &document, ActivityId activity, LaneId lane);
/// Shows one bar for the events, or the events again.
Result<void> setActivityCollapsed(ReviewDocument &document, ActivityId activity, bool isCollapsed);

} // namespace SecondStory::Editing
