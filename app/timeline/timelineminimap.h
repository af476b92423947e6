// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "timeline/timelinemodel.h"
#include "timeline/timelineviewport.h"

#include <QPixmap>
#include <QWidget>

namespace SecondStory::Ui {

/// The whole review in one strip: how dense it is, where the view stands. A click centres, a drag
/// of the window pans.
class TimelineMinimap : public QWidget {
    Q_OBJECT
public:
    TimelineMinimap(TimelineModel &model, TimelineViewport &viewport, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override { return { 200, 44 }; }

    /// The time the strip covers.
    [[nodiscard]] Figures::TimeScale scale() const;
    [[nodiscard]] QRectF window() const;

    /// What somebody could not know at a time: it is drawn fainter, or not at all.
    struct Veil {
        TimePoint from; ///< the time after this is veiled
        bool hides = false; ///< what is veiled is left out
        std::vector<bool> isKnown; ///< of each row of the layout: its events up to then are known

        bool operator==(const Veil &) const = default;
    };
    void setVeil(std::optional<Veil> veil);
    [[nodiscard]] const std::optional<Veil> &veil() const { return m_veil; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void drawBackground();
    /// How many events each column holds, or only those that the veil leaves open.
    [[nodiscard]] QList<quint32> totals(bool onlyOpen) const;
    void paintColumns(QPainter &painter, const QList<quint32> &sums, quint32 most,
                      const QColor &ink) const;
    void paintVeil(QPainter &painter) const;
    /// Events in each column whether a search found them or not.
    void drawInstants(QPainter &painter);

    TimelineModel &m_model;
    TimelineViewport &m_viewport;
    QPixmap m_background;
    std::optional<Veil> m_veil;
    std::optional<double> m_grab; ///< where in the window it is held; none: a new window is drawn
    double m_pressX = 0;
    bool m_isDrawing = false;
};

} // namespace SecondStory::Ui
