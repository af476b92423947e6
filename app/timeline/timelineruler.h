// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "timeline/timelinemodel.h"
#include "timeline/timelineviewport.h"

#include <QWidget>

namespace SecondStory::Ui {

/// The top of a timeline: dates, times in two zones, and the strip of the frame's names and the
/// analyst's marks.
class TimelineRuler : public QWidget {
    Q_OBJECT
public:
    TimelineRuler(TimelineModel &model, TimelineViewport &viewport, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    /// A mark's name was double-clicked.
    void markActivated(SecondStory::TimeMarkId mark, QRect place);
    /// A place of the ruler was clicked.
    void timeChosen(SecondStory::TimePoint time);
    void instantActivated(SecondStory::TimePoint time);
    /// A point of the frame is being dragged over `time`; nothing: it is no longer.
    void pointDragged(std::optional<SecondStory::TimePoint> time);
    /// A point of the frame was let go at `time`. `isFree`: Alt was held, nothing is to snap.
    void pointMoved(SecondStory::FramePoint point, SecondStory::TimePoint time, bool isFree);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] Figures::RulerStyle style() const;
    [[nodiscard]] double stripHeight() const;
    void dragPoint(double x);
    void endDrag();

    TimelineModel &m_model;
    TimelineViewport &m_viewport;
    QList<QPair<QRectF, Figures::RulerInstant>> m_names;
    double m_grabX = 0;
    double m_pressX = 0;
    bool m_isPanned = false;
    std::optional<FramePoint> m_dragged; ///< the point under the pressed button
    std::optional<TimePoint> m_draggedTo; ///< once it has been moved
};

} // namespace SecondStory::Ui
