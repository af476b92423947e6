// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/eventedits.h"
#include "editing/laneedits.h"
#include "editing/reviewdocument.h"
#include "support/testlibrary.h"
#include "support/timelinescenes.h"
#include "timeline/timelinelegend.h"
#include "timeline/timelineview.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

using namespace SecondStory;
using namespace SecondStory::Ui;
using namespace SecondStory::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMinute = 60'000'000;
constexpr TimePoint kNoon{ 1'519'128'000'000'000 };
constexpr int kLarge = 20'400; ///< counted in another thread

/// Every lane's events as the model's index has them: seqs in order of time.
QList<QList<qint64>> shownSeqs(const TimelineModel &model)
{
    QList<QList<qint64>> lanes;
    for (int lane = 0; lane < model.index().laneCount(); ++lane) {
        lanes.append(QList<qint64>());
        for (const quint32 row : model.index().lane(lane).rows)
            lanes.last().append(model.events().rows.values()[row].seq);
    }
    return lanes;
}

/// A stored review with many imported events in three lanes.
struct LargeReview {
    TestLibrary t;
    ReviewId review = t.addReview();
    EvidenceSource source;
    QList<Lane> lanes;
    std::unique_ptr<Editing::ReviewDocument> document;

    explicit LargeReview(int count)
    {
        lanes = sceneLanes(3);
        ChangeSet set;
        for (Lane &lane : lanes) {
            lane.reviewId = review;
            set.insert(lane);
        }
        bool isDone = t.library->edits().apply(set).has_value();
        source = import(count, kNoon);
        document = std::move(*Editing::ReviewDocument::open(*t.library, review));
        if (!isDone)
            qFatal("the review could not be stored");
    }
    EvidenceSource import(int count, TimePoint from)
    {
        EvidenceSource made;
        made.id = SourceId::create();
        made.reviewId = review;
        made.fileName = u"log.jsonl"_s;
        made.sha256 = made.id.value.toRfc4122().repeated(2);
        made.importerId = u"jsonl"_s;
        made.importedAt = kNoon;
        made.imported = made.read = count;
        auto writer = t.library->sources().beginImport(review, made.id);
        bool isDone = writer.has_value();
        for (int i = 0; i < count && isDone; ++i) {
            Event event = ownEvent(review, i % 5 == 0 ? u"pool exhausted"_s : u"slow query"_s,
                                   TimePoint{ from.us + i * 1'000'000LL });
            event.sourceId = made.id;
            event.laneId = lanes[i % 3].id;
            isDone = (*writer)->add(event).has_value();
        }
        if (!isDone || !(*writer)->finish(made))
            qFatal("the events could not be stored");
        return made;
    }
};

} // namespace

class TimelineEngineTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_settings.isValid());
        QCoreApplication::setOrganizationName(u"second-story-test"_s);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    }

    void aLargeReviewIsCountedAsideAndShownWhenThatIsDone()
    {
        LargeReview large(kLarge);
        TimelineModel model(*large.document);
        QSignalSpy changes(&model, &TimelineModel::contentChanged);
        QVERIFY(model.isCounting());
        QCOMPARE(model.index().shown(), qsizetype(0));
        QVERIFY(QTest::qWaitFor([&] { return !model.isCounting(); }, 20'000));
        QCOMPARE(model.index().shown(), qsizetype(kLarge));
        QVERIFY(!changes.isEmpty());
    }

    void aSmallReviewNeedsNoWaiting()
    {
        LargeReview small(300);
        TimelineModel model(*small.document);
        QVERIFY(!model.isCounting());
        QCOMPARE(model.index().shown(), qsizetype(300));
        Figures::EventFilter filter;
        filter.text = u"exhausted"_s;
        model.setFilter(filter);
        QVERIFY(!model.isCounting());
        QCOMPARE(model.index().shown(), qsizetype(60));
    }

    void wordsAreSearchedAsideAndAllHitsCount()
    {
        LargeReview large(kLarge);
        TimelineModel model(*large.document);
        model.finishCounting();
        Figures::EventFilter filter;
        filter.text = u"slow"_s;
        model.setFilter(filter);
        QVERIFY(model.isCounting());
        QCOMPARE(model.filter().text, u"slow"_s);
        QCOMPARE(model.index().shown(), qsizetype(kLarge)); // the old picture meanwhile
        model.finishCounting();
        QCOMPARE(model.index().shown(), qsizetype(kLarge * 4 / 5));
    }

    void theNextFilterCancelsTheOneBefore()
    {
        LargeReview large(kLarge);
        TimelineModel model(*large.document);
        Figures::EventFilter filter;
        filter.text = u"slow"_s;
        model.setFilter(filter);
        filter.text = u"exhausted"_s;
        model.setFilter(filter);
        filter.text.clear();
        filter.lanes = { large.lanes[1].id };
        model.setFilter(filter);
        QVERIFY(QTest::qWaitFor([&] { return !model.isCounting(); }, 20'000));
        QTest::qWait(50); // whatever else was under way would arrive now
        QCOMPARE(model.filter(), filter);
        QCOMPARE(model.index().shown(), model.index().countIn(1, *model.index().span()) + 1);
        QVERIFY(model.index().lane(0).rows.empty());
    }

    void editsAreFollowedAsIfEverythingWasCountedAnew()
    {
        LargeReview large(kLarge);
        Editing::ReviewDocument &document = *large.document;
        TimelineModel model(document);
        model.finishCounting();
        QSignalSpy counting(&model, &TimelineModel::countingChanged);
        Editing::NewEvent wanted;
        wanted.title = u"We saw it"_s;
        wanted.start = { kNoon.us + 500 * kMinute };
        wanted.lane = large.lanes[2].id;
        const auto first = Editing::addEvent(document, wanted);
        wanted.start = { kNoon.us - 90'000 * kMinute };
        wanted.end = TimePoint{ kNoon.us + 3 * kMinute };
        const auto second = Editing::addEvent(document, wanted);
        QVERIFY(first && second);
        QVERIFY(Editing::retimeEvents(document, { *first }, -400 * kMinute));
        QVERIFY(Editing::setLane(document, { *second }, large.lanes[0].id));
        QVERIFY(Editing::setStarred(document, { *first, *second }, true));
        document.undoStack()->undo();
        document.undoStack()->redo();
        QVERIFY(Editing::removeOwnEvents(document, { *first }));
        QVERIFY(counting.isEmpty());
        TimelineModel anew(document);
        anew.finishCounting();
        QCOMPARE(shownSeqs(model), shownSeqs(anew));
        QCOMPARE(model.index().span(), anew.index().span());
        QCOMPARE(model.index().shown(), qsizetype(kLarge + 1));
    }

    void rowsReadFromTheStoreAreThoseOfTheirEvents()
    {
        LargeReview small(1);
        ChangeSet set;
        for (const Grounds grounds :
             { Grounds::Documented, Grounds::Remembered, Grounds::Inferred }) {
            for (const auto &[basis, name] : EnumNames<TimeBasis>::entries) {
                for (const auto &[certainty, word] : EnumNames<Certainty>::entries) {
                    for (const int bits : { 0, 1, 2, 3, 4, 5, 6, 7 }) {
                        Event event = ownEvent(small.review, u"x"_s, kNoon);
                        event.grounds = grounds;
                        event.recorded.basis =
                            basis == TimeBasis::None ? TimeBasis::Absolute : basis;
                        event.recorded.approximate = bits & 1;
                        event.starred = bits & 2;
                        event.kind = bits & 1 ? EventKind::Alert : EventKind::Observation;
                        if (bits & 4) {
                            event.asserted = AssertedTime{};
                            event.asserted->start = { kNoon.us + bits };
                            event.asserted->end = TimePoint{ kNoon.us + kMinute };
                            event.asserted->certainty = certainty;
                        }
                        set.insert(event);
                    }
                }
            }
        }
        QVERIFY(small.document->perform(set, u"Add"_s));
        const auto table = small.t.library->events().table(small.review);
        QVERIFY(table);
        QCOMPARE(table->rows.size(), size_t(1 + 3 * 5 * 5 * 8));
        for (const EventRow &row : table->rows.values()) {
            const auto event = small.document->eventBySeq(row.seq);
            QVERIFY(event);
            QVERIFY(row == rowOf(*event, row.seq, row.lane));
        }
    }

    void manyEventsEditedAtOnceAreTakenInOnePass()
    {
        LargeReview large(400);
        Editing::ReviewDocument &document = *large.document;
        TimelineModel model(document);
        QList<EventId> ids;
        for (int i = 0; i < 200; ++i) {
            const qint64 seq = document.events().rows[static_cast<size_t>(i)].seq;
            ids << document.eventBySeq(seq)->id;
        }
        QVERIFY(Editing::setLane(document, ids, large.lanes[1].id));
        QVERIFY(!document.eventEdits());
        const auto moved = shownSeqs(model);
        QCOMPARE(moved, shownSeqs(TimelineModel(document)));
        document.undoStack()->undo();
        QCOMPARE(shownSeqs(model), shownSeqs(TimelineModel(document)));
        QVERIFY(shownSeqs(model) != moved);
    }

    void editsMadeWhileCountingAreNotLost()
    {
        LargeReview large(kLarge);
        Editing::ReviewDocument &document = *large.document;
        TimelineModel model(document);
        QVERIFY(model.isCounting());
        Editing::NewEvent wanted;
        wanted.title = u"Just now"_s;
        wanted.start = { kNoon.us + 7 * kMinute };
        wanted.lane = large.lanes[1].id;
        QVERIFY(Editing::addEvent(document, wanted));
        model.finishCounting();
        TimelineModel anew(document);
        anew.finishCounting();
        QCOMPARE(model.index().shown(), qsizetype(kLarge + 1));
        QCOMPARE(shownSeqs(model), shownSeqs(anew));
    }

    void theOldPictureStandsWhileAnImportIsTakenUp()
    {
        LargeReview large(kLarge);
        Editing::ReviewDocument &document = *large.document;
        TimelineModel model(document);
        model.finishCounting();
        const auto before = shownSeqs(model);
        const EvidenceSource more = large.import(30, { kNoon.us + 30 * kMinute });
        document.adoptImport(more, u"Import"_s);
        QVERIFY(model.isCounting());
        QCOMPARE(shownSeqs(model), before);
        QCOMPARE(model.events().rows.size(), size_t(kLarge));
        model.finishCounting();
        QCOMPARE(model.events().rows.size(), size_t(kLarge + 30));
        QCOMPARE(model.index().shown(), qsizetype(kLarge + 30));
        document.undoStack()->undo();
        model.finishCounting();
        QCOMPARE(shownSeqs(model), before);
    }

    void lanesMoveHideAndComeBackWithTheirEvents()
    {
        LargeReview large(900);
        Editing::ReviewDocument &document = *large.document;
        TimelineModel model(document);
        const auto before = shownSeqs(model);
        const auto change = [&](const std::function<void(Lane &)> &make) {
            const Lane lane = document.contents().lanes.first();
            Lane after = lane;
            make(after);
            ChangeSet set;
            set.update(lane, after);
            QVERIFY(document.perform(set, u"Lane"_s));
            TimelineModel anew(document);
            QCOMPARE(shownSeqs(model), shownSeqs(anew));
        };
        change([](Lane &lane) { lane.position = 9; });
        QVERIFY(shownSeqs(model) != before);
        change([](Lane &lane) { lane.hidden = true; });
        QCOMPARE(model.index().laneCount(), 2);
        change([](Lane &lane) { lane.hidden = false; });
        document.undoStack()->undo();
        document.undoStack()->undo();
        document.undoStack()->undo();
        QCOMPARE(shownSeqs(model), before);
    }

    void fiveThousandLanesAreDrawnWhereOneLooks()
    {
        TimelineContent content = sceneContent(5'000, 5'000);
        TimelineSelection selection;
        TimelineView view(std::move(content), selection);
        view.resize(1'000, 600);
        view.show();
        QApplication::processEvents();
        QVERIFY(view.tracks().layout().height() > 100'000);
        const QImage top = view.tracks().grab().toImage();
        view.viewport().setScrollY(50'000);
        const QImage middle = view.tracks().grab().toImage();
        QVERIFY(top != middle);
        size_t built = 0;
        bool isVisibleBuilt = false;
        for (const Figures::LaneTracks &lane : view.tracks().geometry().lanes()) {
            built += lane.columns.empty() ? 0U : 1U;
            isVisibleBuilt = isVisibleBuilt || !lane.items.empty();
        }
        QVERIFY(built > 10 && built < 200);
        QVERIFY(isVisibleBuilt);
    }

    void aBarOfAnActivityIsFoundByDoubleClick()
    {
        TimelineContent content = sceneContent(30, 2);
        const LaneId lane = content.lanes[1].id;
        TimelineSelection selection;
        TimelineView view(std::move(content), selection);
        view.resize(1'000, 500);
        view.show();
        QApplication::processEvents();
        QSet<qint64> all;
        for (const EventRow &row : view.model().events().rows)
            all.insert(row.seq);
        Figures::ActivityBar bar;
        bar.id = ActivityId::create();
        bar.lane = lane;
        bar.start = view.model().index().span()->start;
        bar.end = view.model().index().span()->end;
        bar.title = u"Everything"_s;
        bar.count = 30;
        view.model().setActivities(all, { bar });
        QSignalSpy activated(&view.tracks(), &TimelineTracks::activityActivated);
        const Figures::ActivityItem &item = view.tracks().geometry().lanes()[1].activities.front();
        const QPoint place(static_cast<int>((item.x0 + item.x1) / 2), static_cast<int>(item.y));
        QTest::mouseDClick(&view.tracks(), Qt::LeftButton, {}, place);
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated.first().first().value<ActivityId>(), bar.id);
    }

    void theVeilHidesFromThePointerToo()
    {
        TimelineSelection selection;
        TimelineView view(sceneContent(30, 2), selection);
        view.resize(1'000, 500);
        view.show();
        QApplication::processEvents();
        const Figures::TrackItem item = view.tracks().geometry().lanes()[0].items.front();
        const QPointF place(item.isBar ? item.x0 + 4 : item.x0, item.y);
        QVERIFY(view.tracks().hitAt(place).row);
        const QImage open = view.tracks().grab().toImage();
        Figures::TrackVeil veil;
        veil.ofEvent = [](const EventRow &) { return 1.0F; };
        view.tracks().setVeil(veil);
        QVERIFY(!view.tracks().hitAt(place).row);
        QVERIFY(view.tracks().grab().toImage() != open);
        view.tracks().setVeil({});
        QCOMPARE(view.tracks().grab().toImage(), open);
    }

    void theLegendNamesEveryMark()
    {
        TimelineSelection selection;
        TimelineView view(sceneContent(30, 2), selection);
        view.resize(1'000, 700);
        view.show();
        view.showLegend();
        QApplication::processEvents();
        auto *legend = view.findChild<TimelineLegend *>();
        QVERIFY(legend && legend->isVisible());
        const QString all = legend->lines().join(u'\n');
        for (const auto &word : { u"decision"_s, u"documented"_s, u"remembered"_s, u"inferred"_s,
                                  u"whisker"_s, u"fades"_s, u"activity"_s, u"slanted"_s })
            QVERIFY2(all.contains(word), qPrintable(word));
        const QString folder = qEnvironmentVariable("SECONDSTORY_GALLERY");
        QVERIFY(folder.isEmpty() || QDir().mkpath(folder));
        QVERIFY(folder.isEmpty() || legend->grab().save(folder + u"/timeline-legend.png"_s));
        QTest::keyClick(legend, Qt::Key_Escape);
        QVERIFY(!legend->isVisible());
    }

    void codesGiveColoursWhenAskedTo()
    {
        LargeReview small(6);
        Editing::ReviewDocument &document = *small.document;
        const Code code = small.t.library->reviews().codes()->first();
        Coding coding;
        coding.id = CodingId::create();
        coding.reviewId = small.review;
        coding.codeId = code.id;
        const qint64 seq = document.events().rows[2].seq;
        coding.target = { TargetKind::Event, document.eventBySeq(seq)->id.value };
        ChangeSet set;
        set.insert(coding);
        QVERIFY(document.perform(set, u"Code"_s));
        TimelineSelection selection;
        TimelineView view(document, selection);
        view.resize(1'000, 500);
        view.show();
        QApplication::processEvents();
        const QImage byLane = view.tracks().grab().toImage();
        view.tracks().setColouredByCode(true);
        QCOMPARE(view.tracks().codeColours().hueOf(seq), 0);
        QCOMPARE(view.tracks().codeColours().hueOf(document.events().rows[3].seq), -1);
        QCOMPARE(view.tracks().codeColours().names(), QStringList({ code.name }));
        QVERIFY(view.tracks().grab().toImage() != byLane);
        document.undoStack()->undo();
        QVERIFY(view.tracks().codeColours().names().isEmpty());
        TimelineView next(document, selection);
        QVERIFY(next.tracks().isColouredByCode()); // remembered for the user
        view.tracks().setColouredByCode(false);
        QVERIFY(!view.tracks().isColouredByCode());
    }

private:
    QTemporaryDir m_settings;
};

QTEST_MAIN(TimelineEngineTest)
#include "tst_timelineengine.moc"
