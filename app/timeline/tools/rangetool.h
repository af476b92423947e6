// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/timepoint.h"
#include "timeline/tools/tracktool.h"

#include <optional>

namespace SecondStory::Ui {

/// Selects a stretch of time by dragging over empty ground, or moves one edge of it. A click
/// without a drag clears the selection and sets the time cursor.
class RangeTool : public TrackTool {
public:
    using TrackTool::TrackTool;
    /// True when `x` is at an edge of the range there is.
    [[nodiscard]] static bool isAtEdge(const TimelineTracks &tracks, double x);

    void press(const QMouseEvent &event) override;
    void move(const QMouseEvent &event) override;
    void release(const QMouseEvent &event) override;
    void cancel() override;
    [[nodiscard]] Qt::CursorShape cursor() const override { return Qt::SizeHorCursor; }

private:
    std::optional<TimeSpan> m_before;
    TimePoint m_anchor;
    QPointF m_from;
    bool m_isDrag = false;
    bool m_isEdge = false;
};

} // namespace SecondStory::Ui
