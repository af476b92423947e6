// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/eventdetails.h"

#include "editing/reviewdocument.h"

#include <QCoreApplication>

namespace SecondStory::Editing {

namespace {

Result<void> store(ReviewDocument &document, const std::optional<Event> &before, const Event &after,
                   const QString &text, MergeId merge)
{
    if (after == *before)
        return {};
    ChangeSet set;
    set.update(*before, after);
    return document.perform(set, text, merge);
}

tl::unexpected<Error> notFound()
{
    return failure(
        ErrorCode::NotFound,
        QCoreApplication::translate("EventDetails", "the event is no longer in this review"));
}

} // namespace

Result<void> setEventNote(ReviewDocument &document, EventId id, const QString &note)
{
    const auto before = document.event(id);
    if (!before)
        return notFound();
    Event after = *before;
    after.note = note;
    return store(document, before, after,
                 QCoreApplication::translate("EventDetails", "Note an event"), MergeId::Typing);
}

Result<void> setEventPeople(ReviewDocument &document, EventId id, const QList<PersonId> &people)
{
    const auto before = document.event(id);
    if (!before)
        return notFound();
    Event after = *before;
    after.actors.clear();
    for (const PersonId person : people) {
        if (!after.actors.contains(person))
            after.actors << person;
    }
    return store(document, before, after,
                 QCoreApplication::translate("EventDetails", "Say who an event is of"),
                 MergeId::None);
}

} // namespace SecondStory::Editing
