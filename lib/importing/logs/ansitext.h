// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace SecondStory::Importing {

/// Takes out what a terminal would obey and not show: escape sequences and control characters.
/// Tabs stay. Cost: linear.
[[nodiscard]] QString withoutTerminalCodes(const QString &text);

} // namespace SecondStory::Importing
