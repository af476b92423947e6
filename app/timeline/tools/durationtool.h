// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/timepoint.h"
#include "timeline/tools/tracktool.h"

namespace SecondStory::Ui {

/// Drags the end of an own event that lasts, and so changes its duration.
class DurationTool : public TrackTool {
public:
    DurationTool(TimelineTracks &tracks, qint64 seq);
    void press(const QMouseEvent &event) override;
    void move(const QMouseEvent &event) override;
    void release(const QMouseEvent &event) override;
    void cancel() override;
    void paint(QPainter &painter) const override;
    [[nodiscard]] Qt::CursorShape cursor() const override { return Qt::SizeHorCursor; }

private:
    qint64 m_seq = 0;
    TimePoint m_start;
    TimePoint m_end;
    bool m_isOwn = false;
    bool m_isDrag = false;
};

} // namespace SecondStory::Ui
