// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/palette.h"
#include "figures/timeline/timescale.h"

#include <QList>
#include <QRectF>

class QPainter;

namespace SecondStory::Ui {

/// Draws where a search found something: small teeth that hang from the top of `area`, one for
/// each column of pixels at most. `hits` are in the order of time. Cost: grows with the width.
void paintHitMarks(QPainter &painter, const QRectF &area, const Figures::TimeScale &scale,
                   const QList<TimePoint> &hits, const Figures::Palette &palette);

} // namespace SecondStory::Ui
