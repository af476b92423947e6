// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace SecondStory::Ui {

class TimelineCurtain;

/// The edge of the curtain on the lanes: a line at its time with a label one can take hold of. Out
/// of view it waits at the side where its time lies.
class CurtainLine : public QWidget {
    Q_OBJECT
public:
    explicit CurtainLine(TimelineCurtain &curtain);

    /// The label, in this widget.
    [[nodiscard]] QRect grip() const { return m_grip; }
    /// Somebody is dragging it.
    [[nodiscard]] bool isHeld() const { return m_isHeld; }

Q_SIGNALS:
    /// The way out was asked for.
    void left();
    void playRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void place();
    [[nodiscard]] QString text() const;

    TimelineCurtain &m_curtain;
    QRect m_grip;
    int m_lineX = 0; ///< in this widget
    bool m_isInView = true;
    double m_grabOffset = 0;
    bool m_isHeld = false;
};

} // namespace SecondStory::Ui
