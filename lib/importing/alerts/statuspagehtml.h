// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/timetext.h"

#include <QString>

#include <vector>

namespace SecondStory::Importing {

/// One update in the content of a feed's entry.
struct HtmlUpdate {
    QString when; ///< as written: "Aug 21, 00:37 UTC"
    QString status; ///< "Resolved"
    QString words; ///< plain text
};

/// The content of an entry: what stands before the first update, and the updates as they come.
struct HtmlUpdates {
    QString before; ///< plain text
    std::vector<HtmlUpdate> updates;
};

/// Takes an entry's content apart at the small print that states each update's time.
[[nodiscard]] HtmlUpdates readUpdates(const QString &html);

/// "Aug 21, 00:37 UTC" or "Aug 21, 2026 - 00:37 UTC".
struct UpdateClock {
    CivilTime civil; ///< without a year when hasYear is false
    bool hasYear = false;
    QString zone; ///< "UTC", "PDT"; may be empty
};
[[nodiscard]] std::optional<UpdateClock> readUpdateClock(QStringView text);
/// The clock in the year that puts it nearest to `near`. Nothing when there is no such day.
[[nodiscard]] std::optional<TimestampReading> readingNear(const UpdateClock &clock, TimePoint near);

} // namespace SecondStory::Importing
