// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/frameedits.h"

#include "domain/durationwords.h"
#include "editing/recordedits.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace SecondStory::Editing {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("FrameEdits", text);
}

bool isLinked(const ReviewContents &contents, const TargetRef &target, EventId event)
{
    return std::any_of(
        contents.evidenceLinks.cbegin(), contents.evidenceLinks.cend(),
        [&](const EvidenceLink &link) { return link.target == target && link.eventId == event; });
}

void addLink(ChangeSet &set, const ReviewContents &contents, FramePoint point, EventId event)
{
    const TargetRef target = frameTarget(contents.review.id, point);
    if (isLinked(contents, target, event))
        return;
    EvidenceLink link;
    link.id = EvidenceLinkId::create();
    link.reviewId = contents.review.id;
    link.target = target;
    link.eventId = event;
    set.insert(link);
}

/// Gives a statement the length its words name.
Result<void> takeWords(StatedDuration &stated)
{
    stated.words = stated.words.simplified();
    const auto read = readDurationWords(stated.words);
    if (!read)
        return failure(
            ErrorCode::BadInput,
            say(QT_TRANSLATE_NOOP("FrameEdits", "“%1” names no length of time")).arg(stated.words),
            say(QT_TRANSLATE_NOOP("FrameEdits", "write it like about 45 minutes, 1h 10m or 2:15")));
    if (stated.from == stated.to)
        return failure(
            ErrorCode::BadInput,
            say(QT_TRANSLATE_NOOP("FrameEdits", "a duration goes from one point to another")));
    stated.lengthUs = read->lengthUs;
    return {};
}

} // namespace

Result<void> frameFromEvent(ReviewDocument &document, FramePoint point, EventId id)
{
    const auto event = document.event(id);
    if (!event)
        return goneFailure();
    const auto start = event->effectiveStart();
    if (!start)
        return failure(ErrorCode::BadInput,
                       say(QT_TRANSLATE_NOOP("FrameEdits", "this event has no time")),
                       say(QT_TRANSLATE_NOOP("FrameEdits", "assert one first")));
    ChangeSet set;
    Review after = document.contents().review;
    after.frame.*kFrameFields[static_cast<size_t>(point)].time = start;
    if (after != document.contents().review)
        set.update(document.contents().review, after);
    addLink(set, document.contents(), point, id);
    if (set.isEmpty())
        return {};
    return document.perform(set, say(QT_TRANSLATE_NOOP("FrameEdits", "Frame by an event")));
}

Result<void> linkFrameEvidence(ReviewDocument &document, FramePoint point,
                               const QList<EventId> &events)
{
    ChangeSet set;
    for (const EventId event : events)
        addLink(set, document.contents(), point, event);
    if (set.isEmpty())
        return {};
    return document.perform(set, say(QT_TRANSLATE_NOOP("FrameEdits", "Take as evidence")));
}

Result<void> unlinkFrameEvidence(ReviewDocument &document, EvidenceLinkId id)
{
    const EvidenceLink *link = findRecord<EvidenceLink>(document.contents(), id);
    if (!link)
        return goneFailure();
    ChangeSet set;
    set.remove(*link);
    return document.perform(set, say(QT_TRANSLATE_NOOP("FrameEdits", "Take evidence back")));
}

Result<StatedDurationId> stateDuration(ReviewDocument &document, FramePoint from, FramePoint to,
                                       const QString &words, EventId event)
{
    StatedDuration stated;
    stated.id = StatedDurationId::create();
    stated.reviewId = document.id();
    stated.from = from;
    stated.to = to;
    stated.words = words;
    stated.eventId = event;
    if (auto read = takeWords(stated); !read)
        return failure(read.error());
    ChangeSet set;
    set.insert(stated);
    if (auto done = document.perform(set, say(QT_TRANSLATE_NOOP("FrameEdits", "State a duration")));
        !done)
        return failure(done.error());
    return stated.id;
}

Result<void> editStatedDuration(ReviewDocument &document, StatedDuration after)
{
    if (auto read = takeWords(after); !read)
        return read;
    return replaceRecord(document, after,
                         say(QT_TRANSLATE_NOOP("FrameEdits", "Edit a stated duration")));
}

Result<void> removeStatedDuration(ReviewDocument &document, StatedDurationId id)
{
    const StatedDuration *stated = findRecord<StatedDuration>(document.contents(), id);
    if (!stated)
        return goneFailure();
    ChangeSet set;
    set.remove(*stated);
    return document.perform(set, say(QT_TRANSLATE_NOOP("FrameEdits", "Remove a stated duration")));
}

} // namespace SecondStory::Editing
