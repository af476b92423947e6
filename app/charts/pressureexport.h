// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"
#include "figures/pressurefigure.h"

namespace SecondStory::Ui {

/// Writes the pressures to a file: the picture for .svg and .png, the numbers for .csv. Pictures
/// are drawn for paper, whatever the window's theme. An existing file is replaced only when all
/// went well. Errors: Usage for another ending, Storage when it cannot be written.
[[nodiscard]] Result<void> exportPressures(const QString &path,
                                           const Analysis::RecurrenceTable &table,
                                           Figures::PressureFigure::Options options);

} // namespace SecondStory::Ui
