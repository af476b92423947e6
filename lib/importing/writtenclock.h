// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/eventtime.h"
#include "importing/textcursor.h"

#include <optional>

namespace SecondStory::Importing {

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

/// Reads a clock where the cursor stands ("14:17", "2:45 pm", "9am", "14:17:35.123") and moves
/// behind it; the cursor stays when there is none.
[[nodiscard]] std::optional<WrittenClock> readClock(TextCursor &cursor);

} // namespace SecondStory::Importing
