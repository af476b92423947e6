// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/enumnames.h"
#include "domain/ids.h"

#include <QString>

namespace SecondStory {

enum class ClaimStatus : quint8 { Observed, Told, Inferred, Hypothesis, Disputed };

template <>
struct EnumNames<ClaimStatus> {
    static constexpr std::array entries{
        std::pair{ ClaimStatus::Observed, u"observed" },
        std::pair{ ClaimStatus::Told, u"told" },
        std::pair{ ClaimStatus::Inferred, u"inferred" },
        std::pair{ ClaimStatus::Hypothesis, u"hypothesis" },
        std::pair{ ClaimStatus::Disputed, u"disputed" },
    };
};

/// A statement of the narrative that can show its evidence (through EvidenceLink).
struct Claim {
    ClaimId id;
    int version = 0;
    ReviewId reviewId;
    SectionId sectionId; ///< where the narrative makes it; may be null
    QString text;
    ClaimStatus status = ClaimStatus::Hypothesis;

    bool operator==(const Claim &) const = default;
};

} // namespace SecondStory
