// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/ids.h"
#include "domain/scales.h"

#include <QString>

namespace SecondStory {

/// What a contributing factor is about; decides its shape and icon on the canvas.
enum class FactorKind : quint8 {
    Condition,
    Pressure,
    Practice,
    Assessment,
    Signal,
    Coordination,
    Technology,
    Outcome
};

template <>
struct EnumNames<FactorKind> {
    static constexpr std::array entries{
        std::pair{ FactorKind::Condition, u"condition" },
        std::pair{ FactorKind::Pressure, u"pressure" },
        std::pair{ FactorKind::Practice, u"practice" },
        std::pair{ FactorKind::Assessment, u"assessment" },
        std::pair{ FactorKind::Signal, u"signal" },
        std::pair{ FactorKind::Coordination, u"coordination" },
        std::pair{ FactorKind::Technology, u"technology" },
        std::pair{ FactorKind::Outcome, u"outcome" },
    };
};

/// Something that shaped how the incident went, for better or worse.
struct Factor {
    FactorId id;
    int version = 0;
    ReviewId reviewId;
    QString title;
    QString note;
    FactorKind kind = FactorKind::Condition;
    Level level = Level::Teams;
    Phase phase = Phase::Before;
    Polarity polarity = Polarity::Hindered;
    Confidence confidence = Confidence::Hypothesis;
    QString view; ///< whose view this is, in words
    double x = 0; ///< centre on the canvas, in canvas units (one unit is one pixel at 100 %)
    double y = 0;
    bool pinned = false; ///< layout leaves it where it is

    bool operator==(const Factor &) const = default;
};

} // namespace SecondStory
