// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/timeline/hatch.h"

#include <QLineF>
#include <QList>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace SecondStory::Figures {

void paintHatch(QPainter &painter, const QRectF &area, const QColor &ink)
{
    if (area.width() <= 0 || area.height() <= 0)
        return;
    // Each line is the points whose x + y is the same multiple of the pitch, cut to the area by
    // hand: a clip for each of many small areas would make a long file.
    QList<QLineF> lines;
    const double last = area.right() + area.bottom();
    for (double sum = std::ceil((area.left() + area.top()) / kHatchPitch) * kHatchPitch; sum < last;
         sum += kHatchPitch) {
        const double left = std::max(area.left(), sum - area.bottom());
        const double right = std::min(area.right(), sum - area.top());
        if (right > left)
            lines.append(QLineF(left, sum - left, right, sum - right));
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(ink, 0.6);
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    painter.drawLines(lines);
    painter.restore();
}

} // namespace SecondStory::Figures
