// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/enumnames.h"
#include "domain/ids.h"

#include <QList>
#include <QString>

#include <array>

namespace SecondStory {

/// What an account of a moment speaks of.
enum class AccountAspect : quint8 {
    Goals,
    Knowledge,
    Attention,
    CuesAvailable,
    CuesNoticed,
    Options,
    Pressures,
    Help,
};

template <>
struct EnumNames<AccountAspect> {
    static constexpr std::array entries{
        std::pair{ AccountAspect::Goals, u"goals" },
        std::pair{ AccountAspect::Knowledge, u"knowledge" },
        std::pair{ AccountAspect::Attention, u"attention" },
        std::pair{ AccountAspect::CuesAvailable, u"cues-available" },
        std::pair{ AccountAspect::CuesNoticed, u"cues-noticed" },
        std::pair{ AccountAspect::Options, u"options" },
        std::pair{ AccountAspect::Pressures, u"pressures" },
        std::pair{ AccountAspect::Help, u"help" },
    };
};

/// How the work looked at one moment from where one person, or several who told it together, stood.
/// Accounts of one moment stand side by side and are never merged.
struct Account {
    AccountId id;
    int version = 0;
    ReviewId reviewId;
    MomentId momentId;
    QList<PersonId> people; ///< whose account it is; empty: not recorded
    QString goals;
    QString knowledge;
    QString attention;
    QString cuesAvailable;
    QString cuesNoticed;
    QString options;
    QString pressures;
    QString help;

    bool operator==(const Account &) const = default;
};

/// The texts of an account in the order in which they are asked for and shown.
struct AccountField {
    AccountAspect aspect;
    QString Account::*text;
};
inline constexpr std::array kAccountFields{
    AccountField{ AccountAspect::Goals, &Account::goals },
    AccountField{ AccountAspect::Knowledge, &Account::knowledge },
    AccountField{ AccountAspect::Attention, &Account::attention },
    AccountField{ AccountAspect::CuesAvailable, &Account::cuesAvailable },
    AccountField{ AccountAspect::CuesNoticed, &Account::cuesNoticed },
    AccountField{ AccountAspect::Options, &Account::options },
    AccountField{ AccountAspect::Pressures, &Account::pressures },
    AccountField{ AccountAspect::Help, &Account::help },
};

/// Says that two accounts of one moment do not agree in something: a question, not a mistake.
struct Contradiction {
    ContradictionId id;
    int version = 0;
    ReviewId reviewId;
    AccountId first;
    AccountId second;
    AccountAspect aspect = AccountAspect::Knowledge;
    QString note;

    bool operator==(const Contradiction &) const = default;
};

} // namespace SecondStory
