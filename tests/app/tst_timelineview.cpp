// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/eventedits.h"
#include "editing/laneedits.h"
#include "editing/reviewdocument.h"
#include "support/testlibrary.h"
#include "support/timelinescenes.h"
#include "timeline/eventtablemodel.h"
#include "timeline/eventtableview.h"
#include "timeline/gotobar.h"
#include "timeline/inlineeditor.h"
#include "timeline/timelinefilterbar.h"
#include "timeline/timelineminimap.h"
#include "timeline/timelineview.h"
#include "timeline/undatedtray.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace SecondStory;
using namespace SecondStory::Ui;
using namespace SecondStory::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMinute = 60'000'000;
constexpr TimePoint kNoon{ 1'519'128'000'000'000 };

/// A review of two lanes on screen: four own events, one of them lasting, one of evidence, one
/// undated.
struct Scene {
    TestLibrary t;
    std::unique_ptr<Editing::ReviewDocument> document;
    TimelineSelection selection;
    std::unique_ptr<TimelineView> view;
    LaneId first;
    LaneId second;

    Scene()
    {
        const ReviewId review = t.addReview();
        EvidenceSource source;
        source.id = SourceId::create();
        source.reviewId = review;
        source.fileName = u"chat.json"_s;
        source.sha256 = QByteArray(32, 'x');
        source.importerId = u"slack"_s;
        source.importedAt = kNoon;
        Event evidence = ownEvent(review, u"anyone else?"_s, TimePoint{ kNoon.us + 50 * kMinute });
        Event undated = ownEvent(review, u"some day"_s, std::nullopt);
        evidence.sourceId = undated.sourceId = source.id;
        importSource(source, { evidence, undated });
        document = std::move(*Editing::ReviewDocument::open(*t.library, review));
        first = *Editing::addLane(*document, u"Decisions"_s);
        second = *Editing::addLane(*document, u"#incident"_s);
        add(0, {}, first, u"look"_s);
        add(20, {}, first, u"roll back"_s);
        add(40, 15, first, u"wait"_s);
        add(21, {}, second, u"say so"_s);
        view = std::make_unique<TimelineView>(*document, selection);
        view->resize(1000, 500);
        view->show();
        QApplication::processEvents();
        view->viewport().setScale(Figures::TimeScale(
            { { kNoon.us - 20 * kMinute }, { kNoon.us + 80 * kMinute } }, view->tracks().width()));
        view->tracks().setFocus();
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
    void add(int minutes, std::optional<int> lasting, LaneId lane, const QString &title)
    {
        const TimePoint start{ kNoon.us + minutes * kMinute };
        const auto end =
            lasting ? std::optional(TimePoint{ start.us + *lasting * kMinute }) : std::nullopt;
        if (!Editing::addEvent(*document, { start, end, lane, EventKind::Decision, title }))
            qFatal("an event of the scene was refused");
    }
    [[nodiscard]] qint64 seq(const QString &title) const
    {
        for (const auto *rows : { &document->events().rows, &document->events().undated }) {
            for (const EventRow &row : *rows) {
                if (document->eventBySeq(row.seq)->displayTitle() == title)
                    return row.seq;
            }
        }
        return 0;
    }
    [[nodiscard]] QPoint placeOf(const QString &title) const
    {
        return view->tracks().rectOf(seq(title)).center().toPoint();
    }
    [[nodiscard]] TimePoint startOf(const QString &title) const
    {
        return *document->eventBySeq(seq(title))->effectiveStart();
    }
    [[nodiscard]] QPoint emptyPlace() const
    {
        return { static_cast<int>(view->viewport().scale().x({ kNoon.us + 8 * kMinute })), 30 };
    }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {},
              Qt::MouseButton button = Qt::LeftButton) const
    {
        send(QEvent::MouseButtonPress, from, button, button, modifiers);
        send(QEvent::MouseMove, (from + to) / 2, Qt::NoButton, button, modifiers);
        send(QEvent::MouseMove, to, Qt::NoButton, button, modifiers);
        send(QEvent::MouseButtonRelease, to, button, Qt::NoButton, modifiers);
    }
    void send(QEvent::Type type, QPoint place, Qt::MouseButton button, Qt::MouseButtons buttons,
              Qt::KeyboardModifiers modifiers) const
    {
        QMouseEvent event(type, place, view->tracks().mapToGlobal(place), button, buttons,
                          modifiers);
        QApplication::sendEvent(&view->tracks(), &event);
    }
    void key(int key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(&view->tracks(), static_cast<Qt::Key>(key), modifiers);
    }
    [[nodiscard]] InlineEditor *editor() const
    {
        return view->tracks().findChild<InlineEditor *>();
    }
};

} // namespace

class TimelineViewTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theWheelZoomsAtTheCursor()
    {
        const Scene s;
        const QPointF place(300, 60);
        const TimePoint held = s.view->tracks().timeAt(place.x());
        for (const int delta : { 120, 120, -120, 360 }) {
            QWheelEvent event(place, s.view->tracks().mapToGlobal(place), {}, { 0, delta },
                              Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(&s.view->tracks(), &event);
            QVERIFY(std::abs(s.view->viewport().scale().x(held) - place.x()) < 1);
        }
        const qint64 length = s.view->viewport().scale().length();
        QWheelEvent aside(place, s.view->tracks().mapToGlobal(place), {}, { 0, 120 }, Qt::NoButton,
                          Qt::ShiftModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&s.view->tracks(), &aside);
        QCOMPARE(s.view->viewport().scale().length(), length);
        QVERIFY(s.view->viewport().scale().x(held) > place.x() + 10);
    }

    void panningWithTheMiddleButtonAndBackIsTheSameView()
    {
        const Scene s;
        const TimeSpan before = s.view->viewport().scale().span();
        s.drag({ 400, 60 }, { 300, 60 }, {}, Qt::MiddleButton);
        QVERIFY(s.view->viewport().scale().start() > before.start);
        s.drag({ 300, 60 }, { 400, 60 }, {}, Qt::MiddleButton);
        QVERIFY(std::abs(s.view->viewport().scale().start().us - before.start.us) <= 1);
    }

    void aClickSelectsAndControlAddsOne()
    {
        Scene s;
        QTest::mouseClick(&s.view->tracks(), Qt::LeftButton, {}, s.placeOf(u"look"_s));
        QCOMPARE(s.selection.seqs(), QList<qint64>{ s.seq(u"look"_s) });
        QTest::mouseClick(&s.view->tracks(), Qt::LeftButton, Qt::ControlModifier,
                          s.placeOf(u"say so"_s));
        QCOMPARE(s.selection.seqs().size(), 2);
        QTest::mouseClick(&s.view->tracks(), Qt::LeftButton, Qt::ControlModifier,
                          s.placeOf(u"look"_s));
        QCOMPARE(s.selection.seqs(), QList<qint64>{ s.seq(u"say so"_s) });
        QVERIFY(s.view->tracks().accessibleDescription().contains(u"say so"_s));
        QTest::mouseClick(&s.view->tracks(), Qt::LeftButton, {}, s.emptyPlace());
        QVERIFY(s.selection.isEmpty());
        QVERIFY(s.selection.cursor().has_value());
    }

    void draggingOverEmptyGroundSelectsARangeAndEscapePeels()
    {
        Scene s;
        s.drag(s.emptyPlace(), s.emptyPlace() + QPoint(200, 0));
        QVERIFY(s.selection.range().has_value());
        QVERIFY(s.selection.range()->length() > 15 * kMinute);
        s.view->navigation().selectAllIn(*s.selection.range());
        QCOMPARE(s.selection.seqs().size(), 2);
        s.key(Qt::Key_Escape);
        QVERIFY(s.selection.isEmpty());
        QVERIFY(s.selection.range().has_value());
        s.key(Qt::Key_Escape);
        QVERIFY(!s.selection.range().has_value());
    }

    void aRubberBandTakesSeveralLanes()
    {
        Scene s;
        const int left =
            static_cast<int>(s.view->viewport().scale().x({ kNoon.us + 15 * kMinute }));
        const int right =
            static_cast<int>(s.view->viewport().scale().x({ kNoon.us + 30 * kMinute }));
        s.drag({ left, 8 }, { right, s.view->tracks().height() - 4 }, Qt::ShiftModifier);
        QCOMPARE(s.selection.seqs().size(), 2);
    }

    void draggingAnOwnEventRetimesItOnceAndUndoBringsItBack()
    {
        Scene s;
        const TimePoint before = s.startOf(u"look"_s);
        const QPoint from = s.placeOf(u"look"_s);
        const int steps = s.document->undoStack()->count();
        s.drag(from, from + QPoint(90, 0), Qt::AltModifier);
        QVERIFY(s.startOf(u"look"_s) > before);
        QCOMPARE(s.document->undoStack()->count(), steps + 1);
        s.document->undoStack()->undo();
        QCOMPARE(s.startOf(u"look"_s), before);
    }

    void aDragSnapsToATick()
    {
        Scene s;
        const QPoint from = s.placeOf(u"look"_s);
        s.drag(from, from + QPoint(47, 0));
        QCOMPARE(s.startOf(u"look"_s).us % kMinute, 0);
        QVERIFY(s.startOf(u"look"_s) != kNoon);
    }

    void escapeCancelsADragHalfway()
    {
        Scene s;
        const TimePoint before = s.startOf(u"look"_s);
        const QPoint from = s.placeOf(u"look"_s);
        s.send(QEvent::MouseButtonPress, from, Qt::LeftButton, Qt::LeftButton, {});
        s.send(QEvent::MouseMove, from + QPoint(60, 0), Qt::NoButton, Qt::LeftButton, {});
        s.key(Qt::Key_Escape);
        s.send(QEvent::MouseButtonRelease, from + QPoint(60, 0), Qt::LeftButton, Qt::NoButton, {});
        QCOMPARE(s.startOf(u"look"_s), before);
        QVERIFY(!s.selection.isEmpty()); // only the gesture was peeled off
    }

    void draggingEvidenceIsRefusedWithTheReason()
    {
        Scene s;
        QSignalSpy refused(s.view.get(), &TimelineView::refused);
        const QPoint from = s.placeOf(u"anyone else?"_s);
        s.drag(from, from + QPoint(80, 0));
        QCOMPARE(refused.size(), 1);
        QVERIFY(refused[0][0].toString().contains(u"assert"_s));
        QCOMPARE(s.startOf(u"anyone else?"_s).us, kNoon.us + 50 * kMinute);
    }

    void draggingTheEndOfABarChangesItsDuration()
    {
        Scene s;
        const QRectF bar = s.view->tracks().rectOf(s.seq(u"wait"_s));
        const QPoint end(static_cast<int>(bar.right()) - 1, static_cast<int>(bar.center().y()));
        s.drag(end, end + QPoint(60, 0));
        const Event event = *s.document->eventBySeq(s.seq(u"wait"_s));
        QCOMPARE(event.effectiveStart()->us, kNoon.us + 40 * kMinute);
        QVERIFY(event.effectiveEnd()->us > kNoon.us + 57 * kMinute);
    }

    void aDoubleClickOnAnEventGoesToIt()
    {
        Scene s;
        QSignalSpy activated(s.view.get(), &TimelineView::eventActivated);
        const QPointF middle = s.view->tracks().rectOf(s.seq(u"wait"_s)).center();
        QTest::mouseDClick(&s.view->tracks(), Qt::LeftButton, {}, middle.toPoint());
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated[0][0].value<EventId>(), s.document->eventBySeq(s.seq(u"wait"_s))->id);
        QVERIFY(!s.editor() || !s.editor()->isVisible());
    }

    void aDoubleClickOnManyEventsFitsThem()
    {
        TimelineSelection selection;
        TimelineView view(sceneContent(5'000, 3), selection);
        view.resize(1'000, 500);
        view.show();
        QApplication::processEvents();
        view.navigation().fitAll();
        TimelineTracks &tracks = view.tracks();
        std::optional<TimeSpan> cluster;
        QPoint place;
        for (int y = 4; y < tracks.height() && !cluster; y += 6) {
            for (int x = 40; x < tracks.width() && !cluster; x += 10) {
                const Figures::TrackHit hit = tracks.hitAt(QPointF(x, y));
                if (hit.row || !hit.cluster)
                    continue;
                cluster = hit.cluster;
                place = { x, y };
            }
        }
        QVERIFY(cluster);
        const TimeSpan before = view.viewport().scale().span();
        QTest::mouseDClick(&tracks, Qt::LeftButton, {}, place);
        const TimeSpan after = view.viewport().scale().span();
        QVERIFY(after != before);
        QVERIFY(after.start <= cluster->start && cluster->end <= after.end);
    }

    void aDoubleClickOnEmptyGroundAddsAnEventThere()
    {
        Scene s;
        const qsizetype before = s.document->events().size();
        const TimePoint clicked = s.view->tracks().timeAt(s.emptyPlace().x());
        QTest::mouseDClick(&s.view->tracks(), Qt::LeftButton, {}, s.emptyPlace());
        QVERIFY(s.editor() && s.editor()->isVisible());
        QTest::keyClicks(s.editor(), u"Joined the call"_s);
        QTest::keyClick(s.editor(), Qt::Key_Return);
        QCOMPARE(s.document->events().size(), before + 1);
        const Event added = *s.document->eventBySeq(s.seq(u"Joined the call"_s));
        QCOMPARE(added.laneId, s.first);
        // Where it was clicked: at the small tick of the ruler that is next to it.
        const auto tick = Figures::fineStep(s.view->viewport().scale()).length();
        QCOMPARE_LE(std::abs(added.effectiveStart()->us - clicked.us),
                    static_cast<qint64>(tick) / 2);
        QVERIFY(s.selection.contains(s.seq(u"Joined the call"_s)));
    }

    void anEmptyTitleAddsNothing()
    {
        Scene s;
        const qsizetype before = s.document->events().size();
        s.key(Qt::Key_N);
        QTest::keyClick(s.editor(), Qt::Key_Return);
        s.key(Qt::Key_N);
        QTest::keyClicks(s.editor(), u"never mind"_s);
        QTest::keyClick(s.editor(), Qt::Key_Escape);
        QCOMPARE(s.document->events().size(), before);
    }

    void goingElsewhereByAClickLeavesTheLineAndStaysThere()
    {
        Scene s;
        s.view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(s.view.get()));
        s.key(Qt::Key_N);
        QVERIFY(s.editor()->hasFocus());
        QTest::keyClicks(s.editor(), u"Joined the call"_s);
        auto *search = s.view->filterBar().findChild<QLineEdit *>();
        search->setFocus(Qt::MouseFocusReason); // as a click does
        QVERIFY(search->hasFocus());
        QVERIFY(s.seq(u"Joined the call"_s) != 0);
        QVERIFY(!s.editor()->isVisible());
    }

    void aLongWordingIsLeftWhole()
    {
        Scene s;
        const QString words = u"a word "_s.repeated(100).trimmed();
        s.add(5, {}, s.first, words);
        s.selection.selectOnly(s.seq(words));
        s.view->editCurrent();
        QVERIFY(s.editor()->isVisible());
        QCOMPARE(s.editor()->text(), words);
        QTest::keyClick(s.editor(), Qt::Key_Return);
        QVERIFY(s.seq(words) != 0);
    }

    void whatIsTakenBackIsNoLongerSelected()
    {
        Scene s;
        s.selection.selectOnly(s.seq(u"look"_s));
        s.key(Qt::Key_N);
        QTest::keyClicks(s.editor(), u"Joined the call"_s);
        QTest::keyClick(s.editor(), Qt::Key_Return);
        const qint64 seq = s.seq(u"Joined the call"_s);
        s.selection.add({ s.seq(u"wait"_s), seq });
        s.document->undoStack()->undo();
        // Its number may be another's by the next edit.
        QVERIFY(!s.selection.contains(seq));
        QCOMPARE(s.selection.seqs(), QList<qint64>{ s.seq(u"wait"_s) });
        QCOMPARE(s.selection.current(), s.seq(u"wait"_s));
        VERIFY_RESULT(Editing::removeOwnEvents(*s.document,
                                               { s.document->eventBySeq(s.seq(u"wait"_s))->id }));
        QVERIFY(s.selection.isEmpty());
        s.selection.selectOnly(s.seq(u"some day"_s));
        VERIFY_RESULT(s.document->reload());
        QCOMPARE(s.selection.current(), s.seq(u"some day"_s));
    }

    void theArrowsWalkThroughTheLaneAndAcross()
    {
        Scene s;
        s.key(Qt::Key_Home);
        QCOMPARE(s.selection.current(), s.seq(u"look"_s));
        s.key(Qt::Key_Right);
        QCOMPARE(s.selection.current(), s.seq(u"roll back"_s));
        s.key(Qt::Key_Down);
        QCOMPARE(s.selection.current(), s.seq(u"say so"_s));
        s.key(Qt::Key_Up);
        QCOMPARE(s.selection.current(), s.seq(u"roll back"_s));
        s.key(Qt::Key_Period);
        QCOMPARE(s.selection.current(), s.seq(u"say so"_s));
        s.key(Qt::Key_Comma);
        s.key(Qt::Key_Left);
        QCOMPARE(s.selection.current(), s.seq(u"look"_s));
        s.key(Qt::Key_End);
        QCOMPARE(s.selection.current(), s.seq(u"anyone else?"_s));
    }

    void keysZoomPanFitAndGoBack()
    {
        Scene s;
        s.view->viewport().jumpTo(s.view->viewport().scale().zoomed(3, 200));
        const TimeSpan close = s.view->viewport().scale().span();
        s.key(Qt::Key_F, Qt::ShiftModifier);
        QVERIFY(s.view->viewport().scale().length() > close.length());
        s.key(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(s.view->viewport().scale().span(), close);
        s.key(Qt::Key_Right, Qt::AltModifier);
        QVERIFY(s.view->viewport().scale().span() != close);
        const qint64 length = s.view->viewport().scale().length();
        s.key(Qt::Key_W);
        QVERIFY(s.view->viewport().scale().length() < length);
        s.key(Qt::Key_Minus);
        const TimePoint start = s.view->viewport().scale().start();
        s.key(Qt::Key_D);
        QVERIFY(s.view->viewport().scale().start() > start);
    }

    void goToTimeMovesTheCursor()
    {
        Scene s;
        s.key(Qt::Key_G, Qt::ControlModifier);
        QLineEdit *line = s.view->findChild<GoToBar *>()->line();
        QTest::keyClicks(line, u"13:30"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(s.selection.cursor(),
                 std::optional(TimePoint{ kNoon.us + 30 * kMinute })); // Paris, an hour ahead
    }

    void starsMarksAndRemovalGoThroughUndo()
    {
        Scene s;
        s.selection.select({ s.seq(u"look"_s), s.seq(u"anyone else?"_s) });
        s.key(Qt::Key_S, Qt::ShiftModifier);
        QVERIFY(s.document->eventBySeq(s.seq(u"anyone else?"_s))->starred);
        QSignalSpy refused(s.view.get(), &TimelineView::refused);
        s.key(Qt::Key_Delete);
        QCOMPARE(refused.size(), 1); // evidence is among them: nothing goes
        s.selection.selectOnly(s.seq(u"look"_s));
        s.key(Qt::Key_Delete);
        QCOMPARE(s.seq(u"look"_s), 0);
        s.document->undoStack()->undo();
        QVERIFY(s.seq(u"look"_s) != 0);
        s.selection.setCursor(kNoon);
        s.key(Qt::Key_M, Qt::ShiftModifier);
        QTest::keyClicks(s.editor(), u"lunch"_s);
        QTest::keyClick(s.editor(), Qt::Key_Return);
        QCOMPARE(s.document->contents().marks.size(), 1);
        QCOMPARE(s.document->contents().marks[0].name, u"lunch"_s);
    }

    void theFilterHidesAndTheCountSaysSo()
    {
        Scene s;
        auto *bar = s.view->findChild<TimelineFilterBar *>();
        Figures::EventFilter filter;
        filter.lanes = { s.second };
        s.view->model().setFilter(filter);
        QCOMPARE(bar->countText(), u"1 of 5"_s);
        QCOMPARE(bar->chips(), QStringList{ u"lane: #incident"_s });
        filter.lanes.clear();
        filter.text = u"roll"_s;
        s.view->model().setFilter(filter);
        QCOMPARE(s.view->model().index().shown(), 1);
        bar->clearAll();
        QCOMPARE(s.view->model().index().shown(), 5);
    }

    void aClickOnTheMinimapCentresThere()
    {
        Scene s;
        s.view->viewport().setScale(
            Figures::TimeScale({ kNoon, { kNoon.us + 5 * kMinute } }, s.view->tracks().width()));
        auto *minimap = s.view->findChild<TimelineMinimap *>();
        const double x = minimap->scale().x({ kNoon.us + 40 * kMinute });
        QTest::mouseClick(minimap, Qt::LeftButton, {}, { static_cast<int>(x), 20 });
        const Figures::TimeScale &scale = s.view->viewport().scale();
        const qint64 middle = scale.start().us + scale.length() / 2;
        QVERIFY(std::abs(middle - (kNoon.us + 40 * kMinute)) < kMinute);
        QCOMPARE(scale.length(), 5 * kMinute);
    }

    void theTableTwinKeepsInStep()
    {
        Scene s;
        EventTableModel table(s.view->model());
        const QAbstractItemModelTester tester(
            &table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        EventTableView tableView(table, s.selection);
        QCOMPARE(table.rowCount(), 6);
        QCOMPARE(table.index(0, EventTableModel::Title).data().toString(), u"look"_s);
        QCOMPARE(table.index(0, EventTableModel::Time).data().toString(), u"2018-02-20 13:00:00"_s);
        QCOMPARE(table.index(5, EventTableModel::Time).data().toString(), u"undated"_s);
        s.selection.selectOnly(s.seq(u"roll back"_s));
        QCOMPARE(tableView.selectionModel()->selectedRows().size(), 1);
        QCOMPARE(tableView.currentIndex().row(), 1);
        tableView.selectRow(3);
        QCOMPARE(s.selection.seqs(), QList<qint64>{ table.seqAt(3) });
        QVERIFY(table.setData(table.index(0, EventTableModel::Title), u"looked around"_s));
        QCOMPARE(table.index(0, EventTableModel::Title).data().toString(), u"looked around"_s);
        Figures::EventFilter filter;
        filter.lanes = { s.second };
        s.view->model().setFilter(filter);
        QCOMPARE(table.rowCount(), 1);
    }

    void theUndatedTrayAssertsAndLeavesTheRecord()
    {
        Scene s;
        UndatedTray tray(s.view->model());
        QCOMPARE(tray.count(), 1);
        AssertedTime time;
        time.start = kNoon;
        QVERIFY(!tray.assertTime(time)); // nothing chosen
        auto *list = tray.findChild<QAbstractItemView *>();
        list->setCurrentIndex(list->model()->index(0, EventTableModel::Title));
        const qint64 seq = s.seq(u"some day"_s);
        QVERIFY(tray.assertTime(time));
        QCOMPARE(tray.count(), 0);
        QVERIFY(!s.document->eventBySeq(seq)->recorded.isDated());
        QVERIFY(s.view->model().rowOf(seq).has_value());
    }
};

QTEST_MAIN(TimelineViewTest)
#include "tst_timelineview.moc"
