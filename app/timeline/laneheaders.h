// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "timeline/timelinetracks.h"

#include <QWidget>

namespace SecondStory::Ui {

/// The names of the lanes, beside them; a click folds a lane, a drag puts it elsewhere, a double
/// click renames it.
class LaneHeaders : public QWidget {
    Q_OBJECT
public:
    LaneHeaders(TimelineTracks &tracks, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override { return { 180, 100 }; }

Q_SIGNALS:
    void foldRequested(SecondStory::LaneId lane, bool isFolded);
    void moveRequested(SecondStory::LaneId lane, int position);
    void renameRequested(SecondStory::LaneId lane, QRect place, const QString &name);
    void scrollRequested(double by);
    /// Somebody asks what can be done with a lane; null for the row of events without one.
    void menuRequested(SecondStory::LaneId lane, QPoint globalPlace);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] int rowAt(double y) const;
    [[nodiscard]] QRectF rectOf(const Figures::LaneRow &row) const;
    void paintRow(QPainter &painter, int row);

    TimelineTracks &m_tracks;
    int m_pressedRow = -1;
    int m_targetRow = -1;
    QPointF m_from;
};

} // namespace SecondStory::Ui
