// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "timeline/keepname.h"
#include "timeline/timelinetracks.h"

#include <QWidget>

namespace SecondStory::Ui {

class LaneCommands;

/// The names of the lanes, beside them. A click on the arrow folds, a drag puts a lane elsewhere, a
/// drag of its lower edge makes it taller, a drag of the column's right edge makes the column
/// wider, a double click renames; with the keyboard, and in the menu, all of it as well.
class LaneHeaders : public QWidget {
    Q_OBJECT
public:
    LaneHeaders(TimelineTracks &tracks, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override { return { m_columnWidth, 100 }; }

    [[nodiscard]] LaneCommands &commands() const { return *m_commands; }
    /// The row the keyboard stands on; -1: none.
    [[nodiscard]] int current() const { return m_current; }
    void setCurrent(int row);
    /// Opens the field for a name in place.
    void rename(int row);
    void nameNewGroup(int row);
    void nameNewLane();
    [[nodiscard]] QRectF rectOf(const Figures::LaneRow &row) const;
    /// Units: pixels; remembered. Within what leaves room for both sides.
    void setColumnWidth(int width);

Q_SIGNALS:
    /// A name is asked for at a place of this widget.
    void nameRequested(QRect place, const QString &text, const QString &placeholder,
                       const SecondStory::Ui::KeepName &keep);
    /// Somebody asks what can be done with a row; -1 for the ground below them.
    void menuRequested(int row, QPoint globalPlace);
    /// The keyboard goes back to the lanes.
    void left();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    enum class Drag { None, Row, Height, Width };

    [[nodiscard]] int rowAt(double y) const;
    /// The lane whose lower edge is at a height; -1: none.
    [[nodiscard]] int edgeAt(double y) const;
    [[nodiscard]] bool isAtSide(double x) const;
    [[nodiscard]] double foldX(const Figures::LaneRow &row) const;
    void paintRows(QPainter &painter, int first, int end);
    void paintRow(QPainter &painter, int row);
    void paintArrow(QPainter &painter, const Figures::LaneRow &row, const QRectF &area);
    void paintWords(QPainter &painter, int row, const QRectF &area);
    void paintTarget(QPainter &painter);
    bool handleKey(const QKeyEvent &event);
    bool handleAltKey(int key);
    void step(int direction);
    void updateWords();

    TimelineTracks &m_tracks;
    LaneCommands *m_commands;
    Drag m_drag = Drag::None;
    int m_pressedRow = -1;
    int m_targetRow = -1;
    int m_current = -1;
    int m_columnWidth;
    LaneId m_stretched;
    double m_stretch = 1;
    QPointF m_from;
};

} // namespace SecondStory::Ui
