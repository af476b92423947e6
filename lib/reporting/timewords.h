// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/event.h"
#include "domain/zoneclock.h"

#include <QString>

namespace SecondStory::Reporting {

/// "Tue 20 Feb 2018, 14:07:35" (seconds only when there are any).
[[nodiscard]] QString proseTime(TimePoint time, const ZoneClock &clock);
/// When an event was, as finely as it is known, with "about", "before" or "between" where that is
/// all one knows. Dates as in prose. Empty for an undated event.
[[nodiscard]] QString proseTime(const Event &event, const ZoneClock &clock);
/// The same for tables: "2018-02-20 14:07:35". Empty for an undated event.
[[nodiscard]] QString tableTime(const Event &event, const ZoneClock &clock);
/// "2 h 13 min", "45 s", "3 d 4 h"; rounded down to the finer unit. Units: microseconds, not
/// negative.
[[nodiscard]] QString durationWords(qint64 us);

} // namespace SecondStory::Reporting
