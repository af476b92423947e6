// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/actionedits.h"

#include "editing/recordedits.h"

#include <QCoreApplication>

namespace SecondStory::Editing {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("SecondStory::Editing", text);
}

} // namespace

Result<ActionId> addAction(ReviewDocument &document, const QString &title)
{
    Action action;
    action.id = ActionId::create();
    action.reviewId = document.id();
    action.title = title.trimmed();
    action.position = nextPosition<Action>(document.contents());
    ChangeSet set;
    set.insert(action);
    if (auto done =
            document.perform(set, words(QT_TRANSLATE_NOOP("SecondStory::Editing", "Add action")));
        !done)
        return failure(done.error());
    return action.id;
}

Result<void> editAction(ReviewDocument &document, const Action &after)
{
    return replaceRecord(document, after,
                         words(QT_TRANSLATE_NOOP("SecondStory::Editing", "Edit action")));
}

Result<void> moveAction(ReviewDocument &document, ActionId id, int to)
{
    return moveRecord<Action>(document, id, to,
                              words(QT_TRANSLATE_NOOP("SecondStory::Editing", "Move action")));
}

Result<void> removeAction(ReviewDocument &document, ActionId id)
{
    return removeRecord<Action>(document, id, TargetKind::Action,
                                words(QT_TRANSLATE_NOOP("SecondStory::Editing", "Remove action")));
}

} // namespace SecondStory::Editing
