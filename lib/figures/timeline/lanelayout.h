// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/eventtable.h"
#include "domain/lane.h"

#include <QHash>
#include <QString>

#include <vector>

namespace SecondStory::Figures {

/// One row of the drawing: a lane, the name of a group (with the events of all its lanes while it
/// is folded), or the place of events without a lane.
struct LaneRow {
    LaneId lane; ///< null: events of no lane, or a group
    QString name;
    int hue = 0;
    bool collapsed = false;
    double y = 0; ///< from the top of the tracks
    double height = 0; ///< the air below is not part of it
    LaneGroupId group = {}; ///< of the lane, or the one whose name this row is
    bool isGroup = false;
    bool isPinned = false; ///< stays at the top while the others scroll
    double stretch = 1; ///< times the usual height
    QList<LaneId> members = {}; ///< of a group's row: its lanes that are shown, by position

    /// True when events can be drawn in it: a lane, or a folded group.
    [[nodiscard]] bool holdsEvents() const { return !isGroup || collapsed; }
    /// The lane a new event here belongs to; null for none.
    [[nodiscard]] LaneId laneForEvents() const
    {
        return isGroup && !members.isEmpty() ? members.first() : lane;
    }
    [[nodiscard]] double bottom() const { return y + height; }
    [[nodiscard]] double middle() const { return y + height / 2; }
};

/// Which lanes are shown, in which order, and where each stands. A value.
class LaneLayout {
public:
    LaneLayout() = default;
    /// The lanes that are not hidden: first the pinned ones, then all others by position, with a
    /// row for the name of each group, and a last row when events have no lane (or an unknown one).
    /// The lanes of a folded group are drawn in the group's own row.
    LaneLayout(const QList<Lane> &lanes, const EventTable &events, const QString &nameWithoutLane,
               const QList<LaneGroup> &groups = {});

    /// Gives every lane `laneHeight` times its stretch (collapsed ones and groups
    /// `collapsedHeight`) with `air` between. Units: pixels.
    void arrange(double laneHeight, double collapsedHeight, double air, double top = 0);

    /// Gives a lane another height for as long as this value lives; arrange() comes after.
    void setStretch(LaneId lane, double stretch);

    [[nodiscard]] const std::vector<LaneRow> &rows() const { return m_rows; }
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] double height() const { return m_height; }
    /// Where the pinned rows end and the others begin; 0 when nothing is pinned.
    [[nodiscard]] double pinnedHeight() const { return m_pinnedHeight; }
    [[nodiscard]] int pinnedCount() const { return m_pinnedCount; }
    /// The first row and the one after the last that touch the stretch from `top` to `bottom`.
    /// Cost: logarithmic.
    [[nodiscard]] std::pair<int, int> rowsBetween(double top, double bottom) const;
    /// The row of an index into EventTable::lanes, or -1 when its lane is hidden.
    [[nodiscard]] int rowOfTableLane(int lane) const;
    /// The row at `y`, the air below it included; -1 outside.
    [[nodiscard]] int rowAt(double y) const;
    /// The row a lane is drawn in (that of its group while that is folded), or -1.
    [[nodiscard]] int rowOf(LaneId lane) const;
    /// The row of a group's name, or -1.
    [[nodiscard]] int rowOf(LaneGroupId group) const;
    [[nodiscard]] const std::vector<int> &tableLanes() const { return m_rowOfTableLane; }

private:
    void addLane(const Lane &lane, LaneGroupId group);
    void addGroup(const LaneGroup &group, const QList<LaneId> &lanes,
                  const QHash<LaneId, const Lane *> &laneOf);

    std::vector<LaneRow> m_rows;
    QHash<LaneId, int> m_rowOfLane; ///< -1: hidden
    QHash<LaneGroupId, int> m_rowOfGroup;
    int m_pinnedCount = 0;
    double m_pinnedHeight = 0;
    std::vector<int> m_rowOfTableLane;
    double m_height = 0;
    double m_air = 0;
};

} // namespace SecondStory::Figures
