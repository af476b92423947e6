// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"

#include <QFile>
#include <QString>

namespace SecondStory::Importing {

/// Looks through the directory at the end of a zip archive before anything else does: a million
/// entries would fill the memory of whoever reads it whole, and entries that lie upon each other
/// make a small file a large one. `file` is open for reading; its position is moved.
/// Errors: BadInput (no directory, too many entries, entries that overlap).
/// Cost: reads the directory, at most Limits::kArchiveEntries entries of it.
[[nodiscard]] Result<void> checkZipDirectory(QFile &file, const QString &fileName);

} // namespace SecondStory::Importing
