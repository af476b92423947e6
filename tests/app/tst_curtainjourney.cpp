// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/curtainscene.h"
#include "app/journeyfixture.h"
#include "inspector/knownpanel.h"
#include "services/translations.h"
#include "theme/style.h"
#include "timeline/curtainbar.h"
#include "timeline/curtainline.h"
#include "timeline/eventtablemodel.h"
#include "timeline/eventtableview.h"
#include "timeline/timelineview.h"

#include <QMenu>
#include <QTimer>
#include <QUndoStack>

using namespace SecondStory;
using namespace SecondStory::Ui;
using namespace SecondStory::Testing;

/// With the real window: looking through somebody's eyes, and saying what the evidence does not.
class CurtainJourney : public QObject {
    Q_OBJECT

    static TimelineCurtain &curtainOf(const Desk &desk)
    {
        return desk.workspace().timeline()->curtain();
    }
    static void selectByMouse(const Desk &desk, const QString &title)
    {
        TimelineView &view = *desk.workspace().timeline();
        const qint64 seq = desk.document().seqOf(desk.event(title)->id);
        const QRectF place = view.tracks().rectOf(seq);
        QVERIFY2(place.isValid(), qPrintable(title));
        STEP(Hands::click(&view.tracks(), place.center().toPoint()));
        QCOMPARE(desk.workspace().selection().current(), seq);
    }
    static QString tableText(const Desk &desk, const QString &title)
    {
        auto *table = desk.named<QTableView>(u"Events as a table"_s);
        const QAbstractItemModel *model = table->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            const QModelIndex index = model->index(row, EventTableModel::Title);
            if (index.data(Qt::EditRole).toString() == title)
                return index.data().toString();
        }
        return {};
    }
    /// Opens the choice and, as unhurried people do, takes a line of it a little later.
    static void chooseEyes(const Desk &desk, const QString &name)
    {
        auto *eyes = desk.named<QComboBox>(u"Whose eyes"_s);
        QVERIFY(eyes);
        STEP(Hands::click(eyes));
        QTRY_VERIFY(eyes->view()->isVisible());
        QTest::qWait(QApplication::doubleClickInterval() + 200);
        const QModelIndex line = eyes->model()->index(eyes->findText(name), 0);
        QTest::mouseClick(eyes->view()->viewport(), Qt::LeftButton, {},
                          eyes->view()->visualRect(line).center());
        QTRY_COMPARE(eyes->currentText(), name);
        Hands::giveActivationBack();
    }
    /// Takes a line of the menu that the next click opens.
    static void willChoose(const QString &text)
    {
        QTimer::singleShot(50, qApp, [text] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            if (!menu)
                qFatal("no menu is open");
            for (QAction *action : menu->actions()) {
                if (action->text() == text) {
                    QTest::mouseClick(menu, Qt::LeftButton, {},
                                      menu->actionGeometry(action).center());
                    return;
                }
            }
            qFatal("%s is not in the menu", qPrintable(text));
        });
    }

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"secondstory-tests"_s);
        QCoreApplication::setApplicationName(u"tst_curtainjourney"_s);
        QSettings().clear();
        QApplication::setStyle(new Ui::Style);
        Services::installTranslations(*QCoreApplication::instance());
    }
    void cleanupTestCase() { QSettings().clear(); }

    void aReviewIsWalkedThroughAsOnePersonSawIt()
    {
        const CurtainLibrary library;
        Desk desk(library.t.path());
        QVERIFY(desk.window->openReview(library.review));
        STEP(drawByMouse(desk));
        STEP(walkByKeys(desk));
        STEP(stateByMouse(desk, library));
        STEP(leaveAndComeBack(desk, library));
    }

