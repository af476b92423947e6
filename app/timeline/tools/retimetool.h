// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/timepoint.h"
#include "timeline/tools/tracktool.h"

#include <QRectF>
#include <QString>

#include <optional>

namespace SecondStory::Ui {

/// Takes hold of events: a click selects, a drag sideways moves own events in time with a ghost and
/// the amount, a drag out of the lanes carries the events to another view. Imported evidence
/// refuses to be moved; where one of it is let go, a time asserted beside its own is offered.
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
    [[nodiscard]] bool canOffer() const;
    /// Where the dragged event would be, and in words what it snapped to.
    [[nodiscard]] std::pair<TimePoint, QString> target(const QMouseEvent &event) const;
    void moveRefused(const QMouseEvent &event);

    qint64 m_seq = 0;
    QPointF m_from;
    TimePoint m_start;
    qint64 m_delta = 0;
    double m_ghostX = 0;
    std::optional<TimePoint> m_offered; ///< a time to assert beside the one of refused evidence
    bool m_isDrag = false;
    bool m_isRefused = false;
    bool m_isCarried = false;
    bool m_wasSelected = false;
};

} // namespace SecondStory::Ui
