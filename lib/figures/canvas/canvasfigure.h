// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/reviewcontents.h"
#include "figures/canvas/influencecurve.h"
#include "figures/canvas/levelbands.h"
#include "figures/palette.h"

#include <QFont>
#include <QHash>
#include <QRectF>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace SecondStory::Figures {

/// How many pieces of evidence each factor and influence has, by its id.
[[nodiscard]] QHash<QUuid, int> evidenceCounts(const ReviewContents &contents);

/// The whole canvas as a vector drawing, for reports and exports.
class CanvasFigure {
public:
    CanvasFigure(const QList<Factor> &factors, const QList<Influence> &influences,
                 const QHash<QUuid, int> &evidence, const Palette &palette, const QFont &font);

    /// Everything that is drawn. Units: canvas units; may begin at negative coordinates. Empty
    /// without factors.
    [[nodiscard]] QRectF bounds() const { return m_bounds; }
    /// Draws the canvas as large as it fits into `target`, centred, keeping its proportions.
    void paint(QPainter &painter, const QRectF &target) const;

    // The parts, in canvas units, for exporters that need each on its own.
    void paintGround(QPainter &painter, bool withWindow = true) const;
    void paintInfluence(QPainter &painter, qsizetype index) const;
    void paintFactor(QPainter &painter, qsizetype index) const;

    /// In reading order: by level, then from left to right. Positions are those drawn.
    [[nodiscard]] const QList<Factor> &factors() const { return m_factors; }
    /// Only influences between factors of the figure.
    [[nodiscard]] const QList<Influence> &influences() const { return m_influences; }
    [[nodiscard]] int evidenceOf(QUuid id) const { return m_evidence.value(id); }
    [[nodiscard]] const Factor *factor(FactorId id) const;

private:
    void route(const QList<Influence> &influences);
    void measure();

    QList<Factor> m_factors;
    QList<Influence> m_influences;
    QList<InfluenceCurve> m_curves;
    QHash<FactorId, qsizetype> m_index;
    QHash<QUuid, int> m_evidence;
    CanvasLanes m_lanes;
    Palette m_palette;
    QFont m_font;
    QRectF m_bounds;
    double m_nameWidth = 0;
};

} // namespace SecondStory::Figures
