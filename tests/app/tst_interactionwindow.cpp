// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What of the timeline needs the whole window: docks, pages beside it, window-wide keys, and what
// is remembered; tests/interaction.md says which sentence is held by which test.

#include "app/journeyfixture.h"
#include "app/menuhands.h"
#include "editing/eventedits.h"
#include "editing/laneedits.h"
#include "timeline/eventtablemodel.h"
#include "timeline/eventtableview.h"
#include "timeline/timelinefilterbar.h"
#include "timeline/timelinekeysdialog.h"
#include "timeline/timelineview.h"
#include "window/commandpalette.h"

#include <QCheckBox>
#include <QDialog>
#include <QDockWidget>
#include <QLabel>
#include <QTimer>

using namespace SecondStory;
using namespace SecondStory::Testing;
using namespace SecondStory::Ui;

namespace {

constexpr TimePoint kStart{ 1'519'128'000'000'000 };
constexpr qint64 kMinute = 60'000'000;

/// A review with three own events in one lane, begun by keys, with the timeline in front.
void begin(const Desk &desk)
{
    Hands::key(Qt::Key_N, Qt::ControlModifier);
    Hands::type(u"Slow Monday"_s);
    Hands::key(Qt::Key_Return);
    QVERIFY(desk.session->document());
    const auto lane = Editing::addLane(desk.document(), u"Call"_s);
    QVERIFY(lane);
    int minute = 0;
    for (const QString &title : { u"look"_s, u"ask"_s, u"wait"_s }) {
        QVERIFY(Editing::addEvent(
            desk.document(),
            { { kStart.us + minute * kMinute }, {}, *lane, EventKind::Observation, title }));
        minute += 10;
    }
    STEP(desk.goByKey(Qt::Key_5, Place::Timeline));
    desk.workspace().timeline()->navigation().fitAll();
    desk.workspace().timeline()->tracks().setFocus();
}

/// Does something with the dialog that the next call opens, and closes it.
void inDialog(const std::function<void(QDialog &)> &act)
{
    QTimer::singleShot(50, qApp, [act] {
        auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
        if (!dialog)
            return;
        act(*dialog);
        dialog->close();
    });
}

} // namespace

class InteractionWindowTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] QString library() const { return m_folder->filePath(u"own.sslib"_s); }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QApplication::setApplicationName(u"second-story-interaction"_s);
        QApplication::setStyle(new Style);
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope,
                           m_folder->filePath(u"settings"_s));
    }
    void cleanup() { m_folder.reset(); }

    // "Right dock: event inspector/evidence. Bottom dock: table twin."

    void theInspectorStandsAtTheRightAndTheTableBelow()
    {
        const Desk desk(library());
        STEP(begin(desk));
        const auto placeOf = [&desk](const QWidget *widget) {
            return QRect(widget->mapTo(desk.window.get(), QPoint()), widget->size());
        };
        const QRect line = placeOf(&desk.workspace().timeline()->tracks());
        const QRect inspector = placeOf(desk.workspace().inspector());
        const QRect table = placeOf(desk.workspace().lowerPanel());
        QVERIFY(desk.workspace().inspector()->isVisible());
        QVERIFY(desk.workspace().lowerPanel()->isVisible());
        QVERIFY(inspector.left() > line.right());
        QVERIFY(table.top() > line.bottom());
        QVERIFY(qobject_cast<EventTableView *>(desk.workspace().lowerPanel()->currentWidget()));
    }

    // "single keys only when the timeline has focus"

    void aLetterInTheTableOrTheInspectorIsNoCommand()
    {
        const Desk desk(library());
        STEP(begin(desk));
        auto *table = desk.window->findChild<EventTableView *>();
        table->selectRow(0);
        table->setFocus();
        Hands::key(Qt::Key_M);
        Hands::key(Qt::Key_N);
        QVERIFY(desk.contents().marks.isEmpty());
        QVERIFY(table->hasFocus());
        auto *line = desk.find<QLineEdit>([&desk](const QLineEdit &each) {
            return desk.workspace().inspector()->isAncestorOf(&each) && each.isEnabled()
                && !each.isReadOnly();
        });
        QVERIFY(line);
        line->setFocus();
        line->clear();
        Hands::type(u"more"_s);
        QCOMPARE(line->text(), u"more"_s);
        QVERIFY(desk.contents().marks.isEmpty());
    }

    // "all remappable, can be switched off"

    void singleKeysSwitchedOffAreOffInTheNextWindowToo()
    {
        {
            const Desk desk(library());
            STEP(begin(desk));
            inDialog([](QDialog &dialog) {
                QVERIFY(qobject_cast<TimelineKeysDialog *>(&dialog));
                dialog.findChild<QCheckBox *>()->click();
            });
            desk.window->action(u"timelineKeys"_s)->trigger();
            Hands::giveActivationBack();
            desk.workspace().timeline()->tracks().setFocus();
            Hands::key(Qt::Key_M);
            QVERIFY(desk.contents().marks.isEmpty());
        }
        const Desk desk(library());
        QVERIFY(
            desk.window->openReview(desk.session->library().reviews().list()->first().review.id));
        STEP(desk.goByKey(Qt::Key_5, Place::Timeline));
        desk.workspace().timeline()->tracks().setFocus();
        Hands::key(Qt::Key_M);
        QVERIFY(desk.contents().marks.isEmpty());
        Hands::key(Qt::Key_Home); // keys that are no letter go on
        QVERIFY(desk.workspace().selection().current() != 0);
    }

    void aKeyOfOnesOwnIsThereInTheNextWindow()
    {
        {
            const Desk desk(library());
            STEP(begin(desk));
            desk.workspace().timeline()->keymap().setKeys(u"mark"_s, { Qt::Key_J });
        }
        const Desk desk(library());
        QVERIFY(
            desk.window->openReview(desk.session->library().reviews().list()->first().review.id));
        STEP(desk.goByKey(Qt::Key_5, Place::Timeline));
        desk.workspace().timeline()->tracks().setFocus();
        Hands::key(Qt::Key_M);
        QVERIFY(desk.contents().marks.isEmpty());
        Hands::key(Qt::Key_J);
        QCOMPARE(desk.contents().marks.size(), 1);
    }

    // "Profiles: Trace (default), Map (drag pans, Ctrl+wheel zooms), stored per user"

    void theMapProfileIsChosenInTheMenuAndThereInTheNextWindow()
    {
        {
            const Desk desk(library());
            STEP(begin(desk));
            QCOMPARE(desk.workspace().timeline()->tracks().profile(), TimelineProfile::Trace);
            desk.window->action(u"mapProfile"_s)->trigger();
            TimelineTracks &tracks = desk.workspace().timeline()->tracks();
            const TimePoint start = tracks.viewport().scale().start();
            const QPoint ground(tracks.width() / 2 + 60, tracks.height() - 8);
            STEP(Hands::drag(&tracks, ground, ground - QPoint(120, 0)));
            QVERIFY(tracks.viewport().scale().start() > start);
            QVERIFY(!desk.workspace().selection().range());
        }
        const Desk desk(library());
        QVERIFY(desk.window->action(u"mapProfile"_s)->isChecked());
        QVERIFY(
            desk.window->openReview(desk.session->library().reviews().list()->first().review.id));
        QCOMPARE(desk.workspace().timeline()->tracks().profile(), TimelineProfile::Map);
        desk.window->action(u"mapProfile"_s)->trigger();
        QCOMPARE(desk.workspace().timeline()->tracks().profile(), TimelineProfile::Trace);
    }

    // "K make factor on canvas"

    void kMakesAFactorOnTheCanvasWithTheEventsAsItsEvidence()
    {
        const Desk desk(library());
        STEP(begin(desk));
        Hands::key(Qt::Key_Home);
        Hands::key(Qt::Key_BracketRight);
        QCOMPARE(desk.workspace().selection().seqs().size(), 2);
        Hands::key(Qt::Key_K);
        QCOMPARE(desk.window->place(), Place::Factors);
        QCOMPARE(desk.contents().factors.size(), 1);
        QCOMPARE(desk.contents().evidenceLinks.size(), 2);
        Hands::key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(desk.contents().factors.isEmpty());
        QVERIFY(desk.contents().evidenceLinks.isEmpty());
    }

    // "Add to report"

    void addToReportWritesTheEventsIntoTheReport()
    {
        const Desk desk(library());
        STEP(begin(desk));
        QVERIFY(!desk.contents().sections.isEmpty());
        const QString before = desk.contents().sections.first().body;
        Hands::key(Qt::Key_Home);
        TimelineTracks &tracks = desk.workspace().timeline()->tracks();
        const QPoint place =
            tracks.rectOf(desk.workspace().selection().current()).center().toPoint();
        takeByRightClick(tracks, place, u"Add to report"_s);
        const EventId id = desk.document().eventBySeq(desk.workspace().selection().current())->id;
        QVERIFY(desk.contents().sections.first().body.contains(id.toString()));
        Hands::giveActivationBack();
        Hands::key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(desk.contents().sections.first().body, before);
    }

    // "Ctrl+Z/Y"

    void controlZAndYTakeBackAndBringAgain()
    {
        const Desk desk(library());
        STEP(begin(desk));
        Hands::key(Qt::Key_Home);
        Hands::key(Qt::Key_Right, Qt::ControlModifier);
        QVERIFY(desk.event(u"look"_s)->effectiveStart() != kStart);
        Hands::key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(desk.event(u"look"_s)->effectiveStart(), kStart);
        Hands::key(Qt::Key_Y, Qt::ControlModifier);
        QVERIFY(desk.event(u"look"_s)->effectiveStart() != kStart);
        QVERIFY(desk.workspace().timeline()->tracks().hasFocus());
    }

    // "? key sheet"

    void theQuestionMarkShowsEveryKeyAsItIs()
    {
        const Desk desk(library());
        STEP(begin(desk));
        desk.workspace().timeline()->keymap().setKeys(u"mark"_s, { Qt::Key_J });
        QStringList words;
        inDialog([&words](QDialog &dialog) {
            for (const QLabel *label : dialog.findChildren<QLabel *>())
                words << label->text();
        });
        Hands::key(Qt::Key_Question, Qt::ShiftModifier);
        for (const KeyHelp &help : desk.workspace().timeline()->keyHelp())
            QVERIFY2(words.contains(help.what), qPrintable(help.what));
        QCOMPARE(words.value(words.indexOf(u"Mark the cursor or the range"_s) - 1), u"J"_s);
    }

    // "Ctrl+Shift+P"

    void controlShiftPOpensTheCommands()
    {
        const Desk desk(library());
        STEP(begin(desk));
        auto *palette = desk.window->findChild<CommandPalette *>();
        QVERIFY(!palette->isVisible());
        Hands::key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(palette->isVisible());
        Hands::type(u"keys of the timeline"_s);
        bool isThere = false;
        inDialog([&isThere](QDialog &dialog) {
            isThere = qobject_cast<TimelineKeysDialog *>(&dialog) != nullptr;
        });
        Hands::key(Qt::Key_Return);
        QTRY_VERIFY(isThere);
    }

    // "The table twin: everything can be done there"

    void theMenuOfTheTableOffersWhatTheTimelineOffers()
    {
        const Desk desk(library());
        STEP(begin(desk));
        auto *table = desk.window->findChild<EventTableView *>();
        table->setFocus();
        table->selectRow(1);
        const qint64 seq = desk.workspace().selection().current();
        QVERIFY(seq != 0);
        QStringList ofTable;
        QTimer::singleShot(50, qApp, [&ofTable] { ofTable = takeFromOpenMenu({}); });
        Hands::key(Qt::Key_F10, Qt::ShiftModifier);
        Hands::giveActivationBack();
        TimelineTracks &tracks = desk.workspace().timeline()->tracks();
        const QStringList ofLine =
            takeByRightClick(tracks, tracks.rectOf(seq).center().toPoint(), {});
        QVERIFY(ofLine.size() > 10);
        QCOMPARE(ofTable, ofLine);
    }

    void whatIsTypedIntoACellIsNotReplacedByWhatWasCountedMeanwhile()
    {
        const Desk desk(library());
        STEP(begin(desk));
        auto *table = desk.window->findChild<EventTableView *>();
        table->setFocus();
        table->setCurrentIndex(table->model()->index(1, EventTableModel::Title));
        Hands::key(Qt::Key_F2);
        auto *cell = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(cell);
        cell->selectAll();
        Hands::type(u"ask aga"_s);
        qobject_cast<EventTableModel *>(table->model())->refreshSight();
        QCOMPARE(cell->text(), u"ask aga"_s);
        Hands::type(u"in"_s);
        Hands::key(Qt::Key_Return);
        QTRY_VERIFY(desk.event(u"ask again"_s));
    }

    void anEventIsMovedWordedAndRemovedInTheTableByKeysAlone()
    {
        const Desk desk(library());
        STEP(begin(desk));
        auto *table = desk.window->findChild<EventTableView *>();
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, EventTableModel::Time));
        Hands::key(Qt::Key_F2);
        Hands::key(Qt::Key_A, Qt::ControlModifier);
        Hands::type(u"+5m"_s);
        Hands::key(Qt::Key_Return);
        QTRY_COMPARE(desk.event(u"look"_s)->effectiveStart()->us, kStart.us + 5 * kMinute);
        table->setCurrentIndex(table->model()->index(0, EventTableModel::Title));
        Hands::key(Qt::Key_F2);
        Hands::key(Qt::Key_A, Qt::ControlModifier);
        Hands::type(u"look again"_s);
        Hands::key(Qt::Key_Return);
        QTRY_VERIFY(desk.event(u"look again"_s));
        QTimer::singleShot(50, qApp, [] { takeFromOpenMenu(u"Remove"_s); });
        Hands::key(Qt::Key_F10, Qt::ShiftModifier);
        Hands::giveActivationBack();
        QVERIFY(!desk.event(u"look again"_s));
        for (int i = 0; i < 3; ++i)
            Hands::key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(desk.event(u"look"_s)->effectiveStart(), kStart);
    }
};

QTEST_MAIN(InteractionWindowTest)
#include "tst_interactionwindow.moc"
