// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"
#include "domain/review.h"

// What people say of a review as a whole, one function a verb; each is one step of undo.
// Errors of all: as ReviewDocument::perform.

namespace SecondStory::Editing {

class ReviewDocument;

/// Errors: also BadInput for a title without words.
Result<void> setTitle(ReviewDocument &document, const QString &title);
Result<void> setSummary(ReviewDocument &document, const QString &summary);
Result<void> setStatus(ReviewDocument &document, ReviewStatus status);
Result<void> setDepth(ReviewDocument &document, ReviewDepth depth);
/// Errors: also BadInput for a zone nobody knows.
Result<void> setZone(ReviewDocument &document, const QString &zone);
/// States when the incident began, was detected and so on; nothing takes the statement back.
/// Edits in a row (a drag) are one step.
Result<void> setFrameTime(ReviewDocument &document, FramePoint point,
                          std::optional<TimePoint> time);

} // namespace SecondStory::Editing
