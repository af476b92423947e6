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
    void paint(QPainter &painter, InfluenceKind kind, InfluenceStatus status,
               const Palette &palette, const CurveLook &look = {}) const;

private:
    void curveTo(QPointF end, QPointF leaving, QPointF arriving);
    void paintHead(QPainter &painter, InfluenceKind kind, const QColor &ink, double width) const;
    void paintMark(QPainter &painter, QChar mark, const QColor &ink, const Palette &palette) const;

    QPainterPath m_path;
    QPointF m_tip;
    QPointF m_direction; ///< of length one, into the card
    QPointF m_middle;
    QRectF m_bounds;
};

/// The line pattern that tells a kind of influence in grey print. Units: pen widths; empty is
/// solid.
[[nodiscard]] QList<qreal> linePattern(InfluenceKind kind);

} // namespace SecondStory::Figures
