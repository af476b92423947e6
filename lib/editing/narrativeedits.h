// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "editing/reviewdocument.h"

namespace SecondStory::Editing {

// What one can do to the narrative. Each is one step of undo. Errors: NotFound, and those of
// perform().

/// Adds an empty section at the end.
Result<SectionId> addSection(ReviewDocument &document, const QString &heading);
Result<void> renameSection(ReviewDocument &document, SectionId id, const QString &heading);
/// Stores a section's body; runs of typing in one section are one step of undo.
Result<void> writeSection(ReviewDocument &document, SectionId id, const QString &body);
/// Moves a section to the place `to`, counted from 0.
Result<void> moveSection(ReviewDocument &document, SectionId id, int to);
/// Removes a section. Its claims stay in the review, without a section.
Result<void> removeSection(ReviewDocument &document, SectionId id);

} // namespace SecondStory::Editing
