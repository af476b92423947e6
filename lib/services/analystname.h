// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace SecondStory::Services {

/// How the person at this machine calls themselves: as they said, else the account's name. It is
/// written beside what they bring in.
[[nodiscard]] QString analystName();
/// Keeps how they are called; nothing goes back to the account's name.
void setAnalystName(const QString &name);

} // namespace SecondStory::Services
