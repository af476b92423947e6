// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/knownfilter.h"

#include "cli/words.h"
#include "services/castsigns.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Cli {

namespace {

bool isMeant(const Person &person, const QString &who)
{
    const auto is = [&who](const QString &text) {
        return !text.isEmpty() && text.compare(who, Qt::CaseInsensitive) == 0;
    };
    return is(person.name) || is(person.pseudonym) || is(person.role.trimmed())
        || person.handles.contains(who) || person.id.toString() == who;
}

} // namespace

Result<KnownFilter> KnownFilter::make(Store::Library &library, const ReviewContents &contents,
                                      const QString &who, const std::optional<StatedTime> &at)
{
    const bool isAnyone = who.compare(u"anyone"_s, Qt::CaseInsensitive) == 0;
    QList<Person> chosen;
    QList<PersonId> people;
    KnownFilter filter;
    for (const Person &person : contents.people) {
        filter.m_names.insert(person.id,
                              person.name.isEmpty() ? person.displayName() : person.name);
        if (Analysis::canKnow(person) && (isAnyone || isMeant(person, who.trimmed()))) {
            chosen << person;
            people << person.id;
        }
    }
    if (people.isEmpty())
        return failure(ErrorCode::NotFound,
                       tr("nobody in the review's cast is called \"%1\"").arg(who),
                       tr("name, handle, pseudonym, role, or anyone"));
    auto signs = Services::gatherSigns(library, contents.review.id, chosen, [] { return false; });
    if (!signs)
        return failure(signs.error());
    auto stated = Services::gatherStatements(library, contents.knownTo);
    if (!stated)
        return failure(stated.error());
    filter.m_view =
        Analysis::CastKnowledge(chosen, std::move(*signs), std::move(*stated)).viewpoint(people);
    if (at)
        filter.m_at = at->time;
    return filter;
}

std::optional<Analysis::Known> KnownFilter::known(const Event &event, qint64 seq) const
{
    const Analysis::Known known = m_view.known({ seq, event.effectiveStart(), event.laneId });
    if (!known.since || (m_at && *known.since > *m_at))
        return {};
    return known;
}

QJsonObject KnownFilter::toJson(const Analysis::Known &known) const
{
    return { { u"since"_s, toRfc3339(*known.since) },
             { u"basis"_s, toString(known.basis) },
             { u"person"_s, m_names.value(known.person) } };
}

QStringList KnownFilter::columns(const Analysis::Known &known)
{
    return { toRfc3339(*known.since), toString(known.basis) };
}

QStringList KnownFilter::csvHeaders()
{
    return { u"known_since"_s, u"known_basis"_s };
}

QStringList KnownFilter::tableHeaders()
{
    return { tr("known since"), tr("by") };
}

} // namespace SecondStory::Cli
