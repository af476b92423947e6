// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/changeset.h"
#include "domain/ids.h"
#include "domain/result.h"
#include "domain/sourceclock.h"

// What people do to evidence sources, one function a verb; each is one step of undo.
// Errors of all: as ReviewDocument::perform; NotFound when the source is gone.

namespace SecondStory::Editing {

class ReviewDocument;

/// Takes a source and its events out of the review; its bytes and report are kept.
Result<void> removeSource(ReviewDocument &document, SourceId source);
/// Puts a removed source and its events back.
Result<void> putBackSource(ReviewDocument &document, SourceId source);

/// Corrects what is held of the clock a source was written by: its events move, nothing else does.
/// Asserted times stay. Cost: linear in the source's events.
Result<void> setSourceClock(ReviewDocument &document, SourceId source, const SourceClock &clock);
/// Says that the event of this source and the instant `shown` are the same: the skew follows.
Result<void> anchorSource(ReviewDocument &document, SourceId source, TimePoint recorded,
                          TimePoint shown);

/// Puts the events of sources into other lanes, as `assignments` (made by Services::planLanes)
/// says: `rule` is what the person chose, in their words. All are one step of undo, which gives
/// each event the lane it had. Errors also: Conflict when an event was moved since the plan was
/// made. Cost: linear in the sources' events.
Result<void> arrangeLanes(ReviewDocument &document, const ChangeSet &assignments,
                          const QString &rule);

} // namespace SecondStory::Editing
