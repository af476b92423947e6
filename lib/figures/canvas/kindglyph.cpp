// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/canvas/kindglyph.h"

#include <QTransform>

namespace SecondStory::Figures {

namespace {

// All glyphs are drawn on a 16 × 16 field and scaled to the box.

/// Layers lying on each other: what was there all along.
QPainterPath conditionGlyph()
{
    QPainterPath path;
    path.addPolygon(QPolygonF{ { 8, 2 }, { 14, 5.5 }, { 8, 9 }, { 2, 5.5 }, { 8, 2 } });
    path.moveTo(2, 9);
    path.lineTo(8, 12.5);
    path.lineTo(14, 9);
    return path;
}

/// Two arrows pressing on a line.
QPainterPath pressureGlyph()
{
    QPainterPath path;
    path.moveTo(2, 8);
    path.lineTo(14, 8);
    for (const int side : { -1, 1 }) {
        path.moveTo(8, 8 + side * 6.5);
        path.lineTo(8, 8 + side * 2.5);
        path.moveTo(5.5, 8 + side * 4.8);
        path.lineTo(8, 8 + side * 2.3);
        path.lineTo(10.5, 8 + side * 4.8);
    }
    return path;
}

/// A way that is walked again and again.
QPainterPath practiceGlyph()
{
    QPainterPath path;
    path.arcMoveTo(QRectF(2.5, 2.5, 11, 11), 60);
    path.arcTo(QRectF(2.5, 2.5, 11, 11), 60, 290);
    path.moveTo(7.6, 1.2);
    path.lineTo(10.9, 3.2);
    path.lineTo(9, 6.4);
    return path;
}

/// An eye: what somebody made of it.
QPainterPath assessmentGlyph()
{
    QPainterPath path;
    path.moveTo(1.5, 8);
    path.quadTo(8, 0.5, 14.5, 8);
    path.quadTo(8, 15.5, 1.5, 8);
    path.addEllipse(QPointF(8, 8), 2.2, 2.2);
    return path;
}

/// Waves from a point.
QPainterPath signalGlyph()
{
    QPainterPath path;
    path.addEllipse(QPointF(4, 12), 1.4, 1.4);
    for (const double radius : { 5.5, 9.5 }) {
        const QRectF around(4 - radius, 12 - radius, radius * 2, radius * 2);
        path.arcMoveTo(around, 5);
        path.arcTo(around, 5, 80);
    }
    return path;
}

/// Two that hold the same thread.
QPainterPath coordinationGlyph()
{
    QPainterPath path;
    path.addEllipse(QPointF(4, 5), 2.5, 2.5);
    path.addEllipse(QPointF(12, 11), 2.5, 2.5);
    path.moveTo(6.5, 5);
    path.quadTo(12, 4, 12, 8.5);
    path.moveTo(9.5, 11);
    path.quadTo(4, 12, 4, 7.5);
    return path;
}

/// A part with its pins.
QPainterPath technologyGlyph()
{
    QPainterPath path;
    path.addRect(QRectF(4, 4, 8, 8));
    for (const double at : { 6.2, 9.8 }) {
        path.moveTo(at, 1.5);
        path.lineTo(at, 4);
        path.moveTo(at, 12);
        path.lineTo(at, 14.5);
        path.moveTo(1.5, at);
        path.lineTo(4, at);
        path.moveTo(12, at);
        path.lineTo(14.5, at);
    }
    return path;
}

/// A flag where things ended up.
QPainterPath outcomeGlyph()
{
    QPainterPath path;
    path.moveTo(3.5, 14.5);
    path.lineTo(3.5, 2);
    path.lineTo(13, 2);
    path.lineTo(10.6, 5.3);
    path.lineTo(13, 8.6);
    path.lineTo(3.5, 8.6);
    return path;
}

QPainterPath glyphOf(FactorKind kind)
{
    switch (kind) {
    case FactorKind::Condition:
        return conditionGlyph();
    case FactorKind::Pressure:
        return pressureGlyph();
    case FactorKind::Practice:
        return practiceGlyph();
    case FactorKind::Assessment:
        return assessmentGlyph();
    case FactorKind::Signal:
        return signalGlyph();
    case FactorKind::Coordination:
        return coordinationGlyph();
    case FactorKind::Technology:
        return technologyGlyph();
    case FactorKind::Outcome:
        return outcomeGlyph();
    }
    return {};
}

} // namespace

QPainterPath kindGlyph(FactorKind kind, const QRectF &box)
{
    QTransform transform;
    transform.translate(box.x(), box.y());
    transform.scale(box.width() / 16, box.height() / 16);
    return transform.map(glyphOf(kind));
}

} // namespace SecondStory::Figures
