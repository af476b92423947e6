// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/palette.h"
#include "figures/timeline/timescale.h"

#include <QRectF>

class QPainter;

namespace SecondStory::Figures {

/// Stripes the time that a filter leaves out, in the colour of ranges, and draws its two limits: so
/// that what was filtered away does not look like nothing having happened.
void paintFilterLimits(QPainter &painter, const QRectF &area, const TimeScale &scale,
                       TimeSpan inside, const Palette &palette);

} // namespace SecondStory::Figures
