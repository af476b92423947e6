// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/moment.h"
#include "domain/result.h"

// What one does to an event while reading evidence item by item. Each is one step of undo. Errors
// of all: as ReviewDocument::perform; NotFound when a record is gone.

namespace SecondStory::Editing {

class ReviewDocument;

/// Adds an event to a moment; nothing happens when it is there already.
Result<void> addEventToMoment(ReviewDocument &document, MomentId moment, EventId event);
/// Begins a moment with an event, at its time when it has one. Errors: also BadInput for a title
/// without words.
Result<MomentId> beginMoment(ReviewDocument &document, const QString &title, EventId event);
/// Writes a line under the note of an event; what stands there stays.
Result<void> addNoteLine(ReviewDocument &document, EventId event, const QString &line);

} // namespace SecondStory::Editing
