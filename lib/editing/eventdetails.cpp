// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/eventdetails.h"

#include "editing/recordedits.h"

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

} // namespace

Result<void> setEventNote(ReviewDocument &document, EventId id, const QString &note)
{
    const auto before = document.event(id);
    if (!before)
        return goneFailure();
    Event after = *before;
    after.note = note;
    return store(document, before, after,
                 QCoreApplication::translate("EventDetails", "Note an event"), MergeId::Typing);
}

Result<void> addNoteLine(ReviewDocument &document, EventId id, const QString &line)
{
    const auto before = document.event(id);
    if (!before)
        return goneFailure();
    const QString words = line.trimmed();
    if (words.isEmpty())
        return {};
    Event after = *before;
    if (!after.note.isEmpty() && !after.note.endsWith(u'\n'))
        after.note += u'\n';
    after.note += words;
    return store(document, before, after,
                 QCoreApplication::translate("EventDetails", "Note an event"), MergeId::None);
}

Result<void> setEventPeople(ReviewDocument &document, EventId id, const QList<PersonId> &people)
{
    const auto before = document.event(id);
    if (!before)
        return goneFailure();
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
