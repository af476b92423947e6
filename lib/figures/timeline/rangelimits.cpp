// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/timeline/rangelimits.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace SecondStory::Figures {

namespace {

constexpr double kPitch = 6;

/// Of a short stretch most stays uncovered.
double limitWidth(double stretch)
{
    return std::clamp(std::floor(stretch / 4), 2.0, kLimitWidth);
}

} // namespace

QColor limitColour(RangeUser user, const Palette &palette)
{
    switch (user) {
    case RangeUser::Filter:
        return palette.category(3);
    case RangeUser::SavedView:
        return palette.category(4);
    case RangeUser::Moment:
        break;
    }
    return palette.category(1);
}

void paintLimitStripes(QPainter &painter, const QRectF &area, RangeUser user,
                       const Palette &palette)
{
    const QColor ink = limitColour(user, palette);
    painter.save();
    painter.setClipRect(area, Qt::IntersectClip);
    QColor ground = ink;
    ground.setAlphaF(0.12F);
    painter.fillRect(area, ground);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink, 2));
    // Upwards, downwards, level: told apart without the colour.
    const double rise = user == RangeUser::Filter ? -area.width()
        : user == RangeUser::SavedView            ? area.width()
                                                  : 0;
    const double first = std::floor(area.top() / kPitch) * kPitch - kPitch;
    for (double y = first; y < area.bottom() + std::abs(rise); y += kPitch)
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y + rise));
    painter.restore();
}

void paintRangeLimits(QPainter &painter, const QRectF &area, const TimeScale &scale,
                      const QList<RangeLimit> &limits, const Palette &palette)
{
    for (qsizetype i = 0; i < limits.size(); ++i) {
        int sameStart = 0;
        int sameEnd = 0;
        for (qsizetype j = 0; j < i; ++j) {
            sameStart += std::abs(scale.x(limits[j].span.start) - scale.x(limits[i].span.start))
                    < kLimitWidth
                ? 1
                : 0;
            sameEnd +=
                std::abs(scale.x(limits[j].span.end) - scale.x(limits[i].span.end)) < kLimitWidth
                ? 1
                : 0;
        }
        const double left = area.left() + scale.x(limits[i].span.start) + sameStart * kLimitWidth;
        const double right = area.left() + scale.x(limits[i].span.end) - sameEnd * kLimitWidth;
        const double width = limitWidth(right - left);
        for (const double x : { std::floor(left), std::floor(right) - width }) {
            if (x + width >= area.left() && x <= area.right())
                paintLimitStripes(painter, { x, area.top(), width, area.height() }, limits[i].user,
                                  palette);
        }
    }
}

} // namespace SecondStory::Figures
