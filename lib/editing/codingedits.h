// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/code.h"
#include "domain/result.h"

#include <QList>

// Codes put on events, factors and the rest; each is one step of undo.
// Errors of both: as ReviewDocument::perform; NotFound when the coding is gone.

namespace SecondStory::Editing {

class ReviewDocument;

/// Puts a code on targets; those that have it already are left as they are.
Result<void> applyCode(ReviewDocument &document, CodeId code, const QList<TargetRef> &targets,
                       Phases phases = {}, Polarity polarity = Polarity::Present);
/// Takes a code off a target.
Result<void> removeCoding(ReviewDocument &document, CodingId coding);

} // namespace SecondStory::Editing
