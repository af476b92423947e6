// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/eventedits.h"
#include "editing/laneedits.h"
#include "editing/reviewdocument.h"
#include "editing/sourceedits.h"
#include "services/laneplan.h"
#include "services/translations.h"
#include "store/library.h"
#include "support/testlibrary.h"

#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Editing;
using SecondStory::Testing::TestLibrary;
using Services::LaneRule;

namespace {

const QByteArray kChat = "time,author,channel,event\n"
                         "2024-06-07T14:00:00Z,Asha,#incident,one\n"
                         "2024-06-07T14:01:00Z,Ben,#deploys,two\n"
                         "2024-06-07T14:02:00Z,Asha,#deploys,three\n"
                         "2024-06-07T14:03:00Z,,,four\n";

struct Scene {
    TestLibrary t;
    ReviewId review = t.addReview();
    std::unique_ptr<ReviewDocument> document;
    QList<SourceId> sources;

    explicit Scene(const QList<QByteArray> &files = { kChat })
    {
        for (const QByteArray &bytes : files)
            import(bytes);
        document = std::move(*ReviewDocument::open(*t.library, review));
    }
    void import(const QByteArray &csv)
    {
        QFile file(t.file(u"chat%1.csv"_s.arg(sources.size())));
        if (!file.open(QIODevice::WriteOnly) || file.write(csv) != csv.size())
            qFatal("the scene could not be written");
        file.close();
        const Importing::ImporterRegistry registry;
        const auto outcome = Services::ImportService(*t.library, registry)
                                 .run({ .path = file.fileName(), .review = review });
        if (!outcome)
            qFatal("%s", qPrintable(outcome.error().toString()));
        sources << outcome->source.id;
    }
    Services::LanePlan plan(LaneRule rule, const QList<SourceId> &which = {}) const
    {
        const auto plans = Services::planLanes(*t.library, review, which, { rule });
        if (!plans)
            qFatal("%s", qPrintable(plans.error().toString()));
        return plans->constFirst();
    }
    Result<void> arrange(LaneRule rule, const QList<SourceId> &which = {})
    {
        return arrangeLanes(*document, plan(rule, which).changes, Services::labelOf(rule));
    }
    /// As the timeline shows it: "lane: title" in order of time.
    QStringList events() const
    {
        QStringList list;
        for (const EventRow &row : document->events().rows) {
            const LaneId id = document->events().lanes[row.lane];
            const Lane *lane = findRecord<Lane>(document->contents(), id);
            const auto event = document->eventBySeq(row.seq);
            list << QString((lane ? lane->name : u"nowhere"_s) + u": "_s + event->title);
            // What is stored is what is shown.
            if (event->laneId != id)
                list << u"differs"_s;
        }
        return list;
    }
    QStringList lanes() const
    {
        QStringList list;
        for (const Lane &lane : document->contents().lanes)
            list << lane.name;
        list.sort();
        return list;
    }
    EventId eventAt(size_t row) const
    {
        return document->eventBySeq(document->events().rows[row].seq)->id;
    }
};

const QStringList kByChannel{ u"#incident: one"_s, u"#deploys: two"_s, u"#deploys: three"_s,
                              u"chat0: four"_s };
const QStringList kByPerson{ u"Asha: one"_s, u"Ben: two"_s, u"Asha: three"_s, u"chat0: four"_s };

} // namespace

