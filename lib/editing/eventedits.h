// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/event.h"
#include "domain/result.h"
#include "editing/mergeid.h"

#include <QList>

// What people do to events, lanes and marks, one function a verb. Each is one step of undo.
// Errors of all: as ReviewDocument::perform; NotFound when a record is gone. Nothing changes on an
// error.

namespace SecondStory::Editing {

class ReviewDocument;

/// What the analyst says when adding an event.
struct NewEvent {
    TimePoint start;
    std::optional<TimePoint> end;
    LaneId lane;
    EventKind kind = EventKind::Observation;
    QString title;
    Grounds grounds = Grounds::Remembered; ///< what the analyst adds, somebody told
};

/// Why an event's time cannot be moved; nothing when it can. Evidence keeps the time it states.
[[nodiscard]] std::optional<Error> reasonNotToRetime(const Event &event);

/// Adds an event of the analyst's own. Errors: also BadInput for a title without words.
Result<EventId> addEvent(ReviewDocument &document, const NewEvent &event);
/// Moves own events by the same amount. Errors: also Refused when one of them is imported evidence.
Result<void> retimeEvents(ReviewDocument &document, const QList<EventId> &events,
                          qint64 byMicroseconds, MergeId merge = MergeId::None);
/// Gives an own event another start and end; no end makes it an instant. Errors: also Refused,
/// BadInput (end before start).
Result<void> setDuration(ReviewDocument &document, EventId event, TimePoint start,
                         std::optional<TimePoint> end);
/// States when something happened, beside what was recorded. Works for every event, undated ones
/// too.
Result<void> setAssertedTime(ReviewDocument &document, EventId event, const AssertedTime &time);
/// The same for several, in one step.
Result<void> setAssertedTime(ReviewDocument &document, const QList<EventId> &events,
                             const AssertedTime &time);
/// Goes back to the recorded times.
Result<void> clearAssertedTime(ReviewDocument &document, const QList<EventId> &events);
Result<void> setKind(ReviewDocument &document, const QList<EventId> &events, EventKind kind);
Result<void> setLane(ReviewDocument &document, const QList<EventId> &events, LaneId lane);
/// Words an event anew: own events get the title itself, imported ones a caption beside it (empty:
/// the title again).
Result<void> setCaption(ReviewDocument &document, EventId event, const QString &caption);
Result<void> setStarred(ReviewDocument &document, const QList<EventId> &events, bool isStarred);
/// Removes the analyst's own events with what points at them. Errors: also
/// Refused for imported ones.
Result<void> removeOwnEvents(ReviewDocument &document, const QList<EventId> &events);

} // namespace SecondStory::Editing
