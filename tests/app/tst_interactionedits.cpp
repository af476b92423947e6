// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What keys change on the timeline, in the order of the specification; tests/interaction.md says
// which sentence is held by which test, here and elsewhere.

#include "coding/codepicker.h"
#include "timelinedesk.h"
#include "timeline/gotobar.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace SecondStory;
using namespace SecondStory::Ui;
using namespace SecondStory::Testing;
using namespace Qt::StringLiterals;

namespace {

/// What a ruler's small tick is worth. Units: microseconds.
qint64 tickOf(const TimelineDesk &desk)
{
    return static_cast<qint64>(Figures::fineStep(desk.view->viewport().scale()).length());
}

void goTo(const TimelineDesk &desk, const QString &words)
{
    desk.key(Qt::Key_G, Qt::ControlModifier);
    QLineEdit *line = desk.view->findChild<GoToBar *>()->line();
    QTest::keyClicks(line, words);
    QTest::keyClick(line, Qt::Key_Return);
}

} // namespace

class InteractionEditsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { isolateSettings(m_settings.path()); }

    // "N new event at cursor; Enter edit"

    void nAddsAnEventAtTheCursorAndEnterWordsIt()
    {
        const TimelineDesk desk;
        goTo(desk, u"13:10"_s);
        desk.key(Qt::Key_N);
        QTest::keyClicks(desk.editor(), u"the first page"_s);
        QTest::keyClick(desk.editor(), Qt::Key_Return);
        QCOMPARE(desk.startOf(u"the first page"_s).us, kDeskNoon.us + 10 * kDeskMinute);
        desk.key(Qt::Key_Return);
        QVERIFY(desk.editor()->isVisible());
        QCOMPARE(desk.editor()->text(), u"the first page"_s);
        desk.editor()->selectAll();
        QTest::keyClicks(desk.editor(), u"the pager rings"_s);
        QTest::keyClick(desk.editor(), Qt::Key_Return);
        QVERIFY(desk.seq(u"the pager rings"_s) != 0);
        QCOMPARE(desk.seq(u"the first page"_s), 0);
    }

    // "Del remove own events"

    void deleteRemovesOwnEventsAndLeavesEvidence()
    {
        TimelineDesk desk;
        desk.selection.selectOnly(desk.seq(u"anyone else?"_s));
        QSignalSpy refused(desk.view.get(), &TimelineView::refused);
        desk.key(Qt::Key_Delete);
        QCOMPARE(refused.size(), 1);
        QVERIFY(desk.seq(u"anyone else?"_s) != 0);
        desk.selection.select({ desk.seq(u"look"_s), desk.seq(u"wait"_s) });
        desk.key(Qt::Key_Delete);
        QCOMPARE(desk.seq(u"look"_s) + desk.seq(u"wait"_s), 0);
        desk.document->undoStack()->undo();
        QVERIFY(desk.seq(u"look"_s) != 0 && desk.seq(u"wait"_s) != 0);
    }

    // "Ctrl+Left/Right nudge (unit of ruler minor tick), Ctrl+Shift = x10"

    void controlAndTheArrowsNudgeByTheSmallTick()
    {
        TimelineDesk desk;
        desk.selection.select({ desk.seq(u"look"_s), desk.seq(u"wait"_s) });
        const qint64 tick = tickOf(desk);
        const int steps = desk.document->undoStack()->count();
        desk.key(Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(desk.startOf(u"look"_s).us, kDeskNoon.us + tick);
        QCOMPARE(desk.startOf(u"wait"_s).us, kDeskNoon.us + 40 * kDeskMinute + tick);
        QCOMPARE(desk.document->eventBySeq(desk.seq(u"wait"_s))->effectiveEnd()->us,
                 kDeskNoon.us + 55 * kDeskMinute + tick);
        desk.key(Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(desk.startOf(u"look"_s).us, kDeskNoon.us + 11 * tick);
        desk.key(Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier);
        desk.key(Qt::Key_Left, Qt::ControlModifier);
        desk.key(Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(desk.startOf(u"look"_s).us, kDeskNoon.us - tick);
        // One go of nudging is one step of undo.
        QCOMPARE(desk.document->undoStack()->count(), steps + 1);
        desk.document->undoStack()->undo();
        QCOMPARE(desk.startOf(u"look"_s), kDeskNoon);
        // Closer to, the tick is smaller, and so is the nudge.
        desk.view->viewport().setScale(desk.view->viewport().scale().zoomed(50, 300));
        const qint64 small = tickOf(desk);
        QVERIFY(small < tick);
        desk.key(Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(desk.startOf(u"look"_s).us, kDeskNoon.us + small);
    }

    void evidenceIsNotNudged()
    {
        TimelineDesk desk;
        desk.selection.selectOnly(desk.seq(u"anyone else?"_s));
        QSignalSpy refused(desk.view.get(), &TimelineView::refused);
        desk.key(Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(refused.size(), 1);
        QCOMPARE(desk.startOf(u"anyone else?"_s).us, kDeskNoon.us + 50 * kDeskMinute);
    }

    // "T set start here, Shift+T set end"

    void tAndShiftTSetStartAndEndAtTheCursor()
    {
        TimelineDesk desk;
        const qint64 seq = desk.seq(u"look"_s);
        desk.selection.selectOnly(seq);
        goTo(desk, u"13:05"_s);
        QCOMPARE(desk.selection.seqs(), QList<qint64>{ seq });
        desk.key(Qt::Key_T);
        QCOMPARE(desk.startOf(u"look"_s).us, kDeskNoon.us + 5 * kDeskMinute);
        goTo(desk, u"+12m"_s);
        desk.key(Qt::Key_T, Qt::ShiftModifier);
        const Event event = *desk.document->eventBySeq(seq);
        QCOMPARE(event.effectiveStart()->us, kDeskNoon.us + 5 * kDeskMinute);
        QCOMPARE(event.effectiveEnd()->us, kDeskNoon.us + 17 * kDeskMinute);
        QSignalSpy refused(desk.view.get(), &TimelineView::refused);
        goTo(desk, u"12:30"_s);
        desk.key(Qt::Key_T, Qt::ShiftModifier); // an end before the start
        QCOMPARE(refused.size(), 1);
        desk.selection.selectOnly(desk.seq(u"anyone else?"_s));
        desk.key(Qt::Key_T);
        QCOMPARE(refused.size(), 2);
        QCOMPARE(desk.startOf(u"anyone else?"_s).us, kDeskNoon.us + 50 * kDeskMinute);
    }

    // "M mark / range note, Shift+M name it"

    void mMarksTheCursorOrTheRange()
    {
        TimelineDesk desk;
        desk.selection.setCursor(kDeskNoon);
        desk.key(Qt::Key_M);
        QCOMPARE(desk.document->contents().marks.size(), 1);
        QCOMPARE(desk.document->contents().marks[0].start, kDeskNoon);
        QVERIFY(!desk.document->contents().marks[0].end);
        QVERIFY(!desk.editor()->isVisible());
        const TimeSpan range{ { kDeskNoon.us + 5 * kDeskMinute },
                              { kDeskNoon.us + 9 * kDeskMinute } };
        desk.selection.setRange(range);
        desk.key(Qt::Key_M);
        QCOMPARE(desk.document->contents().marks.size(), 2);
        const TimeMark note = desk.document->contents().marks[1];
        QCOMPARE(note.start, range.start);
        QCOMPARE(note.end, std::optional(range.end));
    }

    void shiftMNamesTheRangeNoteAtOnce()
    {
        TimelineDesk desk;
        desk.selection.setRange(TimeSpan{ kDeskNoon, { kDeskNoon.us + 9 * kDeskMinute } });
        desk.key(Qt::Key_M, Qt::ShiftModifier);
        QTest::keyClicks(desk.editor(), u"the call is full"_s);
        QTest::keyClick(desk.editor(), Qt::Key_Return);
        QCOMPARE(desk.document->contents().marks[0].name, u"the call is full"_s);
        QCOMPARE(desk.document->contents().marks[0].end->us, kDeskNoon.us + 9 * kDeskMinute);
    }

    // "C code palette"

    void cOpensTheCodesAndEnterPutsOneOnTheSelection()
    {
        TimelineDesk desk;
        desk.selection.select({ desk.seq(u"look"_s), desk.seq(u"anyone else?"_s) });
        desk.key(Qt::Key_C);
        auto *picker = desk.view->findChild<CodePicker *>();
        QVERIFY(picker && picker->isVisible());
        const QList<Code> codes = *desk.t.library->reviews().codes();
        QCOMPARE(picker->visibleCount(), codes.size());
        QTest::keyClicks(picker->searchField(), codes[2].name);
        QVERIFY(picker->visibleCount() >= 1 && picker->visibleCount() < codes.size());
        QTest::keyClick(picker->searchField(), Qt::Key_Return);
        QVERIFY(!picker->isVisible());
        QCOMPARE(desk.document->contents().codings.size(), 2);
        for (const Coding &coding : desk.document->contents().codings)
            QCOMPARE(coding.codeId, codes[2].id);
        desk.document->undoStack()->undo();
        QVERIFY(desk.document->contents().codings.isEmpty());
    }

    void withoutASelectionCAsksForNothing()
    {
        const TimelineDesk desk;
        desk.key(Qt::Key_C);
        const auto *picker = desk.view->findChild<CodePicker *>();
        QVERIFY(!picker || !picker->isVisible());
    }

    // "K make factor on canvas" (on the canvas: tst_interactionwindow)

    void kAsksForAFactorOfTheSelection()
    {
        TimelineDesk desk;
        QSignalSpy asked(desk.view.get(), &TimelineView::factorRequested);
        desk.key(Qt::Key_K);
        QCOMPARE(asked.size(), 0);
        desk.selection.select({ desk.seq(u"look"_s), desk.seq(u"anyone else?"_s) });
        desk.key(Qt::Key_K);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].value<QList<EventId>>().size(), 2);
    }

    // "R event -> range"

    void rOfAnEventThatLastsIsItsTimeAndOfAnInstantATickAroundIt()
    {
        TimelineDesk desk;
        desk.selection.selectOnly(desk.seq(u"wait"_s));
        desk.key(Qt::Key_R);
        QCOMPARE(desk.selection.range()->start.us, kDeskNoon.us + 40 * kDeskMinute);
        QCOMPARE(desk.selection.range()->end.us, kDeskNoon.us + 55 * kDeskMinute);
        desk.selection.selectOnly(desk.seq(u"look"_s));
        desk.key(Qt::Key_R);
        QCOMPARE(desk.selection.range()->start.us, kDeskNoon.us - tickOf(desk));
        QCOMPARE(desk.selection.range()->end.us, kDeskNoon.us + tickOf(desk));
    }

private:
    QTemporaryDir m_settings;
};

QTEST_MAIN(InteractionEditsTest)
#include "tst_interactionedits.moc"
