// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/castknowledge.h"

#include <algorithm>

namespace SecondStory::Analysis {

namespace {

bool isSameRole(const QString &a, const QString &b)
{
    return !a.trimmed().isEmpty() && a.trimmed().compare(b.trimmed(), Qt::CaseInsensitive) == 0;
}

bool sees(const Eyes &eyes, const Person &person)
{
    switch (eyes.kind) {
    case Eyes::Kind::Anyone:
        return true;
    case Eyes::Kind::Person:
        return person.id == eyes.person;
    case Eyes::Kind::Role:
        return isSameRole(person.role, eyes.role);
    }
    return false;
}

} // namespace

CastKnowledge::CastKnowledge(const QList<Person> &people, CastSigns signs,
                             QHash<PersonId, KnownStatements> stated)
    : m_signs(std::move(signs))
    , m_stated(std::move(stated))
{
    std::copy_if(people.cbegin(), people.cend(), std::back_inserter(m_people), canKnow);
}

QStringList CastKnowledge::roles() const
{
    QStringList roles;
    for (const Person &person : m_people) {
        const QString role = person.role.trimmed();
        if (!role.isEmpty() && !roles.contains(role, Qt::CaseInsensitive))
            roles << role;
    }
    return roles;
}

Viewpoint CastKnowledge::viewpoint(const QList<PersonId> &people) const
{
    static const auto kNoSigns = std::make_shared<const PersonSigns>();
    Viewpoint view;
    for (const PersonId id : people) {
        const auto signs = m_signs.value(id);
        view.add(id, signs ? signs : kNoSigns, m_stated.value(id));
    }
    return view;
}

Viewpoint CastKnowledge::viewpoint(const Eyes &eyes) const
{
    QList<PersonId> people;
    for (const Person &person : m_people) {
        if (sees(eyes, person))
            people << person.id;
    }
    return viewpoint(people);
}

bool CastKnowledge::has(const Eyes &eyes) const
{
    return eyes.kind == Eyes::Kind::Anyone
        || std::any_of(m_people.cbegin(), m_people.cend(),
                       [&eyes](const Person &person) { return sees(eyes, person); });
}

} // namespace SecondStory::Analysis
