// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/lanecommands.h"
#include "timeline/lanemenu.h"
#include "timelinedesk.h"

#include <QMenu>
#include <QTemporaryDir>

using namespace SecondStory;
using namespace SecondStory::Ui;
using namespace SecondStory::Testing;
using namespace Qt::StringLiterals;

namespace {

QAction *find(const QMenu &menu, const QString &text)
{
    for (QAction *action : menu.actions()) {
        if (action->text() == text)
            return action;
        if (action->menu()) {
            if (QAction *inside = find(*action->menu(), text))
                return inside;
        }
    }
    return nullptr;
}

/// Chooses a line of a lane's menu.
bool choose(const TimelineDesk &desk, int row, const QString &text)
{
    QMenu menu;
    fillLaneMenu(menu, desk.headers(), row);
    QAction *action = find(menu, text);
    if (action)
        action->trigger();
    return action;
}

QPoint middleOf(const TimelineDesk &desk, int row)
{
    return desk.headers().rectOf(desk.row(row)).center().toPoint();
}

} // namespace

class TimelineLanesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { isolateSettings(m_settings.path()); }

    void draggingANameReordersAndUndoPutsItBack()
    {
        const TimelineDesk desk;
        TimelineDesk::drag(desk.headers(), middleOf(desk, 2), middleOf(desk, 0));
        QCOMPARE(desk.row(0).lane, desk.lanes[2]);
        TimelineDesk::drag(desk.headers(), middleOf(desk, 0), middleOf(desk, 1));
        QCOMPARE(desk.row(1).lane, desk.lanes[2]);
        desk.document->undoStack()->undo();
        QCOMPARE(desk.row(0).lane, desk.lanes[2]);
        desk.document->undoStack()->undo();
        QCOMPARE(desk.row(2).lane, desk.lanes[2]);
    }

    void theKeysMoveFoldPinStretchAndHide()
    {
        const TimelineDesk desk;
        desk.key(Qt::Key_L);
        QCOMPARE(desk.headers().current(), 0);
        LaneHeaders *names = &desk.headers();
        QTest::keyClick(names, Qt::Key_Down);
        QCOMPARE(names->current(), 1);
        QTest::keyClick(names, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(desk.row(0).lane, desk.lanes[1]);
        QCOMPARE(names->current(), 0);
        QTest::keyClick(names, Qt::Key_Left);
        QVERIFY(desk.lane(1).collapsed);
        QTest::keyClick(names, Qt::Key_Right);
        QVERIFY(!desk.lane(1).collapsed);
        QTest::keyClick(names, Qt::Key_Plus);
        QVERIFY(desk.lane(1).stretch > 1.2);
        QTest::keyClick(names, Qt::Key_0);
        QCOMPARE(desk.lane(1).stretch, 1.0);
        QTest::keyClick(names, Qt::Key_P);
        QVERIFY(desk.lane(1).pinned);
        QVERIFY(names->accessibleDescription().contains(u"pinned"_s));
        QTest::keyClick(names, Qt::Key_H);
        QVERIFY(desk.lane(1).hidden);
        QVERIFY(choose(desk, 0, u"Show all"_s));
        QVERIFY(!desk.lane(1).hidden);
        QTest::keyClick(names, Qt::Key_F2);
        auto *field = names->findChild<InlineEditor *>();
        QVERIFY(field->isVisible());
        field->selectAll();
        QTest::keyClicks(field, u"Deploys"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(desk.lane(1).name, u"Deploys"_s);
    }

    void draggingTheLowerEdgeMakesALaneTallerInOneStep()
    {
        const TimelineDesk desk;
        const int steps = desk.document->undoStack()->count();
        const double before = desk.row(0).height;
        const QPoint edge(60, static_cast<int>(desk.headers().rectOf(desk.row(0)).bottom()));
        TimelineDesk::press(desk.headers(), edge, edge + QPoint(0, 60));
        QVERIFY(desk.row(0).height > before); // shown while it is dragged
        TimelineDesk::send(desk.headers(), QEvent::MouseButtonRelease, edge + QPoint(0, 60),
                           Qt::LeftButton, Qt::NoButton);
        QVERIFY(desk.lane(0).stretch > 1.1);
        QCOMPARE(desk.document->undoStack()->count(), steps + 1);
        desk.document->undoStack()->undo();
        QCOMPARE(desk.lane(0).stretch, 1.0);
    }

    void altAndTheWheelChangeTheHeightOfAllLanes()
    {
        const TimelineDesk desk(12);
        const double before = desk.row(0).height;
        TimelineDesk::wheel(desk.tracks(), { 0, 120 }, Qt::AltModifier);
        QVERIFY(desk.row(0).height > before);
        QCOMPARE(desk.row(0).height, desk.row(1).height);
    }

    void theColumnOfNamesIsAsWideAsItWasLeft()
    {
        {
            const TimelineDesk desk;
            QCOMPARE(desk.headers().width(), 180);
            const QPoint side(desk.headers().width() - 1, 200);
            TimelineDesk::drag(desk.headers(), side, side + QPoint(70, 0));
            QApplication::processEvents();
            QVERIFY(desk.headers().width() > 230);
        }
        const TimelineDesk again;
        QVERIFY(again.headers().width() > 230);
        const QPoint side(again.headers().width() - 1, 200);
        QTest::mouseDClick(&again.headers(), Qt::LeftButton, {}, side);
        QApplication::processEvents();
        QCOMPARE(again.headers().width(), 180);
    }

    void aPinnedLaneStaysWhileTheOthersScroll()
    {
        const TimelineDesk desk(30);
        QVERIFY(choose(desk, 2, u"Pin at the top"_s));
        QCOMPARE(desk.row(0).lane, desk.lanes[2]);
        const QPoint before = desk.placeOf(u"roll on"_s);
        const double other = desk.headers().rectOf(desk.row(1)).top();
        TimelineDesk::wheel(desk.headers(), { 0, -240 });
        QVERIFY(desk.view->viewport().scrollY() > 50);
        QCOMPARE(desk.placeOf(u"roll on"_s), before);
        QVERIFY(desk.headers().rectOf(desk.row(1)).top() < other - 50);
        QTest::mouseClick(&desk.tracks(), Qt::LeftButton, {}, before);
        QCOMPARE(desk.selection.current(), desk.seq(u"roll on"_s));
        QVERIFY(choose(desk, 0, u"Let it scroll with the others"_s));
        QCOMPARE(desk.tracks().layout().pinnedCount(), 0);
    }

    void aGroupFoldsItsLanesIntoOneRowWithTheEventsOfAll()
    {
        const TimelineDesk desk;
        QVERIFY(choose(desk, 0, u"New group…"_s));
        auto *field = desk.headers().findChild<InlineEditor *>();
        QTest::keyClicks(field, u"People"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(desk.row(0).isGroup);
        QVERIFY(choose(desk, 2, u"Into People"_s));
        QCOMPARE(desk.row(0).members.size(), 2);
        // The arrow of the group's name folds it.
        QTest::mouseClick(&desk.headers(), Qt::LeftButton, {}, { 8, middleOf(desk, 0).y() });
        QVERIFY(desk.row(0).collapsed);
        const auto &starts = desk.view->model().index().lane(0).starts;
        QCOMPARE(starts.size(), size_t(4));
        QVERIFY(desk.tracks().geometry().lanes()[0].runs.size() >= 2);
        desk.document->undoStack()->undo();
        QVERIFY(!desk.row(0).collapsed);
        QVERIFY(choose(desk, 1, u"Out of the group"_s));
        QCOMPARE(desk.row(0).members.size(), 1);
        QVERIFY(choose(desk, 0, u"Take the group apart"_s));
        QVERIFY(desk.document->contents().laneGroups.isEmpty());
    }

    void aLaneDraggedOntoTheNameOfAGroupGoesIn()
    {
        const TimelineDesk desk(4);
        const auto group = Editing::addLaneGroup(*desk.document, u"Late"_s, { desk.lanes[3] });
        VERIFY_RESULT(group);
        TimelineDesk::drag(desk.headers(), middleOf(desk, 0), middleOf(desk, 3));
        QCOMPARE(desk.lane(0).groupId, *group);
        // And one place up over the edge of the group it is out again.
        desk.headers().setFocus();
        desk.headers().setCurrent(desk.tracks().layout().rowOf(desk.lanes[0]));
        QTest::keyClick(&desk.headers(), Qt::Key_Up, Qt::AltModifier);
        QVERIFY(desk.lane(0).groupId.isNull());
    }

    void anEventAddedToAFoldedGroupGoesIntoItsFirstLane()
    {
        const TimelineDesk desk;
        const auto group = Editing::addLaneGroup(*desk.document, u"Both"_s, desk.lanes.mid(0, 2));
        VERIFY_RESULT(group);
        VERIFY_RESULT(Editing::setLaneGroupCollapsed(*desk.document, *group, true));
        QTest::mouseDClick(&desk.tracks(), Qt::LeftButton, {}, desk.ground());
        QTest::keyClicks(desk.editor(), u"Here"_s);
        QTest::keyClick(desk.editor(), Qt::Key_Return);
        QCOMPARE(desk.document->eventBySeq(desk.seq(u"Here"_s))->laneId, desk.lanes[0]);
    }

    void twoThousandLanesBuildOnlyWhatIsInSight()
    {
        TimelineContent content;
        for (int i = 0; i < 2'000; ++i) {
            Lane lane;
            lane.id = LaneId::create();
            lane.name = QString::number(i);
            lane.position = i;
            content.lanes.append(lane);
            content.events.lanes.append(lane.id);
            EventRow row;
            row.seq = i + 1;
            row.start = row.end = kDeskNoon.us + i * kDeskMinute;
            row.lane = static_cast<quint16>(i);
            content.events.rows.push_back(row);
        }
        TimelineSelection selection;
        TimelineView view(content, selection);
        view.resize(1000, 500);
        view.show();
        QApplication::processEvents();
        view.viewport().setScale(Figures::TimeScale::fitting(*view.model().span(), 800));
        const auto built = [&] {
            const auto &lanes = view.tracks().geometry().lanes();
            return std::count_if(lanes.begin(), lanes.end(), [](const Figures::LaneTracks &lane) {
                return !lane.items.empty() || !lane.runs.empty();
            });
        };
        QVERIFY(built() > 10);
        QVERIFY(built() < 100);
        view.navigation().last();
        QCOMPARE(selection.current(), 2'000);
        QVERIFY(view.tracks().rectOf(2'000).isValid());
        QVERIFY(view.tracks().rect().contains(view.tracks().rectOf(2'000).center().toPoint()));
        QVERIFY(built() < 100);
        view.tracks().grab();
    }

private:
    QTemporaryDir m_settings;
};

QTEST_MAIN(TimelineLanesTest)
#include "tst_timelinelanes.moc"
