// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/knownto.h"
#include "domain/result.h"

#include <QList>

// What the analyst states of who knew of an event since when, one function a verb; each is one step
// of undo. Errors of all: as ReviewDocument::perform; NotFound when a record is gone.

namespace SecondStory::Editing {

class ReviewDocument;

/// Since when.
struct KnownSince {
    enum class Kind { AtTheEvent, At, NotDuring };
    Kind kind = Kind::AtTheEvent;
    TimePoint time; ///< for At

    [[nodiscard]] static KnownSince at(TimePoint time) { return { Kind::At, time }; }
    [[nodiscard]] static KnownSince notDuring() { return { Kind::NotDuring, {} }; }
};

/// States that each of the events was known to each of the people since a time, or was not known
/// during the incident. Earlier statements about the same pairs are replaced. Errors: also BadInput
/// for an event without a time that was known when it happened, and without events or people.
Result<void> stateKnown(ReviewDocument &document, const QList<EventId> &events,
                        const QList<PersonId> &people, const KnownSince &since,
                        const QString &note = {});
/// Words a statement anew; nothing happens when it says that already.
Result<void> changeKnown(ReviewDocument &document, KnownToId id, std::optional<TimePoint> since,
                         const QString &note);
/// Takes statements back: what the evidence suggests counts again.
Result<void> withdrawKnown(ReviewDocument &document, const QList<KnownToId> &ids);

} // namespace SecondStory::Editing
