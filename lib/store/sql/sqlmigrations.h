// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"

namespace SecondStory::Store {

class SqlConnection;

/// The number of the newest migration this program has.
[[nodiscard]] int newestSchema();
/// Applies every migration above the library's schema version, each in one transaction.
/// Errors: Storage; the library then keeps the last version that was reached.
[[nodiscard]] Result<void> migrate(SqlConnection &connection);

} // namespace SecondStory::Store
