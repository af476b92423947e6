// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/castsigns.h"

#include "analysis/mentions.h"
#include "store/eventrepository.h"
#include "store/library.h"

#include <QCoreApplication>

namespace SecondStory::Services {

namespace {

using Analysis::PersonSigns;
using Signs = QHash<PersonId, std::shared_ptr<PersonSigns>>;

tl::unexpected<Error> cancelled()
{
    return failure(ErrorCode::Cancelled,
                   QCoreApplication::translate("SecondStory::Services", "cancelled"));
}

Result<void> gatherActors(Store::Library &library, ReviewId review, Signs &signs,
                          const std::function<bool()> &isCancelled)
{
    return library.events().visitActors(
        review, [&](const EventFact &event, const QList<PersonId> &actors) {
            for (const PersonId id : actors) {
                if (const auto known = signs.constFind(id); known != signs.cend())
                    (*known)->add(PersonSigns::Kind::Author, event);
            }
            return !isCancelled();
        });
}

Result<void> gatherMentions(Store::Library &library, ReviewId review, const Person &person,
                            PersonSigns &signs, const std::function<bool()> &isCancelled)
{
    const Analysis::Mentions mentions(person);
    for (const QString &name : mentions.names()) {
        // The search knows words; whether they stand together and are called is decided here.
        const auto visited = library.events().visitWords(
            review, name, [&](const EventFact &event, const QString &title, const QString &text) {
                if (mentions.isIn(title) || mentions.isIn(text))
                    signs.add(PersonSigns::Kind::Mention, event);
                return !isCancelled();
            });
        if (!visited || isCancelled())
            return visited;
    }
    return {};
}

} // namespace

Result<Analysis::CastSigns> gatherSigns(Store::Library &library, ReviewId review,
                                        const QList<Person> &people,
                                        const std::function<bool()> &isCancelled)
{
    Signs signs;
    for (const Person &person : people) {
        if (Analysis::canKnow(person))
            signs.insert(person.id, std::make_shared<PersonSigns>());
    }
    if (const auto done = gatherActors(library, review, signs, isCancelled); !done)
        return failure(done.error());
    Analysis::CastSigns result;
    for (const Person &person : people) {
        if (isCancelled())
            return cancelled();
        const auto own = signs.value(person.id);
        if (!own)
            continue;
        if (const auto done = gatherMentions(library, review, person, *own, isCancelled); !done)
            return failure(done.error());
        own->finish();
        result.insert(person.id, own);
    }
    if (isCancelled())
        return cancelled();
    return result;
}

Result<QHash<PersonId, Analysis::KnownStatements>>
gatherStatements(Store::Library &library, const QList<KnownTo> &statements)
{
    QHash<EventId, EventFact> facts;
    QList<EventId> ids;
    for (const KnownTo &known : statements)
        ids << known.eventId;
    const auto events = library.events().byId(ids);
    if (!events)
        return failure(events.error());
    for (const Event &event : *events) {
        if (facts.contains(event.id))
            continue;
        const auto seq = library.events().seqOf(event.id);
        if (!seq)
            return failure(seq.error());
        facts.insert(event.id, { *seq, event.effectiveStart(), event.laneId });
    }
    QHash<PersonId, Analysis::KnownStatements> result;
    for (const KnownTo &known : statements) {
        const auto fact = facts.constFind(known.eventId);
        if (fact == facts.cend())
            continue;
        Analysis::KnownStatements &own = result[known.personId];
        const auto earlier = own.constFind(fact->seq);
        const bool isFirst = earlier == own.cend() || !earlier->since
            || (known.since && *known.since < *earlier->since);
        if (isFirst)
            own.insert(fact->seq, { *fact, known.since });
    }
    return result;
}

} // namespace SecondStory::Services
