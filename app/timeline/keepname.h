// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <functional>

namespace SecondStory::Ui {

/// Gets a name that somebody typed and kept.
using KeepName = std::function<void(const QString &)>;

} // namespace SecondStory::Ui
