// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/viewedits.h"

#include "editing/recordedits.h"
#include "editing/reviewdocument.h"

#include <QCoreApplication>

namespace SecondStory::Editing {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("ViewEdits", text);
}

Result<void> checked(const SavedView &view)
{
    if (view.name.trimmed().isEmpty())
        return failure(ErrorCode::BadInput,
                       say(QT_TRANSLATE_NOOP("ViewEdits", "a name needs at least one letter")));
    if (view.end < view.start)
        return failure(ErrorCode::BadInput,
                       say(QT_TRANSLATE_NOOP("ViewEdits", "a view cannot end before it begins")));
    return {};
}

} // namespace

Result<SavedViewId> saveView(ReviewDocument &document, SavedView view)
{
    if (const auto fine = checked(view); !fine)
        return failure(fine.error());
    view.id = SavedViewId::create();
    view.version = 0;
    view.reviewId = document.id();
    view.name = view.name.simplified();
    view.position = nextPosition<SavedView>(document.contents());
    ChangeSet set;
    set.insert(view);
    if (const auto done = document.perform(set, say(QT_TRANSLATE_NOOP("ViewEdits", "Save view")));
        !done)
        return failure(done.error());
    return view.id;
}

Result<void> replaceView(ReviewDocument &document, SavedViewId id, const SavedView &view)
{
    const SavedView *before = findRecord<SavedView>(document.contents(), id);
    if (!before)
        return goneFailure();
    SavedView after = view;
    after.id = id;
    after.version = before->version;
    after.reviewId = before->reviewId;
    after.name = before->name;
    after.position = before->position;
    if (const auto fine = checked(after); !fine)
        return failure(fine.error());
    return replaceRecord(document, after, say(QT_TRANSLATE_NOOP("ViewEdits", "Replace view")));
}

Result<void> renameView(ReviewDocument &document, SavedViewId id, const QString &name)
{
    const SavedView *before = findRecord<SavedView>(document.contents(), id);
    if (!before)
        return goneFailure();
    SavedView after = *before;
    after.name = name.simplified();
    if (const auto fine = checked(after); !fine)
        return failure(fine.error());
    return replaceRecord(document, after, say(QT_TRANSLATE_NOOP("ViewEdits", "Rename view")));
}

Result<void> moveView(ReviewDocument &document, SavedViewId id, int position)
{
    return moveRecord<SavedView>(document, id, position,
                                 say(QT_TRANSLATE_NOOP("ViewEdits", "Move view")));
}

Result<void> removeView(ReviewDocument &document, SavedViewId id)
{
    const SavedView *view = findRecord<SavedView>(document.contents(), id);
    if (!view)
        return goneFailure();
    ChangeSet set;
    set.remove(*view);
    return document.perform(set, say(QT_TRANSLATE_NOOP("ViewEdits", "Remove view")));
}

} // namespace SecondStory::Editing
