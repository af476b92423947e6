// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/canvas/influencecurve.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace SecondStory::Figures {

namespace {

constexpr double kHead = 8;
constexpr double kMark = 7; ///< radius of the mark in the middle

QColor inkFor(InfluenceKind kind, const Palette &palette)
{
    switch (kind) {
    case InfluenceKind::Helped:
        return palette.helped;
    case InfluenceKind::MadeHarder:
        return palette.hindered;
    case InfluenceKind::Masked:
        return palette.uncertain;
    default:
        return palette.muted;
    }
}

QChar markFor(InfluenceKind kind, InfluenceStatus status)
{
    if (status == InfluenceStatus::Disputed)
        return u'?';
    if (status == InfluenceStatus::Withdrawn)
        return u'×';
    if (kind == InfluenceKind::Helped || kind == InfluenceKind::MadeLikelier)
        return u'+';
    return kind == InfluenceKind::MadeHarder ? QChar(u'−') : QChar();
}

} // namespace

QList<qreal> linePattern(InfluenceKind kind)
{
    switch (kind) {
    case InfluenceKind::MadeLikelier:
        return { 9, 3 };
    case InfluenceKind::MadeHarder:
        return { 7, 3, 1.5, 3 };
    case InfluenceKind::FedBack:
        return { 4, 3 };
    case InfluenceKind::Masked:
        return { 1.2, 2.6 };
    case InfluenceKind::ContributedTo:
    case InfluenceKind::Helped:
        break;
    }
    return {};
}

InfluenceCurve::InfluenceCurve(const CurveRoute &route)
    : m_tip(route.to)
    , m_direction(-outward(route.toSide))
{
    const QPointF end = route.to - m_direction * kHead * 0.8; // the line stops inside the head
    m_path.moveTo(route.from);
    QPointF leaving = outward(route.fromSide);
    for (const Stretch &stretch : route.through) {
        const QPointF down(0, stretch.to > stretch.from ? 1 : -1);
        curveTo({ stretch.x, stretch.from }, leaving, -down);
        QPainterPath upright(m_path.currentPosition());
        upright.lineTo(stretch.x, stretch.to);
        addPiece(upright);
        leaving = down;
    }
    curveTo(end, leaving, outward(route.toSide));
    m_middle = m_path.pointAtPercent(0.5);
    m_bounds = m_path.boundingRect().united(
        QRectF(m_tip, QSizeF(0, 0)).adjusted(-kHead, -kHead, kHead, kHead));
    m_bounds =
        m_bounds.united(QRectF(m_middle, QSizeF(0, 0)).adjusted(-kMark, -kMark, kMark, kMark));
    m_bounds.adjust(-2, -2, 2, 2);
}

void InfluenceCurve::curveTo(QPointF end, QPointF leaving, QPointF arriving)
{
    const QPointF start = m_path.currentPosition();
    const QPointF d = end - start;
    const double distance = std::hypot(d.x(), d.y());
    const bool isLoop = QPointF::dotProduct(leaving, arriving) > 0.5;
    const double along = std::abs(QPointF::dotProduct(d, leaving));
    const double pull = isLoop ? std::clamp(distance * 0.22, 30.0, 40.0)
                               : std::clamp(along * 0.5 + distance * 0.04, 8.0, 220.0);
    QPainterPath piece(start);
    piece.cubicTo(start + leaving * pull, end + arriving * pull, end);
    addPiece(piece);
}

void InfluenceCurve::addPiece(const QPainterPath &path)
{
    m_pieces.append({ path, path.controlPointRect().adjusted(-3, -3, 3, 3), m_length });
    m_length += path.length();
    m_path.connectPath(path);
}

void InfluenceCurve::paint(QPainter &painter, InfluenceKind kind, InfluenceStatus status,
                           const Palette &palette, const CurveLook &look,
                           const QRectF &exposed) const
{
    const bool isWithdrawn = status == InfluenceStatus::Withdrawn;
    QColor ink = inkFor(kind, palette);
    if (status == InfluenceStatus::Proposed)
        ink = blend(ink, palette.window, 0.22);
    if (isWithdrawn)
        ink = palette.faint;
    if (look.isSelected)
        ink = palette.accent;
    double width = status == InfluenceStatus::Supported ? 2.0 : 1.4;
    if (isWithdrawn)
        width = 1;
    if (look.isSelected || look.isHovered)
        width += 0.8;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (look.isFaded)
        painter.setOpacity(painter.opacity() * 0.16);
    QPen pen(ink, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (const QList<qreal> pattern = linePattern(kind); !pattern.isEmpty())
        pen.setDashPattern(pattern);
    painter.setBrush(Qt::NoBrush);
    for (const Piece &piece : m_pieces) {
        if (!exposed.isNull() && !exposed.intersects(piece.bounds))
            continue;
        // An offset would turn a solid pen into a dashed one without dashes.
        if (pen.style() != Qt::SolidLine)
            pen.setDashOffset(piece.start / width);
        painter.setPen(pen);
        painter.drawPath(piece.path);
    }
    paintHead(painter, kind, ink, width);
    if (const QChar mark = markFor(kind, status); !mark.isNull())
        paintMark(painter, mark, ink, palette);
    painter.restore();
}

void InfluenceCurve::paintHead(QPainter &painter, InfluenceKind kind, const QColor &ink,
                               double width) const
{
    const QPointF across(-m_direction.y(), m_direction.x());
    const QPointF base = m_tip - m_direction * kHead;
    painter.setPen(QPen(ink, std::max(1.4, width), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (kind == InfluenceKind::Masked) {
        // A bar before the card: it kept something from being seen.
        const QPointF bar = m_tip - m_direction * 4;
        painter.drawLine(bar - across * 5.5, bar + across * 5.5);
        return;
    }
    const QPointF left = base + across * kHead * 0.5;
    const QPointF right = base - across * kHead * 0.5;
    if (kind == InfluenceKind::FedBack) {
        painter.drawLine(m_tip, base);
        painter.drawPolyline(QPolygonF{ left, m_tip, right });
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawPolygon(QPolygonF{ m_tip, left, right });
}

void InfluenceCurve::paintMark(QPainter &painter, QChar mark, const QColor &ink,
                               const Palette &palette) const
{
    painter.setPen(QPen(ink, 1.2));
    painter.setBrush(palette.surface);
    painter.drawEllipse(m_middle, kMark - 0.6, kMark - 0.6);
    painter.setPen(QPen(ink, 1.6, Qt::SolidLine, Qt::RoundCap));
    const double arm = 3.1;
    if (mark == u'+' || mark == u'−')
        painter.drawLine(m_middle - QPointF(arm, 0), m_middle + QPointF(arm, 0));
    if (mark == u'+')
        painter.drawLine(m_middle - QPointF(0, arm), m_middle + QPointF(0, arm));
    if (mark == u'×') {
        painter.drawLine(m_middle - QPointF(2.3, 2.3), m_middle + QPointF(2.3, 2.3));
        painter.drawLine(m_middle - QPointF(2.3, -2.3), m_middle + QPointF(2.3, -2.3));
    }
    if (mark != u'?')
        return;
    QPainterPath question;
    question.moveTo(m_middle + QPointF(-2.1, -1.8));
    question.cubicTo(m_middle + QPointF(-1.8, -5.2), m_middle + QPointF(4.4, -4.0),
                     m_middle + QPointF(1.4, -0.8));
    question.quadTo(m_middle + QPointF(0, 0.2), m_middle + QPointF(0, 1.4));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(question);
    painter.drawPoint(m_middle + QPointF(0, 3.7));
}

} // namespace SecondStory::Figures
