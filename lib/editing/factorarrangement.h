// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/ids.h"

#include <QHash>
#include <QPointF>

namespace SecondStory::Editing {

/// Centres on the canvas, by factor.
using Placements = QHash<FactorId, QPointF>;

/// The edges or middles that selected factors can be lined up on.
enum class Alignment : quint8 { Left, Centre, Right, Top, Middle, Bottom };
enum class Direction : quint8 { Horizontally, Vertically };

/// The places of factors that are lined up; empty for fewer than two.
/// Units: all cards have one size, so centres are enough.
[[nodiscard]] Placements aligned(const Placements &drawn, Alignment alignment);
/// The places of factors with equal steps between them, the outermost staying; empty for fewer than
/// three.
[[nodiscard]] Placements distributed(const Placements &drawn, Direction direction);

} // namespace SecondStory::Editing
