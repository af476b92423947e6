// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/person.h"
#include "domain/result.h"
#include "editing/mergeid.h"

// What people do to the cast, one function a verb; each is one step of undo.
// Errors of all: as ReviewDocument::perform; NotFound when a person is gone; BadInput without a
// name.

namespace SecondStory::Editing {

class ReviewDocument;

/// Adds somebody to the cast; id and review are filled in.
Result<PersonId> addPerson(ReviewDocument &document, Person person);
/// Replaces what is said of a person; writing in a row is one step with MergeId::Typing.
Result<void> editPerson(ReviewDocument &document, const Person &after,
                        MergeId merge = MergeId::None);
/// Makes two entries of the cast one: events and moments of `gone` become those of `kept`, which
/// also takes over its spellings and whatever it does not say itself. Cost: reads the events that
/// name `gone`, those of removed sources too.
Result<void> mergePeople(ReviewDocument &document, PersonId kept, PersonId gone);

} // namespace SecondStory::Editing
