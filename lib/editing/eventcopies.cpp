// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/eventcopies.h"

#include "editing/recordedits.h"
#include "editing/reviewdocument.h"

#include <QCoreApplication>

namespace SecondStory::Editing {

namespace {

Event copyOf(const Event &event, TimePoint start)
{
    Event copy;
    copy.id = EventId::create();
    copy.reviewId = event.reviewId;
    copy.recorded.start = start;
    copy.recorded.end = event.effectiveEnd();
    copy.recorded.basis = TimeBasis::Absolute;
    copy.title = event.displayTitle();
    copy.text = event.text;
    copy.kind = event.kind;
    copy.laneId = event.laneId;
    copy.actors = event.actors;
    copy.note = event.note;
    copy.grounds = event.grounds;
    return copy;
}

} // namespace

Result<QList<EventId>> duplicateEvents(ReviewDocument &document, const QList<EventId> &events)
{
    QList<EventId> copies;
    ChangeSet set;
    for (const EventId id : events) {
        const auto event = document.event(id);
        if (!event)
            return goneFailure();
        const auto start = event->effectiveStart();
        if (!start)
            return failure(ErrorCode::Refused,
                           QCoreApplication::translate(
                               "EventEdits", "an event without a time cannot be duplicated"));
        const Event copy = copyOf(*event, *start);
        copies.append(copy.id);
        set.insert(copy);
    }
    if (set.isEmpty())
        return copies;
    const QString text = QCoreApplication::translate("EventEdits", "Duplicate events");
    if (const auto done = document.perform(set, text); !done)
        return failure(done.error());
    return copies;
}

} // namespace SecondStory::Editing
