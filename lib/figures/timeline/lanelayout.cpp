// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/timeline/lanelayout.h"

#include <algorithm>

namespace SecondStory::Figures {

LaneLayout::LaneLayout(const QList<Lane> &lanes, const EventTable &events,
                       const QString &nameWithoutLane)
{
    QList<Lane> ordered = lanes;
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const Lane &a, const Lane &b) { return a.position < b.position; });
    constexpr int kHidden = -1;
    constexpr int kUnknown = -2;
    QHash<LaneId, int> rowOfLane;
    for (const Lane &lane : std::as_const(ordered)) {
        rowOfLane.insert(lane.id, lane.hidden ? kHidden : static_cast<int>(m_rows.size()));
        if (!lane.hidden)
            m_rows.push_back({ lane.id, lane.name, lane.hue & 7, lane.collapsed });
    }
    bool needsRest = false;
    for (const LaneId &lane : events.lanes) {
        m_rowOfTableLane.push_back(rowOfLane.value(lane, kUnknown));
        needsRest = needsRest || m_rowOfTableLane.back() == kUnknown;
    }
    if (needsRest) {
        std::replace(m_rowOfTableLane.begin(), m_rowOfTableLane.end(), kUnknown,
                     static_cast<int>(m_rows.size()));
        m_rows.push_back({ LaneId{}, nameWithoutLane, 7 });
    }
}

void LaneLayout::arrange(double laneHeight, double collapsedHeight, double air, double top)
{
    m_air = air;
    double y = top;
    for (LaneRow &row : m_rows) {
        row.y = y;
        row.height = row.collapsed ? collapsedHeight : laneHeight;
        y += row.height + air;
    }
    m_height = y;
}

int LaneLayout::rowOfTableLane(int lane) const
{
    const auto at = static_cast<size_t>(lane);
    return lane >= 0 && at < m_rowOfTableLane.size() ? m_rowOfTableLane[at] : -1;
}

int LaneLayout::rowAt(double y) const
{
    const auto it = std::find_if(m_rows.begin(), m_rows.end(), [&](const LaneRow &row) {
        return y >= row.y && y < row.bottom() + m_air;
    });
    return it == m_rows.end() ? -1 : static_cast<int>(it - m_rows.begin());
}

int LaneLayout::rowOf(LaneId lane) const
{
    const auto it = std::find_if(m_rows.begin(), m_rows.end(),
                                 [&](const LaneRow &row) { return row.lane == lane; });
    return it == m_rows.end() ? -1 : static_cast<int>(it - m_rows.begin());
}

} // namespace SecondStory::Figures
