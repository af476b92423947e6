// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QRectF>

class QPainter;

namespace SecondStory::Figures {

/// The distance of the slanted lines that say "look closer". Units: pixels or points.
inline constexpr double kHatchPitch = 7;

/// Draws hairlines slanted by 45 degrees inside `area`, which run on from one area to the next
/// beside it: vectors, for paper. The painter's state is kept.
void paintHatch(QPainter &painter, const QRectF &area, const QColor &ink);

} // namespace SecondStory::Figures
