// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "editing/reviewdocument.h"

#include <QSet>

#include <algorithm>

namespace SecondStory::Editing {

/// The error of a verb whose record is gone, perhaps through another window.
[[nodiscard]] tl::unexpected<Error> goneFailure();
/// Takes out, with a record, what points at it: evidence and codings go, questions about it stay
/// without it.
void releaseTarget(const ReviewContents &contents, TargetKind kind, const QUuid &id,
                   ChangeSet &set);
/// As releaseTarget() for records that go together, each pointer once; with `events`, what rests
/// on them goes as well.
void releaseTargets(const ReviewContents &contents, const QSet<TargetRef> &gone, ChangeSet &set,
                    const QSet<EventId> &events = {});

/// Puts `after` in the place of the record with its id. Does nothing when they are equal. Errors:
/// NotFound, as perform().
template <class T>
Result<void> replaceRecord(ReviewDocument &document, const T &after, const QString &text,
                           MergeId merge = MergeId::None)
{
    const T *before = findRecord<T>(document.contents(), after.id);
    if (!before)
        return goneFailure();
    if (*before == after)
        return {};
    ChangeSet set;
    set.update(*before, after);
    return document.perform(set, text, merge);
}

/// Removes a record and what points at it. Errors: NotFound, as perform().
template <class T, class IdType>
Result<void> removeRecord(ReviewDocument &document, IdType id, TargetKind kind, const QString &text)
{
    const T *record = findRecord<T>(document.contents(), id);
    if (!record)
        return goneFailure();
    ChangeSet set;
    releaseTarget(document.contents(), kind, id.value, set);
    set.remove(*record);
    return document.perform(set, text);
}

/// The position after the last record of a list.
template <class T>
[[nodiscard]] int nextPosition(const ReviewContents &contents)
{
    int next = 0;
    for (const T &record : listOf<T>(contents))
        next = std::max(next, record.position + 1);
    return next;
}

/// Moves a record to the place `to` of its list (from 0; beyond the end: last) and numbers the list
/// anew. Errors: NotFound, as perform().
template <class T, class IdType>
Result<void> moveRecord(ReviewDocument &document, IdType id, int to, const QString &text)
{
    QList<T> list = listOf<T>(document.contents());
    const auto from =
        std::find_if(list.cbegin(), list.cend(), [&](const T &record) { return record.id == id; });
    if (from == list.cend())
        return goneFailure();
    list.move(from - list.cbegin(), std::clamp<qsizetype>(to, 0, list.size() - 1));
    ChangeSet set;
    for (qsizetype i = 0; i < list.size(); ++i) {
        T after = list.at(i);
        after.position = static_cast<int>(i);
        if (after.position != list.at(i).position)
            set.update(list.at(i), after);
    }
    if (set.isEmpty())
        return {};
    return document.perform(set, text);
}

} // namespace SecondStory::Editing