private:
    static void drawByMouse(const Desk &desk)
    {
        STEP(desk.goByMouse(Place::Timeline));
        QTest::qWait(50);
        STEP(Hands::click(desk.button(u"Known at…"_s)));
        QVERIFY(desk.find<CurtainBar>([](const auto &) { return true; }));
        QTRY_VERIFY(curtainOf(desk).isDrawn());
        STEP(chooseEyes(desk, u"Asha"_s));
        auto *time = desk.named<QLineEdit>(u"At what time"_s);
        STEP(Hands::click(time));
        time->selectAll();
        Hands::type(u"13:12"_s);
        Hands::key(Qt::Key_Return);
        QCOMPARE(curtainOf(desk).time(), minute(12));
        QCOMPARE(tableText(desk, u"hello"_s), u"hello"_s);
        QCOMPARE(tableText(desk, u"I see it"_s), u"(not yet known) I see it"_s);
        QCOMPARE(tableText(desk, u"CPU high"_s), u"(not known to whom) CPU high"_s);
        auto *line = desk.find<CurtainLine>([](const auto &) { return true; });
        QVERIFY(line);
        TimelineTracks &tracks = desk.workspace().timeline()->tracks();
        const QPoint grip = line->mapTo(&tracks, line->grip().center());
        STEP(Hands::drag(line, line->mapFrom(&tracks, grip),
                         line->mapFrom(&tracks, grip + QPoint(20, 0))));
        QVERIFY(curtainOf(desk).time() > minute(12));
    }

    static void walkByKeys(const Desk &desk)
    {
        // The edge has the focus since it was dragged.
        QVERIFY(qobject_cast<CurtainLine *>(QApplication::focusWidget()));
        Hands::key(Qt::Key_Right);
        QCOMPARE(curtainOf(desk).time(), minute(20));
        QCOMPARE(tableText(desk, u"I see it"_s), u"I see it"_s);
        Hands::key(Qt::Key_Space);
        QCOMPARE(curtainOf(desk).time(), minute(40));
        QCOMPARE(desk.workspace().selection().seqs().size(), 1);
        Hands::key(Qt::Key_Left);
        QCOMPARE(curtainOf(desk).time(), minute(20));
    }

    static void stateByMouse(const Desk &desk, const CurtainLibrary &library)
    {
        STEP(selectByMouse(desk, u"told somebody"_s));
        auto *panel = desk.find<KnownPanel>([](const auto &) { return true; });
        QVERIFY(panel);
        QTRY_COMPARE(panel->lines(), QStringList{ u"Bo, since 13:15:00, took part in it"_s });
        STEP(Hands::click(desk.button(u"State who knew of it"_s)));
        willChoose(u"Asha"_s);
        STEP(Hands::click(desk.button(u"Choose who"_s)));
        QTest::qWait(50);
        auto *since = desk.named<QLineEdit>(u"Known since"_s);
        QCOMPARE(since->text(), u"2018-02-20 13:15:00"_s);
        STEP(Hands::click(since));
        since->selectAll();
        Hands::type(u"13:18"_s);
        STEP(Hands::click(desk.button(u"State it"_s)));
        QCOMPARE(desk.contents().knownTo.size(), 1);
        QCOMPARE(desk.contents().knownTo[0].since, minute(18));
        QCOMPARE(desk.contents().knownTo[0].personId, library.asha);
        QCOMPARE(tableText(desk, u"told somebody"_s), u"told somebody"_s);
        QCOMPARE(panel->lines().last(), u"Asha, since 13:18:00, you state so"_s);
        desk.document().undoStack()->undo();
        QCOMPARE(tableText(desk, u"told somebody"_s), u"(not yet known) told somebody"_s);
        desk.document().undoStack()->redo();
    }

    static void leaveAndComeBack(Desk &desk, const CurtainLibrary &library)
    {
        desk.workspace().timeline()->tracks().setFocus();
        Hands::key(Qt::Key_Escape); // the selection first
        QVERIFY(curtainOf(desk).isOn());
        Hands::key(Qt::Key_Escape);
        QVERIFY(!curtainOf(desk).isOn());
        QCOMPARE(tableText(desk, u"rolling back"_s), u"rolling back"_s);
        Hands::key(Qt::Key_H);
        QVERIFY(curtainOf(desk).isOn());
        const int steps = desk.document().undoStack()->count();
        QCOMPARE(steps, 1);
        desk.close();
        desk.open(library.t.path());
        QVERIFY(desk.window->openReview(library.review));
        STEP(desk.goByMouse(Place::Timeline));
        QVERIFY(curtainOf(desk).isOn());
        QCOMPARE(curtainOf(desk).time(), minute(20));
        QCOMPARE(curtainOf(desk).eyes().person, library.asha);
        QCOMPARE(desk.contents().knownTo.size(), 1);
        STEP(Hands::click(desk.button(u"Open the curtain (Esc)"_s)));
        QVERIFY(!curtainOf(desk).isOn());
    }
};

QTEST_MAIN(CurtainJourney)
#include "tst_curtainjourney.moc"
