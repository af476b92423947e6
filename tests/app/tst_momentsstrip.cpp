// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/eventedits.h"
#include "editing/momentedits.h"
#include "support/testlibrary.h"
#include "theme/theme.h"
#include "timeline/momentactions.h"
#include "timeline/momentsstrip.h"
#include "timeline/timelineview.h"

#include <QApplication>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

using namespace SecondStory;
using namespace SecondStory::Ui;
using namespace SecondStory::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMinute = 60'000'000;
constexpr TimePoint kNoon{ 1'519'128'000'000'000 };

/// A timeline of an hour with an event every ten minutes.
struct Scene {
    TestLibrary t;
    std::unique_ptr<Editing::ReviewDocument> document =
        std::move(*Editing::ReviewDocument::open(*t.library, t.addReview()));
    QList<EventId> events;
    TimelineSelection selection;
    std::unique_ptr<TimelineView> view;

    Scene()
    {
        for (int i = 0; i < 6; ++i)
            events << *Editing::addEvent(*document,
                                         { at(10 * i), {}, {}, EventKind::Action, u"step"_s });
        view = std::make_unique<TimelineView>(*document, selection);
        view->resize(1'000, 500);
        view->show();
        view->activateWindow();
        if (!QTest::qWaitForWindowActive(view.get()))
            qFatal("the timeline does not become active");
        look(-10, 60);
    }
    static TimePoint at(int minute) { return { kNoon.us + minute * kMinute }; }
    void look(int from, int until) const
    {
        view->viewport().setScale(
            Figures::TimeScale({ at(from), at(until) }, view->tracks().width()));
    }
    [[nodiscard]] MomentId moment(qsizetype first, qsizetype count, const QString &title) const
    {
        return *Editing::makeMoment(*document, events.mid(first, count), title);
    }
    [[nodiscard]] MomentsStrip &strip() const { return view->moments(); }
    [[nodiscard]] QList<qint64> seqs(qsizetype first, qsizetype count) const
    {
        QList<qint64> seqs;
        for (const EventId id : events.mid(first, count))
            seqs << document->seqOf(id);
        return seqs;
    }
};

} // namespace

class MomentsStripTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void thereIsNoStripWithoutMoments()
    {
        const Scene s;
        QVERIFY(!s.strip().isVisible());
        const MomentId id = s.moment(0, 2, u"Is it the cache?"_s);
        QVERIFY(s.strip().isVisible());
        QCOMPARE(s.strip().moments().all().size(), 1);
        s.document->undoStack()->undo();
        QVERIFY(!s.strip().isVisible());
        QVERIFY(s.strip().placeOf(id).isNull());
    }

    void aBracketStandsUnderTheRulerOverItsTime()
    {
        const Scene s;
        const MomentId id = s.moment(1, 3, u"Is it the cache?"_s);
        QApplication::processEvents();
        const QRectF place = s.strip().placeOf(id);
        QCOMPARE(place.left(), s.view->viewport().scale().x(Scene::at(10)));
        QCOMPARE(place.right(), s.view->viewport().scale().x(Scene::at(30)));
        const QPoint strip = s.strip().mapTo(s.view.get(), QPoint());
        const QPoint tracks = s.view->tracks().mapTo(s.view.get(), QPoint());
        QCOMPARE(strip.x(), tracks.x());
        QVERIFY(strip.y() < tracks.y());
        QCOMPARE(s.strip().width(), s.view->tracks().width());
    }

    void undatedMomentsAreCountedBesideIt()
    {
        const Scene s;
        (void)s.moment(0, 0, u"Some day"_s);
        QVERIFY(!s.strip().isVisible());
        auto *head = qobject_cast<QToolButton *>(s.strip().head());
        QVERIFY(head->isVisible());
        QVERIFY2(head->text().contains(u'1'), qPrintable(head->text()));
        QSignalSpy all(s.view.get(), &TimelineView::momentsRequested);
        QTest::mouseClick(head, Qt::LeftButton);
        QCOMPARE(all.count(), 1);
    }

    void aClickChoosesItsEventsAndADoubleClickOpensIt()
    {
        const Scene s;
        const MomentId id = s.moment(1, 3, u"Is it the cache?"_s);
        QApplication::processEvents();
        QSignalSpy opened(s.view.get(), &TimelineView::momentActivated);
        const QPoint place = s.strip().placeOf(id).center().toPoint();
        QTest::mouseClick(&s.strip(), Qt::LeftButton, {}, place);
        QCOMPARE(s.strip().current(), id);
        QCOMPARE(s.selection.seqs(), s.seqs(1, 3));
        QCOMPARE(opened.count(), 0);
        QTest::mouseDClick(&s.strip(), Qt::LeftButton, {}, place);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.first().first().value<MomentId>(), id);
        QTest::mouseClick(&s.strip(), Qt::LeftButton, {}, QPoint(4, place.y()));
        QVERIFY(s.strip().current().isNull());
    }

    void keysGoFromOneToTheNextAndBringItIntoView()
    {
        const Scene s;
        const MomentId first = s.moment(0, 1, u"First"_s);
        const MomentId second = s.moment(2, 2, u"Second"_s);
        const MomentId last = s.moment(5, 1, u"Last"_s);
        s.look(-10, 40);
        s.strip().setFocus();
        QTest::keyClick(&s.strip(), Qt::Key_Right);
        QCOMPARE(s.strip().current(), first);
        QVERIFY(s.strip().accessibleDescription().startsWith(u"First"));
        QTest::keyClick(&s.strip(), Qt::Key_Right);
        QCOMPARE(s.strip().current(), second);
        QCOMPARE(s.selection.seqs(), s.seqs(2, 2));
        QTest::keyClick(&s.strip(), Qt::Key_End);
        QCOMPARE(s.strip().current(), last);
        const TimeSpan view = s.view->viewport().scale().span();
        QVERIFY(view.start <= Scene::at(50) && Scene::at(50) <= view.end);
        QTest::keyClick(&s.strip(), Qt::Key_Right); // there is none behind it
        QCOMPARE(s.strip().current(), last);
        QTest::keyClick(&s.strip(), Qt::Key_Left);
        QCOMPARE(s.strip().current(), second);
        QSignalSpy opened(s.view.get(), &TimelineView::momentActivated);
        QTest::keyClick(&s.strip(), Qt::Key_Return);
        QCOMPARE(opened.first().first().value<MomentId>(), second);
        QTest::keyClick(&s.strip(), Qt::Key_Escape);
        QVERIFY(s.view->tracks().hasFocus());
    }

    void theWheelZoomsThereToo()
    {
        const Scene s;
        (void)s.moment(0, 6, u"All of it"_s);
        QApplication::processEvents();
        const qint64 before = s.view->viewport().scale().length();
        QWheelEvent turn(QPointF(300, 5), s.strip().mapToGlobal(QPointF(300, 5)), {}, { 0, 120 },
                         Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&s.strip(), &turn);
        QVERIFY(s.view->viewport().scale().length() < before);
    }

    void theKeyMakesAMomentOfTheSelection()
    {
        Scene s;
        QSignalSpy wanted(s.view.get(), &TimelineView::momentRequested);
        s.view->tracks().setFocus();
        QTest::keyClick(&s.view->tracks(), Qt::Key_O, Qt::ShiftModifier);
        QCOMPARE(wanted.count(), 0); // nothing is selected
        s.selection.select(s.seqs(2, 2));
        QTest::keyClick(&s.view->tracks(), Qt::Key_O, Qt::ShiftModifier);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().first().value<QList<EventId>>(), s.events.mid(2, 2));
    }

    void theMenuMakesAMomentOrAddsToOne()
    {
        Scene s;
        const MomentId id = s.moment(0, 1, u"Salt & pepper"_s);
        QMenu nothing;
        addMomentActions(nothing, *s.view);
        QVERIFY(nothing.isEmpty());
        s.selection.select(s.seqs(4, 1));
        QMenu menu;
        addMomentActions(menu, *s.view);
        QCOMPARE(menu.actions().size(), 2);
        QSignalSpy wanted(s.view.get(), &TimelineView::momentRequested);
        menu.actions().at(0)->trigger();
        QCOMPARE(wanted.count(), 1);
        QAction *one = menu.actions().at(1)->menu()->actions().first();
        QCOMPARE(one->text(), u"Salt && pepper"_s);
        one->trigger();
        QCOMPARE(findRecord<Moment>(s.document->contents(), id)->events,
                 (QList<EventId>{ s.events[0], s.events[4] }));
        QCOMPARE(findRecord<Moment>(s.document->contents(), id)->end, std::optional(Scene::at(40)));
    }

    void itIsDrawnInBothThemes()
    {
        const Scene s;
        const MomentId id = s.moment(1, 3, u"Is it the cache?"_s);
        for (const auto *palette : { &Figures::Palette::light(), &Figures::Palette::dark() }) {
            s.view->setPalette(toQPalette(*palette));
            s.strip().setCurrent({});
            const QImage plain = s.strip().grab().toImage();
            s.strip().setCurrent(id);
            const QImage chosen = s.strip().grab().toImage();
            const QPoint inside = s.strip().placeOf(id).center().toPoint() + QPoint(60, 4);
            QVERIFY(plain.pixelColor(2, 2) == palette->window);
            QVERIFY(plain.pixel(inside) != chosen.pixel(inside) || plain != chosen);
        }
    }
};

QTEST_MAIN(MomentsStripTest)
#include "tst_momentsstrip.moc"
