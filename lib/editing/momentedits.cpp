// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/momentedits.h"

#include "editing/questionedits.h"
#include "editing/recordedits.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace SecondStory::Editing {

namespace {

constexpr qsizetype kLongestTitle = 80; ///< of those taken from an event's words

QString say(const char *text)
{
    return QCoreApplication::translate("MomentEdits", text);
}

template <class T>
tl::unexpected<Error> bad(const T &what)
{
    return failure(ErrorCode::BadInput, what);
}

QString shortened(const QString &words)
{
    const QString line = words.simplified();
    return line.size() <= kLongestTitle ? line
                                        : QString(line.left(kLongestTitle - 1).trimmed() + u'…');
}

/// The events, in order of time; those without one at the end.
Result<QList<Event>> read(ReviewDocument &document, const QList<EventId> &ids)
{
    QList<Event> events;
    for (const EventId id : ids) {
        const auto event = document.event(id);
        if (!event)
            return goneFailure();
        events << *event;
    }
    std::stable_sort(events.begin(), events.end(), [](const Event &a, const Event &b) {
        const auto first = a.effectiveStart();
        const auto second = b.effectiveStart();
        return first && second ? *first < *second : first.has_value() && !second;
    });
    return events;
}

/// Takes in what is recorded: the events, whoever acted, and the time it took.
void takeIn(Moment &moment, const QList<Event> &events)
{
    std::optional<TimePoint> last = moment.end ? moment.end : moment.start;
    for (const Event &event : events) {
        if (moment.events.contains(event.id))
            continue;
        moment.events << event.id;
        for (const PersonId person : event.actors) {
            if (!moment.people.contains(person))
                moment.people << person;
        }
        const auto start = event.effectiveStart();
        if (!start)
            continue;
        const TimePoint end = std::max(*start, event.effectiveEnd().value_or(*start));
        moment.start = moment.start ? std::min(*moment.start, *start) : *start;
        last = last ? std::max(*last, end) : end;
    }
    moment.end = last && moment.start && *last > *moment.start ? last : std::nullopt;
}

/// Takes an account away with all that points at it; what it differs in goes first.
void removeInto(ChangeSet &set, const ReviewContents &contents, const Account &account,
                QSet<ContradictionId> &gone)
{
    for (const Contradiction &difference : contents.contradictions) {
        const bool isItsOwn = difference.first == account.id || difference.second == account.id;
        if (!isItsOwn || gone.contains(difference.id))
            continue;
        gone << difference.id;
        set.remove(difference);
    }
    releaseTarget(contents, TargetKind::Account, account.id.value, set);
    set.remove(account);
}

template <class T>
Result<void> insert(ReviewDocument &document, const T &record, const QString &text)
{
    ChangeSet set;
    set.insert(record);
    return document.perform(set, text);
}

} // namespace

Result<MomentId> makeMoment(ReviewDocument &document, const QList<EventId> &ids,
                            const QString &title)
{
    const auto events = read(document, ids);
    if (!events)
        return failure(events.error());
    Moment moment;
    moment.id = MomentId::create();
    moment.reviewId = document.id();
    takeIn(moment, *events);
    moment.title = title.simplified();
    if (moment.title.isEmpty() && !events->isEmpty())
        moment.title = shortened(events->first().displayTitle());
    if (moment.title.isEmpty())
        moment.title = say(QT_TRANSLATE_NOOP("MomentEdits", "New moment"));
    if (const auto done =
            insert(document, moment, say(QT_TRANSLATE_NOOP("MomentEdits", "Make moment")));
        !done)
        return failure(done.error());
    return moment.id;
}

Result<void> setMomentTitle(ReviewDocument &document, MomentId id, const QString &title)
{
    const auto *before = findRecord<Moment>(document.contents(), id);
    if (!before)
        return goneFailure();
    Moment after = *before;
    after.title = title.simplified();
    if (after.title.isEmpty())
        return bad(say(QT_TRANSLATE_NOOP("MomentEdits", "a moment needs a few words")));
    return replaceRecord(document, after, say(QT_TRANSLATE_NOOP("MomentEdits", "Name a moment")),
                         MergeId::Typing);
}

Result<void> setMomentSpan(ReviewDocument &document, MomentId id, std::optional<TimePoint> start,
                           std::optional<TimePoint> end)
{
    const auto *before = findRecord<Moment>(document.contents(), id);
    if (!before)
        return goneFailure();
    if (end && !start)
        return bad(say(QT_TRANSLATE_NOOP("MomentEdits", "an end needs a beginning")));
    if (end && *end < *start)
        return bad(say(QT_TRANSLATE_NOOP("MomentEdits", "a moment cannot end before it begins")));
    Moment after = *before;
    after.start = start;
    after.end = end && *end > *start ? end : std::nullopt;
    return replaceRecord(document, after,
                         say(QT_TRANSLATE_NOOP("MomentEdits", "Change a moment's time")));
}

Result<void> setMomentPeople(ReviewDocument &document, MomentId id, const QList<PersonId> &people)
{
    const auto *before = findRecord<Moment>(document.contents(), id);
    if (!before)
        return goneFailure();
    Moment after = *before;
    after.people = people;
    return replaceRecord(document, after,
                         say(QT_TRANSLATE_NOOP("MomentEdits", "Change who was there")));
}

Result<void> addToMoment(ReviewDocument &document, MomentId id, const QList<EventId> &ids)
{
    const auto *before = findRecord<Moment>(document.contents(), id);
    if (!before)
        return goneFailure();
    const auto events = read(document, ids);
    if (!events)
        return failure(events.error());
    Moment after = *before;
    takeIn(after, *events);
    return replaceRecord(document, after, say(QT_TRANSLATE_NOOP("MomentEdits", "Add to a moment")));
}

