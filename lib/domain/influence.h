// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/enumnames.h"
#include "domain/ids.h"

#include <QString>

namespace SecondStory {

enum class InfluenceKind : quint8 {
    ContributedTo,
    MadeLikelier,
    MadeHarder,
    FedBack,
    Masked,
    Helped
};

template <>
struct EnumNames<InfluenceKind> {
    static constexpr std::array entries{
        std::pair{ InfluenceKind::ContributedTo, u"contributed-to" },
        std::pair{ InfluenceKind::MadeLikelier, u"made-likelier" },
        std::pair{ InfluenceKind::MadeHarder, u"made-harder" },
        std::pair{ InfluenceKind::FedBack, u"fed-back" },
        std::pair{ InfluenceKind::Masked, u"masked" },
        std::pair{ InfluenceKind::Helped, u"helped" },
    };
};

enum class InfluenceStatus : quint8 { Proposed, Supported, Disputed, Withdrawn };

template <>
struct EnumNames<InfluenceStatus> {
    static constexpr std::array entries{
        std::pair{ InfluenceStatus::Proposed, u"proposed" },
        std::pair{ InfluenceStatus::Supported, u"supported" },
        std::pair{ InfluenceStatus::Disputed, u"disputed" },
        std::pair{ InfluenceStatus::Withdrawn, u"withdrawn" },
    };
};

/// A directed link between two factors of one review.
struct Influence {
    InfluenceId id;
    int version = 0;
    ReviewId reviewId;
    FactorId from;
    FactorId to;
    InfluenceKind kind = InfluenceKind::ContributedTo;
    InfluenceStatus status = InfluenceStatus::Proposed;
    QString note;
    QString check; ///< answer to "without the first, could the second have happened?"

    bool operator==(const Influence &) const = default;
};

} // namespace SecondStory
