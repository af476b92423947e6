// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/laneedits.h"

#include "domain/laneorder.h"
#include "editing/recordedits.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

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
        return goneFailure();
    T after = *before;
    change(after);
    return replaceRecord(document, after, say(text));
}

/// Gives lanes and groups the positions they have in `order`.
void arrange(ChangeSet &set, const ReviewContents &contents, const QList<LaneSlot> &order)
{
    const auto place = [&](LaneId id, LaneGroupId group, qsizetype position) {
        const Lane *before = findRecord<Lane>(contents, id);
        Lane after = *before;
        after.groupId = group;
        after.position = static_cast<int>(position);
        if (after != *before)
            set.update(*before, after);
    };
    for (qsizetype i = 0; i < order.size(); ++i) {
        const LaneGroup *group =
            order[i].group.isNull() ? nullptr : findRecord<LaneGroup>(contents, order[i].group);
        if (group && group->position != i) {
            LaneGroup after = *group;
            after.position = static_cast<int>(i);
            set.update(*group, after);
        }
        const bool isAlone = order[i].group.isNull();
        for (qsizetype j = 0; j < order[i].lanes.size(); ++j)
            place(order[i].lanes[j], order[i].group, isAlone ? i : j);
    }
}

Result<void> performArranged(ReviewDocument &document, const QList<LaneSlot> &order,
                             const char *text)
{
    ChangeSet set;
    arrange(set, document.contents(), order);
    return set.isEmpty() ? Result<void>{} : document.perform(set, say(text));
}

QList<LaneSlot> orderOf(const ReviewDocument &document)
{
    return laneOrder(document.contents().lanes, document.contents().laneGroups);
}

/// Takes a lane out of the order; the place it had among the slots.
qsizetype takeOut(QList<LaneSlot> &order, LaneId lane)
{
    for (qsizetype i = 0; i < order.size(); ++i) {
        if (order[i].lanes.removeOne(lane)) {
            if (order[i].group.isNull())
                order.removeAt(i);
            return i;
        }
    }
    return -1;
}

qsizetype slotOf(const QList<LaneSlot> &order, LaneGroupId group)
{
    const auto it = std::find_if(order.begin(), order.end(),
                                 [&](const LaneSlot &slot) { return slot.group == group; });
    return it == order.end() ? -1 : it - order.begin();
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
    const Lane *lane = findRecord<Lane>(document.contents(), id);
    if (!lane)
        return goneFailure();
    const bool isGrouped = findRecord<LaneGroup>(document.contents(), lane->groupId);
    return placeLane(document, id, isGrouped ? lane->groupId : LaneGroupId{}, position);
}

Result<void> placeLane(ReviewDocument &document, LaneId id, LaneGroupId group, int position)
{
    QList<LaneSlot> order = orderOf(document);
    if (takeOut(order, id) < 0)
        return goneFailure();
    if (group.isNull()) {
        order.insert(std::clamp<qsizetype>(position, 0, order.size()), { {}, { id } });
    } else {
        const qsizetype slot = slotOf(order, group);
        if (slot < 0)
            return goneFailure();
        QList<LaneId> &lanes = order[slot].lanes;
        lanes.insert(std::clamp<qsizetype>(position, 0, lanes.size()), id);
    }
    return performArranged(document, order, QT_TRANSLATE_NOOP("LaneEdits", "Move lane"));
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

Result<void> setLanePinned(ReviewDocument &document, LaneId id, bool isPinned)
{
    return changeOne<Lane>(document, id, QT_TRANSLATE_NOOP("LaneEdits", "Pin lane"),
                           [&](Lane &lane) { lane.pinned = isPinned; });
}

Result<void> setLaneStretch(ReviewDocument &document, LaneId id, double stretch)
{
    if (!std::isfinite(stretch))
        stretch = 1;
    return changeOne<Lane>(
        document, id, QT_TRANSLATE_NOOP("LaneEdits", "Lane height"),
        [&](Lane &lane) { lane.stretch = std::clamp(stretch, kLowestStretch, kHighestStretch); });
}

Result<void> showAllLanes(ReviewDocument &document)
{
    ChangeSet set;
    for (const Lane &lane : document.contents().lanes) {
        Lane after = lane;
        after.hidden = false;
        if (after != lane)
            set.update(lane, after);
    }
    return set.isEmpty()
        ? Result<void>{}
        : document.perform(set, say(QT_TRANSLATE_NOOP("LaneEdits", "Show all lanes")));
}

Result<LaneGroupId> addLaneGroup(ReviewDocument &document, const QString &name,
                                 const QList<LaneId> &lanes)
{
    if (name.trimmed().isEmpty())
        return needsName();
    LaneGroup group;
    group.id = LaneGroupId::create();
    group.reviewId = document.id();
    group.name = name.simplified();
    QList<LaneSlot> order = orderOf(document);
    qsizetype place = order.size();
    LaneSlot slot{ group.id, {} };
    for (const LaneId lane : lanes) {
        const qsizetype was = takeOut(order, lane);
        if (was < 0)
            return goneFailure();
        if (slot.lanes.isEmpty())
            place = was;
        slot.lanes.append(lane);
    }
    place = std::min(place, order.size());
    order.insert(place, slot);
    group.position = static_cast<int>(place);
    ChangeSet set;
    set.insert(group);
    arrange(set, document.contents(), order);
    if (const auto done = document.perform(set, say(QT_TRANSLATE_NOOP("LaneEdits", "Group lanes")));
        !done)
        return failure(done.error());
    return group.id;
}

Result<void> renameLaneGroup(ReviewDocument &document, LaneGroupId id, const QString &name)
{
    if (name.trimmed().isEmpty())
        return needsName();
    return changeOne<LaneGroup>(document, id, QT_TRANSLATE_NOOP("LaneEdits", "Rename group"),
                                [&](LaneGroup &group) { group.name = name.simplified(); });
}

Result<void> moveLaneGroup(ReviewDocument &document, LaneGroupId id, int position)
{
    QList<LaneSlot> order = orderOf(document);
    const qsizetype from = id.isNull() ? -1 : slotOf(order, id);
    if (from < 0)
        return goneFailure();
    order.move(from, std::clamp<qsizetype>(position, 0, order.size() - 1));
    return performArranged(document, order, QT_TRANSLATE_NOOP("LaneEdits", "Move group"));
}

Result<void> setLaneGroupCollapsed(ReviewDocument &document, LaneGroupId id, bool isCollapsed)
{
    return changeOne<LaneGroup>(document, id, QT_TRANSLATE_NOOP("LaneEdits", "Fold group"),
                                [&](LaneGroup &group) { group.collapsed = isCollapsed; });
}

Result<void> removeLaneGroup(ReviewDocument &document, LaneGroupId id)
{
    const LaneGroup *group = findRecord<LaneGroup>(document.contents(), id);
    if (!group)
        return goneFailure();
    QList<LaneSlot> order = orderOf(document);
    const qsizetype at = slotOf(order, id);
    const LaneSlot slot = order.takeAt(at);
    for (qsizetype i = 0; i < slot.lanes.size(); ++i)
        order.insert(at + i, { {}, { slot.lanes[i] } });
    ChangeSet set;
    arrange(set, document.contents(), order);
    set.remove(*group);
    return document.perform(set, say(QT_TRANSLATE_NOOP("LaneEdits", "Ungroup lanes")));
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
        return goneFailure();
    ChangeSet set;
    set.remove(*mark);
    return document.perform(set, say(QT_TRANSLATE_NOOP("LaneEdits", "Remove mark")));
}

} // namespace SecondStory::Editing
