// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/palette.h"
#include "figures/timeline/lanelayout.h"
#include "figures/timeline/timescale.h"

class QPainter;

namespace SecondStory::Figures {

/// A stretch in which a lane has nothing while others go on.
struct SilentStretch {
    LaneId lane;
    bool isWhole = false; ///< of all lanes
    TimeSpan span;

    bool operator==(const SilentStretch &) const = default;
};

/// Hatches silent stretches quietly, each in its lane. `width` is that of the lanes, in pixels.
/// Cost: linear in stretches and lanes.
void paintSilences(QPainter &painter, const LaneLayout &lanes, const TimeScale &scale, double width,
                   const QList<SilentStretch> &stretches, const Palette &palette);

} // namespace SecondStory::Figures
