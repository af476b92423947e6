// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/pressurefigure.h"

#include <QWidget>

#include <optional>

namespace SecondStory::Ui {

/// The rows of the pressure figure as something to point at: hover, keyboard and one current row.
class PressureRows : public QWidget {
    Q_OBJECT

public:
    explicit PressureRows(QWidget *parent = nullptr);

    /// `part` is what this widget draws: the header or the rows.
    void setFigure(const Analysis::RecurrenceTable &table,
                   Figures::PressureFigure::Options options);
    [[nodiscard]] const Figures::PressureFigure *figure() const
    {
        return m_figure ? &*m_figure : nullptr;
    }
    /// The current code, as an index into the table.
    [[nodiscard]] std::optional<int> currentCode() const { return m_current; }
    void setCurrentCode(std::optional<int> code);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void currentCodeChanged(std::optional<int> code);
    void codeActivated(int code);
    /// The current row should be scrolled to.
    void rowShown(const QRect &row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    void hover(std::optional<int> code);
    void step(qsizetype by);
    void paintGround(QPainter &painter, std::optional<int> code, const QColor &color) const;

    Analysis::RecurrenceTable m_table;
    std::optional<Figures::PressureFigure> m_figure;
    std::optional<int> m_current;
    std::optional<int> m_hovered;
    std::optional<int> m_pressed;
};

} // namespace SecondStory::Ui
