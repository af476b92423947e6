// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/influence.h"
#include "figures/canvas/curverouting.h"
#include "figures/palette.h"

#include <QList>
#include <QPainterPath>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace SecondStory::Figures {

/// How an influence stands among the others.
struct CurveLook {
    bool isSelected = false;
    bool isHovered = false;
    bool isFaded = false;
};

/// One influence as a smooth curve with a small head.
class InfluenceCurve {
public:
    InfluenceCurve() = default;
    explicit InfluenceCurve(const CurveRoute &route);

    [[nodiscard]] const QPainterPath &path() const { return m_path; }
    [[nodiscard]] QPointF middle() const { return m_middle; }
    /// Holds the line, head and mark.
    [[nodiscard]] QRectF bounds() const { return m_bounds; }
    /// Draws the curve; of `exposed`, when it is set, only what lies near it.
    void paint(QPainter &painter, InfluenceKind kind, InfluenceStatus status,
               const Palette &palette, const CurveLook &look = {},
               const QRectF &exposed = {}) const;

private:
    /// One stretch of the way; a view that shows a small part of a long curve draws few of them.
    struct Piece {
        QPainterPath path;
        QRectF bounds;
        double start = 0; ///< length of the way before it, for the dashes
    };

    void addPiece(const QPainterPath &path);
    void curveTo(QPointF end, QPointF leaving, QPointF arriving);
    void paintHead(QPainter &painter, InfluenceKind kind, const QColor &ink, double width) const;
    void paintMark(QPainter &painter, QChar mark, const QColor &ink, const Palette &palette) const;

    QPainterPath m_path;
    QList<Piece> m_pieces;
    double m_length = 0;
    QPointF m_tip;
    QPointF m_direction; ///< of length one, into the card
    QPointF m_middle;
    QRectF m_bounds;
};

/// The line pattern that tells a kind of influence in grey print. Units: pen widths; empty is
/// solid.
[[nodiscard]] QList<qreal> linePattern(InfluenceKind kind);

} // namespace SecondStory::Figures
