// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/writtenclock.h"
#include "importing/writtenday.h"

#include <QString>

namespace SecondStory::Importing {

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

} // namespace SecondStory::Importing
