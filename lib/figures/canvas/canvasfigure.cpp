// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/canvas/canvasfigure.h"

#include "figures/canvas/canvaslayout.h"
#include "figures/canvas/factorcard.h"
#include "figures/canvas/factorwords.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <tuple>

namespace SecondStory::Figures {

namespace {

constexpr double kMargin = 16;
constexpr double kPhaseRow = 26;

QFont nameFont(const QFont &base)
{
    QFont font = cardFont(base);
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

QHash<QUuid, int> evidenceCounts(const ReviewContents &contents)
{
    QHash<QUuid, int> counts;
    for (const EvidenceLink &link : contents.evidenceLinks) {
        if (link.target.kind == TargetKind::Factor || link.target.kind == TargetKind::Influence)
            ++counts[link.target.id];
    }
    return counts;
}

CanvasFigure::CanvasFigure(const QList<Factor> &factors, const QList<Influence> &influences,
                           const QHash<QUuid, int> &evidence, const Palette &palette,
                           const QFont &font)
    : m_factors(placedFactors(factors, influences))
    , m_evidence(evidence)
    , m_lanes(lanesFor(m_factors))
    , m_palette(palette)
    , m_font(font)
{
    std::stable_sort(m_factors.begin(), m_factors.end(), [](const Factor &a, const Factor &b) {
        return std::tuple(a.level, a.x, a.y) < std::tuple(b.level, b.x, b.y);
    });
    for (qsizetype i = 0; i < m_factors.size(); ++i)
        m_index.insert(m_factors[i].id, i);
    route(influences);
    measure();
}

void CanvasFigure::route(const QList<Influence> &influences)
{
    QList<QPointF> centres;
    for (const Factor &factor : m_factors)
        centres.append({ factor.x, factor.y });
    QList<CurveLink> links;
    for (const Influence &influence : influences) {
        if (!m_index.contains(influence.from) || !m_index.contains(influence.to))
            continue;
        m_influences.append(influence);
        links.append(
            { m_index.value(influence.from), m_index.value(influence.to), influence.kind });
    }
    for (const CurveRoute &curve : routeCurves(centres, links))
        m_curves.append(InfluenceCurve(curve));
}

void CanvasFigure::measure()
{
    if (m_factors.isEmpty())
        return;
    QRectF area;
    for (const Factor &factor : m_factors)
        area = area.united(cardRect({ factor.x, factor.y }));
    for (const InfluenceCurve &curve : m_curves)
        area = area.united(curve.bounds());
    area.setTop(std::min(area.top(), m_lanes.of(m_factors.first().level).from));
    area.setBottom(std::max(area.bottom(), m_lanes.of(m_factors.last().level).to));
    const QFontMetricsF metrics(nameFont(m_font));
    for (const Level level : allValues<Level>())
        m_nameWidth = std::max(m_nameWidth, metrics.horizontalAdvance(capitalised(wordFor(level))));
    m_nameWidth = std::ceil(m_nameWidth) + kMargin;
    m_bounds = area.adjusted(-m_nameWidth - kMargin, -kPhaseRow, kMargin, kMargin);
}

void CanvasFigure::paint(QPainter &painter, const QRectF &target) const
{
    if (m_bounds.isEmpty() || target.isEmpty())
        return;
    const double scale =
        std::min(target.width() / m_bounds.width(), target.height() / m_bounds.height());
    painter.save();
    painter.translate(target.center());
    painter.scale(scale, scale);
    painter.translate(-m_bounds.center());
    painter.setClipRect(m_bounds, Qt::IntersectClip);
    paintGround(painter);
    for (qsizetype i = 0; i < m_influences.size(); ++i)
        paintInfluence(painter, i);
    for (qsizetype i = 0; i < m_factors.size(); ++i)
        paintFactor(painter, i);
    painter.restore();
}

void CanvasFigure::paintGround(QPainter &painter, bool withWindow) const
{
    if (withWindow)
        painter.fillRect(m_bounds, m_palette.window);
    const QRectF area = m_bounds.adjusted(0, kPhaseRow, 0, 0);
    paintLanes(painter, m_lanes, area, m_palette, true);
    const QRectF names =
        QRectF(area.topLeft(), QSizeF(m_nameWidth, area.height())).translated(kMargin / 2, 0);
    paintLevelNames(painter, m_lanes, names, m_palette, nameFont(m_font));
    const QRectF top(m_bounds.topLeft(), QSizeF(m_bounds.width(), kPhaseRow));
    paintPhaseNames(painter, m_lanes, top.adjusted(m_nameWidth, 0, 0, 0), m_palette,
                    nameFont(m_font));
}

void CanvasFigure::paintInfluence(QPainter &painter, qsizetype index) const
{
    const Influence &influence = m_influences[index];
    m_curves[index].paint(painter, influence.kind, influence.status, m_palette);
}

void CanvasFigure::paintFactor(QPainter &painter, qsizetype index) const
{
    const Factor &factor = m_factors[index];
    FactorCard(factor, evidenceOf(factor.id.value), m_font)
        .paint(painter, cardRect({ factor.x, factor.y }), m_palette);
}

const Factor *CanvasFigure::factor(FactorId id) const
{
    const auto found = m_index.constFind(id);
    return found == m_index.constEnd() ? nullptr : &m_factors[*found];
}

} // namespace SecondStory::Figures
