// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/event.h"
#include "domain/result.h"

// What the analyst says beside an event's words and times; each is one step of undo.
// Errors of all: as ReviewDocument::perform; NotFound when the event is gone.

namespace SecondStory::Editing {

class ReviewDocument;

/// Writes a note on an event; writing in a row is one step.
Result<void> setEventNote(ReviewDocument &document, EventId event, const QString &note);
/// Adds a line to an event's note; a line without words changes nothing.
Result<void> addNoteLine(ReviewDocument &document, EventId event, const QString &line);
/// Says who an event is of; a person named twice counts once.
Result<void> setEventPeople(ReviewDocument &document, EventId event, const QList<PersonId> &people);

} // namespace SecondStory::Editing
