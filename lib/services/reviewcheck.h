// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/enumnames.h"
#include "domain/result.h"
#include "domain/reviewcontents.h"

namespace SecondStory::Store {
class Library;
}

namespace SecondStory::Services {

/// What a finding is about.
enum class FindingKind : quint8 {
    Damage,
    Order,
    Gap,
    Undated,
    Future,
    Unsupported,
    Problems,
    Duplicate,
    PerhapsSame,
    Zone, ///< a clock that may be hours or days off
    Outside, ///< days away from the incident
    Stated, ///< a stated duration that the frame does not come to
};

} // namespace SecondStory::Services

namespace SecondStory {

template <>
struct EnumNames<Services::FindingKind> {
    static constexpr std::array entries{
        std::pair{ Services::FindingKind::Damage, u"damage" },
        std::pair{ Services::FindingKind::Order, u"order" },
        std::pair{ Services::FindingKind::Gap, u"gap" },
        std::pair{ Services::FindingKind::Undated, u"undated" },
        std::pair{ Services::FindingKind::Future, u"future" },
        std::pair{ Services::FindingKind::Unsupported, u"unsupported" },
        std::pair{ Services::FindingKind::Problems, u"problems" },
        std::pair{ Services::FindingKind::Duplicate, u"duplicate" },
        std::pair{ Services::FindingKind::PerhapsSame, u"perhaps-same" },
        std::pair{ Services::FindingKind::Zone, u"zone" },
        std::pair{ Services::FindingKind::Outside, u"outside" },
        std::pair{ Services::FindingKind::Stated, u"stated" },
    };
};

} // namespace SecondStory

namespace SecondStory::Services {

/// Something a person may want to look at: never a verdict.
struct Finding {
    FindingKind kind = FindingKind::Order;
    ReviewId review; ///< null: the library itself
    QString place; ///< the source and line, or the record's id
    QString what; ///< one translated clause

    bool operator==(const Finding &) const = default;
};

/// Looks a review through: what stands out in its evidence (checkEvidence), the incident's frame
/// and the durations stated of it, claims without evidence, what importers remarked. Errors:
/// NotFound, Storage. Cost: one pass over its events. `now` is the present.
[[nodiscard]] Result<QList<Finding>> checkReview(Store::Library &library, ReviewId review,
                                                 TimePoint now);

} // namespace SecondStory::Services
