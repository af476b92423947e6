// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/clockphrase.h"

#include <QString>

#include <optional>

namespace SecondStory::Importing {

/// A line that begins with a time, taken apart.
struct TimedLine {
    ClockPhrase phrase;
    QString timeText;
    QString rest;
};

/// Reads "* [13:20] text", "**21:45 UTC** - text" and their like, list marks already away; nothing
/// when no time stands at the beginning.
[[nodiscard]] std::optional<TimedLine> readTimedLine(const QString &content);
[[nodiscard]] bool hasClock(const TimedLine &line);

/// Half of the day that a heading names for the clocks under it: "Friday (PM)".
enum class HalfDay : quint8 { None, Morning, Afternoon };

[[nodiscard]] HalfDay halfDayIn(const QString &heading);
/// Moves a clock of twelve hours that says neither am nor pm into that half of the day.
void applyHalfDay(HalfDay half, WrittenClock &clock);

/// "24/07/25", "24.07.2025" alone on a line, where only one order of day and month is possible.
[[nodiscard]] std::optional<WrittenDay> readNumericDay(const QString &content);

} // namespace SecondStory::Importing
