// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/eventtime.h"

namespace SecondStory::Cli {

/// A time as somebody wrote it.
struct StatedTime {
    TimePoint time;
    QString text;

    /// Reads RFC 3339 with `Z` or an offset; nothing for anything else.
    [[nodiscard]] static std::optional<StatedTime> fromText(const QString &text);
    /// The finest unit that is written down.
    [[nodiscard]] TimePrecision precision() const;
    /// "Z" or "+01:00", as written.
    [[nodiscard]] QString offset() const;
};

/// The times of an own event that began, and perhaps ended, as stated.
[[nodiscard]] RecordedTime recordedFrom(const StatedTime &start,
                                        const std::optional<StatedTime> &end);

} // namespace SecondStory::Cli
