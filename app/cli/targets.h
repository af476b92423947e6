// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"
#include "domain/reviewcontents.h"
#include "domain/targetref.h"

namespace SecondStory::Store {
class Library;
}

namespace SecondStory::Cli {

/// Reads "factor:UUID"; a bare UUID means an event. Errors: Usage.
[[nodiscard]] Result<TargetRef> targetFromText(const QString &text);
/// Whether the review holds a record of this id, events included. Errors: Storage.
[[nodiscard]] Result<bool> holds(Store::Library &library, const ReviewContents &contents,
                                 const QUuid &id);

} // namespace SecondStory::Cli
