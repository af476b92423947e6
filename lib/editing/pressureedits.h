// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/pressure.h"
#include "domain/result.h"
#include "editing/mergeid.h"

#include <QList>

// What people do to the pressures of a review, one function a verb; each is one step of undo.
// Evidence is linked as anywhere else: FactorEdits::linkEvidence.
// Errors of all: as ReviewDocument::perform; NotFound when a pressure is gone.

namespace SecondStory::Editing {

class ReviewDocument;

/// Adds a pressure; id and review are filled in. Errors: also BadInput without a code and words.
Result<PressureId> addPressure(ReviewDocument &document, Pressure pressure,
                               const QList<EventId> &evidence = {});
/// Replaces the fields of a pressure; writing in a row is one step with MergeId::Typing.
Result<void> editPressure(ReviewDocument &document, const Pressure &after,
                          MergeId merge = MergeId::None);
/// Removes pressures with their evidence links and codings.
Result<void> removePressures(ReviewDocument &document, const QList<PressureId> &pressures);

} // namespace SecondStory::Editing
