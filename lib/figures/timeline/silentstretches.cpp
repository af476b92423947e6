// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/timeline/silentstretches.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace SecondStory::Figures {

namespace {

constexpr double kStep = 9; ///< between two lines of the hatching
constexpr double kInset = 3;
constexpr double kLeastWidth = 4;

/// Drawn by hand, so that the lines stay put while the view pans and print as lines.
void hatch(QPainter &painter, const QRectF &area, double origin, const QColor &ink)
{
    painter.save();
    painter.setClipRect(area, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink, 1));
    const double first =
        origin + std::floor((area.left() - area.height() - origin) / kStep) * kStep;
    for (double x = first; x < area.right(); x += kStep)
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x + area.height(), area.top()));
    painter.restore();
}

} // namespace

void paintSilences(QPainter &painter, const LaneLayout &lanes, const TimeScale &scale, double width,
                   const QList<SilentStretch> &stretches, const Palette &palette)
{
    QColor ink = palette.muted;
    ink.setAlphaF(palette.isDark() ? 0.38F : 0.30F);
    QColor edge = palette.muted;
    edge.setAlphaF(0.6F);
    for (const SilentStretch &stretch : stretches) {
        const double origin = scale.x(stretch.span.start);
        const double left = std::max(origin, -kStep);
        const double right = std::min(scale.x(stretch.span.end), width + kStep);
        if (right - left < kLeastWidth)
            continue;
        for (const LaneRow &row : lanes.rows()) {
            if (!row.holdsEvents() || (!stretch.isWhole && row.lane != stretch.lane))
                continue;
            const QRectF area(left, row.y + kInset, right - left, row.height - 2 * kInset);
            hatch(painter, area, origin, ink);
            painter.setPen(QPen(edge, 1, Qt::DotLine));
            painter.drawLine(area.topLeft(), area.bottomLeft());
            painter.drawLine(area.topRight(), area.bottomRight());
        }
    }
}

} // namespace SecondStory::Figures
