// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

#include <optional>

namespace SecondStory::Importing {

/// A day as people write it; the year may be missing.
struct WrittenDay {
    int year = 0; ///< 0: not written
    int month = 0;
    int day = 0;
    qsizetype length = 0; ///< characters read
};

/// Reads a day at the very beginning of `text`.
[[nodiscard]] std::optional<WrittenDay> readDay(QStringView text);
/// Finds the first day with a year anywhere in `text`.
[[nodiscard]] std::optional<WrittenDay> findDay(QStringView text);

} // namespace SecondStory::Importing
