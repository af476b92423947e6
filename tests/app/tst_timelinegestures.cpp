// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/inlineeditor.h"
#include "timeline/savedviewsbutton.h"
#include "timeline/timelinefilterbar.h"
#include "timeline/timelinekeysdialog.h"
#include "timeline/timelineminimap.h"
#include "timeline/timelineruler.h"
#include "timelinedesk.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTimer>

using namespace SecondStory;
using namespace SecondStory::Ui;
using namespace SecondStory::Testing;
using namespace Qt::StringLiterals;

namespace {

QPushButton *buttonOf(const QWidget &parent, const QString &text)
{
    for (QPushButton *button : parent.findChildren<QPushButton *>()) {
        if (button->text() == text)
            return button;
    }
    return nullptr;
}

qint64 lengthOf(const TimelineDesk &desk)
{
    return desk.view->viewport().scale().length();
}

} // namespace

class TimelineGesturesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { isolateSettings(m_settings.path()); }

    // Mouse

    void aNotchZoomsByFifteenPerCentAndWithControlByFive()
    {
        const TimelineDesk desk;
        const auto before = static_cast<double>(lengthOf(desk));
        TimelineDesk::wheel(desk.tracks(), { 0, 120 });
        const auto near = static_cast<double>(lengthOf(desk));
        QVERIFY(std::abs(before / near - 1.15) < 0.001);
        TimelineDesk::wheel(desk.tracks(), { 0, 120 }, Qt::ControlModifier);
        QVERIFY(std::abs(near / static_cast<double>(lengthOf(desk)) - 1.05) < 0.001);
    }

    void aSidewaysWheelAndTheFingersPan()
    {
        const TimelineDesk desk;
        const auto start = [&] { return desk.view->viewport().scale().start().us; };
        const qint64 length = lengthOf(desk);
        qint64 before = start();
        TimelineDesk::wheel(desk.tracks(), { -120, 0 });
        QVERIFY(start() > before);
        before = start();
        // Fingers on a pad: as many pixels as they moved, whatever the notches say.
        TimelineDesk::wheel(desk.tracks(), { -40, 8 }, {}, { -37, 3 });
        const double moved =
            static_cast<double>(start() - before) / desk.view->viewport().scale().perPixel();
        QVERIFY(std::abs(moved - 37) < 0.5);
        QVERIFY(std::abs(lengthOf(desk) - length) <= 1);
        TimelineDesk::wheel(desk.tracks(), {}, {}, { 0, 80 }); // a pad that speaks in pixels only
        QVERIFY(lengthOf(desk) < length);
    }

    void fingersScrollTheNamesByTheirPixels()
    {
        const TimelineDesk desk(30);
        TimelineDesk::wheel(desk.headers(), { 0, -120 }, {}, { 0, -33 });
        QCOMPARE(desk.view->viewport().scrollY(), 33.0);
    }

    void spaceAndADragPan()
    {
        const TimelineDesk desk;
        const TimePoint before = desk.view->viewport().scale().start();
        QTest::keyPress(&desk.tracks(), Qt::Key_Space);
        TimelineDesk::drag(desk.tracks(), desk.ground(), desk.ground() - QPoint(100, 0));
        QTest::keyRelease(&desk.tracks(), Qt::Key_Space);
        QVERIFY(desk.view->viewport().scale().start() > before);
        QVERIFY(!desk.selection.range());
    }

    void anEdgeOfTheRangeIsDraggedAndTheHintSaysWhatItHolds()
    {
        TimelineDesk desk;
        desk.selection.setRange(
            TimeSpan{ { kDeskNoon.us + 5 * kDeskMinute }, { kDeskNoon.us + 10 * kDeskMinute } });
        TimelineDesk::press(desk.tracks(), desk.ground(10), desk.ground(25));
        const QString hint = desk.tracks().hint();
        QVERIFY2(hint.contains(u"20 min"_s), qPrintable(hint));
        QVERIFY2(hint.contains(u"2 event"_s), qPrintable(hint));
        QVERIFY2(hint.contains(u"snaps to"_s), qPrintable(hint));
        TimelineDesk::send(desk.tracks(), QEvent::MouseButtonRelease, desk.ground(25),
                           Qt::LeftButton, Qt::NoButton);
        QCOMPARE(desk.selection.range()->start.us, kDeskNoon.us + 5 * kDeskMinute);
        QVERIFY(std::abs(desk.selection.range()->end.us - kDeskNoon.us - 25 * kDeskMinute)
                <= kDeskMinute);
    }

    void theHintOfAMoveSaysHowFarAndToWhatItSnapped()
    {
        TimelineDesk desk;
        const auto mark =
            Editing::addMark(*desk.document, u"the page"_s, { kDeskNoon.us + 10 * kDeskMinute });
        VERIFY_RESULT(mark);
        const QPoint from = desk.placeOf(u"look"_s);
        const int way = desk.ground(10).x() - desk.ground(0).x();
        TimelineDesk::press(desk.tracks(), from, from + QPoint(way + 3, 0));
        QVERIFY2(desk.tracks().hint().contains(u"+10 min"_s), qPrintable(desk.tracks().hint()));
        QVERIFY2(desk.tracks().hint().contains(u"snaps to the page"_s),
                 qPrintable(desk.tracks().hint()));
        TimelineDesk::send(desk.tracks(), QEvent::MouseMove, from + QPoint(way + 3, 0),
                           Qt::NoButton, Qt::LeftButton, Qt::AltModifier);
        QVERIFY(!desk.tracks().hint().contains(u"snaps"_s));
        TimelineDesk::send(desk.tracks(), QEvent::MouseButtonRelease, from + QPoint(way + 3, 0),
                           Qt::LeftButton, Qt::NoButton, Qt::AltModifier);
        QVERIFY(desk.startOf(u"look"_s).us > kDeskNoon.us + 10 * kDeskMinute);
    }

    void anEventNearbyNamesItselfWhenADragSnapsToIt()
    {
        TimelineDesk desk;
        const QPoint from = desk.placeOf(u"look"_s);
        const int way = desk.ground(21).x() - desk.ground(0).x();
        TimelineDesk::press(desk.tracks(), from, from + QPoint(way + 2, 0));
        QVERIFY2(desk.tracks().hint().contains(u"say so"_s), qPrintable(desk.tracks().hint()));
        desk.key(Qt::Key_Escape);
        QVERIFY(desk.tracks().hint().isEmpty());
    }

    void inTheMapProfileADragMovesAndTheWheelScrolls()
    {
        TimelineDesk desk(30);
        desk.tracks().setProfile(TimelineProfile::Map);
        const qint64 length = lengthOf(desk);
        const TimePoint before = desk.view->viewport().scale().start();
        TimelineDesk::drag(desk.tracks(), desk.ground(), desk.ground() - QPoint(90, 0));
        QVERIFY(desk.view->viewport().scale().start() > before);
        QVERIFY(!desk.selection.range());
        TimelineDesk::wheel(desk.tracks(), { 0, -120 });
        QCOMPARE(lengthOf(desk), length);
        QVERIFY(desk.view->viewport().scrollY() > 20);
        TimelineDesk::wheel(desk.tracks(), { 0, 120 }, Qt::ControlModifier);
        QVERIFY(std::abs(static_cast<double>(length) / static_cast<double>(lengthOf(desk)) - 1.15)
                < 0.001);
        TimelineDesk::drag(desk.tracks(), { 300, 200 }, { 420, 200 }, Qt::ControlModifier);
        QVERIFY(desk.selection.range());
        QTest::mouseClick(&desk.tracks(), Qt::LeftButton, {}, { 200, 200 });
        QVERIFY(!desk.selection.range());
        QVERIFY(desk.selection.cursor());
    }

    void theProfileIsKeptForThePerson()
    {
        QCOMPARE(timelineProfile(), TimelineProfile::Trace);
        setTimelineProfile(TimelineProfile::Map);
        const TimelineDesk desk;
        QCOMPARE(desk.tracks().profile(), TimelineProfile::Map);
    }

    void theMinimapPansByItsWindowZoomsElsewhereAndShowsHits()
    {
        const TimelineDesk desk;
        auto *minimap = desk.view->findChild<TimelineMinimap *>();
        desk.view->viewport().setScale(Figures::TimeScale(
            { { kDeskNoon.us + 30 * kDeskMinute }, { kDeskNoon.us + 40 * kDeskMinute } }, 800));
        const qint64 length = lengthOf(desk);
        const QPoint middle = minimap->window().center().toPoint();
        TimelineDesk::drag(*minimap, middle, middle - QPoint(60, 0));
        QCOMPARE(lengthOf(desk), length);
        QVERIFY(desk.view->viewport().scale().start().us < kDeskNoon.us + 30 * kDeskMinute);
        const int left = static_cast<int>(minimap->scale().x({ kDeskNoon.us + 41 * kDeskMinute }));
        const int right = static_cast<int>(minimap->scale().x({ kDeskNoon.us + 46 * kDeskMinute }));
        TimelineDesk::drag(*minimap, { left, 20 }, { right, 20 });
        QVERIFY(std::abs(lengthOf(desk) - 5 * kDeskMinute) < kDeskMinute);
        auto *ruler = desk.view->findChild<TimelineRuler *>();
        desk.view->navigation().fitAll();
        const QImage plain = minimap->grab().toImage();
        const QImage bare = ruler->grab().toImage();
        Figures::EventFilter filter;
        filter.text = u"roll"_s;
        desk.view->model().setFilter(filter);
        QVERIFY(minimap->grab().toImage() != plain);
        QVERIFY(ruler->grab().toImage() != bare);
    }

    // Keyboard

    void everyKeyOfThePageIsBoundOnce()
    {
        const TimelineKeymap keys;
        QSet<QString> seen;
        for (const TimelineCommand &command : timelineCommands()) {
            for (const QKeyCombination key : command.keys) {
                QCOMPARE(keys.ownerOf(key), command.id);
                seen.insert(QKeySequence(key).toString());
            }
        }
        for (const char *key : { "W",
                                 "S",
                                 "+",
                                 "-",
                                 "A",
                                 "D",
                                 "Shift+A",
                                 "Shift+D",
                                 "Left",
                                 "Right",
                                 "Up",
                                 "Down",
                                 ".",
                                 ",",
                                 "Home",
                                 "End",
                                 "PgUp",
                                 "PgDown",
                                 "Ctrl+G",
                                 "F",
                                 "Shift+F",
                                 "0",
                                 "N",
                                 "Return",
                                 "Ctrl+D",
                                 "Del",
                                 "Ctrl+Left",
                                 "Ctrl+Right",
                                 "Ctrl+Shift+Left",
                                 "Ctrl+Shift+Right",
                                 "T",
                                 "Shift+T",
                                 "M",
                                 "Shift+M",
                                 "Ctrl+1",
                                 "Ctrl+9",
                                 "C",
                                 "K",
                                 "G",
                                 "[",
                                 "]",
                                 "R",
                                 "/",
                                 "Ctrl+F",
                                 "F3",
                                 "Shift+F3",
                                 "Alt+Left",
                                 "Alt+Right",
                                 "Esc",
                                 "?",
                                 "V" })
            QVERIFY2(seen.contains(QString::fromLatin1(key)), key);
    }

    void duplicatingPutsAnOwnEventBesideTheEvidence()
    {
        TimelineDesk desk;
        const qsizetype before = desk.document->events().size();
        desk.selection.selectOnly(desk.seq(u"anyone else?"_s));
        desk.key(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(desk.document->events().size(), before + 1);
        const auto copy = desk.document->eventBySeq(desk.selection.current());
        QCOMPARE(copy->title, u"anyone else?"_s);
        QVERIFY(!copy->isImported());
        desk.document->undoStack()->undo();
        QCOMPARE(desk.document->events().size(), before);
    }

    void fBringsTheSelectionToTheMiddleAndAgainFitsIt()
    {
        TimelineDesk desk;
        desk.selection.selectOnly(desk.seq(u"wait"_s));
        const qint64 length = lengthOf(desk);
        desk.key(Qt::Key_F);
        QCOMPARE(lengthOf(desk), length);
        const Figures::TimeScale &scale = desk.view->viewport().scale();
        QVERIFY(std::abs(scale.x({ kDeskNoon.us + 4750 * kDeskMinute / 100 }) - scale.width() / 2)
                < 2);
        desk.key(Qt::Key_F);
        QVERIFY(lengthOf(desk) < length / 2);
        desk.key(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(lengthOf(desk), length);
    }

    void bracketsGrowAndShrinkTheRangeOrTheSelection()
    {
        TimelineDesk desk;
        desk.selection.selectOnly(desk.seq(u"look"_s));
        desk.key(Qt::Key_BracketRight);
        QCOMPARE(desk.selection.seqs().size(), 2);
        desk.key(Qt::Key_BracketRight);
        QCOMPARE(desk.selection.seqs().size(), 3);
        desk.key(Qt::Key_BracketLeft);
        QCOMPARE(desk.selection.seqs(),
                 (QList<qint64>{ desk.seq(u"look"_s), desk.seq(u"roll back"_s) }));
        desk.key(Qt::Key_R);
        QCOMPARE(desk.selection.range()->start, desk.startOf(u"look"_s));
        QCOMPARE(desk.selection.range()->end, desk.startOf(u"roll back"_s));
        const qint64 length = desk.selection.range()->length();
        desk.key(Qt::Key_BracketRight);
        QVERIFY(desk.selection.range()->length() > length);
        desk.key(Qt::Key_BracketLeft);
        QCOMPARE(desk.selection.range()->length(), length);
    }

    void controlAndADigitGoToAMarkByTime()
    {
        TimelineDesk desk;
        VERIFY_RESULT(
            Editing::addMark(*desk.document, u"b"_s, { kDeskNoon.us + 300 * kDeskMinute }));
        VERIFY_RESULT(Editing::addMark(*desk.document, u"a"_s, { kDeskNoon.us - 300 * kDeskMinute },
                                       TimePoint{ kDeskNoon.us - 290 * kDeskMinute }));
        desk.key(Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(desk.selection.cursor()->us, kDeskNoon.us + 300 * kDeskMinute);
        desk.key(Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(desk.selection.cursor()->us, kDeskNoon.us - 300 * kDeskMinute);
        QVERIFY(lengthOf(desk) < 20 * kDeskMinute); // a range note is fitted
        desk.key(Qt::Key_9, Qt::ControlModifier);
        QCOMPARE(desk.selection.cursor()->us, kDeskNoon.us - 300 * kDeskMinute);
    }

    void gAsksForAnActivityAndTheQuestionMarkForTheSheet()
    {
        TimelineDesk desk;
        auto *editor = desk.view->tracks().findChild<InlineEditor *>();
        QVERIFY(editor);
        desk.key(Qt::Key_G);
        QVERIFY(!editor->isVisible());
        desk.selection.select({ desk.seq(u"look"_s), desk.seq(u"wait"_s) });
        desk.key(Qt::Key_G);
        QVERIFY(editor->isVisible());
        QTest::keyClicks(editor, u"Looking"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QCOMPARE(desk.document->contents().activities.size(), 1);
        QCOMPARE(desk.document->contents().activities[0].title, u"Looking"_s);
        QCOMPARE(desk.document->contents().activities[0].events.size(), 2);
        QSignalSpy sheet(desk.view.get(), &TimelineView::keySheetRequested);
        desk.key(Qt::Key_Question, Qt::ShiftModifier);
        QCOMPARE(sheet.size(), 1);
    }

    void enterAndF3GoThroughTheHitsAndRoundTheEnd()
    {
        TimelineDesk desk;
        desk.key(Qt::Key_Slash);
        auto *field = desk.view->findChild<TimelineFilterBar *>()->findChild<QLineEdit *>();
        QTest::keyClicks(field, u"roll"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(desk.selection.current(), desk.seq(u"roll back"_s));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(desk.selection.current(), desk.seq(u"roll on"_s));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(desk.selection.current(), desk.seq(u"roll back"_s));
        QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(desk.selection.current(), desk.seq(u"roll on"_s));
        desk.key(Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(desk.selection.current(), desk.seq(u"roll back"_s));
        desk.key(Qt::Key_F3);
        QCOMPARE(desk.selection.current(), desk.seq(u"roll on"_s));
    }

    void aKeyChosenInTheSheetIsTakenFromWhatHadItAndKept()
    {
        {
            TimelineDesk desk;
            TimelineKeysDialog dialog(desk.view->keymap());
            auto *table = dialog.findChild<QTableWidget *>();
            auto *field = dialog.findChild<KeyField *>();
            const auto rowOf = [](const QString &id) {
                for (int i = 0; i < timelineCommands().size(); ++i) {
                    if (timelineCommands()[i].id == id)
                        return i;
                }
                return -1;
            };
            table->setCurrentCell(rowOf(u"newEvent"_s), 0);
            QTest::keyClick(field, Qt::Key_M);
            bool isWarned = false;
            for (const QLabel *label : dialog.findChildren<QLabel *>())
                isWarned = isWarned || label->text().contains(u"is in use"_s);
            QVERIFY(isWarned);
            buttonOf(dialog, u"Use this key"_s)->click();
            QVERIFY(desk.view->keymap().keysOf(u"mark"_s).isEmpty());
            desk.key(Qt::Key_M);
            QVERIFY(desk.editor()->isVisible());
            QVERIFY(desk.document->contents().marks.isEmpty());
        }
        TimelineKeymap keys;
        QCOMPARE(keys.ownerOf(QKeyCombination(Qt::Key_M)), u"newEvent"_s);
        QCOMPARE(keys.ownerOf(QKeyCombination(Qt::Key_N)), QString());
        bool isShown = false;
        for (const KeyHelp &line : timelineKeyHelp(keys))
            isShown = isShown || (line.keys == u"M"_s && line.what.startsWith(u"New event"_s));
        QVERIFY(isShown);
        keys.resetAll();
        QCOMPARE(TimelineKeymap().ownerOf(QKeyCombination(Qt::Key_M)), u"mark"_s);
    }

    void singleKeysCanBeSwitchedOff()
    {
        TimelineDesk desk;
        TimelineKeysDialog dialog(desk.view->keymap());
        dialog.findChild<QCheckBox *>()->click();
        desk.key(Qt::Key_M);
        QVERIFY(desk.document->contents().marks.isEmpty());
        desk.key(Qt::Key_Home);
        QCOMPARE(desk.selection.current(), desk.seq(u"look"_s));
        desk.key(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(desk.document->undoStack()->undoText(), u"Duplicate events"_s);
        QVERIFY(!TimelineKeymap().hasSingleKeys());
        for (const KeyHelp &line : desk.view->keyHelp())
            QVERIFY(line.keys != u"M"_s);
    }

    void wasdIsMeantByItsPlaceOnTheKeyboard()
    {
        const TimelineDesk desk;
        const qint64 before = lengthOf(desk);
        // The key where W is on a QWERTY keyboard, with the letter Z of an AZERTY one.
        QKeyEvent press(QEvent::KeyPress, Qt::Key_Z, Qt::NoModifier, 25, 0, 0, u"z"_s);
        QApplication::sendEvent(&desk.tracks(), &press);
        QVERIFY(lengthOf(desk) < before);
    }

    // Views that are kept

    void aViewIsKeptUnderANameAndChosenByItsDigit()
    {
        TimelineDesk desk;
        auto *views = desk.view->findChild<SavedViewsButton *>();
        Figures::EventFilter filter;
        filter.kinds = { EventKind::Decision };
        filter.lanes = { desk.lanes[0] };
        desk.view->model().setFilter(filter);
        const TimeSpan span = desk.view->viewport().scale().span();
        QMenu menu;
        views->fill(menu);
        menu.actions().first()->trigger();
        QVERIFY(desk.editor()->isVisible());
        QTest::keyClicks(desk.editor(), u"The decisions"_s);
        QTest::keyClick(desk.editor(), Qt::Key_Return);
        QCOMPARE(desk.document->contents().savedViews.size(), 1);
        desk.view->model().setFilter({});
        desk.view->viewport().setScale(desk.view->viewport().scale().zoomed(4, 10));
        QMenu list;
        views->fill(list);
        QAction *first = nullptr;
        for (QAction *action : list.actions()) {
            if (action->text() == u"&1  The decisions"_s)
                first = action;
        }
        QVERIFY(first);
        list.popup({ 10, 10 });
        QTest::keyClick(&list, Qt::Key_1);
        QCOMPARE(desk.view->model().filter().kinds, filter.kinds);
        QCOMPARE(desk.view->model().filter().lanes, filter.lanes);
        QCOMPARE(desk.view->viewport().scale().span(), span);
        desk.key(Qt::Key_Left, Qt::AltModifier);
        QVERIFY(desk.view->viewport().scale().span() != span);
        desk.document->undoStack()->undo();
        QVERIFY(desk.document->contents().savedViews.isEmpty());
    }

    void vOpensTheListOfViews()
    {
        const TimelineDesk desk;
        auto *views = desk.view->findChild<SavedViewsButton *>();
        bool isShown = false;
        QTimer::singleShot(0, views, [&] {
            isShown = views->menu()->isVisible();
            views->menu()->close();
        });
        desk.key(Qt::Key_V);
        QTRY_VERIFY(isShown);
    }

private:
    QTemporaryDir m_settings;
};

QTEST_MAIN(TimelineGesturesTest)
#include "tst_timelinegestures.moc"
