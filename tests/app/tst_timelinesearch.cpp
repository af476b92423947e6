// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/accessscene.h"
#include "services/translations.h"
#include "timeline/gotobar.h"
#include "timeline/hitmarks.h"
#include "timeline/timelinefilterbar.h"
#include "timeline/timelinemenu.h"
#include "timeline/timelinenotice.h"
#include "timeline/timelinesearch.h"
#include "widgets/smallwidgets.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QImage>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTimer>

using namespace SecondStory;
using namespace SecondStory::Testing;
using namespace SecondStory::Ui;

namespace {

QLineEdit *searchLine(const AccessScene &s)
{
    for (QLineEdit *line : s.view->filterBar().findChildren<QLineEdit *>()) {
        if (line->accessibleName() == u"Search the events"_s)
            return line;
    }
    return nullptr;
}

QStringList wordsOf(const QMenu &menu)
{
    QStringList words;
    for (const QAction *action : menu.actions())
        words << action->text();
    return words;
}

QAction *actionOf(const QMenu &menu, const QString &text)
{
    for (QAction *action : menu.actions()) {
        if (action->text() == text)
            return action;
    }
    return nullptr;
}

QStringList buttonsOf(const TimelineNotice &notice)
{
    QStringList words;
    for (const auto *button : notice.findChildren<QAbstractButton *>()) {
        if (button->isVisible())
            words << button->text();
    }
    return words;
}

void press(const TimelineNotice &notice, const QString &text)
{
    for (auto *button : notice.findChildren<QAbstractButton *>()) {
        if (!button->isVisible() || button->text() != text)
            continue;
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
        QCoreApplication::processEvents();
        return;
    }
    QFAIL(qPrintable(text));
}

} // namespace

