// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/eventtime.h"

#include <QByteArrayView>
#include <QStringView>

#include <optional>

namespace SecondStory::Importing {

/// The unit of a number of time units since 1970; Told: by its size.
enum class EpochUnit : quint8 { Told, Seconds, Milliseconds, Microseconds, Nanoseconds };

/// "s", "ms", "us", "ns"; nothing when the word is another.
[[nodiscard]] std::optional<EpochUnit> epochUnitFromWord(QStringView word);

/// A time as a program wrote it.
struct TimestampReading {
    CivilTime civil;
    std::optional<int> offset; ///< seconds east of UTC; none: the text states no zone
    QString zoneWord; ///< abbreviation that gave the offset ("UTC", "PST"), may be empty
    TimePrecision precision = TimePrecision::Second;
    bool isEpoch = false;
    bool isAmbiguousZone = false; ///< the abbreviation means other offsets elsewhere

    /// The instant, when the text states its offset.
    [[nodiscard]] std::optional<TimePoint> instant() const;
};

/// Reads the whole of `text` as one time: ISO 8601 with T or space, 1 to 9 decimals, Z, ±hh:mm,
/// ±hhmm, ±hh, an abbreviation or nothing; seconds to nanoseconds since 1970; git's and RFC 2822's
/// spelling; the common log format. Nothing when it is anything else, or not a real day or time.
/// Cost: linear, no allocation for ISO and numbers.
[[nodiscard]] std::optional<TimestampReading> readTimestamp(QStringView text,
                                                            EpochUnit unit = EpochUnit::Told);

/// The same of UTF-8 text. Cost: RFC 3339, by far the commonest spelling, is read where it stands.
[[nodiscard]] std::optional<TimestampReading> readTimestampUtf8(QByteArrayView text,
                                                                EpochUnit unit = EpochUnit::Told);

/// The month (1 to 12) that an English name or its first letters mean; 0 when none.
[[nodiscard]] int monthFromName(QStringView name);
[[nodiscard]] bool isWeekday(QStringView name);

} // namespace SecondStory::Importing
