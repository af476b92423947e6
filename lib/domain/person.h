// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/enumnames.h"
#include "domain/ids.h"

#include <QStringList>

namespace SecondStory {

enum class PersonKind : quint8 { Human, Bot, Group };

template <>
struct EnumNames<PersonKind> {
    static constexpr std::array entries{
        std::pair{ PersonKind::Human, u"human" },
        std::pair{ PersonKind::Bot, u"bot" },
        std::pair{ PersonKind::Group, u"group" },
    };
};

/// Somebody in a review's cast: known by role and pseudonym, with the handles found in the
/// evidence.
struct Person {
    PersonId id;
    int version = 0;
    ReviewId reviewId;
    QString name; ///< as found in the evidence; leaves the review only where the analyst says so
    QString role; ///< "on-call, payments"
    QString pseudonym; ///< "Asha"; shown instead of the name where set
    PersonKind kind = PersonKind::Human;
    QStringList handles; ///< other spellings found in sources
    QString note;
    SourceId origin; ///< the source that brought this person in; null: the analyst did

    bool operator==(const Person &) const = default;
    /// What views and reports call this person: pseudonym, else role, else name.
    [[nodiscard]] QString displayName() const
    {
        if (!pseudonym.isEmpty())
            return pseudonym;
        return role.isEmpty() ? name : role;
    }
};

} // namespace SecondStory
