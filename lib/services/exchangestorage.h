// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "services/exchange.h"

namespace SecondStory::Store {
class Library;
}

namespace SecondStory::Services {

/// The review as stored. Cost: holds all its events. Errors: NotFound, Storage.
[[nodiscard]] Result<ExchangeReview> loadForExchange(Store::Library &library, ReviewId id);
/// Adds a review with all it holds, in one transaction. Errors: Conflict when it is there already,
/// BadInput, Storage.
[[nodiscard]] Result<void> storeExchange(Store::Library &library, ExchangeReview review);

/// Reads a file of one object or of one object a line, and adds every review of it, all or none.
/// Returns the ids. Errors: as above, with the file and line.
[[nodiscard]] Result<QList<ReviewId>> importExchangeFile(Store::Library &library,
                                                         const QString &path);

} // namespace SecondStory::Services
