// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/enumnames.h"
#include "domain/ids.h"

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
    Section
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
    };
};

/// Points at one record of a review, of any kind.
struct TargetRef {
    TargetKind kind = TargetKind::Review;
    QUuid id;

    bool operator==(const TargetRef &) const = default;
    [[nodiscard]] bool isNull() const { return id.isNull(); }
};

inline size_t qHash(const TargetRef &ref, size_t seed = 0) noexcept
{
    return qHashMulti(seed, static_cast<int>(ref.kind), ref.id);
}

} // namespace SecondStory
