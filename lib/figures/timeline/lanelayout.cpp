// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/timeline/lanelayout.h"

#include "domain/laneorder.h"

#include <algorithm>
#include <cmath>

namespace SecondStory::Figures {

namespace {

constexpr int kHidden = -1;
constexpr int kUnknown = -2;

} // namespace

LaneLayout::LaneLayout(const QList<Lane> &lanes, const EventTable &events,
                       const QString &nameWithoutLane, const QList<LaneGroup> &groups)
{
    QHash<LaneId, const Lane *> laneOf;
    QHash<LaneGroupId, const LaneGroup *> groupOf;
    for (const Lane &lane : lanes)
        laneOf.insert(lane.id, &lane);
    for (const LaneGroup &group : groups)
        groupOf.insert(group.id, &group);
    const QList<LaneSlot> order = laneOrder(lanes, groups);
    for (const LaneSlot &slot : order) {
        for (const LaneId id : slot.lanes) {
            const Lane &lane = *laneOf.value(id);
            if (lane.hidden)
                m_rowOfLane.insert(id, kHidden);
            else if (lane.pinned)
                addLane(lane, slot.group);
        }
    }
    m_pinnedCount = count();
    for (const LaneSlot &slot : order) {
        if (const LaneGroup *group = groupOf.value(slot.group)) {
            addGroup(*group, slot.lanes, laneOf);
            continue;
        }
        const Lane &lane = *laneOf.value(slot.lanes.first());
        if (!lane.hidden && !lane.pinned)
            addLane(lane, {});
    }
    bool needsRest = false;
    for (const LaneId &lane : events.lanes) {
        m_rowOfTableLane.push_back(m_rowOfLane.value(lane, kUnknown));
        needsRest = needsRest || m_rowOfTableLane.back() == kUnknown;
    }
    if (needsRest) {
        std::replace(m_rowOfTableLane.begin(), m_rowOfTableLane.end(), kUnknown, count());
        m_rows.push_back({ LaneId{}, nameWithoutLane, 7 });
    }
}

void LaneLayout::addLane(const Lane &lane, LaneGroupId group)
{
    m_rowOfLane.insert(lane.id, count());
    LaneRow row{ lane.id, lane.name, lane.hue & 7, lane.collapsed };
    row.group = group;
    row.isPinned = lane.pinned;
    row.stretch = lane.stretch;
    m_rows.push_back(row);
}

void LaneLayout::addGroup(const LaneGroup &group, const QList<LaneId> &lanes,
                          const QHash<LaneId, const Lane *> &laneOf)
{
    LaneRow row{ {}, group.name, 0, group.collapsed };
    row.group = group.id;
    row.isGroup = true;
    for (const LaneId id : lanes) {
        const Lane &lane = *laneOf.value(id);
        if (!lane.hidden && !lane.pinned)
            row.members.append(id);
    }
    if (!row.members.isEmpty())
        row.hue = laneOf.value(row.members.first())->hue & 7;
    const int number = count();
    m_rowOfGroup.insert(group.id, number);
    m_rows.push_back(row);
    for (const LaneId id : std::as_const(row.members)) {
        if (group.collapsed)
            m_rowOfLane.insert(id, number);
        else
            addLane(*laneOf.value(id), group.id);
    }
}

void LaneLayout::arrange(double laneHeight, double collapsedHeight, double air, double top)
{
    m_air = air;
    m_pinnedHeight = 0;
    double y = top;
    for (LaneRow &row : m_rows) {
        row.y = y;
        row.height = row.collapsed || row.isGroup ? collapsedHeight
            : row.stretch == 1                    ? laneHeight
                               : std::max(collapsedHeight, std::floor(laneHeight * row.stretch));
        y += row.height + air;
        if (row.isPinned)
            m_pinnedHeight = y;
    }
    m_height = y;
}

void LaneLayout::setStretch(LaneId lane, double stretch)
{
    const int row = rowOf(lane);
    if (row >= 0 && !m_rows[static_cast<size_t>(row)].isGroup)
        m_rows[static_cast<size_t>(row)].stretch = stretch;
}

std::pair<int, int> LaneLayout::rowsBetween(double top, double bottom) const
{
    const auto first = std::partition_point(m_rows.begin(), m_rows.end(),
                                            [&](const LaneRow &row) { return row.bottom() < top; });
    const auto last = std::partition_point(first, m_rows.end(),
                                           [&](const LaneRow &row) { return row.y <= bottom; });
    return { static_cast<int>(first - m_rows.begin()), static_cast<int>(last - m_rows.begin()) };
}

int LaneLayout::rowOfTableLane(int lane) const
{
    const auto at = static_cast<size_t>(lane);
    return lane >= 0 && at < m_rowOfTableLane.size() ? m_rowOfTableLane[at] : -1;
}

int LaneLayout::rowAt(double y) const
{
    const auto it = std::partition_point(m_rows.begin(), m_rows.end(), [&](const LaneRow &row) {
        return row.bottom() + m_air <= y;
    });
    return it == m_rows.end() || y < it->y ? -1 : static_cast<int>(it - m_rows.begin());
}

int LaneLayout::rowOf(LaneId lane) const
{
    if (!lane.isNull())
        return std::max(-1, m_rowOfLane.value(lane, -1));
    const bool hasRest = !m_rows.empty() && m_rows.back().lane.isNull() && !m_rows.back().isGroup;
    return hasRest ? count() - 1 : -1;
}

int LaneLayout::rowOf(LaneGroupId group) const
{
    return m_rowOfGroup.value(group, -1);
}

} // namespace SecondStory::Figures
