// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/palette.h"

#include <QPointF>
#include <QRectF>

#include <array>

class QPainter;

namespace SecondStory::Figures {

// The signs of the pressure figure, each in a place of its own. Numbers and words are written in
// the painter's font.

/// The names of the phases beside their fill, as many as there is room for.
void paintPhaseKey(QPainter &painter, const QRectF &line, const Palette &palette);
/// A minus for what hindered, a plus for what helped, in a disc.
void paintPolaritySign(QPainter &painter, QPointF centre, double side, bool isHelp,
                       const Palette &palette);
/// The counts of the three phases as one bar; `most` would fill the whole rectangle.
void paintPhaseBar(QPainter &painter, const QRectF &rect, const std::array<int, 3> &counts,
                   int most, const Palette &palette);

} // namespace SecondStory::Figures
