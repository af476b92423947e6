// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "editing/reviewdocument.h"

namespace SecondStory::Editing {

// What one can do to the actions of a review. Each is one step of undo. Errors: NotFound, and those
// of perform().

Result<ActionId> addAction(ReviewDocument &document, const QString &title);
/// Stores a action as given, in the place of the one with its id.
Result<void> editAction(ReviewDocument &document, const Action &after);
/// Moves a action to the place `to`, counted from 0.
Result<void> moveAction(ReviewDocument &document, ActionId id, int to);
Result<void> removeAction(ReviewDocument &document, ActionId id);

} // namespace SecondStory::Editing
