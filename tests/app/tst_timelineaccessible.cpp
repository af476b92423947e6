// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/accessscene.h"
#include "services/translations.h"
#include "support/timelinescenes.h"
#include "theme/theme.h"
#include "timeline/eventinwords.h"
#include "timeline/laneheaders.h"
#include "timeline/timelineaccessible.h"
#include "timeline/timelineannouncer.h"
#include "timeline/timelineminimap.h"
#include "timeline/timelineruler.h"
#include "timeline/tracksaccessible.h"

#include <QAccessible>
#include <QSignalSpy>

using namespace SecondStory;
using namespace SecondStory::Testing;
using namespace SecondStory::Ui;

namespace {

bool wasTold(const QSignalSpy &told, QAccessible::Event type, const QString &part)
{
    return std::any_of(told.begin(), told.end(), [&](const QList<QVariant> &each) {
        return each[0].toInt() == int(type) && each[1].toString().contains(part);
    });
}

QAccessibleInterface *accessible(QObject *object)
{
    return QAccessible::queryAccessibleInterface(object);
}

QAccessibleInterface *named(QAccessibleInterface *parent, const QString &part)
{
    for (int i = 0; i < parent->childCount(); ++i) {
        if (parent->child(i)->text(QAccessible::Name).contains(part))
            return parent->child(i);
    }
    return nullptr;
}

} // namespace

class TimelineAccessibleTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Services::installTranslations(*QCoreApplication::instance()); }

    void anEventIsReadInFull()
    {
        AccessScene s;
        AssertedTime time;
        time.start = AccessScene::at(67);
        time.end = AccessScene::at(72);
        time.certainty = Certainty::About;
        VERIFY_RESULT(Editing::setAssertedTime(*s.document, s.id(u"anyone else?"_s), time));
        const Event event = *s.document->eventBySeq(s.seq(u"anyone else?"_s));
        QCOMPARE(eventInWords(event, s.view->model()),
                 u"14:07 to about 14:12, "_s + Figures::eventKindLabel(event.kind)
                     + u", Asha (pseudonym), anyone else?, documented"_s);
    }

    void everyCertaintyHasItsWords_data()
    {
        QTest::addColumn<int>("certainty");
        QTest::addColumn<QString>("words");
        QTest::newRow("exact") << int(Certainty::Exact) << u"13:05"_s;
        QTest::newRow("about") << int(Certainty::About) << u"about 13:05"_s;
        QTest::newRow("before") << int(Certainty::Before) << u"before 13:05"_s;
        QTest::newRow("after") << int(Certainty::After) << u"after 13:05"_s;
        QTest::newRow("between") << int(Certainty::Between) << u"between 13:02 and 13:09"_s;
    }
    void everyCertaintyHasItsWords()
    {
        QFETCH(int, certainty);
        QFETCH(QString, words);
        Event event;
        event.asserted = AssertedTime{};
        event.asserted->start = AccessScene::at(5);
        event.asserted->earliest = AccessScene::at(2);
        event.asserted->latest = AccessScene::at(9);
        event.asserted->certainty = static_cast<Certainty>(certainty);
        const ZoneClock paris(u"Europe/Paris"_s);
        QCOMPARE(timeInWords(event, paris, u"2018-02-20"_s), words);
        QVERIFY(timeInWords(event, paris, {}).contains(u"20 Feb 2018"_s));
        QCOMPARE(timeInWords(Event(), paris, {}), u"without a time"_s);
    }

    void lanesHoldTheEventsInView()
    {
        AccessScene s;
        QAccessibleInterface *tracks = accessible(&s.view->tracks());
        QVERIFY(dynamic_cast<TracksAccessible *>(tracks));
        QAccessibleInterface *lane = named(tracks, u"Decisions"_s);
        QVERIFY(lane);
        QCOMPARE(lane->role(), QAccessible::List);
        QCOMPARE(lane->text(QAccessible::Name), u"Decisions, 3 events, 3 in view"_s);
        QCOMPARE(lane->childCount(), 3);
        QCOMPARE(lane->parent(), tracks);
        QCOMPARE(tracks->indexOfChild(lane), 0);
        QAccessibleInterface *event = lane->child(1);
        QVERIFY(event->text(QAccessible::Name).startsWith(u"13:20, "_s));
        QVERIFY(event->text(QAccessible::Name).endsWith(u"roll back, remembered"_s));
        QCOMPARE(event->parent(), lane);
        QCOMPARE(lane->indexOfChild(event), 1);
        QCOMPARE(event->role(), QAccessible::ListItem);
        QVERIFY(event->state().selectable);
        // What is panned out of view is not offered any more.
        s.view->navigation().pan(3);
        QCOMPARE(named(tracks, u"Decisions"_s)->childCount(), 0);
        QVERIFY(!event->isValid());
    }

    void placesAgreeWithWhatIsDrawn()
    {
        AccessScene s;
        QAccessibleInterface *tracks = accessible(&s.view->tracks());
        QAccessibleInterface *event = named(tracks, u"Decisions"_s)->child(0);
        const QRect drawn = s.view->tracks().rectOf(s.seq(u"look"_s)).toAlignedRect();
        QCOMPARE(event->rect(), QRect(s.view->tracks().mapToGlobal(drawn.topLeft()), drawn.size()));
        const QPoint middle = event->rect().center();
        QCOMPARE(tracks->childAt(middle.x(), middle.y()), event);
        const QPoint beside = s.view->tracks().mapToGlobal(QPoint(8, drawn.center().y()));
        QCOMPARE(tracks->childAt(beside.x(), beside.y()), named(tracks, u"Decisions"_s));
        QVERIFY(!tracks->childAt(-5'000, -5'000));
    }

    void actionsSelectZoomAndEdit()
    {
        AccessScene s;
        QAccessibleInterface *tracks = accessible(&s.view->tracks());
        QAccessibleInterface *event = named(tracks, u"Decisions"_s)->child(1);
        QAccessibleActionInterface *actions = event->actionInterface();
        QVERIFY(actions);
        QCOMPARE(actions->actionNames().first(), u"select"_s);
        actions->doAction(u"select"_s);
        QCOMPARE(s.selection.seqs(), QList<qint64>{ s.seq(u"roll back"_s) });
        QVERIFY(event->state().selected);
        QVERIFY(event->state().focused);
        QCOMPARE(tracks->focusChild(), event);
        const qint64 length = s.view->viewport().scale().length();
        actions->doAction(u"zoom"_s);
        QVERIFY(s.view->viewport().scale().length() < length);
        event = named(tracks, u"Decisions"_s)->child(0);
        event->actionInterface()->doAction(u"edit"_s);
        QVERIFY(qobject_cast<QWidget *>(QApplication::focusWidget()) != &s.view->tracks());
        QVERIFY(!actions->localizedActionName(u"zoom"_s).isEmpty());
    }

    void selectingIsTold()
    {
        AccessScene s;
        const QSignalSpy told(&s.view->announcer(), &TimelineAnnouncer::told);
        s.key(Qt::Key_Home);
        QVERIFY(wasTold(told, QAccessible::Focus, u"look"_s));
        QVERIFY(wasTold(told, QAccessible::Selection, u"look"_s));
        s.view->navigation().selectAllIn(s.view->viewport().scale().span());
        QCOMPARE(s.view->announcer().last(), u"5 selected"_s);
    }

    void zoomingIsToldOnceTheViewRests()
    {
        AccessScene s;
        s.view->announcer().setRest(40);
        QTest::qWait(60);
        QSignalSpy said(&s.view->announcer(), &TimelineAnnouncer::announced);
        const QSignalSpy told(&s.view->announcer(), &TimelineAnnouncer::told);
        for (int i = 0; i < 10; ++i)
            s.key(Qt::Key_W);
        QCOMPARE(said.size(), 0);
        QTRY_COMPARE(said.size(), 1);
        QVERIFY(said[0][0].toString().startsWith(u"showing "_s));
        QVERIFY(said[0][0].toString().endsWith(s.view->viewInWords()));
        QVERIFY(s.view->tracks().accessibleName().contains(s.view->viewInWords()));
        QVERIFY(wasTold(told, QAccessible::Alert, u"showing"_s));
        QTest::qWait(80);
        QCOMPARE(said.size(), 1);
        Figures::EventFilter filter;
        filter.kinds = { EventKind::Decision };
        s.view->model().setFilter(filter);
        QTRY_COMPARE(said.size(), 2);
        QVERIFY(said[1][0].toString().contains(u"filter leaves 4 of 5"_s));
    }

    void aMillionEventsOfferAtMostFiveHundred()
    {
        TimelineSelection selection;
        TimelineView view(sceneContent(100'000, 15), selection);
        view.resize(1900, 900);
        view.show();
        view.model().finishCounting();
        QApplication::processEvents();
        view.navigation().fit(
            { { kSceneStart + 1'790 * kSceneMinute }, { kSceneStart + 1'830 * kSceneMinute } });
        view.navigation().last();
        view.viewport().back();
        QAccessibleInterface *tracks = accessible(&view.tracks());
        QCOMPARE(tracks->childCount() >= 15, true);
        int offered = 0;
        bool hasCurrent = false;
        for (int lane = 0; lane < 15; ++lane) {
            offered += tracks->child(lane)->childCount();
            for (int i = 0; i < tracks->child(lane)->childCount(); ++i)
                hasCurrent = hasCurrent || tracks->child(lane)->child(i)->state().selected;
        }
        QVERIFY(offered > 0);
        QVERIFY(offered <= TracksAccessible::kMostEvents);
        // What one stands on is among them, wherever the view went.
        QVERIFY(hasCurrent);
    }

    void marksLaneNamesAndTheMinimapAreRead()
    {
        AccessScene s;
        VERIFY_RESULT(Editing::addMark(*s.document, u"lunch"_s, AccessScene::at(10), {}));
        QAccessibleInterface *ruler = accessible(s.view->findChild<TimelineRuler *>());
        QAccessibleInterface *mark = named(ruler, u"lunch"_s);
        QVERIFY(mark);
        QVERIFY(mark->text(QAccessible::Name).contains(u"13:10:00"_s));
        QVERIFY(mark->rect().width() >= 24);
        mark->actionInterface()->doAction(u"show"_s);
        QCOMPARE(s.selection.cursor(), std::optional(AccessScene::at(10)));

        QAccessibleInterface *headers = accessible(&s.view->headers());
        QAccessibleInterface *lane = named(headers, u"Decisions"_s);
        QCOMPARE(lane->text(QAccessible::Name), u"Decisions, 3 events"_s);
        QVERIFY(lane->state().expanded);
        lane->actionInterface()->doAction(u"fold"_s);
        QCOMPARE(named(headers, u"Decisions"_s)->text(QAccessible::Name),
                 u"Decisions, 3 events, folded"_s);

        QAccessibleInterface *minimap = accessible(s.view->findChild<TimelineMinimap *>());
        QVERIFY(minimap->text(QAccessible::Value).contains(s.view->viewInWords()));
        QVERIFY(minimap->valueInterface());
        s.view->viewport().setScale(
            Figures::TimeScale({ AccessScene::at(0), AccessScene::at(5) }, 800));
        minimap->valueInterface()->setCurrentValue(500);
        QVERIFY(std::abs(minimap->valueInterface()->currentValue().toInt() - 500) <= 2);
    }

    void theFocusRingStandsOutFromItsGround()
    {
        for (const Figures::Palette &p : { Figures::Palette::light(), Figures::Palette::dark() }) {
            const Figures::TrackPainter painter({ p, QFont(), false });
            QCOMPARE_GE(Figures::contrast(p.accent, painter.laneGround()), 3.0);
        }
    }

    void anEventIsHitTwentyFourPixelsWide()
    {
        AccessScene s;
        const QPointF middle = s.view->tracks().rectOf(s.seq(u"say so"_s)).center();
        const auto &rows = s.document->events().rows;
        for (const QPointF away :
             { QPointF(11.5, 0), QPointF(-11.5, 0), QPointF(0, 11.5), QPointF(0, -11.5) }) {
            const auto hit = s.view->tracks().hitAt(middle + away);
            QVERIFY2(hit.row, qPrintable(u"%1, %2"_s.arg(away.x()).arg(away.y())));
            QCOMPARE(rows[*hit.row].seq, s.seq(u"say so"_s));
        }
    }

    void interfacesGoWithTheirWidget()
    {
        QAccessible::Id id = 0;
        {
            AccessScene s;
            QAccessibleInterface *lane = accessible(&s.view->tracks())->child(0);
            id = QAccessible::uniqueId(lane);
            QCOMPARE(QAccessible::accessibleInterface(id), lane);
        }
        QVERIFY(!QAccessible::accessibleInterface(id));
    }
};

QTEST_MAIN(TimelineAccessibleTest)
#include "tst_timelineaccessible.moc"
