// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/sameas.h"
#include "editing/reviewdocument.h"

// What people say about two events that look alike, one function a verb; each is one step of undo.
// Errors of all: as ReviewDocument::perform; NotFound when a record is gone.

namespace SecondStory::Editing {

/// Says of two events that they record the same happening, or that they do not. An earlier
/// statement about the two is replaced. Errors: also BadInput for an event and itself.
Result<void> stateSameAs(ReviewDocument &document, EventId first, EventId second,
                         SameAsVerdict verdict, const QString &note = {});
/// Takes a statement back: the two may be proposed again.
Result<void> withdrawSameAs(ReviewDocument &document, SameAsId id);

} // namespace SecondStory::Editing