/// Events of sources go into lanes by a rule, long after their import.
class LaneArrangementTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { Services::installTranslations(*QCoreApplication::instance()); }

    void aRuleMovesAllOfASourceAsOneStepAndUndoGivesBackEachLane()
    {
        Scene s;
        QCOMPARE(s.events(), kByChannel);
        VERIFY_RESULT(s.arrange(LaneRule::Person));
        QCOMPARE(s.events(), kByPerson);
        // The lanes that stand empty now are not shown.
        QCOMPARE(s.lanes(), (QStringList{ u"Asha"_s, u"Ben"_s, u"chat0"_s }));
        QCOMPARE(s.document->undoStack()->count(), 1);
        QCOMPARE(s.document->undoStack()->undoText(), u"Arrange lanes by person"_s);
        s.document->undoStack()->undo();
        QCOMPARE(s.events(), kByChannel);
        QCOMPARE(s.lanes(), (QStringList{ u"#deploys"_s, u"#incident"_s, u"chat0"_s }));
        s.document->undoStack()->redo();
        QCOMPARE(s.events(), kByPerson);
        QCOMPARE(s.lanes(), (QStringList{ u"Asha"_s, u"Ben"_s, u"chat0"_s }));
        QCOMPARE(*s.t.library->check(), QStringList());
        s.document = std::move(*ReviewDocument::open(*s.t.library, s.review));
        QCOMPARE(s.events(), kByPerson);
        QCOMPARE(s.lanes(), (QStringList{ u"Asha"_s, u"Ben"_s, u"chat0"_s }));
    }

    void channelsComeBackAfterEveryOtherRule()
    {
        Scene s;
        for (const LaneRule rule : { LaneRule::Kind, LaneRule::Source, LaneRule::Person }) {
            VERIFY_RESULT(s.arrange(rule));
            QVERIFY(s.events() != kByChannel);
            VERIFY_RESULT(s.arrange(LaneRule::Suggested));
            QCOMPARE(s.events(), kByChannel);
        }
        VERIFY_RESULT(s.arrange(LaneRule::Source));
        QCOMPARE(s.lanes(), QStringList{ u"chat0"_s });
        // A lane of a name is made once, however often a rule asks for it.
        QCOMPARE(s.t.library->reviews().load(s.review)->lanes.size(), 6);
    }

    void whatAPersonPutElsewhereGoesWithTheRuleAndComesBackWithUndo()
    {
        Scene s;
        const auto mine = addLane(*s.document, u"Mine"_s);
        VERIFY_RESULT(mine);
        VERIFY_RESULT(setLane(*s.document, { s.eventAt(1) }, *mine));
        VERIFY_RESULT(addEvent(*s.document,
                               { .start = *fromRfc3339(u"2024-06-07T15:00:00Z"_s),
                                 .lane = *mine,
                                 .title = u"my own"_s }));
        QStringList before = kByChannel;
        before[1] = u"Mine: two"_s;
        before << u"Mine: my own"_s;
        QCOMPARE(s.events(), before);
        VERIFY_RESULT(s.arrange(LaneRule::Suggested));
        QCOMPARE(s.events(), kByChannel + QStringList{ u"Mine: my own"_s });
        s.document->undoStack()->undo();
        QCOMPARE(s.events(), before);
        while (s.document->undoStack()->canUndo())
            s.document->undoStack()->undo();
        QCOMPARE(s.events(), kByChannel);
        while (s.document->undoStack()->canRedo())
            s.document->undoStack()->redo();
        QCOMPARE(s.events(), kByChannel + QStringList{ u"Mine: my own"_s });
        QVERIFY(s.lanes().contains(u"Mine"_s));
    }

    void allSourcesAreOneStepAndOneSourceLeavesTheOthers()
    {
        QByteArray other = kChat;
        other.replace("14:", "16:").replace("#deploys", "#alerts");
        Scene s({ kChat, other });
        const QStringList before = s.events();
        const Services::LanePlan plan = s.plan(LaneRule::Person);
        QCOMPARE(plan.sources, 2);
        QCOMPARE(plan.events, 8);
        QCOMPARE(plan.moved, 6);
        QCOMPARE(plan.shares.size(), 4);
        QCOMPARE(plan.shares[0].lane, u"Asha"_s);
        QCOMPARE(plan.shares[0].events, 4);
        QVERIFY(plan.shares[0].isNew);
        QCOMPARE(Services::sentenceOf(plan), u"6 of 8 events move into 4 lanes, 2 of them new"_s);
        VERIFY_RESULT(s.arrange(LaneRule::Person, { s.sources[1] }));
        QCOMPARE(s.events().first(4), before.first(4));
        QCOMPARE(s.events()[5], u"Ben: two"_s);
        s.document->undoStack()->undo();
        VERIFY_RESULT(s.arrange(LaneRule::Person));
        QCOMPARE(s.document->undoStack()->count(), 1);
        s.document->undoStack()->undo();
        QCOMPARE(s.events(), before);
    }

    void aSecondTimeNothingMoves()
    {
        Scene s;
        VERIFY_RESULT(s.arrange(LaneRule::Kind));
        const Services::LanePlan again = s.plan(LaneRule::Kind);
        QVERIFY(again.changesNothing());
        QVERIFY(again.changes.isEmpty());
        VERIFY_RESULT(s.arrange(LaneRule::Kind));
        QCOMPARE(s.document->undoStack()->count(), 1);
    }

    void aPlanThatIsOldIsRefusedAndChangesNothing()
    {
        Scene s;
        const Services::LanePlan plan = s.plan(LaneRule::Person);
        const Lane *lane = &s.document->contents().lanes.first();
        VERIFY_RESULT(setLane(*s.document, { s.eventAt(1), s.eventAt(0) }, lane->id));
        const QStringList before = s.events();
        const auto done = arrangeLanes(*s.document, plan.changes, u"person"_s);
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::Conflict);
        QCOMPARE(s.events(), before);
        QCOMPARE(s.t.library->reviews().load(s.review)->lanes.size(), 3);
    }

    void importedBeforeChannelsWereKeptTheFirstLanesTakeTheirPlace()
    {
        Scene s;
        {
            QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"older"_s);
            db.setDatabaseName(s.t.path());
            QVERIFY(db.open());
            QSqlQuery query(db);
            QVERIFY(query.exec(u"UPDATE recording SET channel = ''"_s));
            QVERIFY(query.exec(u"UPDATE source SET own_lane = ''"_s));
        }
        QSqlDatabase::removeDatabase(u"older"_s);
        VERIFY_RESULT(s.document->reload());
        VERIFY_RESULT(setStarred(*s.document, { s.eventAt(0) }, true));
        QVERIFY(s.plan(LaneRule::Suggested).changesNothing());
        VERIFY_RESULT(s.arrange(LaneRule::Person));
        QCOMPARE(s.events(), kByPerson);
        VERIFY_RESULT(s.arrange(LaneRule::Suggested));
        QCOMPARE(s.events(), kByChannel);
        // Edits from before know no channel: taking them back does not forget it.
        while (s.document->undoStack()->canUndo())
            s.document->undoStack()->undo();
        VERIFY_RESULT(s.arrange(LaneRule::Source));
        VERIFY_RESULT(s.arrange(LaneRule::Suggested));
        QCOMPARE(s.events(), kByChannel);
    }

    void anEventThatGoesBackToAnEmptyLaneBringsItBack()
    {
        Scene s;
        const LaneId deploys = s.document->event(s.eventAt(1))->laneId;
        const LaneId incident = s.document->event(s.eventAt(0))->laneId;
        VERIFY_RESULT(setLane(*s.document, { s.eventAt(1), s.eventAt(2) }, incident));
        s.import("time,event\n2024-06-08T14:00:00Z,later\n");
        auto snapshot = ReviewSnapshot::read(*s.t.library, s.review);
        VERIFY_RESULT(snapshot);
        const EvidenceSource added = snapshot->contents.sources.last();
        QVERIFY(s.document->adoptImports(std::move(*snapshot), s.document->revision(), { added },
                                         u"Import"_s));
        QVERIFY(!s.lanes().contains(u"#deploys"_s));
        s.document->undoStack()->undo();
        s.document->undoStack()->undo();
        QVERIFY(s.lanes().contains(u"#deploys"_s));
        QCOMPARE(s.document->event(s.eventAt(1))->laneId, deploys);
        QCOMPARE(s.events(), kByChannel);
    }

    void aLargeSourceIsArrangedWhileTheThreadLivesOn()
    {
        QByteArray csv = "time,author,channel,event\n";
        for (int i = 0; i < 21'000; ++i)
            csv += "2024-06-07T14:00:00Z,jo" + QByteArray::number(i % 7) + ",#c"
                + QByteArray::number(i % 3) + ",one\n";
        Scene s({ csv });
        const Services::LanePlan plan = s.plan(LaneRule::Person);
        QCOMPARE(plan.moved, 21'000);
        int ticks = 0;
        QTimer timer;
        connect(&timer, &QTimer::timeout, this, [&ticks] { ++ticks; });
        timer.start(1);
        QSignalSpy reloaded(s.document.get(), &ReviewDocument::eventsReloaded);
        const auto lanesInUse = [&s] { return s.document->events().lanes.size(); };
        VERIFY_RESULT(arrangeLanes(*s.document, plan.changes, u"person"_s));
        QVERIFY(ticks > 3);
        QCOMPARE(reloaded.count(), 1);
        QCOMPARE(lanesInUse(), 7);
        ticks = 0;
        s.document->undoStack()->undo();
        QVERIFY(ticks > 3);
        QCOMPARE(lanesInUse(), 3);
        s.document->undoStack()->redo();
        QCOMPARE(lanesInUse(), 7);
        QCOMPARE(s.document->events().size(), 21'000);
    }

    void takingBackALargeImportReadsAside()
    {
        QByteArray csv = "time,event\n";
        for (int i = 0; i < 30'000; ++i)
            csv += "2024-06-07T14:00:00Z,one\n";
        Scene s({ csv });
        s.import(kChat);
        auto snapshot = ReviewSnapshot::read(*s.t.library, s.review);
        VERIFY_RESULT(snapshot);
        const EvidenceSource added = snapshot->contents.sources.last();
        QVERIFY(s.document->adoptImports(std::move(*snapshot), s.document->revision(), { added },
                                         u"Import"_s));
        QCOMPARE(s.document->events().size(), 30'004);
        // Only the thread's own events run while it waits: a timer that ticks within the call tells
        // that the reading went on elsewhere.
        int ticks = 0;
        QTimer timer;
        connect(&timer, &QTimer::timeout, this, [&ticks] { ++ticks; });
        timer.start(1);
        QSignalSpy reloaded(s.document.get(), &ReviewDocument::eventsReloaded);
        s.document->undoStack()->undo();
        QVERIFY(ticks > 0);
        QCOMPARE(reloaded.count(), 1);
        QCOMPARE(s.document->events().size(), 30'000);
        ticks = 0;
        s.document->undoStack()->redo();
        QVERIFY(ticks > 0);
        QCOMPARE(reloaded.count(), 2);
        QCOMPARE(s.document->events().size(), 30'004);
        VERIFY_RESULT(removeSource(*s.document, s.sources.first()));
        QCOMPARE(s.document->events().size(), 4);
        QCOMPARE(s.lanes(), (QStringList{ u"#deploys"_s, u"#incident"_s, u"chat1"_s }));
    }
};

QTEST_MAIN(LaneArrangementTest)
#include "tst_lanearrangement.moc"
