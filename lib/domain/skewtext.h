// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace SecondStory {

/// Reads how far a clock is to be moved as people write it: "+90 s", "-1 h", "1 h 30 min",
/// "00:02:10", "-0:30", "250 ms"; an empty text and "0" are none. Nothing when it is anything else
/// or beyond ten years. Units: microseconds.
[[nodiscard]] std::optional<qint64> readSkew(const QString &text);
/// Writes it so that readSkew() gives the same: "+1 h 30 min", "−90 s" as "−1 min 30 s", "0".
[[nodiscard]] QString skewText(qint64 microseconds);

} // namespace SecondStory
