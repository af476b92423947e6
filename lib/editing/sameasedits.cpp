// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/sameasedits.h"

#include "editing/recordedits.h"

#include <QCoreApplication>

namespace SecondStory::Editing {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("SameAsEdits", text);
}

QString stepName(SameAsVerdict verdict)
{
    return verdict == SameAsVerdict::Same
        ? words(QT_TRANSLATE_NOOP("SameAsEdits", "Link as the same"))
        : words(QT_TRANSLATE_NOOP("SameAsEdits", "Keep apart"));
}

} // namespace

Result<void> stateSameAs(ReviewDocument &document, EventId first, EventId second,
                         SameAsVerdict verdict, const QString &note)
{
    if (first == second)
        return failure(
            ErrorCode::BadInput,
            words(QT_TRANSLATE_NOOP("SameAsEdits", "an event cannot be linked to itself")));
    if (!document.event(first) || !document.event(second))
        return goneFailure();
    for (const SameAs &known : document.contents().sameAs) {
        const bool isSamePair = (known.first == first && known.second == second)
            || (known.first == second && known.second == first);
        if (!isSamePair)
            continue;
        SameAs after = known;
        after.verdict = verdict;
        after.note = note;
        return replaceRecord(document, after, stepName(verdict));
    }
    SameAs same;
    same.id = SameAsId::create();
    same.reviewId = document.id();
    same.first = first;
    same.second = second;
    same.verdict = verdict;
    same.note = note;
    ChangeSet set;
    set.insert(same);
    return document.perform(set, stepName(verdict));
}

Result<void> withdrawSameAs(ReviewDocument &document, SameAsId id)
{
    const SameAs *same = findRecord<SameAs>(document.contents(), id);
    if (!same)
        return goneFailure();
    ChangeSet set;
    set.remove(*same);
    return document.perform(
        set, words(QT_TRANSLATE_NOOP("SameAsEdits", "Take back what was said of two events")));
}

} // namespace SecondStory::Editing
