// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/personedits.h"

#include "editing/recordedits.h"
#include "store/eventrepository.h"
#include "store/library.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace SecondStory::Editing {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("PersonEdits", text);
}

tl::unexpected<Error> nameless()
{
    return failure(
        ErrorCode::BadInput,
        say(QT_TRANSLATE_NOOP("PersonEdits", "a person needs a name, as found in the evidence")));
}

/// `kept` stands where `gone` stood, once.
void repoint(QList<PersonId> &people, PersonId kept, PersonId gone)
{
    if (people.contains(kept))
        people.removeAll(gone);
    else
        people.replace(people.indexOf(gone), kept);
}

void takeIfEmpty(QString &kept, const QString &gone)
{
    if (kept.isEmpty())
        kept = gone;
}

Person merged(const Person &kept, const Person &gone)
{
    Person after = kept;
    QStringList spellings = gone.handles;
    spellings.prepend(gone.name);
    for (const QString &spelling : std::as_const(spellings)) {
        if (spelling != after.name && !after.handles.contains(spelling))
            after.handles << spelling;
    }
    takeIfEmpty(after.role, gone.role);
    takeIfEmpty(after.pseudonym, gone.pseudonym);
    if (after.note.isEmpty())
        after.note = gone.note;
    else if (!gone.note.isEmpty())
        after.note += u"\n"_s + gone.note;
    return after;
}

Result<void> repointEvents(ChangeSet &set, ReviewDocument &document, PersonId kept, PersonId gone)
{
    Store::EventQuery query;
    query.review = document.id();
    query.actor = gone;
    query.withRemovedSources = true;
    return document.library().events().visit(query, [&](const Event &event) {
        Event after = event;
        if (after.actors.contains(gone)) {
            repoint(after.actors, kept, gone);
            set.update(event, after);
        }
        return true;
    });
}

} // namespace

Result<PersonId> addPerson(ReviewDocument &document, Person person)
{
    person.name = person.name.simplified();
    if (person.name.isEmpty())
        return nameless();
    person.id = PersonId::create();
    person.reviewId = document.id();
    ChangeSet set;
    set.insert(person);
    if (const auto done =
            document.perform(set, say(QT_TRANSLATE_NOOP("PersonEdits", "Add person")));
        !done)
        return failure(done.error());
    return person.id;
}

Result<void> editPerson(ReviewDocument &document, const Person &after, MergeId merge)
{
    if (!findRecord<Person>(document.contents(), after.id))
        return goneFailure();
    if (after.name.trimmed().isEmpty())
        return nameless();
    return replaceRecord(document, after, say(QT_TRANSLATE_NOOP("PersonEdits", "Change the cast")),
                         merge);
}

Result<void> mergePeople(ReviewDocument &document, PersonId kept, PersonId gone)
{
    const auto *keptPerson = findRecord<Person>(document.contents(), kept);
    const auto *gonePerson = findRecord<Person>(document.contents(), gone);
    if (!keptPerson || !gonePerson)
        return goneFailure();
    if (kept == gone)
        return {};
    ChangeSet set;
    set.update(*keptPerson, merged(*keptPerson, *gonePerson));
    if (const auto done = repointEvents(set, document, kept, gone); !done)
        return done;
    for (const Moment &moment : document.contents().moments) {
        if (!moment.people.contains(gone))
            continue;
        Moment after = moment;
        repoint(after.people, kept, gone);
        set.update(moment, after);
    }
    for (const Account &account : document.contents().accounts) {
        if (!account.people.contains(gone))
            continue;
        Account after = account;
        repoint(after.people, kept, gone);
        set.update(account, after);
    }
    for (const KnownTo &known : document.contents().knownTo) {
        if (known.personId != gone)
            continue;
        KnownTo after = known;
        after.personId = kept;
        set.update(known, after);
    }
    set.remove(*gonePerson);
    const QString text = say(QT_TRANSLATE_NOOP("PersonEdits", "Merge %1 into %2"))
                             .arg(gonePerson->displayName(), keptPerson->displayName());
    return document.perform(set, text);
}

} // namespace SecondStory::Editing
