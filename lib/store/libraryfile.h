// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"

namespace SecondStory::Store {

/// What the first bytes of a file say, read without opening it as a database.
struct LibraryFile {
    int schemaVersion = 0;

    /// Errors: NotFound; BadInput when it is not a library of ours, or a newer one; Storage when
    /// unreadable.
    [[nodiscard]] static Result<LibraryFile> inspect(const QString &path);
};

/// True when the path lies on a network share, where SQLite's WAL must not be used.
[[nodiscard]] bool isOnNetworkShare(const QString &path);

} // namespace SecondStory::Store
