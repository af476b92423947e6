// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/lanecommands.h"

#include "domain/laneorder.h"
#include "editing/laneedits.h"
#include "editing/reviewdocument.h"

#include <algorithm>

namespace SecondStory::Ui {

namespace {

constexpr double kStep = 1.25;

} // namespace

template <class T>
void LaneCommands::report(const Result<T> &result)
{
    if (!result)
        Q_EMIT refused(result.error().toString());
}

LaneCommands::LaneCommands(TimelineTracks &tracks)
    : QObject(&tracks)
    , m_tracks(tracks)
    , m_model(tracks.model())
{
}

const Figures::LaneRow *LaneCommands::row(int number) const
{
    const auto &rows = m_tracks.layout().rows();
    return number >= 0 && number < m_tracks.layout().count() ? &rows[static_cast<size_t>(number)]
                                                             : nullptr;
}

const Lane *LaneCommands::lane(LaneId id) const
{
    const auto &lanes = m_model.lanes();
    const auto it =
        std::find_if(lanes.begin(), lanes.end(), [&](const Lane &one) { return one.id == id; });
    return it == lanes.end() ? nullptr : &*it;
}

QList<Lane> LaneCommands::hiddenLanes() const
{
    QList<Lane> list;
    for (const Lane &one : m_model.lanes()) {
        if (one.hidden)
            list.append(one);
    }
    return list;
}

void LaneCommands::fold(int number, bool isFolded)
{
    const Figures::LaneRow *at = row(number);
    if (!canEdit() || !at)
        return;
    if (at->isGroup)
        report(Editing::setLaneGroupCollapsed(*m_model.document(), at->group, isFolded));
    else if (!at->lane.isNull())
        report(Editing::setLaneCollapsed(*m_model.document(), at->lane, isFolded));
}

void LaneCommands::rename(int number, const QString &name)
{
    const Figures::LaneRow *at = row(number);
    if (!canEdit() || !at)
        return;
    if (at->isGroup)
        report(Editing::renameLaneGroup(*m_model.document(), at->group, name));
    else if (!at->lane.isNull())
        report(Editing::renameLane(*m_model.document(), at->lane, name));
}

void LaneCommands::pin(int number, bool isPinned)
{
    const Figures::LaneRow *at = row(number);
    if (canEdit() && at && !at->lane.isNull())
        report(Editing::setLanePinned(*m_model.document(), at->lane, isPinned));
}

void LaneCommands::hide(int number)
{
    const Figures::LaneRow *at = row(number);
    if (canEdit() && at && !at->lane.isNull())
        report(Editing::setLaneHidden(*m_model.document(), at->lane, true));
}

void LaneCommands::show(LaneId id)
{
    if (canEdit())
        report(Editing::setLaneHidden(*m_model.document(), id, false));
}

void LaneCommands::showAll()
{
    if (canEdit())
        report(Editing::showAllLanes(*m_model.document()));
}

void LaneCommands::recolour(int number, int hue)
{
    const Figures::LaneRow *at = row(number);
    if (canEdit() && at && !at->lane.isNull())
        report(Editing::setLaneHue(*m_model.document(), at->lane, hue));
}

void LaneCommands::setStretch(LaneId id, double stretch)
{
    if (canEdit() && !id.isNull())
        report(Editing::setLaneStretch(*m_model.document(), id, stretch));
}

void LaneCommands::stretchStep(int number, int direction)
{
    const Figures::LaneRow *at = row(number);
    const Lane *known = at ? lane(at->lane) : nullptr;
    if (known)
        setStretch(known->id,
                   direction == 0 ? 1 : known->stretch * (direction > 0 ? kStep : 1 / kStep));
}

int LaneCommands::placeOf(const Figures::LaneRow &wanted) const
{
    const QList<LaneSlot> order = laneOrder(m_model.lanes(), m_model.laneGroups());
    for (qsizetype i = 0; i < order.size(); ++i) {
        const LaneSlot &slot = order[i];
        if (wanted.isGroup ? slot.group == wanted.group && !slot.group.isNull()
                           : slot.group.isNull() && slot.lanes.contains(wanted.lane))
            return static_cast<int>(i);
        if (!wanted.isGroup && !slot.group.isNull() && slot.lanes.contains(wanted.lane))
            return static_cast<int>(slot.lanes.indexOf(wanted.lane));
    }
    return -1;
}

void LaneCommands::moveGroupTo(const Figures::LaneRow &at, const Figures::LaneRow &target)
{
    // Beside a lane of another group means beside that group.
    Figures::LaneRow beside = target;
    beside.isGroup = !target.group.isNull();
    const int place = placeOf(beside);
    if (place >= 0)
        report(Editing::moveLaneGroup(*m_model.document(), at.group, place));
}

void LaneCommands::moveTo(int number, int targetNumber)
{
    const Figures::LaneRow *at = row(number);
    const Figures::LaneRow *target = row(targetNumber);
    if (!canEdit() || !at || !target || at == target || (target->lane.isNull() && !target->isGroup))
        return;
    if (at->isGroup)
        return moveGroupTo(*at, *target);
    if (at->lane.isNull())
        return;
    const bool isDownward = targetNumber > number;
    if (target->isGroup && !target->collapsed && isDownward) {
        report(Editing::placeLane(*m_model.document(), at->lane, target->group, 0));
        return;
    }
    const LaneGroupId group = target->isGroup ? LaneGroupId{} : target->group;
    int place = placeOf(*target);
    // The place is counted without the lane itself: from the same level above, the target has moved
    // up already.
    const bool isSameLevel = at->group == group;
    if (isDownward && !isSameLevel)
        ++place;
    else if (!isDownward && isSameLevel && placeOf(*at) < place)
        --place;
    report(Editing::placeLane(*m_model.document(), at->lane, group, place));
}

void LaneCommands::moveStep(int number, int direction)
{
    const Figures::LaneRow *at = row(number);
    if (!canEdit() || !at || (at->lane.isNull() && !at->isGroup))
        return;
    const int place = placeOf(*at);
    if (at->isGroup) {
        report(Editing::moveLaneGroup(*m_model.document(), at->group, place + direction));
        return;
    }
    const QList<LaneSlot> order = laneOrder(m_model.lanes(), m_model.laneGroups());
    const auto slot = std::find_if(order.begin(), order.end(), [&](const LaneSlot &one) {
        return one.lanes.contains(at->lane);
    });
    const bool isInGroup = !slot->group.isNull();
    const bool isAtEdge = isInGroup
        && (direction < 0 ? place == 0 : place == static_cast<int>(slot->lanes.size()) - 1);
    if (isAtEdge) {
        const auto outside = static_cast<int>(slot - order.begin()) + (direction > 0 ? 1 : 0);
        report(Editing::placeLane(*m_model.document(), at->lane, {}, outside));
    } else if (place + direction >= 0) {
        report(Editing::placeLane(*m_model.document(), at->lane, slot->group, place + direction));
    }
}

void LaneCommands::addLane(const QString &name)
{
    if (canEdit())
        report(Editing::addLane(*m_model.document(), name));
}

void LaneCommands::addGroup(const QString &name, int number)
{
    const Figures::LaneRow *at = row(number);
    if (canEdit() && at && !at->lane.isNull())
        report(Editing::addLaneGroup(*m_model.document(), name, { at->lane }));
}

void LaneCommands::putInto(int number, LaneGroupId group)
{
    const Figures::LaneRow *at = row(number);
    const auto last = static_cast<int>(m_model.lanes().size());
    if (canEdit() && at && !at->lane.isNull())
        report(Editing::placeLane(*m_model.document(), at->lane, group, last));
}

void LaneCommands::leaveGroup(int number)
{
    const Figures::LaneRow *at = row(number);
    if (!canEdit() || !at || at->lane.isNull() || at->group.isNull())
        return;
    Figures::LaneRow group;
    group.group = at->group;
    group.isGroup = true;
    report(Editing::placeLane(*m_model.document(), at->lane, {}, placeOf(group) + 1));
}

void LaneCommands::ungroup(int number)
{
    const Figures::LaneRow *at = row(number);
    if (canEdit() && at && !at->group.isNull())
        report(Editing::removeLaneGroup(*m_model.document(), at->group));
}

} // namespace SecondStory::Ui
