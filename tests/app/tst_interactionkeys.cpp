// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How keys move about on the timeline, in the order of the specification; tests/interaction.md says
// which sentence is held by which test, here and elsewhere.

#include "timelinedesk.h"
#include "timeline/timelinecurtain.h"
#include "timeline/timelinefilterbar.h"
#include "timeline/timelinesearch.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace SecondStory;
using namespace SecondStory::Ui;
using namespace SecondStory::Testing;
using namespace Qt::StringLiterals;

namespace {

qint64 lengthOf(const TimelineDesk &desk)
{
    return desk.view->viewport().scale().length();
}

double placeOfCursor(const TimelineDesk &desk)
{
    return desk.view->viewport().scale().x(*desk.selection.cursor());
}

/// The key at a place of the keyboard, with the letter that a layout puts there.
void pressAt(const TimelineDesk &desk, quint32 scanCode, Qt::Key letter,
             Qt::KeyboardModifiers modifiers = {})
{
    QKeyEvent press(QEvent::KeyPress, letter, modifiers, scanCode, 0, 0);
    QApplication::sendEvent(&desk.tracks(), &press);
}

} // namespace

class InteractionKeysTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { isolateSettings(m_settings.path()); }

    // "single keys only when the timeline has focus"

    void singleKeysAreLettersWhereWordsAreTyped()
    {
        TimelineDesk desk;
        desk.view->activateWindow();
        QApplication::processEvents();
        const TimeSpan span = desk.view->viewport().scale().span();
        const int steps = desk.document->undoStack()->count();
        desk.selection.selectOnly(desk.seq(u"look"_s));
        desk.key(Qt::Key_F, Qt::ControlModifier);
        auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(field);
        QTest::keyClicks(field, u"wasdfnmctkgr[],.0?"_s);
        QCOMPARE(field->text(), u"wasdfnmctkgr[],.0?"_s);
        QCOMPARE(desk.view->viewport().scale().span(), span);
        QCOMPARE(desk.document->undoStack()->count(), steps);
        QCOMPARE(desk.selection.seqs(), QList<qint64>{ desk.seq(u"look"_s) });
    }

    // "W/S or +/- zoom about the time cursor"

    void zoomingByKeysHoldsTheTimeCursorInItsPlace()
    {
        TimelineDesk desk;
        desk.selection.setCursor(TimePoint{ kDeskNoon.us + 3 * kDeskMinute });
        const double place = placeOfCursor(desk);
        for (const Qt::Key key : { Qt::Key_W, Qt::Key_Plus, Qt::Key_Equal }) {
            const qint64 before = lengthOf(desk);
            desk.key(key);
            QVERIFY(lengthOf(desk) < before);
            QVERIFY(std::abs(placeOfCursor(desk) - place) < 1);
        }
        for (const Qt::Key key : { Qt::Key_S, Qt::Key_Minus }) {
            const qint64 before = lengthOf(desk);
            desk.key(key);
            QVERIFY(lengthOf(desk) > before);
            QVERIFY(std::abs(placeOfCursor(desk) - place) < 1);
        }
    }

    void withTheCursorOutOfViewTheMiddleIsHeld()
    {
        TimelineDesk desk;
        desk.selection.setCursor(TimePoint{ kDeskNoon.us + 3'000 * kDeskMinute });
        const Figures::TimeScale before = desk.view->viewport().scale();
        desk.key(Qt::Key_W);
        const Figures::TimeScale &after = desk.view->viewport().scale();
        QVERIFY(std::abs(after.x(before.time(before.width() / 2)) - before.width() / 2) < 1);
    }

    // "WASD matched by physical position through nativeScanCode, so AZERTY/Dvorak work"

    void wasdAreMeantByTheirPlaceOnAnyKeyboard_data()
    {
        QTest::addColumn<int>("w");
        QTest::addColumn<int>("a");
        QTest::addColumn<int>("s");
        QTest::addColumn<int>("d");
        QTest::newRow("QWERTY") << int(Qt::Key_W) << int(Qt::Key_A) << int(Qt::Key_S)
                                << int(Qt::Key_D);
        QTest::newRow("AZERTY") << int(Qt::Key_Z) << int(Qt::Key_Q) << int(Qt::Key_S)
                                << int(Qt::Key_D);
        QTest::newRow("Dvorak") << int(Qt::Key_Comma) << int(Qt::Key_A) << int(Qt::Key_O)
                                << int(Qt::Key_E);
    }
    void wasdAreMeantByTheirPlaceOnAnyKeyboard()
    {
        QFETCH(int, w);
        QFETCH(int, a);
        QFETCH(int, s);
        QFETCH(int, d);
        const TimelineDesk desk;
        const Figures::TimeScale first = desk.view->viewport().scale();
        const auto now = [&desk] { return desk.view->viewport().scale(); };
        pressAt(desk, 25, static_cast<Qt::Key>(w));
        QVERIFY(now().length() < first.length());
        pressAt(desk, 39, static_cast<Qt::Key>(s));
        QVERIFY(std::abs(now().length() - first.length()) <= 2);
        pressAt(desk, 40, static_cast<Qt::Key>(d));
        const double step = first.x(now().start()) - first.x(first.start());
        QVERIFY(step > 20);
        pressAt(desk, 38, static_cast<Qt::Key>(a), Qt::ShiftModifier);
        const double back = first.x(first.start()) - first.x(now().start());
        QVERIFY(std::abs(back - 9 * step) < 2);
        QVERIFY(desk.selection.isEmpty());
    }

    void withShiftTheOtherLettersAreWhatTheySay()
    {
        TimelineDesk desk;
        desk.selection.selectOnly(desk.seq(u"look"_s));
        QSignalSpy moments(desk.view.get(), &TimelineView::momentRequested);
        // On Dvorak, O lies where S is on QWERTY: Shift+O makes a moment and no star.
        pressAt(desk, 39, Qt::Key_O, Qt::ShiftModifier);
        QCOMPARE(moments.size(), 1);
        QVERIFY(!desk.document->eventBySeq(desk.seq(u"look"_s))->starred);
        pressAt(desk, 47, Qt::Key_S, Qt::ShiftModifier);
        QVERIFY(desk.document->eventBySeq(desk.seq(u"look"_s))->starred);
    }

    // "A/D pan, Shift = 10x"

    void aAndDPanAndShiftMakesItTenTimesAsFar()
    {
        const TimelineDesk desk;
        const Figures::TimeScale first = desk.view->viewport().scale();
        const auto moved = [&] { return first.x(desk.view->viewport().scale().start()); };
        desk.key(Qt::Key_D);
        const double step = moved();
        QVERIFY(step > 20);
        desk.key(Qt::Key_D, Qt::ShiftModifier);
        QVERIFY(std::abs(moved() - 11 * step) < 2);
        desk.key(Qt::Key_A, Qt::ShiftModifier);
        desk.key(Qt::Key_A);
        QVERIFY(std::abs(moved()) < 1);
    }

    // "PgUp/PgDn one screen"

    void pageDownShowsTheNextScreenWithALittleOfTheLast()
    {
        const TimelineDesk desk;
        const Figures::TimeScale first = desk.view->viewport().scale();
        desk.key(Qt::Key_PageDown);
        const double moved = first.x(desk.view->viewport().scale().start()) / first.width();
        QVERIFY(moved > 0.85 && moved <= 1);
        desk.key(Qt::Key_PageUp);
        QVERIFY(std::abs(first.x(desk.view->viewport().scale().start())) < 1);
    }

    // "0 whole incident"

    void zeroFitsTheWholeIncident()
    {
        TimelineDesk desk;
        Review after = desk.document->contents().review;
        after.frame.began = TimePoint{ kDeskNoon.us + 5 * kDeskMinute };
        after.frame.resolved = TimePoint{ kDeskNoon.us + 15 * kDeskMinute };
        VERIFY_RESULT(desk.document->perform(
            ChangeSet().update(desk.document->contents().review, after), u"Frame it"_s));
        desk.key(Qt::Key_0);
        const Figures::TimeScale &scale = desk.view->viewport().scale();
        QVERIFY(scale.start() <= *after.frame.began && scale.end() >= *after.frame.resolved);
        QVERIFY(scale.length() < 20 * kDeskMinute);
        desk.key(Qt::Key_F, Qt::ShiftModifier);
        QVERIFY(lengthOf(desk) > 50 * kDeskMinute);
    }

    // "Ctrl+1..9 jump to bookmark"

    void nineMarksHaveADigitEach()
    {
        TimelineDesk desk;
        for (int i = 1; i <= 10; ++i)
            VERIFY_RESULT(Editing::addMark(*desk.document, QString::number(i),
                                           { kDeskNoon.us + i * 100 * kDeskMinute }));
        for (int digit = 1; digit <= 9; ++digit) {
            desk.key(Qt::Key_0 + digit, Qt::ControlModifier);
            const TimePoint mark{ kDeskNoon.us + digit * 100 * kDeskMinute };
            QCOMPARE(desk.selection.cursor(), std::optional(mark));
            const Figures::TimeScale &scale = desk.view->viewport().scale();
            QVERIFY(std::abs(scale.x(mark) - scale.width() / 2) < 1);
        }
    }

    // "/ or Ctrl+F search"

    void slashAndControlFGoToTheSearch()
    {
        const TimelineDesk desk;
        desk.view->activateWindow();
        QApplication::processEvents();
        for (const auto &[key, modifiers] :
             { std::pair{ Qt::Key_Slash, Qt::KeyboardModifiers() },
               std::pair{ Qt::Key_F, Qt::KeyboardModifiers(Qt::ControlModifier) } }) {
            desk.key(key, modifiers);
            const QWidget *focus = QApplication::focusWidget();
            QVERIFY(qobject_cast<const QLineEdit *>(focus));
            QVERIFY(desk.view->filterBar().isAncestorOf(focus));
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
            QVERIFY(desk.tracks().hasFocus());
        }
    }

    // "Esc peels off: gesture, selection, range, search"

    void escapePeelsOneThingAtATime()
    {
        TimelineDesk desk;
        desk.view->search().setWords(u"roll"_s);
        desk.view->filterBar().filterTo(desk.lanes[0]);
        desk.selection.setRange(TimeSpan{ kDeskNoon, { kDeskNoon.us + 9 * kDeskMinute } });
        desk.view->curtain().setTime({ kDeskNoon.us + 90 * kDeskMinute });
        desk.view->curtain().setOn(true);
        const QPoint from = desk.placeOf(u"look"_s);
        TimelineDesk::press(desk.tracks(), from, from + QPoint(60, 0));
        const TimePoint before = desk.startOf(u"look"_s);
        const auto standing = [&desk] {
            QString all;
            all += desk.tracks().hint().isEmpty() ? u""_s : u"gesture "_s;
            all += desk.selection.isEmpty() ? u""_s : u"selection "_s;
            all += desk.selection.range() ? u"range "_s : u""_s;
            all += desk.view->search().words().isEmpty() ? u""_s : u"search "_s;
            all += desk.view->model().filter().isActive() ? u"filter "_s : u""_s;
            all += desk.view->curtain().isOn() ? u"curtain "_s : u""_s;
            all += desk.selection.cursor() ? u"cursor"_s : u""_s;
            return all;
        };
        QString expected = u"gesture selection range search filter curtain cursor"_s;
        while (!expected.isEmpty()) {
            QCOMPARE(standing(), expected);
            desk.key(Qt::Key_Escape);
            expected = expected.section(u' ', 1);
        }
        QCOMPARE(standing(), QString());
        QCOMPARE(desk.startOf(u"look"_s), before);
    }

private:
    QTemporaryDir m_settings;
};

QTEST_MAIN(InteractionKeysTest)
#include "tst_interactionkeys.moc"
