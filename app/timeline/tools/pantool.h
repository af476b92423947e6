// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/timeline/timescale.h"
#include "timeline/tools/tracktool.h"

namespace SecondStory::Ui {

/// Moves the view with the hand: sideways in time, up and down through the lanes.
class PanTool : public TrackTool {
public:
    /// With `isOnGround`, a click that does not move is one on empty ground: it clears the
    /// selection and sets the time cursor.
    explicit PanTool(TimelineTracks &tracks, bool isOnGround = false)
        : TrackTool(tracks)
        , m_isOnGround(isOnGround)
    {
    }
    void press(const QMouseEvent &event) override;
    void move(const QMouseEvent &event) override;
    void release(const QMouseEvent &event) override;
    void cancel() override;
    [[nodiscard]] Qt::CursorShape cursor() const override { return Qt::ClosedHandCursor; }

private:
    Figures::TimeScale m_before;
    double m_scrollBefore = 0;
    QPointF m_from;
    bool m_isOnGround = false;
    bool m_isDrag = false;
};

} // namespace SecondStory::Ui
