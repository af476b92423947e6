// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"

#include <functional>

namespace SecondStory::Store {

class SqlConnection;

/// Copies a SQLite library page by page while it may be in use; never over an existing file.
/// Errors: Refused (target exists), Storage, Cancelled (`progress` returned false). A failed copy
/// leaves no file.
[[nodiscard]] Result<void> backupSqlite(SqlConnection &connection, const QString &target,
                                        const std::function<bool(int percent)> &progress);

} // namespace SecondStory::Store
