// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/activityedits.h"
#include "editing/eventdetails.h"
#include "editing/eventedits.h"
#include "editing/laneedits.h"
#include "editing/reviewdocument.h"
#include "support/testlibrary.h"

using namespace SecondStory;
using namespace SecondStory::Testing;
using namespace SecondStory::Editing;
using namespace Qt::StringLiterals;

namespace {

struct Scene {
    TestLibrary t;
    std::unique_ptr<ReviewDocument> document;
    QList<EventId> events;

    Scene()
    {
        const ReviewId review = t.addReview();
        document = std::move(*ReviewDocument::open(*t.library, review));
        for (int i = 0; i < 5; ++i)
            events << *addEvent(*document,
                                { TimePoint::fromSeconds(1'519'132'620 + i),
                                  {},
                                  {},
                                  EventKind::Action,
                                  u"step %1"_s.arg(i) });
        document->undoStack()->clear();
    }
    [[nodiscard]] const QList<Activity> &all() const { return document->contents().activities; }
};

} // namespace

class ActivityEditsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void groupingIsOneStepAndIsStored();
    void anEventIsInOneActivityAtMost();
    void anActivityWithoutEventsGoes();
    void titlesAndEventsAreNeeded();
    void foldingAndNamingComeBackWithUndo();
    void notesOnAnEventStandLineByLine();
    void aBarMovesToAnotherLaneWithoutItsEvents();
};

void ActivityEditsTest::groupingIsOneStepAndIsStored()
{
    Scene scene;
    const auto id = groupEvents(*scene.document, scene.events.mid(0, 3), u"  Roll  back "_s);
    VERIFY_RESULT(id);
    QCOMPARE(scene.document->undoStack()->count(), 1);
    const auto again = ReviewDocument::open(*scene.t.library, scene.document->id());
    VERIFY_RESULT(again);
    QCOMPARE((*again)->contents().activities.size(), 1);
    QCOMPARE((*again)->contents().activities.first().title, u"Roll back"_s);
    QCOMPARE((*again)->contents().activities.first().events, scene.events.mid(0, 3));
    scene.document->undoStack()->undo();
    QVERIFY(scene.all().isEmpty());
}

void ActivityEditsTest::anEventIsInOneActivityAtMost()
{
    Scene scene;
    const auto first = groupEvents(*scene.document, scene.events.mid(0, 3), u"one"_s);
    const auto second = groupEvents(*scene.document, scene.events.mid(2, 2), u"two"_s);
    VERIFY_RESULT(first);
    VERIFY_RESULT(second);
    QCOMPARE(scene.all().first().events, scene.events.mid(0, 2));
    VERIFY_RESULT(addToActivity(*scene.document, *second, scene.events.mid(0, 2)));
    QCOMPARE(scene.all().size(), 1);
    QCOMPARE(scene.all().first().events.size(), 4);
    scene.document->undoStack()->undo();
    QCOMPARE(scene.all().size(), 2);
}

void ActivityEditsTest::anActivityWithoutEventsGoes()
{
    Scene scene;
    VERIFY_RESULT(groupEvents(*scene.document, scene.events.mid(0, 2), u"one"_s));
    VERIFY_RESULT(removeFromActivities(*scene.document, { scene.events[0] }));
    QCOMPARE(scene.all().first().events, QList<EventId>{ scene.events[1] });
    VERIFY_RESULT(removeFromActivities(*scene.document, { scene.events[1] }));
    QVERIFY(scene.all().isEmpty());
    scene.document->undoStack()->undo();
    scene.document->undoStack()->undo();
    QCOMPARE(scene.all().first().events, scene.events.mid(0, 2));
}

void ActivityEditsTest::titlesAndEventsAreNeeded()
{
    Scene scene;
    QCOMPARE(groupEvents(*scene.document, scene.events, u"  "_s).error().code, ErrorCode::BadInput);
    QCOMPARE(groupEvents(*scene.document, {}, u"one"_s).error().code, ErrorCode::BadInput);
    QCOMPARE(groupEvents(*scene.document, { EventId::create() }, u"one"_s).error().code,
             ErrorCode::NotFound);
    QVERIFY(!ungroup(*scene.document, ActivityId::create()));
    QCOMPARE(scene.document->undoStack()->count(), 0);
}

void ActivityEditsTest::foldingAndNamingComeBackWithUndo()
{
    Scene scene;
    const auto id = groupEvents(*scene.document, scene.events, u"one"_s);
    VERIFY_RESULT(id);
    VERIFY_RESULT(setActivityCollapsed(*scene.document, *id, false));
    VERIFY_RESULT(renameActivity(*scene.document, *id, u"two"_s));
    QVERIFY(!scene.all().first().collapsed);
    VERIFY_RESULT(ungroup(*scene.document, *id));
    QVERIFY(scene.all().isEmpty());
    for (int i = 0; i < 3; ++i)
        scene.document->undoStack()->undo();
    QVERIFY(scene.all().first().collapsed);
    QCOMPARE(scene.all().first().title, u"one"_s);
}

void ActivityEditsTest::aBarMovesToAnotherLaneWithoutItsEvents()
{
    Scene scene;
    const auto lane = addLane(*scene.document, u"Work"_s);
    VERIFY_RESULT(lane);
    const auto id = groupEvents(*scene.document, scene.events, u"one"_s);
    VERIFY_RESULT(id);
    const int steps = scene.document->undoStack()->count();
    VERIFY_RESULT(setActivityLane(*scene.document, *id, *lane));
    VERIFY_RESULT(setActivityLane(*scene.document, *id, *lane));
    QCOMPARE(scene.document->undoStack()->count(), steps + 1);
    QCOMPARE(scene.all().first().laneId, *lane);
    QVERIFY(scene.document->event(scene.events.first())->laneId != *lane);
    QVERIFY(!setActivityLane(*scene.document, *id, LaneId::create()));
    QVERIFY(!setActivityLane(*scene.document, ActivityId::create(), *lane));
    scene.document->undoStack()->undo();
    QVERIFY(scene.all().first().laneId != *lane);
    VERIFY_RESULT(setActivityLane(*scene.document, *id, {}));
    QVERIFY(scene.all().first().laneId.isNull());
}

void ActivityEditsTest::notesOnAnEventStandLineByLine()
{
    Scene scene;
    VERIFY_RESULT(addNoteLine(*scene.document, scene.events[0], u"first"_s));
    VERIFY_RESULT(addNoteLine(*scene.document, scene.events[0], u" second "_s));
    VERIFY_RESULT(addNoteLine(*scene.document, scene.events[0], u"  "_s));
    QCOMPARE(scene.document->event(scene.events[0])->note, u"first\nsecond"_s);
    QCOMPARE(scene.document->undoStack()->count(), 2);
}

QTEST_GUILESS_MAIN(ActivityEditsTest)
#include "tst_activityedits.moc"
