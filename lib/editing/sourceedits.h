// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/ids.h"
#include "domain/result.h"

// What people do to evidence sources, one function a verb; each is one step of undo.
// Errors of all: as ReviewDocument::perform; NotFound when the source is gone.

namespace SecondStory::Editing {

class ReviewDocument;

/// Takes a source and its events out of the review; its bytes and report are kept.
Result<void> removeSource(ReviewDocument &document, SourceId source);
/// Puts a removed source and its events back.
Result<void> putBackSource(ReviewDocument &document, SourceId source);

} // namespace SecondStory::Editing
