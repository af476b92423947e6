// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/eventedits.h"
#include "editing/momentedits.h"
#include "editing/personedits.h"
#include "editing/questionedits.h"
#include "support/testlibrary.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace SecondStory;
using namespace SecondStory::Editing;
using namespace SecondStory::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMinute = 60'000'000;
constexpr TimePoint kNoon{ 1'519'128'000'000'000 };

TimePoint at(int minutes)
{
    return { kNoon.us + minutes * kMinute };
}

/// A review with two people and four events, the last of which has no time.
struct Scene {
    TestLibrary t;
    ReviewId review = t.addReview();
    std::unique_ptr<ReviewDocument> document = std::move(*ReviewDocument::open(*t.library, review));
    PersonId asha = person(u"Asha"_s);
    PersonId rafael = person(u"Rafael"_s);
    EventId first = event(u"Is it the cache?"_s, at(0), {}, { asha });
    EventId lasting = event(u"Roll back"_s, at(5), at(9), { rafael, asha });
    EventId last = event(u"It is not the cache"_s, at(7), {}, {});
    EventId undated = event(u"Some day"_s, {}, {}, { rafael });

    PersonId person(const QString &name) const
    {
        Person person;
        person.name = name;
        return *addPerson(*document, person);
    }
    EventId event(const QString &title, std::optional<TimePoint> start,
                  std::optional<TimePoint> end, const QList<PersonId> &actors) const
    {
        Event event = ownEvent(review, title, start);
        event.recorded.end = end;
        event.actors = actors;
        if (!document->perform(ChangeSet().insert(event), u"Add"_s))
            qFatal("the scene refuses an event");
        return event.id;
    }
    [[nodiscard]] const ReviewContents &contents() const { return document->contents(); }
    [[nodiscard]] Moment moment(MomentId id) const { return *findRecord<Moment>(contents(), id); }
    [[nodiscard]] Account account(AccountId id) const
    {
        return *findRecord<Account>(contents(), id);
    }
    [[nodiscard]] int steps() const { return document->undoStack()->count(); }
};

template <class T>
void forgetVersions(QList<T> &list)
{
    for (T &record : list)
        record.version = 0;
    std::sort(list.begin(), list.end(), [](const T &a, const T &b) { return a.id < b.id; });
}

/// What counts edits goes; everything else has to come back.
ReviewContents meaning(ReviewContents contents)
{
    contents.review.version = 0;
    contents.review.updated = {};
    forgetVersions(contents.people);
    forgetVersions(contents.moments);
    forgetVersions(contents.accounts);
    forgetVersions(contents.contradictions);
    forgetVersions(contents.questions);
    return contents;
}

/// True when every account, difference and question points at something that is there.
bool isSound(const ReviewContents &contents)
{
    const auto hasAccount = [&](AccountId id) { return findRecord<Account>(contents, id); };
    return std::all_of(contents.accounts.cbegin(), contents.accounts.cend(),
                       [&](const Account &account) {
                           return findRecord<Moment>(contents, account.momentId) != nullptr;
                       })
        && std::all_of(contents.contradictions.cbegin(), contents.contradictions.cend(),
                       [&](const Contradiction &difference) {
                           return hasAccount(difference.first) && hasAccount(difference.second);
                       })
        && std::all_of(contents.questions.cbegin(), contents.questions.cend(),
                       [&](const Question &question) {
                           return question.about.isNull()
                               || findRecord<Moment>(contents, MomentId{ question.about.id })
                               || hasAccount(AccountId{ question.about.id });
                       });
}

} // namespace

class MomentEditsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aMomentTakesTimePeopleAndWordsFromItsEvents()
    {
        const Scene s;
        const int before = s.steps();
        const auto id = makeMoment(*s.document, { s.undated, s.last, s.lasting, s.first });
        VERIFY_RESULT(id);
        const Moment moment = s.moment(*id);
        QCOMPARE(moment.title, u"Is it the cache?"_s);
        QCOMPARE(moment.start, std::optional(at(0)));
        QCOMPARE(moment.end, std::optional(at(9)));
        QCOMPARE(moment.people, (QList<PersonId>{ s.asha, s.rafael }));
        QCOMPARE(moment.events, (QList<EventId>{ s.first, s.lasting, s.last, s.undated }));
        QCOMPARE(s.steps(), before + 1);
        s.document->undoStack()->undo();
        QVERIFY(s.contents().moments.isEmpty());
    }

    void aMomentOfOneInstantHasNoEnd()
    {
        const Scene s;
        const Moment moment = s.moment(*makeMoment(*s.document, { s.first }, u" Which  cache? "_s));
        QCOMPARE(moment.title, u"Which cache?"_s);
        QCOMPARE(moment.start, std::optional(at(0)));
        QVERIFY(!moment.end);
    }

    void aMomentOfUndatedEventsOrOfNoneHasNoTime()
    {
        const Scene s;
        QVERIFY(!s.moment(*makeMoment(*s.document, { s.undated })).start);
        const Moment empty = s.moment(*makeMoment(*s.document, {}));
        QVERIFY(!empty.start && !empty.title.isEmpty() && empty.events.isEmpty());
        const auto gone = makeMoment(*s.document, { EventId::create() });
        QVERIFY(!gone);
        QCOMPARE(gone.error().code, ErrorCode::NotFound);
    }

    void aLongFirstEventGivesAShortTitle()
    {
        const Scene s;
        const EventId talk = s.event(QString(300, u'a'), at(1), {}, {});
        QVERIFY(s.moment(*makeMoment(*s.document, { talk })).title.size() <= 80);
    }

    void titleTimeAndPeopleAreEdited()
    {
        const Scene s;
        const MomentId id = *makeMoment(*s.document, { s.first });
        VERIFY_RESULT(setMomentTitle(*s.document, id, u" Not the cache "_s));
        QCOMPARE(s.moment(id).title, u"Not the cache"_s);
        QCOMPARE(setMomentTitle(*s.document, id, u" "_s).error().code, ErrorCode::BadInput);
        VERIFY_RESULT(setMomentSpan(*s.document, id, at(1), at(3)));
        QCOMPARE(s.moment(id).end, std::optional(at(3)));
        QCOMPARE(setMomentSpan(*s.document, id, at(3), at(1)).error().code, ErrorCode::BadInput);
        QCOMPARE(setMomentSpan(*s.document, id, {}, at(1)).error().code, ErrorCode::BadInput);
        VERIFY_RESULT(setMomentSpan(*s.document, id, at(3), at(3)));
        QVERIFY(!s.moment(id).end);
        VERIFY_RESULT(setMomentSpan(*s.document, id, {}, {}));
        QVERIFY(!s.moment(id).start);
        VERIFY_RESULT(setMomentPeople(*s.document, id, { s.rafael }));
        QCOMPARE(s.moment(id).people, QList<PersonId>{ s.rafael });
    }

    void eventsAreAddedAndTakenOut()
    {
        const Scene s;
        const MomentId id = *makeMoment(*s.document, { s.first });
        VERIFY_RESULT(addToMoment(*s.document, id, { s.lasting, s.first }));
        QCOMPARE(s.moment(id).events, (QList<EventId>{ s.first, s.lasting }));
        QCOMPARE(s.moment(id).end, std::optional(at(9)));
        QCOMPARE(s.moment(id).people, (QList<PersonId>{ s.asha, s.rafael }));
        const int before = s.steps();
        VERIFY_RESULT(addToMoment(*s.document, id, { s.lasting })); // there already: no step
        QCOMPARE(s.steps(), before);
        VERIFY_RESULT(takeFromMoment(*s.document, id, s.first));
        QCOMPARE(s.moment(id).events, QList<EventId>{ s.lasting });
        QCOMPARE(s.moment(id).start, std::optional(at(0)));
    }

    void writingInOneTextIsOneStepAndInAnotherAnother()
    {
        const Scene s;
        const MomentId moment = *makeMoment(*s.document, { s.first });
        const AccountId id = *addAccount(*s.document, moment, { s.asha });
        const int before = s.steps();
        for (const QString &text : { u"S"_s, u"Se"_s, u"Sell seats"_s })
            VERIFY_RESULT(writeAccount(*s.document, id, AccountAspect::Goals, text));
        QCOMPARE(s.steps(), before + 1);
        for (const QString &text : { u"T"_s, u"The clock"_s })
            VERIFY_RESULT(writeAccount(*s.document, id, AccountAspect::Pressures, text));
        QCOMPARE(s.steps(), before + 2);
        s.document->undoStack()->undo();
        QCOMPARE(s.account(id).pressures, QString());
        QCOMPARE(s.account(id).goals, u"Sell seats"_s);
        s.document->undoStack()->undo();
        QCOMPARE(s.account(id).goals, QString());
    }

    void everyTextOfAnAccountIsWrittenWhereItBelongs()
    {
        const Scene s;
        const AccountId id = *addAccount(*s.document, *makeMoment(*s.document, { s.first }));
        for (const AccountField &field : kAccountFields)
            VERIFY_RESULT(writeAccount(*s.document, id, field.aspect, toString(field.aspect)));
        for (const AccountField &field : kAccountFields)
            QCOMPARE(s.account(id).*field.text, toString(field.aspect));
        VERIFY_RESULT(setAccountPeople(*s.document, id, { s.asha, s.rafael }));
        QCOMPARE(s.account(id).people.size(), 2);
        const auto stored = s.t.library->reviews().load(s.review);
        QCOMPARE(meaning(*stored).accounts, meaning(s.contents()).accounts);
    }

    void twoAccountsOfOneMomentDifferOncePerAspect()
    {
        const Scene s;
        const MomentId moment = *makeMoment(*s.document, { s.first });
        const AccountId a = *addAccount(*s.document, moment, { s.asha });
        const AccountId b = *addAccount(*s.document, moment, { s.rafael });
        const AccountId other = *addAccount(*s.document, *makeMoment(*s.document, { s.last }));
        const auto marked = markContradiction(*s.document, a, b, AccountAspect::CuesNoticed);
        VERIFY_RESULT(marked);
        const int before = s.steps();
        QCOMPARE(*markContradiction(*s.document, b, a, AccountAspect::CuesNoticed), *marked);
        QCOMPARE(s.steps(), before);
        VERIFY_RESULT(markContradiction(*s.document, a, b, AccountAspect::Options));
        QCOMPARE(markContradiction(*s.document, a, a, AccountAspect::Goals).error().code,
                 ErrorCode::BadInput);
        QCOMPARE(markContradiction(*s.document, a, other, AccountAspect::Goals).error().code,
                 ErrorCode::BadInput);
        VERIFY_RESULT(setContradictionNote(*s.document, *marked, u"Who heard it?"_s));
        QCOMPARE(findRecord<Contradiction>(s.contents(), *marked)->note, u"Who heard it?"_s);
        VERIFY_RESULT(removeContradiction(*s.document, *marked));
        QVERIFY(!findRecord<Contradiction>(s.contents(), *marked));
        QCOMPARE(s.contents().contradictions.size(), 1);
    }

    void removingAMomentTakesItsAccountsAndReleasesQuestionsAndComesBackWhole()
    {
        const Scene s;
        const MomentId moment = *makeMoment(*s.document, { s.first });
        const AccountId a = *addAccount(*s.document, moment, { s.asha });
        const AccountId b = *addAccount(*s.document, moment, { s.rafael });
        VERIFY_RESULT(markContradiction(*s.document, a, b, AccountAspect::Goals));
        VERIFY_RESULT(askAboutMoment(*s.document, moment, u"How was it known?"_s));
        VERIFY_RESULT(addQuestion(*s.document, u"Who else heard?"_s,
                                  TargetRef{ TargetKind::Account, a.value }));
        const ReviewContents before = meaning(s.contents());
        const int steps = s.steps();
        VERIFY_RESULT(removeMoment(*s.document, moment));
        QCOMPARE(s.steps(), steps + 1);
        QVERIFY(s.contents().moments.isEmpty() && s.contents().accounts.isEmpty()
                && s.contents().contradictions.isEmpty());
        QCOMPARE(s.contents().questions.size(), 2);
        for (const Question &question : s.contents().questions)
            QVERIFY(question.about.isNull());
        s.document->undoStack()->undo();
        QVERIFY(meaning(s.contents()) == before);
        QCOMPARE(*s.t.library->check(), QStringList());
    }

    void removingAnAccountTakesItsDifferencesOnly()
    {
        const Scene s;
        const MomentId moment = *makeMoment(*s.document, { s.first });
        const AccountId a = *addAccount(*s.document, moment);
        const AccountId b = *addAccount(*s.document, moment);
        const AccountId c = *addAccount(*s.document, moment);
        VERIFY_RESULT(markContradiction(*s.document, a, b, AccountAspect::Goals));
        VERIFY_RESULT(markContradiction(*s.document, b, c, AccountAspect::Help));
        VERIFY_RESULT(removeAccount(*s.document, a));
        QCOMPARE(s.contents().contradictions.size(), 1);
        QCOMPARE(s.contents().accounts.size(), 2);
        QVERIFY(isSound(s.contents()));
    }

    void aQuestionIsAskedOnce()
    {
        const Scene s;
        const MomentId moment = *makeMoment(*s.document, { s.first });
        const auto asked = askAboutMoment(*s.document, moment, u" What was seen? "_s);
        VERIFY_RESULT(asked);
        const Question question = *findRecord<Question>(s.contents(), *asked);
        QCOMPARE(question.text, u"What was seen?"_s);
        QCOMPARE(question.status, QuestionStatus::Open);
        QCOMPARE(question.about, (TargetRef{ TargetKind::Moment, moment.value }));
        QCOMPARE(*askAboutMoment(*s.document, moment, u"What was seen?"_s), *asked);
        QCOMPARE(s.contents().questions.size(), 1);
        QCOMPARE(askAboutMoment(*s.document, moment, u" "_s).error().code, ErrorCode::BadInput);
    }

    void whatIsGoneIsSaidToBeGone()
    {
        const Scene s;
        const MomentId moment = MomentId::create();
        const AccountId account = AccountId::create();
        const auto isGone = [](const auto &result) {
            return !result && result.error().code == ErrorCode::NotFound;
        };
        QVERIFY(isGone(setMomentTitle(*s.document, moment, u"x"_s)));
        QVERIFY(isGone(setMomentSpan(*s.document, moment, {}, {})));
        QVERIFY(isGone(setMomentPeople(*s.document, moment, {})));
        QVERIFY(isGone(addToMoment(*s.document, moment, {})));
        QVERIFY(isGone(takeFromMoment(*s.document, moment, s.first)));
        QVERIFY(isGone(removeMoment(*s.document, moment)));
        QVERIFY(isGone(addAccount(*s.document, moment)));
        QVERIFY(isGone(setAccountPeople(*s.document, account, {})));
        QVERIFY(isGone(writeAccount(*s.document, account, AccountAspect::Goals, u"x"_s)));
        QVERIFY(isGone(removeAccount(*s.document, account)));
        QVERIFY(isGone(markContradiction(*s.document, account, account, AccountAspect::Goals)));
        QVERIFY(isGone(setContradictionNote(*s.document, ContradictionId::create(), {})));
        QVERIFY(isGone(removeContradiction(*s.document, ContradictionId::create())));
        QVERIFY(isGone(askAboutMoment(*s.document, moment, u"What?"_s)));
    }

    void peopleAndEventsThatGoElsewhereLeaveMomentsSound()
    {
        const Scene s;
        const MomentId moment = *makeMoment(*s.document, { s.first, s.lasting });
        const AccountId account = *addAccount(*s.document, moment, { s.rafael });
        const ReviewContents before = meaning(s.contents());
        VERIFY_RESULT(mergePeople(*s.document, s.asha, s.rafael));
        QCOMPARE(s.moment(moment).people, QList<PersonId>{ s.asha });
        QCOMPARE(s.account(account).people, QList<PersonId>{ s.asha });
        VERIFY_RESULT(removeOwnEvents(*s.document, { s.first }));
        QCOMPARE(s.moment(moment).events, QList<EventId>{ s.lasting });
        s.document->undoStack()->undo();
        s.document->undoStack()->undo();
        QVERIFY(meaning(s.contents()) == before);
    }

    void anyRowOfEditsUndoneGivesBackTheSameReview_data()
    {
        QTest::addColumn<uint>("seed");
        for (const uint seed : { 1U, 20'260'520U, 7'777U })
            QTest::addRow("seed %u", seed) << seed;
    }
    void anyRowOfEditsUndoneGivesBackTheSameReview()
    {
        QFETCH(uint, seed);
        QRandomGenerator random(seed);
        const Scene s;
        s.document->undoStack()->clear();
        const ReviewContents before = meaning(s.contents());
        for (int i = 0; i < 150; ++i) {
            edit(s, random);
            QVERIFY(isSound(s.contents()));
        }
        const ReviewContents after = meaning(s.contents());
        QVERIFY(s.document->undoStack()->count() > 50);
        while (s.document->undoStack()->canUndo())
            s.document->undoStack()->undo();
        QVERIFY(meaning(s.contents()) == before);
        QVERIFY(meaning(*s.t.library->reviews().load(s.review)) == before);
        while (s.document->undoStack()->canRedo())
            s.document->undoStack()->redo();
        QVERIFY(meaning(s.contents()) == after);
        QVERIFY(meaning(*s.t.library->reviews().load(s.review)) == after);
        QCOMPARE(*s.t.library->check(), QStringList());
    }

private:
    /// Does one thing at random; what cannot be done is refused and changes nothing.
    static void edit(const Scene &s, QRandomGenerator &random)
    {
        const ReviewContents &c = s.contents();
        ReviewDocument &document = *s.document;
        const auto pick = [&random](const auto &list) {
            using Id = decltype(list.first().id);
            return list.isEmpty() ? Id::create()
                                  : list[random.bounded(static_cast<int>(list.size()))].id;
        };
        const QList<EventId> events{ s.first, s.lasting, s.last, s.undated };
        const auto some = [&random](auto list) {
            while (list.size() > 1 && random.bounded(2) == 0)
                list.removeAt(random.bounded(static_cast<int>(list.size())));
            return list;
        };
        const QString words = QString::number(random.bounded(1'000));
        const auto aspect = static_cast<AccountAspect>(random.bounded(8));
        const QList<PersonId> people = some(QList<PersonId>{ s.asha, s.rafael });
        switch (random.bounded(14)) {
        case 0:
        case 1:
            (void)makeMoment(document, some(events), random.bounded(2) == 0 ? words : QString());
            break;
        case 2:
            (void)setMomentTitle(document, pick(c.moments), words);
            break;
        case 3:
            (void)setMomentSpan(document, pick(c.moments), at(random.bounded(9)),
                                at(random.bounded(9)));
            break;
        case 4:
            (void)addToMoment(document, pick(c.moments), some(events));
            break;
        case 5:
            (void)takeFromMoment(document, pick(c.moments), some(events).first());
            break;
        case 6:
        case 7:
            (void)addAccount(document, pick(c.moments), people);
            break;
        case 8:
            (void)writeAccount(document, pick(c.accounts), aspect, words);
            break;
        case 9:
            (void)markContradiction(document, pick(c.accounts), pick(c.accounts), aspect, words);
            break;
        case 10:
            (void)askAboutMoment(document, pick(c.moments), words);
            break;
        case 11:
            if (random.bounded(3) == 0)
                (void)removeMoment(document, pick(c.moments));
            else
                (void)setMomentPeople(document, pick(c.moments), people);
            break;
        case 12:
            if (random.bounded(2) == 0)
                (void)removeAccount(document, pick(c.accounts));
            else
                (void)setAccountPeople(document, pick(c.accounts), people);
            break;
        default:
            if (random.bounded(2) == 0)
                (void)removeContradiction(document, pick(c.contradictions));
            else
                (void)setContradictionNote(document, pick(c.contradictions), words);
            break;
        }
    }
};

QTEST_GUILESS_MAIN(MomentEditsTest)
#include "tst_momentedits.moc"
