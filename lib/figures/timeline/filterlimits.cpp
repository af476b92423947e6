// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/timeline/filterlimits.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace SecondStory::Figures {

namespace {

constexpr double kStep = 14; ///< from one stripe to the next
constexpr double kWide = 4;

/// Stripes that stay put while the view pans, because they are counted from `origin`.
void stripe(QPainter &painter, const QRectF &area, double origin, const QColor &ink)
{
    if (area.width() < 1)
        return;
    painter.save();
    painter.setClipRect(area, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink, kWide));
    const double first =
        origin + std::floor((area.left() - area.height() - origin) / kStep) * kStep;
    for (double x = first; x < area.right() + kStep; x += kStep)
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x + area.height(), area.top()));
    painter.restore();
}

} // namespace

void paintFilterLimits(QPainter &painter, const QRectF &area, const TimeScale &scale,
                       TimeSpan inside, const Palette &palette)
{
    const double from = area.left() + scale.x(inside.start);
    const double until = area.left() + scale.x(inside.end);
    QColor ink = palette.accent;
    ink.setAlphaF(palette.isDark() ? 0.16F : 0.12F);
    const auto part = [&area](double left, double right) {
        const double begin = std::clamp(left, area.left(), area.right());
        const double end = std::clamp(right, area.left(), area.right());
        return QRectF(begin, area.top(), end - begin, area.height());
    };
    // Counted from the limits while they are near, so that numbers stay small.
    const auto origin = [&area](double x) { return std::abs(x) < 1e6 ? x : area.left(); };
    stripe(painter, part(area.left(), from), origin(from), ink);
    stripe(painter, part(until, area.right()), origin(until), ink);
    painter.setPen(QPen(palette.accent, 1, Qt::DashLine));
    for (const double x : { from, until }) {
        if (x >= area.left() && x <= area.right())
            painter.drawLine(QPointF(std::floor(x) + 0.5, area.top()),
                             QPointF(std::floor(x) + 0.5, area.bottom()));
    }
}

} // namespace SecondStory::Figures
