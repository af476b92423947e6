// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the mouse does on the timeline, in the order of the specification; tests/interaction.md
// says which sentence is held by which test, here and elsewhere.

#include "app/menuhands.h"
#include "timelinedesk.h"
#include "timeline/timelinefilterbar.h"
#include "timeline/timelineminimap.h"
#include "timeline/timelineruler.h"

#include <QClipboard>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolTip>

using namespace SecondStory;
using namespace SecondStory::Ui;
using namespace SecondStory::Testing;
using namespace Qt::StringLiterals;

namespace {

qint64 lengthOf(const TimelineDesk &desk)
{
    return desk.view->viewport().scale().length();
}

/// How many pixels so many minutes are.
int wayOf(const TimelineDesk &desk, int minutes)
{
    return desk.ground(minutes).x() - desk.ground(0).x();
}

void letGo(const TimelineDesk &desk, QPoint place, Qt::KeyboardModifiers modifiers = {})
{
    TimelineDesk::send(desk.tracks(), QEvent::MouseButtonRelease, place, Qt::LeftButton,
                       Qt::NoButton, modifiers);
}

/// A range from 15 to 30 minutes after noon, drawn by hand: it holds "roll back", "say so" and
/// maybe "roll on", which starts at its very end.
void drawRange(const TimelineDesk &desk)
{
    TimelineDesk::drag(desk.tracks(), desk.ground(15), desk.ground(29), Qt::AltModifier);
}

} // namespace

class InteractionMouseTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { isolateSettings(m_settings.path()); }

    // "Alt+wheel = lane height; plain vertical scroll over lane headers"

    void altAndAWheelThatThePlatformTurnsSidewaysStillChangeTheHeights()
    {
        const TimelineDesk desk(12);
        const double height = desk.row(0).height;
        const TimeSpan span = desk.view->viewport().scale().span();
        TimelineDesk::wheel(desk.tracks(), { 120, 0 }, Qt::AltModifier);
        QVERIFY(desk.row(0).height > height);
        QCOMPARE(desk.view->viewport().scale().span(), span);
    }

    void theWheelOverTheNamesScrollsAndNeverZooms()
    {
        const TimelineDesk desk(30);
        const TimeSpan span = desk.view->viewport().scale().span();
        TimelineDesk::wheel(desk.headers(), { 0, -120 });
        QVERIFY(desk.view->viewport().scrollY() > 0);
        QCOMPARE(desk.view->viewport().scale().span(), span);
    }

    // "left drag on selected event(s) = move in time with snap and ghost + delta tooltip"

    void severalSelectedEventsMoveTogetherAsOneStep()
    {
        TimelineDesk desk;
        const TimePoint look = desk.startOf(u"look"_s);
        const TimePoint say = desk.startOf(u"say so"_s);
        desk.selection.select({ desk.seq(u"look"_s), desk.seq(u"say so"_s) });
        const int steps = desk.document->undoStack()->count();
        const QPoint from = desk.placeOf(u"look"_s);
        TimelineDesk::drag(desk.tracks(), from, from + QPoint(wayOf(desk, 10), 0));
        const qint64 moved = desk.startOf(u"look"_s).us - look.us;
        QVERIFY(moved > 5 * kDeskMinute);
        QCOMPARE(desk.startOf(u"say so"_s).us - say.us, moved);
        QCOMPARE(desk.document->undoStack()->count(), steps + 1);
        QCOMPARE(desk.selection.seqs().size(), 2);
        desk.document->undoStack()->undo();
        QCOMPARE(desk.startOf(u"look"_s), look);
        QCOMPARE(desk.startOf(u"say so"_s), say);
    }

    void aGhostStandsWhereTheEventWouldBe()
    {
        TimelineDesk desk;
        const QPoint from = desk.placeOf(u"look"_s);
        const QPoint to = from + QPoint(wayOf(desk, 10), 0);
        const QRect place(to - QPoint(6, 6), QSize(12, 12));
        const QImage before = desk.tracks().grab(place).toImage();
        TimelineDesk::press(desk.tracks(), from, to);
        QVERIFY(desk.tracks().grab(place).toImage() != before);
        QVERIFY(desk.tracks().hint().contains(u"+10 min"_s));
        desk.key(Qt::Key_Escape);
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(&desk.tracks(), &leave);
        QCOMPARE(desk.tracks().grab(place).toImage(), before);
    }

    // "drag event end = duration" and "Moving imported evidence is refused"

    void theEndOfEvidenceStaysWhereItIs()
    {
        TimelineDesk desk;
        AssertedTime lasting;
        lasting.start = desk.startOf(u"anyone else?"_s);
        lasting.end = TimePoint{ lasting.start.us + 15 * kDeskMinute };
        const qint64 seq = desk.seq(u"anyone else?"_s);
        VERIFY_RESULT(
            Editing::setAssertedTime(*desk.document, desk.document->eventBySeq(seq)->id, lasting));
        QSignalSpy refused(desk.view.get(), &TimelineView::refused);
        const QRectF bar = desk.tracks().rectOf(seq);
        const QPoint end(static_cast<int>(bar.right()) - 1, static_cast<int>(bar.center().y()));
        const int steps = desk.document->undoStack()->count();
        TimelineDesk::drag(desk.tracks(), end, end + QPoint(60, 0));
        QCOMPARE(refused.size(), 1);
        QCOMPARE(desk.document->undoStack()->count(), steps);
        QCOMPARE(desk.document->eventBySeq(seq)->effectiveEnd(), lasting.end);
    }

    // "double-click empty = new event at that time (text cursor in title)"

    void aDoubleClickOnEmptyGroundTakesTheTitleAtOnce()
    {
        TimelineDesk desk;
        desk.view->activateWindow();
        QApplication::processEvents();
        QTest::mouseDClick(&desk.tracks(), Qt::LeftButton, {}, desk.ground(8));
        QCOMPARE(QApplication::focusWidget(), desk.editor());
        QTest::keyClicks(QApplication::focusWidget(), u"joins the call"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(desk.seq(u"joins the call"_s) != 0);
        QVERIFY(desk.tracks().hasFocus());
    }

    // "double-click event = focus"

    void aDoubleClickBringsTheEventToTheMiddleAndAnotherFitsIt()
    {
        TimelineDesk desk;
        const qint64 length = lengthOf(desk);
        const auto isInTheMiddle = [&desk] {
            const Figures::TimeScale &scale = desk.view->viewport().scale();
            const double x = scale.x({ kDeskNoon.us + 4750 * kDeskMinute / 100 });
            return std::abs(x - scale.width() / 2) < 2;
        };
        QVERIFY(!isInTheMiddle());
        QTest::mouseDClick(&desk.tracks(), Qt::LeftButton, {}, desk.placeOf(u"wait"_s));
        QVERIFY(isInTheMiddle());
        QCOMPARE(lengthOf(desk), length);
        QCOMPARE(desk.selection.seqs(), QList<qint64>{ desk.seq(u"wait"_s) });
        QTest::mouseDClick(&desk.tracks(), Qt::LeftButton, {}, desk.placeOf(u"wait"_s));
        QVERIFY(isInTheMiddle());
        QVERIFY(lengthOf(desk) < length / 2);
        desk.key(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(lengthOf(desk), length);
    }

    // "right-click = menu for range (Zoom to, Filter to, Add note, Make activity, Copy as text, Add
    // to report)"

    void aRightClickOnTheRangeOffersAllThatCanBeDoneWithIt()
    {
        const TimelineDesk desk;
        drawRange(desk);
        const QStringList lines = takeByRightClick(desk.tracks(), desk.ground(20), {});
        for (const QString &line : { u"Zoom to"_s, u"Filter to"_s, u"Add note…"_s,
                                     u"Make activity"_s, u"Copy as text"_s, u"Add to report"_s })
            QVERIFY2(lines.contains(line), qPrintable(line + u" | "_s + lines.join(u", "_s)));
        desk.view->peel();
        QVERIFY(!takeByRightClick(desk.tracks(), desk.ground(20), {}).contains(u"Zoom to"_s));
    }

    void zoomToFillsTheViewWithTheRange()
    {
        TimelineDesk desk;
        drawRange(desk);
        takeByRightClick(desk.tracks(), desk.ground(20), u"Zoom to"_s);
        const Figures::TimeScale &scale = desk.view->viewport().scale();
        const TimeSpan range = *desk.selection.range();
        QVERIFY(scale.start() <= range.start && scale.end() >= range.end);
        QVERIFY(scale.length() < 2 * range.length());
    }

    void filterToLeavesOnlyTheRangeAndNamesItInAChip()
    {
        TimelineDesk desk;
        drawRange(desk);
        takeByRightClick(desk.tracks(), desk.ground(20), u"Filter to"_s);
        QCOMPARE(desk.view->model().index().shown(), 2);
        QCOMPARE(desk.view->filterBar().chips().size(), 1);
        QCOMPARE(desk.view->model().filter().span, desk.selection.range());
    }

    void addNoteMarksTheRangeAndAsksForItsName()
    {
        TimelineDesk desk;
        drawRange(desk);
        takeByRightClick(desk.tracks(), desk.ground(20), u"Add note…"_s);
        QTest::keyClicks(desk.editor(), u"the noisy quarter"_s);
        QTest::keyClick(desk.editor(), Qt::Key_Return);
        QCOMPARE(desk.document->contents().marks.size(), 1);
        const TimeMark mark = desk.document->contents().marks.first();
        QCOMPARE(mark.name, u"the noisy quarter"_s);
        QCOMPARE(mark.start, desk.selection.range()->start);
        QCOMPARE(mark.end, std::optional(desk.selection.range()->end));
    }

    void makeActivityGroupsTheEventsOfTheRange()
    {
        const TimelineDesk desk;
        drawRange(desk);
        takeByRightClick(desk.tracks(), desk.ground(20), u"Make activity"_s);
        QVERIFY(desk.editor()->isVisible());
        QTest::keyClicks(desk.editor(), u"Rolling back"_s);
        QTest::keyClick(desk.editor(), Qt::Key_Return);
        QCOMPARE(desk.document->contents().activities.size(), 1);
        const Activity activity = desk.document->contents().activities.first();
        QCOMPARE(activity.title, u"Rolling back"_s);
        QCOMPARE(activity.events.size(), 2);
        desk.document->undoStack()->undo();
        QVERIFY(desk.document->contents().activities.isEmpty());
    }

    void copyAsTextTakesTheLinesOfTheRange()
    {
        const TimelineDesk desk;
        drawRange(desk);
        takeByRightClick(desk.tracks(), desk.ground(20), u"Copy as text"_s);
        const QStringList lines = QApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[0].contains(u"roll back"_s));
        QVERIFY(lines[0].startsWith(u"2018-02-20 13:20"_s));
    }

    void addToReportAsksForTheEventsOfTheRange()
    {
        const TimelineDesk desk;
        drawRange(desk);
        QSignalSpy asked(desk.view.get(), &TimelineView::reportRequested);
        takeByRightClick(desk.tracks(), desk.ground(20), u"Add to report"_s);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].value<QList<EventId>>().size(), 2);
    }

    // "Minimap: click centres, drag window pans, drag elsewhere zooms": see tests/interaction.md.

    void aClickInTheWindowOfTheMinimapCentresToo()
    {
        const TimelineDesk desk;
        desk.view->viewport().setScale(Figures::TimeScale(
            { { kDeskNoon.us + 10 * kDeskMinute }, { kDeskNoon.us + 40 * kDeskMinute } }, 800));
        auto *minimap = desk.view->findChild<TimelineMinimap *>();
        const double x = minimap->scale().x({ kDeskNoon.us + 15 * kDeskMinute });
        QVERIFY(minimap->window().contains(x, 20));
        QTest::mouseClick(minimap, Qt::LeftButton, {}, { static_cast<int>(x), 20 });
        const Figures::TimeScale &scale = desk.view->viewport().scale();
        const qint64 middle = scale.start().us + scale.length() / 2;
        QVERIFY(std::abs(middle - kDeskNoon.us - 15 * kDeskMinute) < kDeskMinute);
    }

    // "evidence time is immutable, the interpreted time is a separate field"

    void evidenceThatIsLetGoElsewhereIsOfferedAnAssertedTime()
    {
        TimelineDesk desk;
        const qint64 seq = desk.seq(u"anyone else?"_s);
        const TimePoint recorded = desk.startOf(u"anyone else?"_s);
        QSignalSpy refused(desk.view.get(), &TimelineView::refused);
        const QPoint from = desk.placeOf(u"anyone else?"_s);
        const QPoint to = from - QPoint(wayOf(desk, 20), 0);
        TimelineDesk::press(desk.tracks(), from, to);
        QCOMPARE(refused.size(), 1);
        QVERIFY2(desk.tracks().hint().startsWith(u"Evidence keeps 13:50"_s),
                 qPrintable(desk.tracks().hint()));
        QVERIFY2(desk.tracks().hint().contains(u"assert 13:30"_s),
                 qPrintable(desk.tracks().hint()));
        letGo(desk, to);
        QCOMPARE(desk.startOf(u"anyone else?"_s), recorded); // nothing has happened yet
        const QStringList lines = takeFromOpenMenu(u"Assert about 13:30:00 beside it"_s);
        QVERIFY2(lines.contains(u"Leave it as it is"_s), qPrintable(lines.join(u'|')));
        const Event event = *desk.document->eventBySeq(seq);
        QCOMPARE(event.effectiveStart()->us, kDeskNoon.us + 30 * kDeskMinute);
        QCOMPARE(event.asserted->certainty, Certainty::About);
        QCOMPARE(event.recorded.start, std::optional(recorded));
        desk.document->undoStack()->undo();
        QVERIFY(!desk.document->eventBySeq(seq)->asserted);
    }

    void evidenceIsLeftAsItIsByEscape()
    {
        const TimelineDesk desk;
        const QPoint from = desk.placeOf(u"anyone else?"_s);
        TimelineDesk::press(desk.tracks(), from, from + QPoint(80, 0));
        desk.key(Qt::Key_Escape);
        letGo(desk, from + QPoint(80, 0));
        QVERIFY(!QApplication::activePopupWidget());
        TimelineDesk::drag(desk.tracks(), from, from + QPoint(80, 0));
        QVERIFY(QApplication::activePopupWidget());
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
        QVERIFY(!QApplication::activePopupWidget());
        QVERIFY(!desk.document->eventBySeq(desk.seq(u"anyone else?"_s))->asserted);
    }

    void evidenceAmongSeveralIsRefusedWithoutAnOffer()
    {
        TimelineDesk desk;
        desk.selection.select({ desk.seq(u"look"_s), desk.seq(u"anyone else?"_s) });
        QSignalSpy refused(desk.view.get(), &TimelineView::refused);
        const QPoint from = desk.placeOf(u"anyone else?"_s);
        TimelineDesk::drag(desk.tracks(), from, from + QPoint(80, 0));
        QCOMPARE(refused.size(), 1);
        QVERIFY(!QApplication::activePopupWidget());
        QCOMPARE(desk.startOf(u"look"_s), kDeskNoon);
    }

    // "lane-wide clock offset is its own command"

    void theClockOfALanesSourceHasACommandOfItsOwn()
    {
        const TimelineDesk desk;
        const EventId evidence = desk.document->eventBySeq(desk.seq(u"anyone else?"_s))->id;
        VERIFY_RESULT(Editing::setLane(*desk.document, { evidence }, desk.lanes[1]));
        QSignalSpy asked(desk.view.get(), &TimelineView::clockRequested);
        const auto middleOf = [&desk](int row) {
            return desk.headers().rectOf(desk.row(row)).center().toPoint();
        };
        const auto clock = u"Clock of its source…"_s;
        takeByRightClick(desk.headers(), middleOf(1), clock);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].value<EventId>(), evidence);
        // A lane of own events has no source.
        QVERIFY(!takeByRightClick(desk.headers(), middleOf(0), {}).contains(clock));
    }

    // Where the page is silent: the ruler is a handle, and a click on it sets the time cursor.

    void aClickOnTheRulerSetsTheCursorAndKeepsTheSelection()
    {
        TimelineDesk desk;
        auto *ruler = desk.view->findChild<TimelineRuler *>();
        desk.selection.selectOnly(desk.seq(u"look"_s));
        const QPoint place(desk.ground(10).x() + 1, 10);
        QTest::mouseClick(ruler, Qt::LeftButton, {}, place);
        QCOMPARE(desk.selection.cursor()->us, kDeskNoon.us + 10 * kDeskMinute);
        QCOMPARE(desk.selection.seqs(), QList<qint64>{ desk.seq(u"look"_s) });
        const TimePoint start = desk.view->viewport().scale().start();
        TimelineDesk::drag(*ruler, place, place - QPoint(90, 0));
        QVERIFY(desk.view->viewport().scale().start() > start);
        QCOMPARE(desk.selection.cursor()->us, kDeskNoon.us + 10 * kDeskMinute);
    }

private:
    QTemporaryDir m_settings;
};

QTEST_MAIN(InteractionMouseTest)
#include "tst_interactionmouse.moc"
