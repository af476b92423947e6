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
    void instantActivated(SecondStory::TimePoint time);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] Figures::RulerStyle style() const;
    [[nodiscard]] double stripHeight() const;
    void paintHits(QPainter &painter, double bottom);

    TimelineModel &m_model;
    TimelineViewport &m_viewport;
    QList<QPair<QRectF, Figures::RulerInstant>> m_names;
    double m_grabX = 0;
};

} // namespace SecondStory::Ui
