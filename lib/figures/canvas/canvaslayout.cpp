// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/canvas/canvaslayout.h"

#include "analysis/layeredlayout.h"
#include "figures/canvas/factorcard.h"
#include "figures/canvas/levelbands.h"

#include <algorithm>

namespace SecondStory::Figures {

namespace {

Analysis::LayoutOptions layoutOptions()
{
    Analysis::LayoutOptions options;
    options.grid = kCanvasGrid;
    options.nodeGap = 40;
    options.rowGap = 44;
    options.bandPadding = 24;
    options.bandGap = 0;
    options.columnGap = 56;
    options.minimumBandHeight = 72;
    options.minimumColumnWidth = kCardSize.width() + 24;
    return options;
}

int columnOf(Phase phase)
{
    return phase == Phase::Before ? 0 : phase == Phase::During ? 1 : 2;
}

Analysis::LayoutInput inputFor(const QList<Factor> &factors, const QList<Influence> &influences)
{
    Analysis::LayoutInput input;
    QHash<FactorId, int> index;
    for (const Factor &factor : factors) {
        index.insert(factor.id, static_cast<int>(input.nodes.size()));
        Analysis::LayoutNode node;
        node.width = kCardSize.width();
        node.height = kCardSize.height();
        node.band = static_cast<int>(factor.level) - 1;
        node.column = columnOf(factor.phase);
        node.isPinned = factor.pinned && isPlaced(factor);
        node.isPlaced = isPlaced(factor);
        node.x = factor.x - kCardSize.width() / 2;
        node.y = factor.y - kCardSize.height() / 2;
        input.nodes.push_back(node);
    }
    for (const Influence &influence : influences) {
        if (index.contains(influence.from) && index.contains(influence.to))
            input.edges.push_back({ index.value(influence.from), index.value(influence.to) });
    }
    return input;
}

FactorPositions positionsFrom(const QList<Factor> &factors, const Analysis::LayoutResult &result)
{
    FactorPositions positions;
    for (qsizetype i = 0; i < factors.size(); ++i) {
        const Analysis::LayoutPoint corner = result.positions[static_cast<size_t>(i)];
        positions.insert(
            factors[i].id,
            QPointF(corner.x + kCardSize.width() / 2, corner.y + kCardSize.height() / 2));
    }
    return positions;
}

} // namespace

bool isPlaced(const Factor &factor)
{
    return factor.x != 0 || factor.y != 0;
}

FactorPositions tidyPositions(const QList<Factor> &factors, const QList<Influence> &influences,
                              const QSet<FactorId> &only)
{
    Analysis::LayoutInput input = inputFor(factors, influences);
    for (size_t i = 0; i < input.nodes.size() && !only.isEmpty(); ++i)
        input.nodes[i].isPinned |= !only.contains(factors[static_cast<qsizetype>(i)].id);
    return positionsFrom(factors, Analysis::layeredLayout(input, layoutOptions()));
}

FactorPositions displayPositions(const QList<Factor> &factors, const QList<Influence> &influences)
{
    FactorPositions result;
    QList<Factor> placed;
    for (const Factor &factor : factors) {
        if (!isPlaced(factor))
            continue;
        placed.append(factor);
        result.insert(factor.id, QPointF(factor.x, factor.y));
    }
    if (placed.size() == factors.size())
        return result;
    Analysis::LayoutOptions options = layoutOptions();
    if (!placed.isEmpty()) {
        options.isIncremental = true;
        const CanvasLanes lanes = lanesFor(placed);
        Analysis::LayoutBands bands;
        for (size_t i = 0; i < bands.size(); ++i) {
            const Stripe &stripe = lanes.levels[static_cast<qsizetype>(i)];
            bands[i] = { stripe.from, stripe.to };
        }
        options.bands = bands;
    }
    return positionsFrom(factors, Analysis::layeredLayout(inputFor(factors, influences), options));
}

QList<Factor> placedFactors(const QList<Factor> &factors, const QList<Influence> &influences)
{
    const FactorPositions positions = displayPositions(factors, influences);
    QList<Factor> result = factors;
    for (Factor &factor : result) {
        const QPointF at = positions.value(factor.id);
        factor.x = at.x();
        factor.y = at.y();
    }
    return result;
}

} // namespace SecondStory::Figures
