// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/eventtable.h"
#include "domain/lane.h"

#include <QString>

#include <vector>

namespace SecondStory::Figures {

/// One row of the drawing: a lane, or the place of events without one.
struct LaneRow {
    LaneId lane; ///< null: events of no lane
    QString name;
    int hue = 0;
    bool collapsed = false;
    double y = 0; ///< from the top of the tracks
    double height = 0; ///< the air below is not part of it

    [[nodiscard]] double bottom() const { return y + height; }
    [[nodiscard]] double middle() const { return y + height / 2; }
};

/// Which lanes are shown, in which order, and where each stands. A value.
class LaneLayout {
public:
    LaneLayout() = default;
    /// The lanes that are not hidden, by position, and a last row when events have no lane (or an
    /// unknown one).
    LaneLayout(const QList<Lane> &lanes, const EventTable &events, const QString &nameWithoutLane);

    /// Gives every lane `laneHeight` (collapsed ones `collapsedHeight`) with `air` between. Units:
    /// pixels.
    void arrange(double laneHeight, double collapsedHeight, double air, double top = 0);

    [[nodiscard]] const std::vector<LaneRow> &rows() const { return m_rows; }
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] double height() const { return m_height; }
    /// The row of an index into EventTable::lanes, or -1 when its lane is hidden.
    [[nodiscard]] int rowOfTableLane(int lane) const;
    /// The row at `y`, the air below it included; -1 outside.
    [[nodiscard]] int rowAt(double y) const;
    /// The row of a lane, or -1.
    [[nodiscard]] int rowOf(LaneId lane) const;
    [[nodiscard]] const std::vector<int> &tableLanes() const { return m_rowOfTableLane; }

private:
    std::vector<LaneRow> m_rows;
    std::vector<int> m_rowOfTableLane;
    double m_height = 0;
    double m_air = 0;
};

} // namespace SecondStory::Figures
