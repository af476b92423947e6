// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "editing/reviewdocument.h"

namespace SecondStory::Editing {

// What one can do to the questions of a review. Each is one step of undo. Errors: NotFound, and
// those of perform().

Result<QuestionId> addQuestion(ReviewDocument &document, const QString &text,
                               const TargetRef &about = {});
/// Stores a question as given, in the place of the one with its id.
Result<void> editQuestion(ReviewDocument &document, const Question &after);

Result<void> removeQuestion(ReviewDocument &document, QuestionId id);

} // namespace SecondStory::Editing
