// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "services/importservice.h"

namespace SecondStory::Ui {

/// What a dropped file turned out to be.
struct FileLook {
    Services::ImportPreview preview;
    QStringList columns; ///< CSV columns or JSON keys, where the format has them
    Importing::ColumnMapping guessed; ///< of those columns
    qint64 size = 0;
    int entries = 0; ///< of a folder or archive
    bool isBundle = false;
    std::optional<Error> error; ///< it could not be opened
};

/// Looks into a file as it would be imported by `request`. Threads: any; opens its own connection.
[[nodiscard]] FileLook lookAt(const QString &libraryPath, const Services::ImportRequest &request);

/// Folders that are no bundle of a known format are replaced by the files in them.
/// Threads: any. Cost: lists folders.
[[nodiscard]] QStringList expandedPaths(const QStringList &paths);

} // namespace SecondStory::Ui
