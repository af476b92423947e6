// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/factor.h"
#include "domain/influence.h"

#include <QHash>
#include <QList>
#include <QPointF>
#include <QSet>

namespace SecondStory::Figures {

using FactorPositions = QHash<FactorId, QPointF>;

/// A factor that was never placed stands at the exact origin (made by import or on the command
/// line).
[[nodiscard]] bool isPlaced(const Factor &factor);
/// Positions after tidying: levels as rows, phases as columns, few crossings, nothing overlapping.
/// Pinned factors stay; with `only` set, all others stay as well.
[[nodiscard]] FactorPositions tidyPositions(const QList<Factor> &factors,
                                            const QList<Influence> &influences,
                                            const QSet<FactorId> &only = {});
/// Where to draw each factor: where it was placed, or where a layout would put it.
[[nodiscard]] FactorPositions displayPositions(const QList<Factor> &factors,
                                               const QList<Influence> &influences);
/// The factors with their display positions filled in.
[[nodiscard]] QList<Factor> placedFactors(const QList<Factor> &factors,
                                          const QList<Influence> &influences);

} // namespace SecondStory::Figures
