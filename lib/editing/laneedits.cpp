// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/laneedits.h"

#include "editing/reviewdocument.h"

#include <QCoreApplication>

#include <algorithm>

namespace SecondStory::Editing {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("LaneEdits", text);
}

tl::unexpected<Error> needsName()
{
    return failure(ErrorCode::BadInput,
                   say(QT_TRANSLATE_NOOP("LaneEdits", "a name needs at least one letter")));
}

template <class T, class IdType, class Change>
Result<void> changeOne(ReviewDocument &document, IdType id, const char *text, Change change)
{
    const T *before = findRecord<T>(document.contents(), id);
    if (!before)
        return failure(ErrorCode::NotFound,
                       say(QT_TRANSLATE_NOOP("LaneEdits", "this is no longer in the review")));
    T after = *before;
    change(after);
    if (after == *before)
        return {};
    ChangeSet set;
    set.update(*before, after);
    return document.perform(set, say(text));
}

} // namespace

Result<LaneId> addLane(ReviewDocument &document, const QString &name)
{
    if (name.trimmed().isEmpty())
        return needsName();
    Lane lane;
    lane.id = LaneId::create();
    lane.reviewId = document.id();
    lane.name = name.simplified();
    for (const Lane &other : document.contents().lanes)
        lane.position = std::max(lane.position, other.position + 1);
    lane.hue = lane.position % 8;
    ChangeSet set;
    set.insert(lane);
    if (const auto done = document.perform(set, say(QT_TRANSLATE_NOOP("LaneEdits", "Add lane")));
        !done)
        return failure(done.error());
    return lane.id;
}

Result<void> renameLane(ReviewDocument &document, LaneId id, const QString &name)
{
    if (name.trimmed().isEmpty())
        return needsName();
    return changeOne<Lane>(document, id, QT_TRANSLATE_NOOP("LaneEdits", "Rename lane"),
                           [&](Lane &lane) { lane.name = name.simplified(); });
}

Result<void> moveLane(ReviewDocument &document, LaneId id, int position)
{
    QList<Lane> lanes = document.contents().lanes;
    std::stable_sort(lanes.begin(), lanes.end(),
                     [](const Lane &a, const Lane &b) { return a.position < b.position; });
    const auto it =
        std::find_if(lanes.begin(), lanes.end(), [id](const Lane &lane) { return lane.id == id; });
    if (it == lanes.end())
        return failure(ErrorCode::NotFound,
                       say(QT_TRANSLATE_NOOP("LaneEdits", "this is no longer in the review")));
    lanes.move(it - lanes.begin(), std::clamp<qsizetype>(position, 0, lanes.size() - 1));
    ChangeSet set;
    for (int i = 0; i < lanes.size(); ++i) {
        if (lanes[i].position == i)
            continue;
        Lane after = lanes[i];
        after.position = i;
        set.update(lanes[i], after);
    }
    return set.isEmpty() ? Result<void>{}
                         : document.perform(set, say(QT_TRANSLATE_NOOP("LaneEdits", "Move lane")));
}

Result<void> setLaneCollapsed(ReviewDocument &document, LaneId id, bool isCollapsed)
{
    return changeOne<Lane>(document, id, QT_TRANSLATE_NOOP("LaneEdits", "Fold lane"),
                           [&](Lane &lane) { lane.collapsed = isCollapsed; });
}

Result<void> setLaneHidden(ReviewDocument &document, LaneId id, bool isHidden)
{
    return changeOne<Lane>(document, id, QT_TRANSLATE_NOOP("LaneEdits", "Hide lane"),
                           [&](Lane &lane) { lane.hidden = isHidden; });
}

Result<void> setLaneHue(ReviewDocument &document, LaneId id, int hue)
{
    return changeOne<Lane>(document, id, QT_TRANSLATE_NOOP("LaneEdits", "Colour lane"),
                           [&](Lane &lane) { lane.hue = hue & 7; });
}

Result<TimeMarkId> addMark(ReviewDocument &document, const QString &name, TimePoint start,
                           std::optional<TimePoint> end)
{
    TimeMark mark;
    mark.id = TimeMarkId::create();
    mark.reviewId = document.id();
    mark.name = name.simplified();
    mark.start = end ? std::min(start, *end) : start;
    if (end && *end != start)
        mark.end = std::max(start, *end);
    ChangeSet set;
    set.insert(mark);
    if (const auto done = document.perform(set, say(QT_TRANSLATE_NOOP("LaneEdits", "Add mark")));
        !done)
        return failure(done.error());
    return mark.id;
}

Result<void> renameMark(ReviewDocument &document, TimeMarkId id, const QString &name)
{
    return changeOne<TimeMark>(document, id, QT_TRANSLATE_NOOP("LaneEdits", "Name mark"),
                               [&](TimeMark &mark) { mark.name = name.simplified(); });
}

Result<void> removeMark(ReviewDocument &document, TimeMarkId id)
{
    const TimeMark *mark = findRecord<TimeMark>(document.contents(), id);
    if (!mark)
        return failure(ErrorCode::NotFound,
                       say(QT_TRANSLATE_NOOP("LaneEdits", "this is no longer in the review")));
    ChangeSet set;
    set.remove(*mark);
    return document.perform(set, say(QT_TRANSLATE_NOOP("LaneEdits", "Remove mark")));
}

} // namespace SecondStory::Editing
