// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "overview/figurewidget.h"

#include "theme/theme.h"

#include <QPainter>

namespace SecondStory::Ui {

FigureWidget::FigureWidget(const QString &name, const QString &whenEmpty, QWidget *parent)
    : QAbstractButton(parent)
    , m_whenEmpty(whenEmpty)
{
    setText(name);
    setAccessibleName(name);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMinimumHeight(96);
}

void FigureWidget::setPainter(Painter painter)
{
    m_painter = std::move(painter);
    update();
}

void FigureWidget::paintEvent(QPaintEvent *)
{
    const Figures::Palette &p = paletteFor(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF card = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(QPen(hasFocus()         ? p.accent
                            : underMouse() ? p.strongLine
                                           : p.line,
                        hasFocus() ? 2 : 1));
    painter.setBrush(p.surface);
    painter.drawRoundedRect(card, 6, 6);
    painter.setPen(p.muted);
    painter.setFont(fontAt(font(), 0.85));
    const QRectF inner =
        card.adjusted(Space::kPanel, Space::kSmall, -Space::kPanel, -Space::kSmall);
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignTop, text());
    const QRectF figure = inner.adjusted(0, painter.fontMetrics().height() + Space::kTiny, 0, 0);
    painter.setFont(font());
    if (m_painter) {
        painter.setClipRect(card.adjusted(2, 2, -2, -2));
        m_painter(painter, figure);
    } else {
        painter.setPen(p.muted);
        painter.drawText(figure, Qt::AlignCenter | Qt::TextWordWrap, m_whenEmpty);
    }
}

} // namespace SecondStory::Ui
