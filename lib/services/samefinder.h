// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/sameproposals.h"
#include "domain/result.h"
#include "domain/reviewcontents.h"

namespace SecondStory::Store {
class Library;
}

namespace SecondStory::Services {

/// A proposal or a statement about two events, with both as they are.
struct SamePair {
    Event first; ///< the earlier one
    Event second;
    std::optional<SameAs> said; ///< what the analyst said; nothing: a proposal
    double likeness = 0; ///< of a proposal
    QStringList shared; ///< words both have, the rarest first

    [[nodiscard]] qint64 apartUs() const;
};

/// What the analyst said of pairs, then what may be the same and nobody has looked at yet. Log
/// lines and measurements are left out: thousands alike in the same minute would drown the rest.
/// Errors: NotFound, Storage. Threads: that of the library. Cost: reads the review's events.
[[nodiscard]] Result<QList<SamePair>> findSamePairs(Store::Library &library, ReviewId review);

} // namespace SecondStory::Services
