// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/knownat.h"
#include "domain/person.h"

#include <QStringList>

namespace SecondStory::Analysis {

/// Where each person of a cast shows in the evidence.
using CastSigns = QHash<PersonId, std::shared_ptr<const PersonSigns>>;

/// Whose knowledge is asked for.
struct Eyes {
    enum class Kind : quint8 { Anyone, Person, Role };
    Kind kind = Kind::Anyone;
    PersonId person;
    QString role;

    bool operator==(const Eyes &) const = default;
};

/// What a cast could know: the people, where they show, and what the analyst states. Bots know
/// nothing and are left out.
class CastKnowledge {
public:
    CastKnowledge() = default;
    CastKnowledge(const QList<Person> &people, CastSigns signs,
                  QHash<PersonId, KnownStatements> stated);

    /// Those who can know something, in the order of the cast.
    [[nodiscard]] const QList<Person> &people() const { return m_people; }
    /// The roles there are, each once, in the order of the cast.
    [[nodiscard]] QStringList roles() const;
    [[nodiscard]] const CastSigns &signs() const { return m_signs; }
    [[nodiscard]] Viewpoint viewpoint(const Eyes &eyes) const;
    [[nodiscard]] Viewpoint viewpoint(const QList<PersonId> &people) const;
    /// False when the person or role is not, or no longer, in the cast.
    [[nodiscard]] bool has(const Eyes &eyes) const;

private:
    QList<Person> m_people;
    CastSigns m_signs;
    QHash<PersonId, KnownStatements> m_stated;
};

/// True for whoever may know something: a program does not.
[[nodiscard]] inline bool canKnow(const Person &person)
{
    return person.kind != PersonKind::Bot;
}

} // namespace SecondStory::Analysis
