// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/timeline/bracketpainter.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QHash>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace SecondStory::Figures {

namespace {

constexpr double kBend = 3; ///< the bent ends of a bracket
constexpr double kThin = 0.8;
constexpr double kShortestBracket = 6;

/// What stands below one lane so far.
struct Line {
    double right = -1e9; ///< of the brackets
    double wordsRight = -1e9;
    bool isLow = false; ///< the last bracket stands lower, so as not to run into the one before
};

QString momentWords(const MomentRows &moments, const MomentBracket &bracket)
{
    return bracket.count() > 1
        ? QCoreApplication::translate("Timeline", "%n moment(s)", nullptr, bracket.count())
        : moments.all()[bracket.first].title.simplified();
}

void paintBracketAbove(QPainter &painter, const QRectF &place, double width)
{
    const double bend = std::min(kBend, place.width() / 2);
    const QPointF topLeft = place.topLeft();
    const QPointF topRight = place.topRight();
    if (place.left() >= 0)
        painter.drawPolyline(
            QPolygonF({ place.bottomLeft(), topLeft, topLeft + QPointF(bend, 0) }));
    if (place.right() <= width)
        painter.drawPolyline(
            QPolygonF({ place.bottomRight(), topRight, topRight - QPointF(bend, 0) }));
}

} // namespace

double momentRowHeight(const RulerStyle &style)
{
    return std::ceil(QFontMetricsF(style.font).height()) + 4;
}

void paintMoments(QPainter &painter, const QRectF &area, const MomentRows &moments,
                  const TimeScale &scale, const RulerStyle &style)
{
    const QFontMetricsF metrics(style.font);
    painter.save();
    painter.translate(area.topLeft());
    painter.setFont(style.font);
    for (const MomentBracket &bracket : moments.brackets(scale, momentRowHeight(style))) {
        const QRectF place = bracket.bracket.adjusted(0, 2, 0, -1);
        if (place.left() > area.width() || place.right() < 0)
            continue;
        painter.setPen(QPen(style.palette.muted, kThin));
        paintBracketAbove(painter, place, area.width());
        if (bracket.words.width() < metrics.averageCharWidth() * 4)
            continue;
        painter.setPen(style.palette.text);
        painter.drawText(
            QPointF(bracket.words.left(),
                    bracket.words.center().y() - metrics.height() / 2 + metrics.ascent()),
            metrics.elidedText(momentWords(moments, bracket), Qt::ElideRight,
                               bracket.words.width()));
    }
    painter.restore();
}

double activityBracketHeight(const RulerStyle &style)
{
    return QFontMetricsF(style.font).height() + kBend + 4;
}

void paintActivityBrackets(QPainter &painter, const LaneLayout &layout, const TimeScale &scale,
                           const QList<FigureActivity> &activities, const RulerStyle &style)
{
    const QFontMetricsF metrics(style.font);
    QList<const ActivityBar *> open;
    for (const FigureActivity &activity : activities) {
        if (!activity.isCollapsed)
            open.append(&activity.bar);
    }
    std::stable_sort(open.begin(), open.end(), [](const ActivityBar *a, const ActivityBar *b) {
        return a->start < b->start;
    });
    painter.save();
    painter.setFont(style.font);
    QHash<int, Line> lines;
    for (const ActivityBar *bar : std::as_const(open)) {
        const int lane = layout.rowOf(bar->lane);
        const double x0 = scale.x(bar->start);
        const double x1 = std::max(scale.x(bar->end), x0 + kShortestBracket);
        if (lane < 0 || x1 < 0 || x0 > scale.width())
            continue;
        Line &line = lines[lane];
        line.isLow = x0 <= line.right + 2 && !line.isLow;
        const double left = std::max(x0, 0.0);
        const double right = std::min(x1, scale.width());
        const LaneRow &row = layout.rows()[static_cast<size_t>(lane)];
        const double top = row.bottom() + 1;
        const double y = top + kBend + (line.isLow ? kBend : 0);
        painter.setPen(
            QPen(blend(style.palette.category(row.hue), style.palette.text, 0.25), kThin));
        painter.drawLine(QPointF(left, y), QPointF(right, y));
        if (x0 >= 0)
            painter.drawLine(QPointF(x0, y - kBend), QPointF(x0, y));
        if (x1 <= scale.width())
            painter.drawLine(QPointF(x1, y - kBend), QPointF(x1, y));
        line.right = std::max(line.right, right);
        const double from = std::max(left, line.wordsRight + metrics.averageCharWidth());
        const double room = scale.width() - 2 - from;
        const QString title = bar->title.simplified();
        // Words that begin far from their bracket would name another one.
        if (from > right || room < metrics.averageCharWidth() * 5)
            continue;
        const QString words = metrics.elidedText(title, Qt::ElideRight, room);
        painter.setPen(style.palette.muted);
        painter.drawText(QPointF(from, top + 2 * kBend + metrics.ascent()), words);
        line.wordsRight = from + metrics.horizontalAdvance(words);
    }
    painter.restore();
}

} // namespace SecondStory::Figures
