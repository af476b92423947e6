// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/readingedits.h"

#include "editing/recordedits.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace SecondStory::Editing {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("ReadingEdits", text);
}

} // namespace

Result<void> addEventToMoment(ReviewDocument &document, MomentId moment, EventId event)
{
    const auto *before = findRecord<Moment>(document.contents(), moment);
    if (!before || !document.event(event))
        return goneFailure();
    if (before->events.contains(event))
        return {};
    Moment after = *before;
    after.events.append(event);
    return replaceRecord(document, after,
                         say(QT_TRANSLATE_NOOP("ReadingEdits", "Add an event to a moment")));
}

Result<MomentId> beginMoment(ReviewDocument &document, const QString &title, EventId event)
{
    const auto known = document.event(event);
    if (!known)
        return goneFailure();
    if (title.simplified().isEmpty())
        return failure(ErrorCode::BadInput,
                       say(QT_TRANSLATE_NOOP("ReadingEdits", "a moment needs a title")));
    Moment moment;
    moment.id = MomentId::create();
    moment.reviewId = document.id();
    moment.title = title.simplified();
    moment.start = known->effectiveStart();
    moment.end = known->effectiveEnd();
    moment.people = known->actors;
    moment.events = { event };
    ChangeSet set;
    set.insert(moment);
    const auto done =
        document.perform(set, say(QT_TRANSLATE_NOOP("ReadingEdits", "Begin a moment")));
    if (!done)
        return failure(done.error());
    return moment.id;
}

Result<void> addNoteLine(ReviewDocument &document, EventId event, const QString &line)
{
    const auto before = document.event(event);
    if (!before)
        return goneFailure();
    if (line.trimmed().isEmpty())
        return {};
    Event after = *before;
    after.note +=
        (after.note.isEmpty() || after.note.endsWith(u'\n') ? u""_s : u"\n"_s) + line.trimmed();
    ChangeSet set;
    set.update(*before, after);
    return document.perform(set, say(QT_TRANSLATE_NOOP("ReadingEdits", "Note an event")));
}

} // namespace SecondStory::Editing
