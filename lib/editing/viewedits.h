// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"
#include "domain/savedview.h"

// What people do to the views of a timeline they keep, one function a verb; each is one step of
// undo. Errors of all: as ReviewDocument::perform; NotFound when the view is gone; BadInput for an
// empty name.

namespace SecondStory::Editing {

class ReviewDocument;

/// Keeps a stretch and a filter under a name, after the others; id, review and position of `view`
/// are given here. Errors: also BadInput for an end before the start.
Result<SavedViewId> saveView(ReviewDocument &document, SavedView view);
/// Puts another stretch and filter under the same name.
Result<void> replaceView(ReviewDocument &document, SavedViewId id, const SavedView &view);
Result<void> renameView(ReviewDocument &document, SavedViewId id, const QString &name);
/// Puts a view at a place of the list; the others make room.
Result<void> moveView(ReviewDocument &document, SavedViewId id, int position);
Result<void> removeView(ReviewDocument &document, SavedViewId id);

} // namespace SecondStory::Editing
