// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/person.h"
#include "reporting/reportinput.h"

#include <QHash>
#include <QRegularExpression>

namespace SecondStory::Reporting {

/// What a report calls the people of a review, in lists and inside texts.
/// Under NamesPolicy::Pseudonyms no name of a person is given out: those without pseudonym and role
/// are numbered, and names and handles standing in texts are replaced. Bots and groups keep their
/// names.
class CastNames {
public:
    CastNames(const QList<Person> &people, NamesPolicy policy);

    /// Empty for an unknown person.
    [[nodiscard]] QString nameOf(PersonId id) const { return m_names.value(id); }
    /// The text with the names and handles of people replaced by what they are called here.
    /// Short or everyday words ("Will", "mark") count as a name only with a capital or an @.
    [[nodiscard]] QString replacedIn(const QString &text) const;
    /// How many people are called "Person n" for want of a pseudonym and a role.
    [[nodiscard]] int numbered() const { return m_numbered; }

private:
    void learnSpellings(const Person &person);
    void learn(const QString &spelling, const QString &shown);
    void compile();

    QHash<PersonId, QString> m_names;
    QHash<QString, QString> m_shownBySpelling; ///< keys in lower case
    QRegularExpression m_pattern;
    int m_numbered = 0;
};

} // namespace SecondStory::Reporting
