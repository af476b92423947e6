// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/zoneclock.h"

namespace SecondStory {

/// Reads a time as a person types it: "2026-03-12 14:07:35", "2026-03-12T14:07Z", or "14:07" for
/// the day of `near`. A reading without an offset is meant in the clock's zone; nothing when it is
/// no time.
[[nodiscard]] std::optional<TimePoint> readTimeEntry(const QString &text, const ZoneClock &clock,
                                                     std::optional<TimePoint> near = {});
/// Reads "2026-03-12"; nothing when it is no day.
[[nodiscard]] std::optional<CivilTime> readDayEntry(const QString &text);

} // namespace SecondStory