Result<void> takeFromMoment(ReviewDocument &document, MomentId id, EventId event)
{
    const auto *before = findRecord<Moment>(document.contents(), id);
    if (!before)
        return goneFailure();
    Moment after = *before;
    after.events.removeAll(event);
    return replaceRecord(document, after,
                         say(QT_TRANSLATE_NOOP("MomentEdits", "Take an event out of a moment")));
}

Result<void> removeMoment(ReviewDocument &document, MomentId id)
{
    const ReviewContents &contents = document.contents();
    const auto *moment = findRecord<Moment>(contents, id);
    if (!moment)
        return goneFailure();
    ChangeSet set;
    QSet<ContradictionId> gone;
    for (const Account &account : contents.accounts) {
        if (account.momentId == id)
            removeInto(set, contents, account, gone);
    }
    releaseTarget(contents, TargetKind::Moment, id.value, set);
    set.remove(*moment);
    return document.perform(set, say(QT_TRANSLATE_NOOP("MomentEdits", "Remove moment")));
}

Result<AccountId> addAccount(ReviewDocument &document, MomentId moment,
                             const QList<PersonId> &people)
{
    if (!findRecord<Moment>(document.contents(), moment))
        return goneFailure();
    Account account;
    account.id = AccountId::create();
    account.reviewId = document.id();
    account.momentId = moment;
    account.people = people;
    if (const auto done =
            insert(document, account, say(QT_TRANSLATE_NOOP("MomentEdits", "Add account")));
        !done)
        return failure(done.error());
    return account.id;
}

Result<void> setAccountPeople(ReviewDocument &document, AccountId id, const QList<PersonId> &people)
{
    const auto *before = findRecord<Account>(document.contents(), id);
    if (!before)
        return goneFailure();
    Account after = *before;
    after.people = people;
    return replaceRecord(document, after,
                         say(QT_TRANSLATE_NOOP("MomentEdits", "Say whose account it is")));
}

Result<void> writeAccount(ReviewDocument &document, AccountId id, AccountAspect aspect,
                          const QString &text)
{
    const auto *before = findRecord<Account>(document.contents(), id);
    if (!before)
        return goneFailure();
    Account after = *before;
    for (const AccountField &field : kAccountFields) {
        if (field.aspect == aspect)
            after.*field.text = text;
    }
    return replaceRecord(document, after, say(QT_TRANSLATE_NOOP("MomentEdits", "Write an account")),
                         typingIn(aspect));
}

Result<void> removeAccount(ReviewDocument &document, AccountId id)
{
    const auto *account = findRecord<Account>(document.contents(), id);
    if (!account)
        return goneFailure();
    ChangeSet set;
    QSet<ContradictionId> gone;
    removeInto(set, document.contents(), *account, gone);
    return document.perform(set, say(QT_TRANSLATE_NOOP("MomentEdits", "Remove account")));
}

Result<ContradictionId> markContradiction(ReviewDocument &document, AccountId first,
                                          AccountId second, AccountAspect aspect,
                                          const QString &note)
{
    const auto *one = findRecord<Account>(document.contents(), first);
    const auto *other = findRecord<Account>(document.contents(), second);
    if (!one || !other)
        return goneFailure();
    if (first == second || one->momentId != other->momentId)
        return bad(say(QT_TRANSLATE_NOOP("MomentEdits", "choose two accounts of one moment")));
    for (const Contradiction &known : document.contents().contradictions) {
        const bool isSamePair = (known.first == first && known.second == second)
            || (known.first == second && known.second == first);
        if (isSamePair && known.aspect == aspect)
            return known.id;
    }
    Contradiction difference;
    difference.id = ContradictionId::create();
    difference.reviewId = document.id();
    difference.first = first;
    difference.second = second;
    difference.aspect = aspect;
    difference.note = note.trimmed();
    if (const auto done = insert(document, difference,
                                 say(QT_TRANSLATE_NOOP("MomentEdits", "Mark a difference")));
        !done)
        return failure(done.error());
    return difference.id;
}

Result<void> setContradictionNote(ReviewDocument &document, ContradictionId id, const QString &note)
{
    const auto *before = findRecord<Contradiction>(document.contents(), id);
    if (!before)
        return goneFailure();
    Contradiction after = *before;
    after.note = note;
    return replaceRecord(document, after,
                         say(QT_TRANSLATE_NOOP("MomentEdits", "Note on a difference")),
                         MergeId::Typing);
}

Result<void> removeContradiction(ReviewDocument &document, ContradictionId id)
{
    const auto *difference = findRecord<Contradiction>(document.contents(), id);
    if (!difference)
        return goneFailure();
    ChangeSet set;
    set.remove(*difference);
    return document.perform(set, say(QT_TRANSLATE_NOOP("MomentEdits", "Take back a difference")));
}

Result<QuestionId> askAboutMoment(ReviewDocument &document, MomentId id, const QString &question)
{
    if (!findRecord<Moment>(document.contents(), id))
        return goneFailure();
    const QString words = question.trimmed();
    if (words.isEmpty())
        return bad(say(QT_TRANSLATE_NOOP("MomentEdits", "a question needs a few words")));
    const TargetRef about{ TargetKind::Moment, id.value };
    for (const Question &known : document.contents().questions) {
        if (known.about == about && known.text == words)
            return known.id;
    }
    return addQuestion(document, words, about);
}

} // namespace SecondStory::Editing
