// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/palette.h"
#include "figures/timeline/timescale.h"

#include <QList>
#include <QRectF>
#include <QString>

class QPainter;

namespace SecondStory::Figures {

/// Which view of the window keeps to a stretch of time. Each has a colour and a slant of its own.
enum class RangeUser : quint8 { Filter, SavedView, Moment };

/// The stretch of time that a view keeps to.
struct RangeLimit {
    RangeUser user = RangeUser::Filter;
    TimeSpan span;
    QString words; ///< what it is, e.g. "Filter: 14:00–15:00"

    bool operator==(const RangeLimit &) const = default;
};

/// The width of a striped limit; of a short stretch they are narrower. Units: pixels.
inline constexpr double kLimitWidth = 5;

[[nodiscard]] QColor limitColour(RangeUser user, const Palette &palette);
/// Stripes an area with the colour and slant of a view.
void paintLimitStripes(QPainter &painter, const QRectF &area, RangeUser user,
                       const Palette &palette);
/// Draws both limits of each stretch over the height of `area`, inside the stretch; of two views
/// with the same limits, beside one another.
void paintRangeLimits(QPainter &painter, const QRectF &area, const TimeScale &scale,
                      const QList<RangeLimit> &limits, const Palette &palette);

} // namespace SecondStory::Figures
