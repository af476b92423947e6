// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/checkfinding.h"
#include "domain/result.h"

#include <functional>

namespace SecondStory::Store {
class Library;
}

namespace SecondStory::Services {

/// What stands out in the evidence of a review: silences, entries out of order, later than their
/// import, twice, hours or days off, undated, and pairs that may be the same. Nothing is mended.
/// Order: by kind, silences by time, the others by source and as recorded. Errors: NotFound,
/// Storage, Cancelled (when `goOn` says false). Cost: reads the review's events once or twice.
/// Threads: that of the library. `now` is the present.
[[nodiscard]] Result<QList<Analysis::CheckFinding>>
checkEvidence(Store::Library &library, ReviewId review, TimePoint now,
              const std::function<bool()> &goOn = {});

} // namespace SecondStory::Services
