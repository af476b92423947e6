// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/eventtime.h"

#include <QStringView>

#include <optional>

namespace SecondStory::Importing {

/// A day as people write it; the year may be missing.
struct WrittenDay {
    int year = 0; ///< 0: not written
    int month = 0;
    int day = 0;
    qsizetype length = 0; ///< characters read
};

/// A time of day as people write it.
struct WrittenClock {
    int hour = 0; ///< 0..24; 24:00 is the end of the day
    int minute = 0;
    int second = 0;
    int microsecond = 0;
    TimePrecision precision = TimePrecision::Minute;
    bool hasMeridiem = false; ///< am or pm was applied
    bool isOddMeridiem =
        false; ///< "13:55 PM", "23:00 AM": am or pm makes no sense and was left out

    [[nodiscard]] int seconds() const { return hour * 3600 + minute * 60 + second; }
};

/// What a line of an incident report begins with: "~2:45", "17:00-18:00", "Feb 20 2018 14:17",
/// "**21:45 UTC (Oct 29)", "12:45 PM PST Saturday Oct 30th", "2019-12-03 --:--", "2X:XX (not
/// sure)".
struct ClockPhrase {
    std::optional<WrittenDay> day;
    std::optional<WrittenClock> start;
    std::optional<WrittenClock> end;
    bool isUnknownClock = false; ///< "--:--", "2X:XX", "???": somebody left the time open
    bool isApproximate = false;
    QString zoneId; ///< "+01:00", "UTC"; empty: none written
    QString zoneWord; ///< as written
    bool isUtcZone = false; ///< UTC, GMT or a numeric offset
    qsizetype length = 0; ///< characters read, from the beginning of the text
};

/// Reads a time phrase at the very beginning of `text`; nothing when none stands there.
/// Cost: linear in the phrase, no regular expressions.
[[nodiscard]] std::optional<ClockPhrase> readClockPhrase(QStringView text);
/// Reads a day at the very beginning of `text`.
[[nodiscard]] std::optional<WrittenDay> readDay(QStringView text);
/// Finds the first day with a year anywhere in `text`.
[[nodiscard]] std::optional<WrittenDay> findDay(QStringView text);

} // namespace SecondStory::Importing
