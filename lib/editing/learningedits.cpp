// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/learningedits.h"

#include "editing/recordedits.h"

#include <QCoreApplication>

namespace SecondStory::Editing {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("SecondStory::Editing", text);
}

} // namespace

Result<LearningId> addLearning(ReviewDocument &document, const QString &text)
{
    Learning learning;
    learning.id = LearningId::create();
    learning.reviewId = document.id();
    learning.text = text.trimmed();
    learning.position = nextPosition<Learning>(document.contents());
    ChangeSet set;
    set.insert(learning);
    if (auto done =
            document.perform(set, words(QT_TRANSLATE_NOOP("SecondStory::Editing", "Add learning")));
        !done)
        return failure(done.error());
    return learning.id;
}

Result<void> editLearning(ReviewDocument &document, const Learning &after)
{
    return replaceRecord(document, after,
                         words(QT_TRANSLATE_NOOP("SecondStory::Editing", "Edit learning")));
}

Result<void> moveLearning(ReviewDocument &document, LearningId id, int to)
{
    return moveRecord<Learning>(document, id, to,
                                words(QT_TRANSLATE_NOOP("SecondStory::Editing", "Move learning")));
}

Result<void> removeLearning(ReviewDocument &document, LearningId id)
{
    return removeRecord<Learning>(
        document, id, TargetKind::Learning,
        words(QT_TRANSLATE_NOOP("SecondStory::Editing", "Remove learning")));
}

} // namespace SecondStory::Editing
