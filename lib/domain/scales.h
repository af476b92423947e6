// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/enumnames.h"

#include <QFlags>

namespace SecondStory {

/// The levels of the adapted AcciMap, from the outside world down to things; outcomes stand below.
enum class Level : quint8 {
    Outside = 1,
    Company = 2,
    Planning = 3,
    Teams = 4,
    People = 5,
    Systems = 6,
    Outcome = 7,
};

template <>
struct EnumNames<Level> {
    static constexpr std::array entries{
        std::pair{ Level::Outside, u"outside" },   std::pair{ Level::Company, u"company" },
        std::pair{ Level::Planning, u"planning" }, std::pair{ Level::Teams, u"teams" },
        std::pair{ Level::People, u"people" },     std::pair{ Level::Systems, u"systems" },
        std::pair{ Level::Outcome, u"outcome" },
    };
};

/// Relative to the incident.
enum class Phase : quint8 { Before = 1, During = 2, After = 4 };
Q_DECLARE_FLAGS(Phases, Phase)
Q_DECLARE_OPERATORS_FOR_FLAGS(Phases)

template <>
struct EnumNames<Phase> {
    static constexpr std::array entries{
        std::pair{ Phase::Before, u"before" },
        std::pair{ Phase::During, u"during" },
        std::pair{ Phase::After, u"after" },
    };
};

/// Whether something made the work harder, made it easier, or was there without it being clear
/// which.
enum class Polarity : quint8 { Hindered, Helped, Present };

template <>
struct EnumNames<Polarity> {
    static constexpr std::array entries{
        std::pair{ Polarity::Hindered, u"hindered" },
        std::pair{ Polarity::Helped, u"helped" },
        std::pair{ Polarity::Present, u"present" },
    };
};

/// How well supported a factor is.
enum class Confidence : quint8 { Hypothesis, OneAccount, Corroborated, Documented };

template <>
struct EnumNames<Confidence> {
    static constexpr std::array entries{
        std::pair{ Confidence::Hypothesis, u"hypothesis" },
        std::pair{ Confidence::OneAccount, u"one-account" },
        std::pair{ Confidence::Corroborated, u"corroborated" },
        std::pair{ Confidence::Documented, u"documented" },
    };
};

} // namespace SecondStory
