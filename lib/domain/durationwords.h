// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace SecondStory {

/// A length of time as people write it.
struct DurationWords {
    qint64 lengthUs = 0;
    bool isAbout = false; ///< "about", "approximately", "~"

    bool operator==(const DurationWords &) const = default;
};

/// Reads "45 minutes", "1h 10m", "2:15 h", "about 3 hours", "1.5 h". Nothing when no length
/// with a unit stands there; "2:15" counts as hours and minutes. Units: microseconds.
[[nodiscard]] std::optional<DurationWords> readDurationWords(const QString &text);

/// True when the words leave room: "about", "nearly", "~".
[[nodiscard]] bool saysAbout(const QString &text);

} // namespace SecondStory
