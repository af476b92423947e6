// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/knownedits.h"

#include "editing/recordedits.h"

#include <QCoreApplication>

namespace SecondStory::Editing {

namespace {

QString say(const char *text, int n = -1)
{
    return QCoreApplication::translate("KnownEdits", text, nullptr, n);
}

std::optional<TimePoint> timeOf(const KnownSince &since, const Event &event)
{
    switch (since.kind) {
    case KnownSince::Kind::AtTheEvent:
        return event.effectiveStart();
    case KnownSince::Kind::At:
        return since.time;
    case KnownSince::Kind::NotDuring:
        break;
    }
    return {};
}

/// Puts one statement in the place of all there are about an event and a person.
void statePair(ChangeSet &set, const ReviewContents &contents, KnownTo statement)
{
    bool isStated = false;
    for (const KnownTo &known : contents.knownTo) {
        if (known.eventId != statement.eventId || known.personId != statement.personId)
            continue;
        if (isStated) {
            set.remove(known);
            continue;
        }
        isStated = true;
        KnownTo after = known;
        after.since = statement.since;
        after.note = statement.note;
        if (after != known)
            set.update(known, after);
    }
    if (isStated)
        return;
    statement.id = KnownToId::create();
    statement.reviewId = contents.review.id;
    set.insert(statement);
}

} // namespace

Result<void> stateKnown(ReviewDocument &document, const QList<EventId> &events,
                        const QList<PersonId> &people, const KnownSince &since, const QString &note)
{
    if (events.isEmpty() || people.isEmpty())
        return failure(
            ErrorCode::BadInput,
            say(QT_TRANSLATE_NOOP("KnownEdits", "say which event was known, and to whom")));
    ChangeSet set;
    for (const EventId id : events) {
        const auto event = document.event(id);
        if (!event)
            return goneFailure();
        const auto time = timeOf(since, *event);
        if (!time && since.kind != KnownSince::Kind::NotDuring)
            return failure(
                ErrorCode::BadInput,
                say(QT_TRANSLATE_NOOP("KnownEdits",
                                      "an event without a time needs a time since when it "
                                      "was known")));
        for (const PersonId person : people) {
            if (!findRecord<Person>(document.contents(), person))
                return goneFailure();
            KnownTo statement;
            statement.eventId = id;
            statement.personId = person;
            statement.since = time;
            statement.note = note;
            statePair(set, document.contents(), statement);
        }
    }
    if (set.isEmpty())
        return {};
    return document.perform(set,
                            say(QT_TRANSLATE_N_NOOP("KnownEdits", "State who knew of %n event(s)"),
                                static_cast<int>(events.size())));
}

Result<void> changeKnown(ReviewDocument &document, KnownToId id, std::optional<TimePoint> since,
                         const QString &note)
{
    const auto *known = findRecord<KnownTo>(document.contents(), id);
    if (!known)
        return goneFailure();
    KnownTo after = *known;
    after.since = since;
    after.note = note;
    return replaceRecord(document, after,
                         say(QT_TRANSLATE_NOOP("KnownEdits", "Change since when it was known")));
}

Result<void> withdrawKnown(ReviewDocument &document, const QList<KnownToId> &ids)
{
    ChangeSet set;
    for (const KnownToId id : ids) {
        const auto *known = findRecord<KnownTo>(document.contents(), id);
        if (!known)
            return goneFailure();
        set.remove(*known);
    }
    if (set.isEmpty())
        return {};
    return document.perform(
        set, say(QT_TRANSLATE_NOOP("KnownEdits", "Take back since when it was known")));
}

} // namespace SecondStory::Editing
