// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/timeline/eventmarks.h"

#include "domain/eventtable.h"

#include <QCoreApplication>
#include <QPainter>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace SecondStory::Figures {

namespace {

constexpr std::array<MarkShape, 20> kShapes{
    MarkShape::Bubble,   MarkShape::Bubble,   MarkShape::Dot,      MarkShape::Ring,
    MarkShape::Flag,     MarkShape::Square,   MarkShape::Hexagon,  MarkShape::Tick,
    MarkShape::Ring,     MarkShape::Cross,    MarkShape::Triangle, MarkShape::TriangleDown,
    MarkShape::Diamond,  MarkShape::SmallDot, MarkShape::SmallDot, MarkShape::Frame,
    MarkShape::Pentagon, MarkShape::SmallDot, MarkShape::Frame,    MarkShape::TriangleDown,
};

constexpr std::array kLabels{
    QT_TRANSLATE_NOOP("EventKind", "message"),      QT_TRANSLATE_NOOP("EventKind", "statement"),
    QT_TRANSLATE_NOOP("EventKind", "observation"),  QT_TRANSLATE_NOOP("EventKind", "assessment"),
    QT_TRANSLATE_NOOP("EventKind", "decision"),     QT_TRANSLATE_NOOP("EventKind", "action"),
    QT_TRANSLATE_NOOP("EventKind", "knowledge"),    QT_TRANSLATE_NOOP("EventKind", "state"),
    QT_TRANSLATE_NOOP("EventKind", "mental model"), QT_TRANSLATE_NOOP("EventKind", "help"),
    QT_TRANSLATE_NOOP("EventKind", "alert"),        QT_TRANSLATE_NOOP("EventKind", "page"),
    QT_TRANSLATE_NOOP("EventKind", "change"),       QT_TRANSLATE_NOOP("EventKind", "log"),
    QT_TRANSLATE_NOOP("EventKind", "metric"),       QT_TRANSLATE_NOOP("EventKind", "absence"),
    QT_TRANSLATE_NOOP("EventKind", "milestone"),    QT_TRANSLATE_NOOP("EventKind", "other"),
    QT_TRANSLATE_NOOP("EventKind", "away"),         QT_TRANSLATE_NOOP("EventKind", "on call"),
};

QPainterPath polygon(std::initializer_list<QPointF> points, double size)
{
    QPolygonF shape;
    for (const QPointF &point : points)
        shape.append(point * size);
    shape.append(shape.first());
    QPainterPath path;
    path.addPolygon(shape);
    return path;
}

QPainterPath circle(double radius)
{
    QPainterPath path;
    path.addEllipse(QPointF(), radius, radius);
    return path;
}

QPainterPath bubble(double size)
{
    QPainterPath path;
    path.addRoundedRect(QRectF(-0.5 * size, -0.45 * size, size, 0.7 * size), 0.2 * size,
                        0.2 * size);
    QPainterPath tail = polygon({ { -0.3, 0.1 }, { -0.3, 0.52 }, { 0.1, 0.2 } }, size);
    return path.united(tail);
}

QPainterPath hexagon(double size)
{
    return polygon({ { -0.25, -0.45 },
                     { 0.25, -0.45 },
                     { 0.5, 0 },
                     { 0.25, 0.45 },
                     { -0.25, 0.45 },
                     { -0.5, 0 } },
                   size);
}

QPainterPath cross(double size)
{
    constexpr double a = 0.16;
    constexpr double b = 0.48;
    return polygon({ { -a, -b },
                     { a, -b },
                     { a, -a },
                     { b, -a },
                     { b, a },
                     { a, a },
                     { a, b },
                     { -a, b },
                     { -a, a },
                     { -b, a },
                     { -b, -a },
                     { -a, -a } },
                   size);
}

QPainterPath frame(double size)
{
    QPainterPath path;
    path.addRect(QRectF(-0.45 * size, -0.45 * size, 0.9 * size, 0.9 * size));
    path.addRect(QRectF(-0.2 * size, -0.2 * size, 0.4 * size, 0.4 * size));
    return path;
}

size_t keyOf(double size, qreal ratio, MarkShape shape, const MarkLook &look)
{
    return qHashMulti(0, static_cast<int>(size * 16), static_cast<int>(ratio * 100),
                      static_cast<int>(shape), look.fill.rgba(), look.edge.rgba(),
                      look.star.isValid() ? look.star.rgba() : 0U,
                      look.assumed.isValid() ? look.assumed.rgba() : 0U, look.isOpen,
                      static_cast<int>(look.line), look.isStriped);
}

/// Two short lines that fade away from the mark: the time is about here.
void paintAbout(QPainter &painter, QPointF centre, double size, const QColor &ink)
{
    const double step = size * 0.13;
    for (int i = 0; i < 3; ++i) {
        QColor paler = ink;
        paler.setAlphaF(0.9F - 0.3F * static_cast<float>(i));
        const double from = size * 0.56 + step * i;
        const double thick = std::max(1.0, size / 9);
        painter.fillRect(QRectF(centre.x() + from, centre.y() - thick / 2, step, thick), paler);
        painter.fillRect(QRectF(centre.x() - from - step, centre.y() - thick / 2, step, thick),
                         paler);
    }
}

void paintStripe(QPainter &painter, QPointF centre, double size, const QPainterPath &outline,
                 const QColor &ink)
{
    painter.save();
    painter.setClipPath(outline, Qt::IntersectClip);
    painter.setPen(QPen(ink, std::max(1.0, size / 8)));
    for (const double shift : { -0.22, 0.22 })
        painter.drawLine(centre + QPointF((shift - 0.5) * size, 0.5 * size),
                         centre + QPointF((shift + 0.5) * size, -0.5 * size));
    painter.restore();
}

void paintBadges(QPainter &painter, QPointF centre, double size, const MarkLook &look)
{
    if (look.assumed.isValid()) {
        painter.setPen(QPen(look.assumed, std::max(1.0, size / 7)));
        const double y = centre.y() + size * 0.72;
        painter.drawLine(QPointF(centre.x() - size * 0.3, y), QPointF(centre.x() + size * 0.3, y));
    }
    if (look.star.isValid()) {
        QPolygonF star;
        for (int i = 0; i < 10; ++i) {
            const double radius = (i % 2 == 0 ? 0.34 : 0.15) * size;
            const double angle = i * 3.14159265358979 / 5;
            star.append(centre + QPointF(size * 0.5, -size * 0.5)
                        + QPointF(std::sin(angle), -std::cos(angle)) * radius);
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(look.star);
        painter.drawPolygon(star);
    }
}

} // namespace

Qt::PenStyle lineOf(quint8 rowFlags)
{
    return rowFlags & EventRow::Inferred  ? Qt::DotLine
        : rowFlags & EventRow::Remembered ? Qt::DashLine
                                          : Qt::SolidLine;
}

MarkShape markShapeOf(EventKind kind)
{
    const auto at = static_cast<size_t>(kind);
    return at < kShapes.size() ? kShapes[at] : MarkShape::SmallDot;
}

QString eventKindLabel(EventKind kind)
{
    const auto at = static_cast<size_t>(kind);
    return QCoreApplication::translate("EventKind",
                                       kLabels[at < kLabels.size() ? at : kLabels.size() - 1]);
}

QPainterPath markPath(MarkShape shape, double size)
{
    switch (shape) {
    case MarkShape::Dot:
        return circle(size * 0.42);
    case MarkShape::SmallDot:
        return circle(size * 0.28);
    case MarkShape::Ring:
        return circle(size * 0.44).subtracted(circle(size * 0.22));
    case MarkShape::Flag:
        return polygon({ { -0.42, -0.55 },
                         { 0.5, -0.55 },
                         { 0.26, -0.22 },
                         { 0.5, 0.11 },
                         { -0.24, 0.11 },
                         { -0.24, 0.55 },
                         { -0.42, 0.55 } },
                       size);
    case MarkShape::Square:
        return polygon({ { -0.4, -0.4 }, { 0.4, -0.4 }, { 0.4, 0.4 }, { -0.4, 0.4 } }, size);
    case MarkShape::Triangle:
        return polygon({ { 0, -0.48 }, { 0.5, 0.42 }, { -0.5, 0.42 } }, size);
    case MarkShape::TriangleDown:
        return polygon({ { 0, 0.48 }, { 0.5, -0.42 }, { -0.5, -0.42 } }, size);
    case MarkShape::Diamond:
        return polygon({ { 0, -0.52 }, { 0.52, 0 }, { 0, 0.52 }, { -0.52, 0 } }, size);
    case MarkShape::Bubble:
        return bubble(size);
    case MarkShape::Cross:
        return cross(size);
    case MarkShape::Hexagon:
        return hexagon(size);
    case MarkShape::Tick:
        return polygon({ { -0.14, -0.5 }, { 0.14, -0.5 }, { 0.14, 0.5 }, { -0.14, 0.5 } }, size);
    case MarkShape::Pentagon:
        return polygon(
            { { -0.4, -0.45 }, { 0.4, -0.45 }, { 0.4, 0.15 }, { 0, 0.52 }, { -0.4, 0.15 } }, size);
    case MarkShape::Frame:
        break;
    }
    return frame(size);
}

void paintMark(QPainter &painter, QPointF centre, double size, MarkShape shape,
               const MarkLook &look)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(look.edge, std::max(0.75, size / 10), look.line, Qt::FlatCap, Qt::MiterJoin);
    if (look.line == Qt::DashLine)
        pen.setDashPattern({ 3, 2 });
    else if (look.line == Qt::DotLine)
        pen.setDashPattern({ 1, 1.4 });
    const QPainterPath outline = markPath(shape, size).translated(centre);
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.fill);
    painter.drawPath(outline);
    if (look.isStriped)
        paintStripe(painter, centre, size, outline, look.edge);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(outline);
    if (look.isOpen)
        paintAbout(painter, centre, size, look.edge);
    paintBadges(painter, centre, size, look);
    painter.restore();
}

void MarkSprites::draw(QPainter &painter, QPointF centre, double size, MarkShape shape,
                       const MarkLook &look)
{
    const qreal ratio = painter.device()->devicePixelRatioF();
    QPixmap &sprite = m_sprites[keyOf(size, ratio, shape, look)];
    const bool hasBadge = look.star.isValid() || look.assumed.isValid();
    const double side = std::ceil(size * (hasBadge || look.isOpen ? 2.0 : 1.1)) + 3;
    if (sprite.isNull()) {
        const int pixels = static_cast<int>(std::ceil(side * ratio)) | 1;
        sprite = QPixmap(pixels, pixels);
        sprite.setDevicePixelRatio(ratio);
        sprite.fill(Qt::transparent);
        QPainter inner(&sprite);
        paintMark(inner, QPointF(pixels, pixels) / (2 * ratio), size, shape, look);
    }
    const double half = sprite.width() / ratio / 2;
    const auto aligned = [&](double value) { return std::round((value - half) * ratio) / ratio; };
    painter.drawPixmap(QPointF(aligned(centre.x()), aligned(centre.y())), sprite);
}

} // namespace SecondStory::Figures
