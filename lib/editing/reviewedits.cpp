// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/reviewedits.h"

#include "editing/reviewdocument.h"

#include <QCoreApplication>

namespace SecondStory::Editing {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("ReviewEdits", text);
}

Result<void> store(ReviewDocument &document, const Review &after, const QString &text,
                   MergeId merge = MergeId::None)
{
    const Review &before = document.contents().review;
    if (after == before)
        return {};
    ChangeSet set;
    set.update(before, after);
    return document.perform(set, text, merge);
}

} // namespace

Result<void> setTitle(ReviewDocument &document, const QString &title)
{
    Review after = document.contents().review;
    after.title = title.simplified();
    if (after.title.isEmpty())
        return failure(ErrorCode::BadInput,
                       say(QT_TRANSLATE_NOOP("ReviewEdits", "a review needs a title")));
    return store(document, after, say(QT_TRANSLATE_NOOP("ReviewEdits", "Name the review")),
                 MergeId::Typing);
}

Result<void> setSummary(ReviewDocument &document, const QString &summary)
{
    Review after = document.contents().review;
    after.summary = summary;
    return store(document, after, say(QT_TRANSLATE_NOOP("ReviewEdits", "Write the summary")),
                 MergeId::Typing);
}

Result<void> setStatus(ReviewDocument &document, ReviewStatus status)
{
    Review after = document.contents().review;
    after.status = status;
    return store(document, after, say(QT_TRANSLATE_NOOP("ReviewEdits", "Change the status")));
}

Result<void> setDepth(ReviewDocument &document, ReviewDepth depth)
{
    Review after = document.contents().review;
    after.depth = depth;
    return store(document, after, say(QT_TRANSLATE_NOOP("ReviewEdits", "Change the depth")));
}

Result<void> setZone(ReviewDocument &document, const QString &zone)
{
    if (!ZoneClock::isKnownZone(zone))
        return failure(
            ErrorCode::BadInput,
            say(QT_TRANSLATE_NOOP("ReviewEdits", "there is no time zone “%1”")).arg(zone),
            say(QT_TRANSLATE_NOOP("ReviewEdits", "write it like Europe/Paris or UTC")));
    Review after = document.contents().review;
    after.zone = zone;
    return store(document, after, say(QT_TRANSLATE_NOOP("ReviewEdits", "Change the time zone")));
}

Result<void> setFrameTime(ReviewDocument &document, FramePoint point, std::optional<TimePoint> time)
{
    Review after = document.contents().review;
    after.frame.*kFrameFields[static_cast<size_t>(point)].time = time;
    return store(document, after, say(QT_TRANSLATE_NOOP("ReviewEdits", "Frame the incident")),
                 MergeId::FrameTime);
}

} // namespace SecondStory::Editing
