// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/timeline/lanelayout.h"
#include "timelinesamples.h"

#include <QTest>

using namespace SecondStory;
using namespace SecondStory::Figures;
using namespace SecondStory::Test;
using namespace Qt::StringLiterals;

namespace {

struct Scene {
    QList<Lane> lanes = makeLanes(5);
    QList<LaneGroup> groups;
    EventTable events;

    Scene()
    {
        for (const Lane &lane : std::as_const(lanes))
            events.lanes.append(lane.id);
    }
    /// Puts the second and third lane into a group at the place of the second.
    void group()
    {
        LaneGroup group;
        group.id = LaneGroupId::create();
        group.name = u"Databases"_s;
        group.position = 1;
        groups.append(group);
        lanes[1].groupId = lanes[2].groupId = group.id;
        lanes[1].position = 0;
        lanes[2].position = 1;
    }
    [[nodiscard]] LaneLayout layout() const
    {
        LaneLayout made(lanes, events, u"none"_s, groups);
        made.arrange(40, 20, 4);
        return made;
    }
};

} // namespace

class LaneLayoutTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aPinnedLaneComesFirstAndTheRestBelowIt()
    {
        Scene s;
        s.lanes[3].pinned = true;
        const LaneLayout layout = s.layout();
        QCOMPARE(layout.pinnedCount(), 1);
        QCOMPARE(layout.rows()[0].lane, s.lanes[3].id);
        QCOMPARE(layout.rows()[1].lane, s.lanes[0].id);
        QCOMPARE(layout.pinnedHeight(), 44.0);
        QCOMPARE(layout.rows()[1].y, 44.0);
        QCOMPARE(layout.rowOfTableLane(3), 0);
    }

    void anOpenGroupHasARowForItsNameAboveItsLanes()
    {
        Scene s;
        s.group();
        const LaneLayout layout = s.layout();
        QCOMPARE(layout.count(), 6);
        QVERIFY(layout.rows()[1].isGroup);
        QVERIFY(!layout.rows()[1].holdsEvents());
        QCOMPARE(layout.rows()[1].name, u"Databases"_s);
        QCOMPARE(layout.rows()[2].lane, s.lanes[1].id);
        QCOMPARE(layout.rowOf(s.lanes[2].id), 3);
        QCOMPARE(layout.rowOf(s.groups[0].id), 1);
    }

    void aFoldedGroupIsOneRowForTheEventsOfAllItsLanes()
    {
        Scene s;
        s.group();
        s.groups[0].collapsed = true;
        const LaneLayout layout = s.layout();
        QCOMPARE(layout.count(), 4);
        QVERIFY(layout.rows()[1].holdsEvents());
        QCOMPARE(layout.rowOfTableLane(1), 1);
        QCOMPARE(layout.rowOfTableLane(2), 1);
        QCOMPARE(layout.rows()[1].laneForEvents(), s.lanes[1].id);
    }

    void aPinnedLaneOfAFoldedGroupStaysInSight()
    {
        Scene s;
        s.group();
        s.groups[0].collapsed = true;
        s.lanes[2].pinned = true;
        const LaneLayout layout = s.layout();
        QCOMPARE(layout.rowOfTableLane(2), 0);
        QCOMPARE(layout.rowOfTableLane(1), 2);
        QCOMPARE(layout.rows()[2].members, QList<LaneId>{ s.lanes[1].id });
    }

    void stretchMultipliesTheUsualHeight()
    {
        Scene s;
        s.lanes[0].stretch = 2.5;
        s.lanes[1].stretch = 0.1;
        const LaneLayout layout = s.layout();
        QCOMPARE(layout.rows()[0].height, 100.0);
        QCOMPARE(layout.rows()[1].height, 20.0); // never lower than a folded one
        QCOMPARE(layout.rows()[2].height, 40.0);
    }

    void aHiddenLaneHasNoRow()
    {
        Scene s;
        s.lanes[0].hidden = true;
        const LaneLayout layout = s.layout();
        QCOMPARE(layout.count(), 4);
        QCOMPARE(layout.rowOfTableLane(0), -1);
        QCOMPARE(layout.rowOf(s.lanes[0].id), -1);
    }

    void rowsAreFoundByHeightAmongThousands()
    {
        Scene s;
        s.lanes = makeLanes(3'000);
        LaneLayout layout(s.lanes, s.events, u"none"_s);
        layout.arrange(30, 18, 4);
        for (int row = 0; row < 3'000; row += 37) {
            const LaneRow &at = layout.rows()[static_cast<size_t>(row)];
            QCOMPARE(layout.rowAt(at.y), row);
            QCOMPARE(layout.rowAt(at.bottom() + 3.9), row);
            const auto [first, end] = layout.rowsBetween(at.y + 1, at.y + 100);
            QCOMPARE(first, row);
            QCOMPARE(end, std::min(3'000, row + 3));
        }
        QCOMPARE(layout.rowAt(-1), -1);
        QCOMPARE(layout.rowAt(layout.height() + 1), -1);
    }
};

QTEST_GUILESS_MAIN(LaneLayoutTest)
#include "tst_lanelayout.moc"
