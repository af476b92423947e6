// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/timeline/eventmarks.h"
#include "figures/timeline/trackgeometry.h"
#include "figures/timeline/trackpainter.h"
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

/// The scene as it is drawn, over a flat ground.
QImage drawn(Scene &scene, const TrackVeil &veil)
{
    scene.geometry.place([](quint32) { return nullptr; });
    QImage image(1200, 160, QImage::Format_RGB32);
    TrackPainter tracks({ Palette::light(), QFont(), false });
    image.fill(tracks.laneGround());
    QPainter painter(&image);
    tracks.paint(
        painter, scene.events, scene.layout, scene.geometry, [](quint32) { return nullptr; },
        [](qint64) { return false; }, veil);
    return image;
}

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

    void whatIsVeiledAltogetherLeavesNoInk()
    {
        EventTable few = makeEvents(makeLanes(3), 12, 600 * kMinute);
        Scene scene(few, TimeScale::fitting(*few.span(), 1200));
        TrackVeil veil;
        QImage ground(1200, 160, QImage::Format_RGB32);
        ground.fill(TrackPainter({ Palette::light(), QFont(), false }).laneGround());
        QVERIFY(drawn(scene, veil) != ground);
        veil.ofEvent = [](const EventRow &) { return 0.7F; };
        const QImage faint = drawn(scene, veil);
        QVERIFY(faint != ground);
        QVERIFY(faint != drawn(scene, {}));
        veil.ofEvent = [](const EventRow &) { return 1.0F; };
        QCOMPARE(drawn(scene, veil), ground);
    }

    void aVeiledStretchOfTheDensityIsBlank()
    {
        const EventTable many = makeEvents(makeLanes(3), 30'000, 600 * kMinute);
        Scene scene(many, TimeScale::fitting(*many.span(), 1200));
        const int y = qRound(scene.layout.rows()[1].middle());
        TrackVeil veil;
        veil.ofEvent = [](const EventRow &) { return 1.0F; };
        const QImage open = drawn(scene, veil);
        veil.ofDensity.push_back(
            { 1, { scene.geometry.scale().time(600), scene.geometry.scale().time(1200) }, 1 });
        const QImage veiled = drawn(scene, veil);
        const QRgb ground = TrackPainter({ Palette::light(), QFont(), false }).laneGround().rgb();
        QVERIFY(open.pixel(700, y) != ground);
        QCOMPARE(veiled.pixel(700, y), ground);
        QCOMPARE(veiled.pixel(500, y), open.pixel(500, y));
    }

    /// An event that is known shows in a band that is held back, and the other way round.
    void exceptionsAreFoundInsideTheDensity()
    {
        EventTable many;
        for (int i = 0; i < 4'000; ++i) {
            EventRow row;
            row.seq = i + 1;
            row.start = row.end = kNoon + i * kMinute / 10;
            row.lane = 1;
            many.rows.push_back(row);
        }
        Scene scene(many, TimeScale::fitting(*many.span(), 1200));
        QVERIFY(!scene.geometry.lanes()[1].runs.empty());
        const int y = qRound(scene.layout.rows()[1].middle());
        const qint64 first = many.rows[1'000].start;
        const auto x = static_cast<int>(scene.geometry.scale().x({ first }));
        const auto starts = [](std::vector<qint64> times, TimePoint until = kLatestTime) {
            return TrackVeil::Starts{ std::make_shared<const std::vector<qint64>>(std::move(times)),
                                      until };
        };
        const auto rightOf = [&](const QImage &image) {
            QSet<QRgb> tones;
            for (int at = x - 2; at <= x + 2; ++at)
                tones.insert(image.pixel(at, y + 1));
            return tones;
        };
        const QRgb ground = TrackPainter({ Palette::light(), QFont(), false }).laneGround().rgb();
        TrackVeil veil;
        veil.ofDensity.push_back({ 1, { kEarliestTime, kLatestTime }, 1 });
        QCOMPARE(rightOf(drawn(scene, veil)), QSet<QRgb>{ ground });
        veil.exceptions.push_back({ 1, { starts({ first }) }, starts({}), 1 });
        const QImage shown = drawn(scene, veil);
        QVERIFY(rightOf(shown).size() > 1);
        QCOMPARE(shown.pixel(x + 40, y + 1), ground); // and nothing else does
        veil.exceptions[0].shown = { starts({ first }, TimePoint{ first - 1 }) };
        QCOMPARE(rightOf(drawn(scene, veil)), QSet<QRgb>{ ground }); // not by then

        TrackVeil open;
        const QImage all = drawn(scene, open);
        std::vector<qint64> around;
        for (size_t i = 980; i < 1'020; ++i)
            around.push_back(many.rows[i].start);
        open.exceptions.push_back({ 1, {}, starts(around), 1 });
        const QImage fewer = drawn(scene, open);
        QCOMPARE(fewer.pixel(x, y + 1), ground);
        QCOMPARE(fewer.pixel(x + 60, y + 1), all.pixel(x + 60, y + 1));
    }

    void aCollapsedActivityStandsInThePlaceOfItsEvents()
    {
        EventTable table = makeEvents(makeLanes(3), 40, 600 * kMinute);
        Scene scene(table, TimeScale::fitting(*table.span(), 1200));
        QSet<qint64> folded;
        for (const EventRow &row : scene.events.rows)
            folded.insert(row.seq);
        scene.index =
            EventIndex(scene.events, scene.layout.tableLanes(), scene.layout.count(), {}, folded);
        QCOMPARE(scene.index.shown(), qsizetype(0));
        ActivityBar bar;
        bar.id = ActivityId::create();
        bar.lane = scene.lanes[2].id;
        bar.start = { kNoon + 100 * kMinute };
        bar.end = { kNoon + 300 * kMinute };
        bar.title = u"Draining the nodes"_s;
        bar.count = 40;
        scene.geometry.setActivities({ bar }, { 120 });
        scene.pyramid = DensityPyramid(scene.index);
        scene.geometry.build(scene.events, scene.index, scene.pyramid, scene.layout,
                             scene.geometry.scale(), {});
        scene.geometry.place([](quint32) { return nullptr; });
        const ActivityItem &item = scene.geometry.lanes()[2].activities.front();
        QCOMPARE(item.labelWidth, 120.0);
        const TrackHit hit = scene.geometry.hit({ (item.x0 + item.x1) / 2, item.y });
        QCOMPARE(hit.activity, std::optional(bar.id));
        QVERIFY(!hit.row);
        QVERIFY(activityLabel(bar).contains(u"40"_s));
        const QImage image = drawn(scene, {});
        QVERIFY(image.pixel(qRound(item.x0) + 1, qRound(item.y))
                != image.pixel(qRound(item.x0) - 3, qRound(item.y)));
    }

    void anExpandedActivityIsABracketOverItsEvents()
    {
        EventTable table = makeEvents(makeLanes(3), 12, 600 * kMinute);
        Scene scene(table, TimeScale::fitting(*table.span(), 1200));
        const QImage without = drawn(scene, {});
        ActivityBar bar;
        bar.id = ActivityId::create();
        bar.lane = scene.lanes[2].id;
        bar.start = scene.events.span()->start;
        bar.end = scene.events.span()->end;
        bar.title = u"Draining the nodes"_s;
        bar.count = 12;
        bar.isExpanded = true;
        scene.geometry.setActivities({ bar }, { 120 });
        for (const double textRow : { 20.0, 1'000.0 }) {
            TrackMetrics metrics;
            metrics.textRow = textRow;
            scene.geometry.build(scene.events, scene.index, scene.pyramid, scene.layout,
                                 scene.geometry.scale(), metrics);
            scene.geometry.place([](quint32) { return nullptr; });
            const LaneTracks &lane = scene.geometry.lanes()[2];
            const ActivityItem &bracket = lane.activities.front();
            QVERIFY(!lane.items.empty());
            for (const TrackItem &item : lane.items) {
                // Around all of them, above each.
                QVERIFY(bracket.x0 < item.x0 && bracket.x1 > item.x1);
                QVERIFY2(bracket.y < item.y - 4, qPrintable(QString::number(item.y - bracket.y)));
            }
            const double free = (lane.items[0].x0 + lane.items[1].x0) / 2;
            QCOMPARE(scene.geometry.hit({ free, bracket.y }).activity, std::optional(bar.id));
        }
        // Its events are still found by pointing at them.
        scene.geometry.build(scene.events, scene.index, scene.pyramid, scene.layout,
                             scene.geometry.scale(), {});
        scene.geometry.place([](quint32) { return nullptr; });
        const TrackItem &first = scene.geometry.lanes()[2].items.front();
        QCOMPARE(scene.geometry.hit({ first.x0, first.y }).row, std::optional(first.row));
        QVERIFY(drawn(scene, {}) != without);
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
