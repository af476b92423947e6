// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/factor.h"
#include "figures/palette.h"

#include <QFont>
#include <QList>
#include <QRectF>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace SecondStory::Figures {

/// One lane of the canvas: a level's band (along y) or a phase's column (along x).
struct Stripe {
    double from = 0;
    double to = 0;

    bool operator==(const Stripe &) const = default;
    [[nodiscard]] double length() const { return to - from; }
    [[nodiscard]] double centre() const { return (from + to) / 2; }
};

/// The lanes that fit factors where they stand. They touch each other; empty ones keep room of
/// their own.
struct CanvasLanes {
    QList<Stripe> levels; ///< seven, from the outside down to the outcomes
    QList<Stripe> phases; ///< three

    bool operator==(const CanvasLanes &) const = default;
    [[nodiscard]] const Stripe &of(Level level) const
    {
        return levels[static_cast<int>(level) - 1];
    }
    [[nodiscard]] const Stripe &of(Phase phase) const;
    /// The level whose band holds this height; the nearest one outside of all.
    [[nodiscard]] Level levelAt(double y) const;
    [[nodiscard]] Phase phaseAt(double x) const;
};

[[nodiscard]] CanvasLanes lanesFor(const QList<Factor> &placed);

/// Draws the bands as faint grounds with hairlines between, and the columns' borders as dots.
void paintLanes(QPainter &painter, const CanvasLanes &lanes, const QRectF &area,
                const Palette &palette, bool withPhases);
/// Writes the names of the levels down the left edge of `area`, each in the middle of its band.
void paintLevelNames(QPainter &painter, const CanvasLanes &lanes, const QRectF &area,
                     const Palette &palette, const QFont &font);
/// Writes the names of the phases along the top edge of `area`.
void paintPhaseNames(QPainter &painter, const CanvasLanes &lanes, const QRectF &area,
                     const Palette &palette, const QFont &font);

} // namespace SecondStory::Figures
