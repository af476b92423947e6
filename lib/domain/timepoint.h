// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

#include <compare>
#include <optional>

namespace SecondStory {

/// An instant. Units: microseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
struct TimePoint {
    qint64 us = 0;

    auto operator<=>(const TimePoint &) const = default;
    [[nodiscard]] static constexpr TimePoint fromSeconds(qint64 s) { return { s * 1'000'000 }; }
    [[nodiscard]] static constexpr TimePoint fromMilliseconds(qint64 ms) { return { ms * 1'000 }; }
    [[nodiscard]] static TimePoint now();
};

/// A stretch of time, half open: `start` belongs to it, `end` does not.
struct TimeSpan {
    TimePoint start;
    TimePoint end;

    bool operator==(const TimeSpan &) const = default;
    [[nodiscard]] qint64 length() const { return end.us - start.us; }
    [[nodiscard]] bool contains(TimePoint t) const { return t >= start && t < end; }
};

/// Earliest and latest instant the product accepts: the years 0001 to 9999.
inline constexpr TimePoint kEarliestTime{ -62'135'596'800'000'000 };
inline constexpr TimePoint kLatestTime{ 253'402'300'799'999'999 };

/// A calendar day and time of day without any zone.
struct CivilTime {
    int year = 1970;
    int month = 1;
    int day = 1;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int microsecond = 0;

    bool operator==(const CivilTime &) const = default;
};

/// True when the fields name a real day and time (a leap second, 60, counts as real).
[[nodiscard]] bool isValid(const CivilTime &civil);
/// Reads the fields as UTC.
[[nodiscard]] TimePoint fromUtc(const CivilTime &civil);
[[nodiscard]] CivilTime toUtc(TimePoint time);

/// Writes RFC 3339 in UTC with `Z`, with as many decimals as the value needs (0, 3 or 6).
[[nodiscard]] QString toRfc3339(TimePoint time);
/// Reads RFC 3339 with `Z` or a numeric offset; nothing when it is anything else or out of range.
[[nodiscard]] std::optional<TimePoint> fromRfc3339(QStringView text);

} // namespace SecondStory
