// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/dayclock.h"
#include "importing/timetext.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace SecondStory::Importing {

/// The time that a line of a log begins with, in whatever spelling.
struct LogStamp {
    std::optional<TimestampReading> full; ///< with its year; else month, day and clock hold it
    int month = 0; ///< 0: a clock without a day
    int day = 0;
    WrittenClock clock;
    QString text; ///< the characters as found
    QString level; ///< severity letter of the spelling itself (klog's "E"), mostly empty
    qsizetype length = 0; ///< characters read, with brackets around the time

    [[nodiscard]] bool lacksYear() const { return !full; }
    [[nodiscard]] bool lacksZone() const { return !full || !full->offset; }
};

/// Reads "2018-02-20T14:17:35.123Z", "2018-02-20 14:17:35,123" and the like at the very beginning.
[[nodiscard]] std::optional<LogStamp> readIsoStamp(QStringView line);
/// Reads "Feb  2 14:17:35", "Feb 2 14:17:35.123", "Feb 2 2018 14:17:35" at the very beginning.
[[nodiscard]] std::optional<LogStamp> readMonthStamp(QStringView line);
/// Reads any spelling that logs begin their lines with: the two above, epoch numbers, compact and
/// slashed days, clocks alone, klog's and logcat's spelling, each also in brackets.
/// Cost: linear in the stamp, no regular expressions.
[[nodiscard]] std::optional<LogStamp> readLogStamp(QStringView line);

} // namespace SecondStory::Importing
