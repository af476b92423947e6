// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/timeline/activitybar.h"
#include "figures/timeline/lanelayout.h"
#include "figures/timeline/momentrows.h"
#include "figures/timeline/rulerpainter.h"

namespace SecondStory::Figures {

/// The height of one row of moments. Units: those of the font.
[[nodiscard]] double momentRowHeight(const RulerStyle &style);
/// Draws moments as brackets with their titles, at most `area.width()` wide.
void paintMoments(QPainter &painter, const QRectF &area, const MomentRows &moments,
                  const TimeScale &scale, const RulerStyle &style);

/// The height below a lane that the brackets of its activities need.
[[nodiscard]] double activityBracketHeight(const RulerStyle &style);
/// Draws a bracket below its lane for each activity that is not collapsed, with the title where
/// there is room.
void paintActivityBrackets(QPainter &painter, const LaneLayout &layout, const TimeScale &scale,
                           const QList<FigureActivity> &activities, const RulerStyle &style);

} // namespace SecondStory::Figures
