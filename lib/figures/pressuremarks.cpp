// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/pressuremarks.h"

#include "figures/phasetones.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace SecondStory::Figures {

void paintPhaseKey(QPainter &painter, const QRectF &line, const Palette &palette)
{
    const QFontMetricsF metrics(painter.font());
    const double side = std::round(line.height() * 0.62);
    double x = line.left();
    for (int phase = 0; phase < 3; ++phase) {
        const QString name = phaseName(phase);
        const double width = metrics.horizontalAdvance(name);
        if (x + side + 4 + width > line.right() + 8)
            return;
        fillPhase(painter, QRectF(x, line.center().y() - side / 2, side, side), phase, palette);
        painter.drawText(QRectF(x + side + 4, line.top(), width + 2, line.height()),
                         Qt::AlignVCenter, name);
        x += side + width + 14;
    }
}

void paintPolaritySign(QPainter &painter, QPointF centre, double side, bool isHelp,
                       const Palette &palette)
{
    const QColor ink = isHelp ? palette.helped : palette.hindered;
    painter.setPen(Qt::NoPen);
    painter.setBrush(blend(palette.surface, ink, 0.16));
    painter.drawEllipse(centre, side / 2, side / 2);
    painter.setPen(QPen(ink, 1.6, Qt::SolidLine, Qt::RoundCap));
    const double arm = side * 0.24;
    painter.drawLine(centre - QPointF(arm, 0), centre + QPointF(arm, 0));
    if (isHelp)
        painter.drawLine(centre - QPointF(0, arm), centre + QPointF(0, arm));
}

void paintPhaseBar(QPainter &painter, const QRectF &rect, const std::array<int, 3> &counts,
                   int most, const Palette &palette)
{
    const double unit = rect.width() / most;
    const QFontMetricsF metrics(painter.font());
    double x = rect.left();
    for (int phase = 0; phase < 3; ++phase) {
        const int count = counts[static_cast<size_t>(phase)];
        if (count == 0)
            continue;
        const QRectF bar(x, rect.top(), std::max(1.0, count * unit - 1), rect.height());
        fillPhase(painter, bar, phase, palette);
        x += count * unit;
        const QString number = QString::number(count);
        if (metrics.horizontalAdvance(number) + 6 > bar.width())
            continue;
        // A plain patch keeps the figure legible on the pattern.
        const double patch = metrics.horizontalAdvance(number) + 4;
        painter.fillRect(QRectF(bar.center().x() - patch / 2, bar.top(), patch, bar.height()),
                         phaseTone(phase, palette));
        painter.setPen(phaseInk(phase, palette));
        painter.drawText(bar, Qt::AlignCenter, number);
    }
}

} // namespace SecondStory::Figures
