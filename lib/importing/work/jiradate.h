// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/timetext.h"

namespace SecondStory::Importing {

/// A date as Jira's exports print it.
struct JiraDate {
    CivilTime civil;
    TimePrecision precision = TimePrecision::Minute;
    bool isOddMeridiem = false; ///< "13:15 PM": the hour was taken as it stands
    std::optional<TimestampReading> stated; ///< set when it is a timestamp of another shape
};

/// Reads "01/Feb/24 9:15 AM", "1/Feb/2024 09:15", "01-Feb-24 9:15:30 PM", and what readTimestamp()
/// takes. Two digits of a year mean 2000 to 2099. Nothing when it is anything else: "1/2/24" could
/// be two days.
[[nodiscard]] std::optional<JiraDate> readJiraDate(QStringView text);

} // namespace SecondStory::Importing