/// Finding, filtering, going somewhere, and what stands where there is nothing to see.
class TimelineSearchTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Services::installTranslations(*QCoreApplication::instance()); }

    void searchHidesNothingAndGoesRound()
    {
        AccessScene s;
        s.key(Qt::Key_Slash);
        QCOMPARE(QApplication::focusWidget(), searchLine(s));
        QTest::keyClicks(searchLine(s), u"roll"_s);
        QTest::keyClick(searchLine(s), Qt::Key_Return);
        QCOMPARE(s.view->model().index().shown(), 5);
        QCOMPARE(s.view->search().count(), 2);
        QCOMPARE(s.view->search().unseen(), 1); // the undated one
        QCOMPARE(s.selection.current(), s.seq(u"roll back"_s));
        QCOMPARE(s.view->search().statusText(), u"1 of 2, 1 not shown"_s);
        QTest::keyClick(searchLine(s), Qt::Key_Return);
        QCOMPARE(s.selection.current(), s.seq(u"wait for rolling"_s));
        QTest::keyClick(searchLine(s), Qt::Key_Return);
        QCOMPARE(s.selection.current(), s.seq(u"roll back"_s));
        QTest::keyClick(searchLine(s), Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(s.selection.current(), s.seq(u"wait for rolling"_s));
        s.view->tracks().setFocus();
        s.key(Qt::Key_F3);
        QCOMPARE(s.selection.current(), s.seq(u"roll back"_s));
        s.key(Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(s.selection.current(), s.seq(u"wait for rolling"_s));
    }

    void hitsStandOnTheModelAndFollowEdits()
    {
        AccessScene s;
        QSignalSpy changed(&s.view->model(), &TimelineModel::searchHitsChanged);
        s.view->search().setWords(u"rol"_s);
        QCOMPARE(s.view->model().searchHits(),
                 (QList<TimePoint>{ AccessScene::at(20), AccessScene::at(40) }));
        QVERIFY(changed.size() > 0);
        s.add(30, {}, s.second, u"roll again"_s);
        QCOMPARE(s.view->model().searchHits().size(), 3);
        s.document->undoStack()->undo();
        QCOMPARE(s.view->model().searchHits().size(), 2);
        s.view->search().clear();
        QVERIFY(s.view->model().searchHits().isEmpty());
        s.view->search().setWords(u"nothing of the kind"_s);
        QCOMPARE(s.view->search().statusText(), u"nothing found"_s);
    }

    void aLargeReviewIsSearchedBesideTheWindowAndReturnWaitsForIt()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        addManyEvents(*t.library, review, 20'500, [](int i) {
            return i % 5'000 == 7 ? u"needle %1"_s.arg(i) : u"queue %1"_s.arg(i);
        });
        const auto document = std::move(*Editing::ReviewDocument::open(*t.library, review));
        TimelineSelection selection;
        TimelineView view(*document, selection);
        view.model().finishCounting();
        TimelineSearch &search = view.search();
        const auto titleHere = [&] { return document->eventBySeq(selection.current())->title; };
        search.setWords(u"needle"_s);
        // The other thread may be done before this one goes on.
        const bool waits = search.isLooking();
        if (waits)
            QCOMPARE(search.statusText(), u"searching…"_s);
        search.next();
        search.next();
        if (waits)
            QCOMPARE(selection.current(), 0);
        QTRY_VERIFY(!search.isLooking());
        QCOMPARE(search.count(), 5);
        QCOMPARE(search.unseen(), 0);
        QCOMPARE(view.model().searchHits().size(), 5);
        QCOMPARE(titleHere(), u"needle 5007"_s);
        QCOMPARE(search.statusText(), u"2 of 5"_s);
        // Of two searches at once the later one counts.
        search.setWords(u"queue"_s);
        search.setWords(u"needle 10007"_s);
        QTRY_VERIFY(!search.isLooking());
        QCOMPARE(search.count(), 1);
        search.previous();
        QCOMPARE(titleHere(), u"needle 10007"_s);
        search.setWords(u"queue"_s);
        search.clear();
        QVERIFY(!search.isLooking());
        QTest::qWait(300);
        QCOMPARE(search.count(), 0);
        QVERIFY(view.model().searchHits().isEmpty());
    }

    void hitsAreDrawnWhereTheyAre()
    {
        QImage image(200, 10, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        const Figures::TimeScale scale({ { 0 }, { 200'000'000 } }, 200);
        const Figures::Palette &palette = Figures::Palette::light();
        paintHitMarks(painter, image.rect(), scale, { { 50'000'000 }, { 150'000'000 } }, palette);
        painter.end();
        QCOMPARE(image.pixelColor(50, 5), palette.accent);
        QCOMPARE(image.pixelColor(150, 5), palette.accent);
        QCOMPARE(image.pixelColor(100, 5), QColor(Qt::white));
    }

    void escapePeelsTheSearchBeforeTheFilter()
    {
        AccessScene s;
        s.view->search().setWords(u"roll"_s);
        s.view->filterBar().filterTo(s.first);
        s.key(Qt::Key_Escape);
        QVERIFY(s.view->search().words().isEmpty());
        QVERIFY(s.view->model().filter().isActive());
        s.key(Qt::Key_Escape);
        QVERIFY(!s.view->model().filter().isActive());
    }

    void filtersByPersonSourceRangeAndWords()
    {
        AccessScene s;
        Figures::EventFilter filter;
        filter.people = { s.asha.id };
        s.view->model().setFilter(filter);
        QCOMPARE(s.view->model().index().shown(), 1);
        QCOMPARE(s.view->filterBar().chips(), QStringList{ u"person: Asha"_s });
        filter = {};
        filter.sources = { s.source.id };
        s.view->model().setFilter(filter);
        QCOMPARE(s.view->model().index().shown(), 1);
        filter = {};
        filter.span = TimeSpan{ AccessScene::at(20), AccessScene::at(45) };
        s.view->model().setFilter(filter);
        QCOMPARE(s.view->model().index().shown(), 3);
        QCOMPARE(s.view->filterBar().countText(), u"3 of 5"_s);
        filter.text = u"roll"_s;
        s.view->model().setFilter(filter);
        QCOMPARE(s.view->model().index().shown(), 2);
        // Part by part away again.
        while (!s.view->filterBar().parts().isEmpty())
            s.view->filterBar().removePart(s.view->filterBar().parts().first());
        QCOMPARE(s.view->model().index().shown(), 5);
        QVERIFY(!s.view->model().filter().found);
    }

    void aNewEventThatFitsTheFilterIsShown()
    {
        AccessScene s;
        Figures::EventFilter filter;
        filter.text = u"roll"_s;
        s.view->model().setFilter(filter);
        QCOMPARE(s.view->model().index().shown(), 2);
        s.add(30, {}, s.first, u"roll on"_s);
        QCOMPARE(s.view->model().index().shown(), 3);
    }

    void aChipTakesItsFilterAway()
    {
        AccessScene s;
        Figures::EventFilter filter;
        filter.kinds = { EventKind::Decision };
        filter.onlyStarred = true;
        s.view->model().setFilter(filter);
        QCoreApplication::processEvents();
        const auto chips = s.view->filterBar().findChildren<Chip *>();
        QCOMPARE(chips.size(), 2);
        for (Chip *chip : chips) {
            QVERIFY(chip->isVisible());
            auto *cross = chip->findChild<QToolButton *>();
            QVERIFY(cross->width() >= 24 && cross->height() >= 24);
            if (chip->text() == u"starred"_s)
                cross->click();
        }
        QCoreApplication::processEvents();
        QVERIFY(!s.view->model().filter().onlyStarred);
        QVERIFY(!s.view->model().filter().kinds.isEmpty());
    }

    void theEmptyReviewOffersThreeWays()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        const auto document = std::move(*Editing::ReviewDocument::open(*t.library, review));
        TimelineSelection selection;
        TimelineView view(*document, selection);
        view.resize(1000, 600);
        view.show();
        QCoreApplication::processEvents();
        auto *notice = view.findChild<TimelineNotice *>();
        QVERIFY(notice->isVisible());
        QCOMPARE(notice->findChildren<NoticeCard *>().size(), 3);
        QSignalSpy imports(&view, &TimelineView::importRequested);
        QSignalSpy samples(&view, &TimelineView::sampleRequested);
        press(*notice, u"Import evidence…"_s);
        QCOMPARE(imports.size(), 1);
        const auto cards = notice->findChildren<NoticeCard *>();
        QTest::mouseClick(cards[2], Qt::LeftButton);
        QCoreApplication::processEvents();
        QCOMPARE(samples.size(), 1);
        press(*notice, u"Add the first event (N)"_s);
        QTest::keyClicks(QApplication::focusWidget(), u"it began"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(document->events().rows.size(), 1U);
        QVERIFY(!notice->isVisible());
    }

    void whatTheFilterHidesCanBeClearedByName()
    {
        AccessScene s;
        Figures::EventFilter filter;
        filter.lanes = { s.second };
        filter.onlyStarred = true;
        s.view->model().setFilter(filter);
        auto *notice = s.view->findChild<TimelineNotice *>();
        QVERIFY(notice->isVisible());
        QCOMPARE(buttonsOf(*notice),
                 (QStringList{ u"Clear “lane: #incident”"_s, u"Clear “starred”"_s,
                               u"Clear all filters"_s }));
        press(*notice, u"Clear “starred”"_s);
        QCOMPARE(s.view->model().index().shown(), 1);
        QVERIFY(!notice->isVisible());
    }

    void outOfViewOffersToFit()
    {
        AccessScene s;
        s.view->navigation().pan(20);
        auto *notice = s.view->findChild<TimelineNotice *>();
        QVERIFY(notice->isVisible());
        press(*notice, u"Fit (Shift+F)"_s);
        QVERIFY(!notice->isVisible());
    }

    void withoutTimesTheTrayIsOffered()
    {
        AccessScene s;
        const TimelineNotice *notice = s.view->findChild<TimelineNotice *>();
        for (const QString &title :
             { u"look"_s, u"roll back"_s, u"wait for rolling"_s, u"say so"_s })
            VERIFY_RESULT(Editing::removeOwnEvents(*s.document, { s.id(title) }));
        QVERIFY(!notice->isVisible()); // "anyone else?" has a time
        QSignalSpy undated(s.view.get(), &TimelineView::undatedRequested);
        TimelineContent content;
        content.events.undated = s.document->events().undated;
        TimelineSelection selection;
        TimelineView view(std::move(content), selection);
        view.resize(900, 500);
        view.show();
        QCoreApplication::processEvents();
        QSignalSpy asked(&view, &TimelineView::undatedRequested);
        notice = view.findChild<TimelineNotice *>();
        QVERIFY(notice->isVisible());
        QCOMPARE(notice->accessibleName(), u"1 event needs a time"_s);
        press(*notice, u"Open the undated tray"_s);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(undated.size(), 0);
    }

    void theRangeMenuDoesWhatItSays()
    {
        AccessScene s;
        s.selection.setRange(TimeSpan{ AccessScene::at(15), AccessScene::at(30) });
        QMenu menu;
        fillTimelineMenu(menu, *s.view, { 10, 30 });
        const QStringList words = wordsOf(menu);
        for (const QString &each : { u"Zoom to"_s, u"Filter to"_s, u"Add note…"_s,
                                     u"Copy as text"_s, u"Add to report"_s })
            QVERIFY2(words.contains(each), qPrintable(each));
        actionOf(menu, u"Copy as text"_s)->trigger();
        const QStringList lines = QApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[0].contains(u"roll back"_s));
        QVERIFY(lines[1].contains(u"say so"_s));
        QSignalSpy report(s.view.get(), &TimelineView::reportRequested);
        actionOf(menu, u"Add to report"_s)->trigger();
        QCOMPARE(report.size(), 1);
        QCOMPARE(report[0][0].value<QList<EventId>>().size(), 2);
        actionOf(menu, u"Filter to"_s)->trigger();
        QCOMPARE(s.view->model().index().shown(), 2);
        actionOf(menu, u"Zoom to"_s)->trigger();
        QVERIFY(s.view->viewport().scale().length() < 20 * kAccessMinute);
        actionOf(menu, u"Add note…"_s)->trigger();
        QTest::keyClicks(QApplication::focusWidget(), u"busy"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(s.document->contents().marks.size(), 1);
        QCOMPARE(s.document->contents().marks[0].name, u"busy"_s);
        QVERIFY(s.document->contents().marks[0].end.has_value());
    }

    void theMenuKeyOpensAtTheEvent_data()
    {
        QTest::addColumn<bool>("isMenuKey");
        QTest::newRow("Shift+F10") << false;
        QTest::newRow("Menu") << true;
    }
    void theMenuKeyOpensAtTheEvent()
    {
        QFETCH(bool, isMenuKey);
        AccessScene s;
        s.selection.selectOnly(s.seq(u"roll back"_s));
        QStringList words;
        QPoint place;
        QTimer::singleShot(50, this, [&] {
            if (auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget())) {
                words = wordsOf(*menu);
                place = menu->pos();
                menu->close();
            }
        });
        if (isMenuKey) {
            QContextMenuEvent event(QContextMenuEvent::Keyboard, { 1, 1 }, { 1, 1 });
            QApplication::sendEvent(&s.view->tracks(), &event);
        } else {
            s.key(Qt::Key_F10, Qt::ShiftModifier);
        }
        QVERIFY(words.contains(u"Make factor"_s));
        const QRect at = s.view->tracks().rectOf(s.seq(u"roll back"_s)).toAlignedRect();
        QVERIFY(std::abs(place.x() - s.view->tracks().mapToGlobal(at.bottomLeft()).x()) <= 4);
    }

    void goingSomewhereShowsWhereFirst()
    {
        AccessScene s;
        VERIFY_RESULT(Editing::addMark(*s.document, u"Peak"_s, AccessScene::at(10), {}));
        s.selection.setCursor(AccessScene::at(0));
        s.key(Qt::Key_G, Qt::ControlModifier);
        auto *bar = s.view->findChild<GoToBar *>();
        QVERIFY(bar->isVisible());
        QCOMPARE(QApplication::focusWidget(), bar->line());
        QTest::keyClicks(bar->line(), u"5m after peak"_s);
        QVERIFY2(bar->preview().contains(u"13:15:00"_s), qPrintable(bar->preview()));
        QVERIFY(bar->preview().contains(u"Peak"_s));
        QVERIFY(bar->preview().contains(u"later"_s));
        QTest::keyClick(bar->line(), Qt::Key_Return);
        QVERIFY(!bar->isVisible());
        QCOMPARE(s.selection.cursor(), std::optional(AccessScene::at(15)));
        QVERIFY(s.view->tracks().hasFocus());
    }

    void whatIsNotUnderstoodStaysToBeMended()
    {
        AccessScene s;
        s.key(Qt::Key_G, Qt::ControlModifier);
        auto *bar = s.view->findChild<GoToBar *>();
        QTest::keyClicks(bar->line(), u"soonish"_s);
        QVERIFY(bar->preview().contains(u"soonish"_s));
        const auto before = s.selection.cursor();
        QTest::keyClick(bar->line(), Qt::Key_Return);
        QVERIFY(bar->isVisible());
        QCOMPARE(bar->line()->text(), u"soonish"_s);
        QCOMPARE(s.selection.cursor(), before);
        bar->line()->setText(u"2018-03-25 02:30"_s);
        QVERIFY(bar->preview().contains(u"skipped"_s));
        QTest::keyClick(bar->line(), Qt::Key_Escape);
        QVERIFY(!bar->isVisible());
    }
};

QTEST_MAIN(TimelineSearchTest)
#include "tst_timelinesearch.moc"
