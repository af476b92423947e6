// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/activityedits.h"
#include "editing/codingedits.h"
#include "editing/eventedits.h"
#include "editing/laneedits.h"
#include "editing/questionedits.h"
#include "editing/reviewdocument.h"
#include "support/testlibrary.h"

#include <QTest>

using namespace SecondStory;
using namespace SecondStory::Editing;
using namespace SecondStory::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMinute = 60'000'000;
constexpr TimePoint kNoon{ 1'519'128'000'000'000 };

/// A review with one source of evidence that holds one dated and one undated event.
struct Scene {
    TestLibrary t;
    ReviewId review = t.addReview();
    std::unique_ptr<ReviewDocument> document;
    EventId imported;
    EventId undated;

    Scene()
    {
        EvidenceSource source;
        source.id = SourceId::create();
        source.reviewId = review;
        source.fileName = u"chat.json"_s;
        source.sha256 = QByteArray(32, 'x');
        source.importerId = u"slack"_s;
        source.importedAt = kNoon;
        Event dated = ownEvent(review, u"anyone else?"_s, kNoon);
        Event bare = ownEvent(review, u"before the weekend"_s, std::nullopt);
        dated.sourceId = bare.sourceId = source.id;
        dated.place = u"line 1"_s;
        bare.place = u"line 2"_s;
        imported = dated.id;
        undated = bare.id;
        importSource(source, { dated, bare });
        document = std::move(*ReviewDocument::open(*t.library, review));
    }
    void importSource(const EvidenceSource &source, const QList<Event> &events)
    {
        auto writer = t.library->sources().beginImport(source.reviewId, source.id);
        bool isDone = writer.has_value();
        for (const Event &event : events)
            isDone = isDone && (*writer)->add(event);
        if (!isDone || !(*writer)->finish(source))
            qFatal("the scene could not be imported");
    }
    EventId own(TimePoint start = kNoon)
    {
        return *addEvent(*document, { start, {}, {}, EventKind::Decision, u" Roll  back "_s });
    }
};

} // namespace

class EventEditsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anAddedEventIsTheAnalystsOwnAndTidy()
    {
        Scene s;
        const Event event = *s.document->event(s.own());
        QCOMPARE(event.title, u"Roll back"_s);
        QVERIFY(!event.isImported());
        QCOMPARE(event.effectiveStart(), std::optional(kNoon));
        const auto empty = addEvent(*s.document, { kNoon, {}, {}, EventKind::Other, u"  "_s });
        QVERIFY(!empty);
        QCOMPARE(empty.error().code, ErrorCode::BadInput);
    }

    void evidenceRefusesAnotherTimeAndKeepsItsOwnUnderAnAssertedOne()
    {
        Scene s;
        const EventId own = s.own();
        const auto moved = retimeEvents(*s.document, { own, s.imported }, 5 * kMinute);
        QVERIFY(!moved);
        QCOMPARE(moved.error().code, ErrorCode::Refused);
        QVERIFY(!moved.error().hint.isEmpty());
        QCOMPARE(s.document->event(own)->effectiveStart(), std::optional(kNoon)); // all or nothing
        AssertedTime time;
        time.start = { kNoon.us + 5 * kMinute };
        time.certainty = Certainty::About;
        VERIFY_RESULT(setAssertedTime(*s.document, s.imported, time));
        QCOMPARE(s.document->event(s.imported)->effectiveStart(), std::optional(time.start));
        QCOMPARE(s.document->event(s.imported)->recorded.start, std::optional(kNoon));
        VERIFY_RESULT(clearAssertedTime(*s.document, { s.imported }));
        QCOMPARE(s.document->event(s.imported)->effectiveStart(), std::optional(kNoon));
    }

    void anUndatedEventComesOntoTheLineByAssertionOnly()
    {
        Scene s;
        QCOMPARE(s.document->events().undated.size(), size_t(1));
        AssertedTime time;
        time.start = kNoon;
        VERIFY_RESULT(setAssertedTime(*s.document, s.undated, time));
        QCOMPARE(s.document->events().undated.size(), size_t(0));
        QVERIFY(!s.document->event(s.undated)->recorded.isDated());
        s.document->undoStack()->undo();
        QCOMPARE(s.document->events().undated.size(), size_t(1));
    }

    void movingAndUndoingIsIdentity()
    {
        Scene s;
        const EventId own = s.own();
        const Event before = *s.document->event(own);
        VERIFY_RESULT(retimeEvents(*s.document, { own }, -7 * kMinute));
        QCOMPARE(s.document->event(own)->effectiveStart()->us, kNoon.us - 7 * kMinute);
        s.document->undoStack()->undo();
        Event after = *s.document->event(own);
        after.version = before.version;
        QCOMPARE(after, before);
    }

    void aDurationCannotEndBeforeItBegins()
    {
        Scene s;
        const EventId own = s.own();
        VERIFY_RESULT(setDuration(*s.document, own, kNoon, TimePoint{ kNoon.us + kMinute }));
        QCOMPARE(s.document->event(own)->effectiveEnd()->us, kNoon.us + kMinute);
        QVERIFY(!setDuration(*s.document, own, kNoon, TimePoint{ kNoon.us - 1 }));
        VERIFY_RESULT(setDuration(*s.document, own, kNoon, kNoon));
        QVERIFY(!s.document->event(own)->effectiveEnd());
        QVERIFY(!setDuration(*s.document, s.imported, kNoon, TimePoint{ kNoon.us + 1 }));
    }

    void captionsStandBesideEvidenceAndReplaceOwnWords()
    {
        Scene s;
        VERIFY_RESULT(setCaption(*s.document, s.imported, u"First sign"_s));
        QCOMPARE(s.document->event(s.imported)->displayTitle(), u"First sign"_s);
        QCOMPARE(s.document->event(s.imported)->title, u"anyone else?"_s);
        VERIFY_RESULT(setCaption(*s.document, s.imported, u""_s));
        QCOMPARE(s.document->event(s.imported)->displayTitle(), u"anyone else?"_s);
        const EventId own = s.own();
        VERIFY_RESULT(setCaption(*s.document, own, u"Rolled back"_s));
        QCOMPARE(s.document->event(own)->title, u"Rolled back"_s);
        QVERIFY(!setCaption(*s.document, own, u" "_s));
    }

    void severalEventsChangeInOneStep()
    {
        Scene s;
        const EventId own = s.own();
        const LaneId lane = *addLane(*s.document, u"#incident"_s);
        const int before = s.document->undoStack()->count();
        VERIFY_RESULT(setStarred(*s.document, { own, s.imported }, true));
        VERIFY_RESULT(setKind(*s.document, { own, s.imported }, EventKind::Alert));
        VERIFY_RESULT(setLane(*s.document, { own, s.imported }, lane));
        QCOMPARE(s.document->undoStack()->count(), before + 3);
        QVERIFY(s.document->event(s.imported)->starred);
        QCOMPARE(s.document->event(own)->kind, EventKind::Alert);
        QCOMPARE(s.document->event(own)->laneId, lane);
        VERIFY_RESULT(setStarred(*s.document, { own }, true)); // already so: no step
        QCOMPARE(s.document->undoStack()->count(), before + 3);
    }

    void removingTakesWhatPointedThereAndComesBackWhole()
    {
        Scene s;
        const EventId own = s.own();
        Moment moment;
        moment.id = MomentId::create();
        moment.reviewId = s.review;
        moment.title = u"Is it the cache?"_s;
        moment.events = { own, s.imported };
        VERIFY_RESULT(s.document->perform(ChangeSet().insert(moment), u"Add moment"_s));
        const auto refused = removeOwnEvents(*s.document, { own, s.imported });
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Refused);
        VERIFY_RESULT(removeOwnEvents(*s.document, { own }));
        QVERIFY(!s.document->event(own));
        QCOMPARE(s.document->contents().moments[0].events, QList<EventId>{ s.imported });
        s.document->undoStack()->undo();
        QVERIFY(s.document->event(own));
        QCOMPARE(s.document->contents().moments[0].events.size(), 2);
    }

    void anActivityThatLosesItsEventsLeavesNothingPointingAtIt()
    {
        Scene s;
        const EventId own = s.own();
        const ActivityId activity = *groupEvents(*s.document, { own }, u"Roll back"_s);
        const TargetRef target{ TargetKind::Activity, activity.value };
        VERIFY_RESULT(addQuestion(*s.document, u"Who decided?"_s, target));
        const CodeId code = s.t.library->reviews().codes()->first().id;
        VERIFY_RESULT(applyCode(*s.document, code, { target }));
        EvidenceLink link;
        link.id = EvidenceLinkId::create();
        link.reviewId = s.review;
        link.target = target;
        link.eventId = own; // points at both that go
        VERIFY_RESULT(s.document->perform(ChangeSet().insert(link), u"Link"_s));
        const ReviewContents before = s.document->contents();
        VERIFY_RESULT(removeOwnEvents(*s.document, { own, own }));
        const ReviewContents &contents = s.document->contents();
        QVERIFY(contents.activities.isEmpty());
        QVERIFY(contents.codings.isEmpty());
        QVERIFY(contents.evidenceLinks.isEmpty());
        QVERIFY(contents.questions.first().about.isNull());
        s.document->undoStack()->undo();
        QCOMPARE(contents.activities.size(), 1);
        QCOMPARE(contents.codings.size(), before.codings.size());
        QCOMPARE(contents.questions.first().about, target);
    }

    void leavingTheWordsAsTheyAreIsNoEdit()
    {
        Scene s;
        EvidenceSource source = s.document->contents().sources.first();
        source.id = SourceId::create();
        source.sha256 = QByteArray(32, 'y');
        Event spaced = ownEvent(s.review, u"two  blanks,  as recorded"_s, kNoon);
        spaced.sourceId = source.id;
        s.importSource(source, { spaced });
        VERIFY_RESULT(s.document->reload());
        const int steps = s.document->undoStack()->count();
        VERIFY_RESULT(setCaption(*s.document, spaced.id, spaced.title));
        QCOMPARE(s.document->undoStack()->count(), steps);
        VERIFY_RESULT(setCaption(*s.document, spaced.id, u"Mine"_s));
        VERIFY_RESULT(setCaption(*s.document, spaced.id, spaced.title));
        QVERIFY(s.document->event(spaced.id)->caption.isEmpty());
    }

    void whatIsGoneIsSaidWithWhatToDo()
    {
        Scene s;
        const EventId gone = EventId::create();
        for (const auto &done :
             { setStarred(*s.document, { gone }, true), setCaption(*s.document, gone, u"a"_s),
               removeOwnEvents(*s.document, { gone }),
               renameLane(*s.document, LaneId::create(), u"a"_s) }) {
            QVERIFY(!done);
            QCOMPARE(done.error().code, ErrorCode::NotFound);
            QVERIFY(!done.error().hint.isEmpty());
        }
    }

    void lanesAndMarksAreEdited()
    {
        Scene s;
        const LaneId a = *addLane(*s.document, u"A"_s);
        const LaneId b = *addLane(*s.document, u"B"_s);
        VERIFY_RESULT(renameLane(*s.document, a, u"Deploys"_s));
        VERIFY_RESULT(moveLane(*s.document, b, 0));
        const auto position = [&](LaneId id) {
            return findRecord<Lane>(s.document->contents(), id)->position;
        };
        QVERIFY(position(b) < position(a));
        QVERIFY(!renameLane(*s.document, a, u" "_s));
        const auto mark = addMark(*s.document, u""_s, kNoon, TimePoint{ kNoon.us - kMinute });
        VERIFY_RESULT(mark);
        VERIFY_RESULT(renameMark(*s.document, *mark, u"lunch"_s));
        const TimeMark known = *findRecord<TimeMark>(s.document->contents(), *mark);
        QCOMPARE(known.name, u"lunch"_s);
        QCOMPARE(known.start.us, kNoon.us - kMinute);
        VERIFY_RESULT(removeMark(*s.document, *mark));
        QVERIFY(!removeMark(*s.document, *mark));
    }
};

QTEST_GUILESS_MAIN(EventEditsTest)
#include "tst_eventedits.moc"
