// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace SecondStory::Ui {

/// Draws every view, filled and empty, light and dark, at 1280×800 and 1920×1080, as PNG into
/// `folder`. Returns 0, or 1 when something could not be drawn or written (said on stderr).
/// `files`, when given, gets the paths written. Cost: some ten seconds.
int writeGallery(const QString &folder, QStringList *files = nullptr);

} // namespace SecondStory::Ui
