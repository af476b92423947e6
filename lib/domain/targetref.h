// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/enumnames.h"
#include "domain/ids.h"
#include "domain/incidentframe.h"

namespace SecondStory {

enum class TargetKind : quint8 {
    Review,
    Event,
    Moment,
    Claim,
    Factor,
    Influence,
    Pressure,
    Question,
    Learning,
    Action,
    Section,
    Account,
    Activity,
    Began, ///< this and the following: a point of the review's frame; the id is the review's
    Detected,
    Declared,
    Mitigated,
    Resolved,
};

template <>
struct EnumNames<TargetKind> {
    static constexpr std::array entries{
        std::pair{ TargetKind::Review, u"review" },
        std::pair{ TargetKind::Event, u"event" },
        std::pair{ TargetKind::Moment, u"moment" },
        std::pair{ TargetKind::Claim, u"claim" },
        std::pair{ TargetKind::Factor, u"factor" },
        std::pair{ TargetKind::Influence, u"influence" },
        std::pair{ TargetKind::Pressure, u"pressure" },
        std::pair{ TargetKind::Question, u"question" },
        std::pair{ TargetKind::Learning, u"learning" },
        std::pair{ TargetKind::Action, u"action" },
        std::pair{ TargetKind::Section, u"section" },
        std::pair{ TargetKind::Account, u"account" },
        std::pair{ TargetKind::Activity, u"activity" },
        std::pair{ TargetKind::Began, u"began" },
        std::pair{ TargetKind::Detected, u"detected" },
        std::pair{ TargetKind::Declared, u"declared" },
        std::pair{ TargetKind::Mitigated, u"mitigated" },
        std::pair{ TargetKind::Resolved, u"resolved" },
    };
};

/// Points at one record of a review, of any kind.
struct TargetRef {
    TargetKind kind = TargetKind::Review;
    QUuid id;

    bool operator==(const TargetRef &) const = default;
    [[nodiscard]] bool isNull() const { return id.isNull(); }
};

/// What evidence for a point of a review's frame is linked to.
[[nodiscard]] inline TargetRef frameTarget(ReviewId review, FramePoint point)
{
    return { static_cast<TargetKind>(static_cast<int>(TargetKind::Began) + static_cast<int>(point)),
             review.value };
}

inline size_t qHash(const TargetRef &ref, size_t seed = 0) noexcept
{
    return qHashMulti(seed, static_cast<int>(ref.kind), ref.id);
}

} // namespace SecondStory
