// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/hitmarks.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace SecondStory::Ui {

void paintHitMarks(QPainter &painter, const QRectF &area, const Figures::TimeScale &scale,
                   const QList<TimePoint> &hits, const Figures::Palette &palette)
{
    constexpr double kWide = 3;
    auto it = std::lower_bound(hits.begin(), hits.end(), scale.time(area.left() - kWide));
    while (it != hits.end()) {
        const double x = std::floor(scale.x(*it));
        if (x > area.right())
            break;
        painter.fillRect(QRectF(x - 1, area.top(), kWide, area.height()), palette.accent);
        // Whatever starts in the same column would be drawn in the same place.
        it = std::lower_bound(it + 1, hits.end(), scale.time(x + 1));
    }
}

} // namespace SecondStory::Ui
