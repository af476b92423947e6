// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

#include <optional>

namespace SecondStory::Importing {

/// Reads a length of time as people write it at the beginning of a text or in its brackets: "4h
/// 9m", "1d 5h 47m", "7 hours and 9 minutes", "21:45 to 23:28 (103 minutes)". Nothing when no
/// number with a unit stands there. Units: microseconds. Cost: linear.
[[nodiscard]] std::optional<qint64> readDuration(QStringView text);

} // namespace SecondStory::Importing
