// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/canvas/canvaslayout.h"

#include "figures/canvas/factorcard.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace SecondStory::Figures {

namespace {

constexpr double kStepX = 256;
constexpr double kStepY = 124;
constexpr double kEmptyBand = 64;
constexpr int kMostPerRow = 3;

int columnOf(Phase phase)
{
    return phase == Phase::Before ? 0 : phase == Phase::During ? 1 : 2;
}

} // namespace

bool isPlaced(const Factor &factor)
{
    return factor.x != 0 || factor.y != 0;
}

FactorPositions tidyPositions(const QList<Factor> &factors, const QList<Influence> &influences,
                              const QSet<FactorId> &only)
{
    Q_UNUSED(influences)
    std::array<std::array<QList<FactorId>, 3>, 7> cells;
    std::array<int, 3> widths{ 1, 1, 1 };
    FactorPositions result;
    for (const Factor &factor : factors) {
        const auto column = static_cast<size_t>(columnOf(factor.phase));
        QList<FactorId> &cell = cells[static_cast<size_t>(factor.level) - 1][column];
        cell.append(factor.id);
        widths[column] = std::min<int>(
            kMostPerRow, std::max<int>(widths[column], static_cast<int>(cell.size())));
    }
    double y = 0;
    for (const auto &row : cells) {
        double left = 0;
        qsizetype rows = 0;
        for (size_t column = 0; column < 3; ++column) {
            for (qsizetype i = 0; i < row[column].size(); ++i) {
                const double x = left + static_cast<double>(i % widths[column]) * kStepX;
                result.insert(
                    row[column][i],
                    QPointF(x + 8, y + static_cast<double>(i / widths[column]) * kStepY + 8));
            }
            rows = std::max(rows, (row[column].size() + widths[column] - 1) / widths[column]);
            left += widths[column] * kStepX;
        }
        y += rows == 0 ? kEmptyBand : static_cast<double>(rows) * kStepY;
    }
    for (const Factor &factor : factors) {
        const bool stays = factor.pinned || (!only.isEmpty() && !only.contains(factor.id));
        if (stays && isPlaced(factor))
            result.insert(factor.id, QPointF(factor.x, factor.y));
    }
    return result;
}

FactorPositions displayPositions(const QList<Factor> &factors, const QList<Influence> &influences)
{
    QSet<FactorId> unplaced;
    FactorPositions result;
    for (const Factor &factor : factors) {
        if (isPlaced(factor))
            result.insert(factor.id, QPointF(factor.x, factor.y));
        else
            unplaced.insert(factor.id);
    }
    if (unplaced.isEmpty())
        return result;
    return tidyPositions(factors, influences, unplaced);
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
