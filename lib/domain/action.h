// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/enumnames.h"
#include "domain/ids.h"

#include <QString>

namespace SecondStory {

/// Ideas are parked until the timeline has been walked; only then are they agreed.
enum class ActionStatus : quint8 { Parked, Agreed, Done, Dropped };

template <>
struct EnumNames<ActionStatus> {
    static constexpr std::array entries{
        std::pair{ ActionStatus::Parked, u"parked" },
        std::pair{ ActionStatus::Agreed, u"agreed" },
        std::pair{ ActionStatus::Done, u"done" },
        std::pair{ ActionStatus::Dropped, u"dropped" },
    };
};

/// Something a group decided to do, linked to the factor it answers.
struct Action {
    ActionId id;
    int version = 0;
    ReviewId reviewId;
    FactorId factorId; ///< null: not linked yet
    QString title;
    QString note;
    QString owner; ///< a role or team
    QString due; ///< ISO date, may be empty
    ActionStatus status = ActionStatus::Parked;
    int position = 0;

    bool operator==(const Action &) const = default;
};

} // namespace SecondStory
