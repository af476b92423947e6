// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "editing/reviewdocument.h"

namespace SecondStory::Editing {

// What one can do to the learnings of a review. Each is one step of undo. Errors: NotFound, and
// those of perform().

Result<LearningId> addLearning(ReviewDocument &document, const QString &text);
/// Stores a learning as given, in the place of the one with its id.
Result<void> editLearning(ReviewDocument &document, const Learning &after);
/// Moves a learning to the place `to`, counted from 0.
Result<void> moveLearning(ReviewDocument &document, LearningId id, int to);
Result<void> removeLearning(ReviewDocument &document, LearningId id);

} // namespace SecondStory::Editing
