// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace SecondStory::Ui {

class CanvasView;

/// The names of the levels at the canvas's left edge, or of the phases at its top.
class LaneNames : public QWidget {
    Q_OBJECT
public:
    LaneNames(CanvasView &view, Qt::Orientation orientation);
    /// The room that the longest word of a level needs.
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QFont nameFont() const;

    CanvasView &m_view;
    Qt::Orientation m_orientation;
};

} // namespace SecondStory::Ui
