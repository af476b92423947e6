// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/timepoint.h"
#include "importing/calendar/contentlines.h"

#include <optional>

namespace SecondStory::Importing {

/// A day or a day and clock as a calendar states it.
struct CalendarTime {
    CivilTime civil;
    bool isDay = false; ///< a whole day, without a clock
    bool isUtc = false;
    QString zone; ///< the TZID it names, may be empty
    QString text; ///< the characters as found
};

/// Reads "20180220", "20180220T141735", "20180220T141735Z"; nothing when it is no real day or time.
[[nodiscard]] std::optional<CalendarTime> readCalendarTime(QStringView text, const QString &zone);
/// Reads the times of a line such as EXDATE, which may list many; unreadable ones are left out.
[[nodiscard]] QList<CalendarTime> readCalendarTimes(const ContentLine &line);
/// Reads "P1DT2H30M", "PT90M", "P2W". Units: microseconds. Nothing when it is none, or negative.
[[nodiscard]] std::optional<qint64> readCalendarDuration(QStringView text);
/// Reads "+0100", "-043015". Units: seconds east of UTC.
[[nodiscard]] std::optional<int> readUtcOffset(QStringView text);
/// "20180220T141735".
[[nodiscard]] QString calendarText(const CivilTime &civil);

} // namespace SecondStory::Importing
