// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/zoneclock.h"

#include <QString>

#include <vector>

namespace SecondStory::Figures {

/// The distance of a ruler's ticks: a fixed stretch, or a number of calendar units of a zone.
struct TickStep {
    enum class Unit : quint8 { Fixed, Day, Month, Year };
    Unit unit = Unit::Fixed;
    qint64 count = 1; ///< microseconds when fixed, else days, months or years

    bool operator==(const TickStep &) const = default;
    /// About how long one step is. Units: microseconds.
    [[nodiscard]] double length() const;
};

/// The smallest step whose ticks are at least `minimumPixels` apart.
[[nodiscard]] TickStep tickStepFor(double microsecondsPerPixel, double minimumPixels);
/// The smallest step at least `minimumPixels` wide whose ticks include those of `step`; `step`
/// itself when none is.
[[nodiscard]] TickStep subdivisionOf(const TickStep &step, double microsecondsPerPixel,
                                     double minimumPixels);
/// The calendar unit named in the band above ticks of this step: days above hours, months above
/// days …
[[nodiscard]] TickStep bandStepFor(const TickStep &step);

/// The ticks within a span, where the zone's clock reads whole steps: a skipped hour has none, an
/// hour shown twice has them twice. Order: by time. Cost: linear in the ticks, at most 4,000.
[[nodiscard]] std::vector<TimePoint> ticksIn(TimeSpan span, const TickStep &step,
                                             const ZoneClock &clock);
/// The last tick at or before `time`.
[[nodiscard]] TimePoint tickBefore(TimePoint time, const TickStep &step, const ZoneClock &clock);
/// The first tick after `time`.
[[nodiscard]] TimePoint tickAfter(TimePoint time, const TickStep &step, const ZoneClock &clock);
/// The tick nearest to `time`.
[[nodiscard]] TimePoint snapped(TimePoint time, const TickStep &step, const ZoneClock &clock);

/// What a tick of this step is called: "14:07", "14:07:35.250", "Tue 20", "Feb", "2018".
[[nodiscard]] QString tickLabel(TimePoint time, const TickStep &step, const ZoneClock &clock);
/// What a stretch of the band is called: "Tue 20 Feb 2018", "February 2018", "2018".
[[nodiscard]] QString bandLabel(TimePoint time, const TickStep &band, const ZoneClock &clock);
/// A length of time in words as short as they can be: "2 h 05 min", "35 s", "250 ms", "3 d 4 h".
[[nodiscard]] QString durationText(qint64 microseconds);

} // namespace SecondStory::Figures
