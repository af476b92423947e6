// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QString>

namespace SecondStory::Cli {

/// What the command line says to people, in their language.
[[nodiscard]] inline QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("SecondStory::Cli", text, nullptr, n);
}

} // namespace SecondStory::Cli
