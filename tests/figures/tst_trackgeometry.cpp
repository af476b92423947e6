// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/timeline/eventmarks.h"
#include "figures/timeline/trackgeometry.h"
#include "figures/timelinesamples.h"

#include <QPainter>
#include <QTest>

#include <numeric>

using namespace SecondStory;
using namespace SecondStory::Figures;
using namespace SecondStory::Test;
using namespace Qt::StringLiterals;

namespace {

struct Scene {
    QList<Lane> lanes = makeLanes(3);
    EventTable events;
    LaneLayout layout;
    EventIndex index;
    DensityPyramid pyramid;
    TrackGeometry geometry;

    Scene(EventTable table, const TimeScale &scale)
        : events(std::move(table))
    {
        events.lanes.clear();
        for (const Lane &lane : std::as_const(lanes))
            events.lanes.append(lane.id);
        layout = LaneLayout(lanes, events, u"none"_s);
        layout.arrange(48, 16, 4);
        index = EventIndex(events, layout.tableLanes(), layout.count(), {});
        pyramid = DensityPyramid(index);
        geometry.build(events, index, pyramid, layout, scale, {});
    }
};

} // namespace

class TrackGeometryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyVisibleEventIsDrawnOnceAsMarkOrInARun()
    {
        const EventTable table = makeEvents(makeLanes(3), 4'000, 6'000 * kMinute);
        const TimeScale scale = TimeScale::fitting(*table.span(), 1200);
        const Scene scene(table, scale);
        quint64 drawn = 0;
        for (const LaneTracks &lane : scene.geometry.lanes()) {
            for (const DensityRun &run : lane.runs)
                drawn += run.events;
            for (const TrackItem &item : lane.items)
                drawn += item.isBar ? 0 : 1;
        }
        const auto marksAndBars = static_cast<quint64>(scene.events.rows.size());
        QVERIFY(drawn <= marksAndBars);
        QVERIFY(drawn + 300 >= marksAndBars); // bars stand beside the runs that hold their starts
    }

    void labelsNeverOverlap()
    {
        const EventTable table = makeEvents(makeLanes(3), 120, 600 * kMinute);
        Scene scene(table, TimeScale::fitting(*table.span(), 1600));
        const EventLabel label{ u"A title of some length"_s, 130, {}, {} };
        scene.geometry.place([&](quint32) { return &label; });
        int labelled = 0;
        for (const LaneTracks &lane : scene.geometry.lanes()) {
            QList<QRectF> texts;
            for (const TrackItem &item : lane.items) {
                if (item.labelWidth <= 0)
                    continue;
                const QRectF text(item.labelX, item.y - 8, item.labelWidth, 16);
                for (const QRectF &other : std::as_const(texts))
                    QVERIFY2(!text.intersects(other), qPrintable(QString::number(text.left())));
                texts.append(text);
                ++labelled;
            }
        }
        QVERIFY(labelled > 10);
    }

    void pointingAtAMarkFindsItsEvent()
    {
        const EventTable table = makeEvents(makeLanes(3), 30, 600 * kMinute, 5);
        Scene scene(table, TimeScale::fitting(*table.span(), 1600));
        scene.geometry.place([](quint32) { return nullptr; });
        int found = 0;
        for (const LaneTracks &lane : scene.geometry.lanes()) {
            for (const TrackItem &item : lane.items) {
                const TrackHit hit = scene.geometry.hit({ item.x0, item.y });
                QVERIFY(hit.row);
                found += *hit.row == item.row ? 1 : 0;
            }
        }
        QVERIFY(found >= 26);
        QVERIFY(!scene.geometry.hit({ 5, 10 }).row);
    }

    void pointingAtARunFindsItsStretch()
    {
        const EventTable table = makeEvents(makeLanes(3), 30'000, 600 * kMinute);
        const Scene scene(table, TimeScale::fitting(*table.span(), 1200));
        const TrackHit hit = scene.geometry.hit({ 600, scene.layout.rows()[1].middle() });
        QVERIFY(hit.cluster);
        QCOMPARE(hit.lane, 1);
        QVERIFY(hit.clusterEvents > 1'000);
    }

    void theEndOfABarCanBeGrasped()
    {
        EventTable table;
        EventRow row;
        row.seq = 1;
        row.start = kNoon;
        row.end = kNoon + 30 * kMinute;
        table.rows.push_back(row);
        Scene scene(table, TimeScale({ { kNoon - 10 * kMinute }, { kNoon + 50 * kMinute } }, 600));
        scene.geometry.place([](quint32) { return nullptr; });
        const TrackItem &bar = scene.geometry.lanes()[0].items.front();
        QVERIFY(bar.isBar);
        QVERIFY(scene.geometry.hit({ bar.x1 - 1, bar.y }).isNearEnd);
        QVERIFY(!scene.geometry.hit({ bar.x0 + 20, bar.y }).isNearEnd);
    }

    void workGrowsWithTheWidthAndNotWithTheEvents()
    {
        const EventTable table = makeEvents(makeLanes(3), 60'000, 600 * kMinute);
        const Scene scene(table, TimeScale::fitting(*table.span(), 1200));
        size_t items = 0;
        for (const LaneTracks &lane : scene.geometry.lanes())
            items += lane.items.size();
        // Bars: at most one for a pixel and class of lengths; marks: one for every seven pixels.
        QVERIFY2(items < 3 * 1500 * 8, qPrintable(QString::number(items)));
    }

    void everyKindHasAMarkThatLeavesInk()
    {
        for (const auto &[kind, name] : EnumNames<EventKind>::entries) {
            QImage image(24, 24, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            paintMark(painter, { 12, 12 }, 12, markShapeOf(kind),
                      { Qt::black, Qt::black, {}, {}, false });
            painter.end();
            QVERIFY(qGray(image.pixel(12, 12)) < 200 || qGray(image.pixel(8, 12)) < 200);
            QVERIFY(!eventKindLabel(kind).isEmpty());
        }
    }

    void eventsOfNoLaneGetARowOfTheirOwn()
    {
        EventTable table;
        table.lanes = { LaneId{} };
        LaneLayout layout({}, table, u"No lane"_s);
        QCOMPARE(layout.count(), 1);
        QCOMPARE(layout.rows()[0].name, u"No lane"_s);
        QList<Lane> lanes = makeLanes(2);
        lanes[0].hidden = true;
        table.lanes = { lanes[0].id, lanes[1].id };
        layout = LaneLayout(lanes, table, u"No lane"_s);
        QCOMPARE(layout.count(), 1);
        QCOMPARE(layout.rowOfTableLane(0), -1);
        QCOMPARE(layout.rowOfTableLane(1), 0);
    }
};

QTEST_MAIN(TrackGeometryTest)
#include "tst_trackgeometry.moc"
