// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/evidencelink.h"
#include "domain/result.h"
#include "domain/statedduration.h"

// What people say of the points of an incident by the evidence, one function a verb; each is one
// step of undo. Errors of all: as ReviewDocument::perform; NotFound when a record is gone.

namespace SecondStory::Editing {

class ReviewDocument;

/// "This is when it was detected": the point gets the event's time, and the event becomes evidence
/// for it. Errors: also BadInput for an undated event.
Result<void> frameFromEvent(ReviewDocument &document, FramePoint point, EventId event);
/// Takes events as evidence for a point; those that are already stay as they are.
Result<void> linkFrameEvidence(ReviewDocument &document, FramePoint point,
                               const QList<EventId> &events);
/// Takes a piece of evidence for a point back.
Result<void> unlinkFrameEvidence(ReviewDocument &document, EvidenceLinkId link);

/// States how long something took, in words that name a length ("about 45 minutes"); `event` is
/// where it is said, null when the analyst says so. Errors: also BadInput for words without a
/// length, and for a point and itself.
Result<StatedDurationId> stateDuration(ReviewDocument &document, FramePoint from, FramePoint to,
                                       const QString &words, EventId event = {});
/// Stores a statement as given; its length follows its words. Errors: as stateDuration.
Result<void> editStatedDuration(ReviewDocument &document, StatedDuration after);
Result<void> removeStatedDuration(ReviewDocument &document, StatedDurationId id);

} // namespace SecondStory::Editing
