// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/timepoint.h"
#include "timeline/tools/tracktool.h"

#include <QRectF>

namespace SecondStory::Ui {

/// Takes hold of events: a click selects, a drag sideways moves own events in time with a ghost and
/// the amount, a drag out of the lanes carries the events to another view. Imported evidence
/// refuses to be moved.
class RetimeTool : public TrackTool {
public:
    RetimeTool(TimelineTracks &tracks, qint64 seq);
    void press(const QMouseEvent &event) override;
    void move(const QMouseEvent &event) override;
    void release(const QMouseEvent &event) override;
    void cancel() override;
    void paint(QPainter &painter) const override;

private:
    void carryOut();
    [[nodiscard]] bool canMove() const;

    qint64 m_seq = 0;
    QPointF m_from;
    TimePoint m_start;
    qint64 m_delta = 0;
    double m_ghostX = 0;
    bool m_isDrag = false;
    bool m_isRefused = false;
    bool m_isCarried = false;
    bool m_wasSelected = false;
};

} // namespace SecondStory::Ui
