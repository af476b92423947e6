// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/account.h"
#include "domain/moment.h"
#include "editing/reviewdocument.h"

// What people do to moments and to the accounts of them, one function a verb; each is one step of
// undo. Errors of all: as ReviewDocument::perform; NotFound when a record is gone. Nothing changes
// on an error.

namespace SecondStory::Editing {

/// Which writing in an account merges: that in one text, never that in two.
[[nodiscard]] constexpr MergeId typingIn(AccountAspect aspect)
{
    // The numbers from 1,000 on belong to the texts of accounts.
    return static_cast<MergeId>(1'000 + static_cast<int>(aspect));
}

/// Makes a moment of events: it takes their time and those who acted in them, and, without a title
/// of its own, the words of the first one. Undated events give no time. Without events it is
/// undated and empty.
Result<MomentId> makeMoment(ReviewDocument &document, const QList<EventId> &events,
                            const QString &title = {});
/// Errors: also BadInput for a title without words.
Result<void> setMomentTitle(ReviewDocument &document, MomentId id, const QString &title);
/// No start makes it undated; no end makes it an instant. Errors: also BadInput (end before start,
/// or an end alone).
Result<void> setMomentSpan(ReviewDocument &document, MomentId id, std::optional<TimePoint> start,
                           std::optional<TimePoint> end);
Result<void> setMomentPeople(ReviewDocument &document, MomentId id, const QList<PersonId> &people);
/// Adds events to what is recorded of a moment; its time and people grow by theirs.
Result<void> addToMoment(ReviewDocument &document, MomentId id, const QList<EventId> &events);
/// Takes an event out of a moment, whose time and people stay as they are.
Result<void> takeFromMoment(ReviewDocument &document, MomentId id, EventId event);
/// Removes a moment with its accounts and what was said of their differences. Questions about any
/// of them stay, about nothing in particular.
Result<void> removeMoment(ReviewDocument &document, MomentId id);

Result<AccountId> addAccount(ReviewDocument &document, MomentId moment,
                             const QList<PersonId> &people = {});
Result<void> setAccountPeople(ReviewDocument &document, AccountId id,
                              const QList<PersonId> &people);
/// Writes one text of an account; writing on in it within two seconds is the same step of undo.
Result<void> writeAccount(ReviewDocument &document, AccountId id, AccountAspect aspect,
                          const QString &text);
/// Removes an account and the differences it has to others.
Result<void> removeAccount(ReviewDocument &document, AccountId id);

/// Says that two accounts do not agree in something; gives the mark there is when it was said
/// before. Errors: also BadInput unless they are two accounts of one moment.
Result<ContradictionId> markContradiction(ReviewDocument &document, AccountId first,
                                          AccountId second, AccountAspect aspect,
                                          const QString &note = {});
Result<void> setContradictionNote(ReviewDocument &document, ContradictionId id,
                                  const QString &note);
Result<void> removeContradiction(ReviewDocument &document, ContradictionId id);

/// Opens a question about a moment; gives the one there is when it has been asked already. Errors:
/// also BadInput for a question without words.
Result<QuestionId> askAboutMoment(ReviewDocument &document, MomentId id, const QString &question);

} // namespace SecondStory::Editing
