// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/evidencefixture.h"
#include "evidence/evidencepage.h"
#include "evidence/lanearranger.h"
#include "services/translations.h"
#include "timeline/laneheaders.h"
#include "timeline/timelineview.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTimer>

using namespace SecondStory;
using namespace SecondStory::Testing;
using namespace SecondStory::Ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 20'000;

const QByteArray kChat = "time,author,channel,event\n"
                         "2026-03-12T14:00:00Z,Asha,#incident,one\n"
                         "2026-03-12T14:05:00Z,Ben,#deploys,two\n"
                         "2026-03-12T14:09:00Z,Asha,#deploys,three\n";

QStringList lanesOf(const EvidenceFixture &f)
{
    QStringList list;
    for (const EventRow &row : f.document->events().rows) {
        const Lane *lane =
            findRecord<Lane>(f.document->contents(), f.document->events().lanes[row.lane]);
        list << (lane ? lane->name : u"nowhere"_s);
    }
    return list;
}

const QStringList kByChannel{ u"#incident"_s, u"#deploys"_s, u"#deploys"_s };
const QStringList kByPerson{ u"Asha"_s, u"Ben"_s, u"Asha"_s };

QAction *actionWith(const QMenu &menu, const QString &beginning)
{
    for (QAction *action : menu.actions()) {
        if (action->text().startsWith(beginning))
            return action;
    }
    return nullptr;
}

} // namespace

class LaneArrangerTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        Services::installTranslations(*QCoreApplication::instance());
        QApplication::setStyle(new Style);
        QApplication::setPalette(toQPalette(Figures::Palette::light()));
    }

    void theEvidencePageTellsWhatEachRuleDoesAndDoesTheChosenOne()
    {
        EvidenceFixture f;
        f.import(f.write(u"chat.csv"_s, kChat));
        EvidencePage page;
        page.setDocument(f.document.get());
        page.resize(1'000, 700);
        page.show();
        QPushButton *button = nullptr;
        for (QPushButton *each : page.findChildren<QPushButton *>()) {
            if (each->text().startsWith(u"Arrange lanes"_s))
                button = each;
        }
        QVERIFY(button && button->isEnabled());
        QSignalSpy previewed(page.arranger(), &LaneArranger::previewed);
        QSignalSpy arranged(page.arranger(), &LaneArranger::arranged);
        QSignalSpy said(&page, &EvidencePage::statusMessage);
        QTest::mouseClick(button, Qt::LeftButton);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QTRY_COMPARE_WITH_TIMEOUT(previewed.count(), 1, kPatience);
        QAction *person = actionWith(*menu, u"Person"_s);
        QVERIFY(person);
        QCOMPARE(person->text(), u"Person \u2014 3 of 3 events move into 2 lanes, 2 of them new"_s);
        QCOMPARE(actionWith(*menu, u"Channel"_s)->text(),
                 u"Channel or system \u2014 No event moves; they stand in 2 lanes already"_s);
        (void)picture(page, u"lanes-evidence"_s, { 1'280, 800 }, false);
        (void)picture(*menu, u"lanes-menu"_s, menu->sizeHint(), false);
        (void)picture(*menu, u"lanes-menu"_s, menu->sizeHint(), true);
        // Keys reach what the mouse does.
        for (int i = 0; i < 10 && menu->activeAction() != person; ++i)
            QTest::keyClick(menu, Qt::Key_Down);
        QCOMPARE(menu->activeAction(), person);
        QTest::keyClick(menu, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(arranged.count(), 1, kPatience);
        QCOMPARE(lanesOf(f), kByPerson);
        QVERIFY(said.last().first().toString().contains(u"undo puts them back"_s));
        f.document->undoStack()->undo();
        QCOMPARE(lanesOf(f), kByChannel);
    }

    void aRemovedSourceIsNotArranged()
    {
        EvidenceFixture f;
        f.import(f.write(u"chat.csv"_s, kChat));
        EvidencePage page;
        page.setDocument(f.document.get());
        QVERIFY(page.arranger()->canArrange());
        page.removeCurrentSource();
        QVERIFY(!page.arranger()->canArrange());
        for (QPushButton *each : page.findChildren<QPushButton *>()) {
            if (each->text().startsWith(u"Arrange lanes"_s))
                QVERIFY(!each->isEnabled());
        }
    }

    void theNameOfALaneOffersItsSourceAndAllOfThem()
    {
        EvidenceFixture f;
        f.import(f.write(u"chat.csv"_s, kChat));
        f.import(
            f.write(u"other & more.csv"_s, "time,author,event\n2026-03-12T15:00:00Z,Cleo,four\n"));
        TimelineSelection selection;
        TimelineView view(*f.document, selection);
        view.resize(1'000, 500);
        view.show();
        QTest::qWait(50);
        QStringList offered;
        QTimer::singleShot(0, this, [&] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            QVERIFY(menu);
            for (const QAction *action : menu->actions())
                offered << action->text();
            menu->close();
        });
        const QPoint at(60, 20);
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, view.headers().mapToGlobal(at));
        QApplication::sendEvent(&view.headers(), &event);
        offered = offered.filter(u" by"_s);
        QCOMPARE(offered.size(), 2);
        QCOMPARE(offered[0], u"Arrange all lanes by"_s);
        QVERIFY2(offered[1].contains(u"chat.csv"_s), qPrintable(offered[1]));

        QSignalSpy arranged(&view.arranger(), &LaneArranger::arranged);
        view.arranger().arrange({}, Services::LaneRule::Person);
        QTRY_COMPARE_WITH_TIMEOUT(arranged.count(), 1, kPatience);
        QCOMPARE(lanesOf(f), kByPerson + QStringList{ u"Cleo"_s });
        // The lanes on the screen are those that hold something.
        QCOMPARE(view.model().lanes().size(), 3);
        (void)picture(view, u"lanes-by-person"_s, { 1'280, 500 }, false);
        QCOMPARE(f.document->undoStack()->count(), 3);
        f.document->undoStack()->undo();
        QCOMPARE(lanesOf(f).first(3), kByChannel);
        QCOMPARE(view.model().lanes().size(), 3);
    }
};

QTEST_MAIN(LaneArrangerTest)
#include "tst_lanearranger.moc"
