// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/timeline/densitypyramid.h"
#include "figures/timeline/lanelayout.h"
#include "figures/timelinesamples.h"

#include <QTest>

#include <numeric>

using namespace SecondStory;
using namespace SecondStory::Figures;
using namespace SecondStory::Test;

namespace {

struct Scene {
    QList<Lane> lanes;
    EventTable events;
    LaneLayout layout;
    EventIndex index;
    DensityPyramid pyramid;

    Scene(int count, qint64 range, int laneCount = 3)
        : lanes(makeLanes(laneCount))
        , events(makeEvents(lanes, count, range))
        , layout(lanes, events, QString())
        , index(events, layout.tableLanes(), layout.count(), {})
        , pyramid(index)
    {
    }
    [[nodiscard]] quint32 bruteCount(int lane, qint64 from, qint64 until) const
    {
        return static_cast<quint32>(
            std::count_if(events.rows.begin(), events.rows.end(), [&](const EventRow &row) {
                return row.lane == lane && row.start >= from && row.start < until;
            }));
    }
};

} // namespace

class DensityPyramidTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyEventOfAnOverviewIsCountedOnce()
    {
        const Scene scene(20'000, 72 * 60 * kMinute);
        const TimeScale scale = TimeScale::fitting(*scene.events.span(), 900);
        std::vector<quint32> columns;
        quint64 total = 0;
        for (int lane = 0; lane < 3; ++lane) {
            scene.pyramid.count(scene.index, lane, scale, columns);
            QCOMPARE(columns.size(), size_t(900));
            total = std::accumulate(columns.begin(), columns.end(), total);
        }
        QCOMPARE(total, quint64(20'000));
    }

    void coarseCountsAgreeWithBruteForceWithinHalfAColumn()
    {
        const Scene scene(20'000, 72 * 60 * kMinute);
        const TimeScale scale = TimeScale::fitting(*scene.events.span(), 900).zoomed(3, 400);
        const double pixel = scale.perPixel();
        std::vector<quint32> columns;
        scene.pyramid.count(scene.index, 1, scale, columns);
        for (size_t x = 0; x < columns.size(); x += 7) {
            const double left =
                static_cast<double>(scale.start().us) + static_cast<double>(x) * pixel;
            const auto at = [&](double columnsAway) {
                return static_cast<qint64>(left + columnsAway * pixel);
            };
            QVERIFY(columns[x] <= scene.bruteCount(1, at(-0.5), at(1.5)));
            QVERIFY(columns[x] >= (scene.bruteCount(1, at(0.5), at(0.5) + 1)));
        }
    }

    void aCloseLookIsExact()
    {
        const Scene scene(5'000, 400 * 24 * 60 * kMinute);
        const qint64 from = kNoon + 160 * 24 * 60 * kMinute;
        const TimeScale scale({ { from }, { from + 600 * kMinute } }, 500);
        std::vector<quint32> columns;
        for (int lane = 0; lane < 3; ++lane) {
            scene.pyramid.count(scene.index, lane, scale, columns);
            for (size_t x = 0; x < columns.size(); ++x) {
                const qint64 left =
                    scale.start().us + std::llround(static_cast<double>(x) * scale.perPixel());
                const qint64 right =
                    scale.start().us + std::llround(static_cast<double>(x + 1) * scale.perPixel());
                QCOMPARE(columns[x], scene.bruteCount(lane, left, right));
            }
        }
    }

    void memoryIsBoundedWhateverTheRange()
    {
        for (const qint64 range : { qint64(1), kMinute, 4'000'000 * kMinute, qint64(2e17) }) {
            const Scene scene(500, range, 15);
            QVERIFY(scene.pyramid.memory() < 40 * 1024 * 1024);
            QVERIFY(scene.pyramid.levels() >= 1);
        }
    }

    void nothingIsNothing()
    {
        const Scene scene(0, kMinute);
        std::vector<quint32> columns;
        scene.pyramid.count(scene.index, 0, TimeScale({ { 0 }, { kMinute } }, 10), columns);
        QCOMPARE(columns, std::vector<quint32>(10));
    }

    void theIndexFindsWhatTheFilterLetsThrough()
    {
        const Scene scene(3'000, 600 * kMinute);
        EventFilter filter;
        filter.kinds = { EventKind::Alert, EventKind::Decision };
        filter.lanes = { scene.lanes[1].id };
        const EventIndex index(scene.events, scene.layout.tableLanes(), scene.layout.count(),
                               filter);
        const auto expected = std::count_if(
            scene.events.rows.begin(), scene.events.rows.end(), [](const EventRow &row) {
                return row.lane == 1
                    && (row.kind == EventKind::Alert || row.kind == EventKind::Decision);
            });
        QCOMPARE(index.shown(), expected);
        QCOMPARE(index.countIn(*scene.events.span())
                     + (index.lane(1).starts.back() == scene.events.span()->end.us ? 1 : 0),
                 expected);
    }

    void barsThatReachIntoTheViewAreFound()
    {
        const Scene scene(3'000, 6'000 * kMinute);
        const TimeSpan view{ { kNoon + 1'000 * kMinute }, { kNoon + 1'100 * kMinute } };
        for (int lane = 0; lane < 3; ++lane) {
            QSet<quint32> found;
            scene.index.visitBars(lane, view, 5 * kMinute, 1,
                                  [&](const EventIndex::Bar &bar) { found.insert(bar.row); });
            QSet<quint32> expected;
            for (size_t i = 0; i < scene.events.rows.size(); ++i) {
                const EventRow &row = scene.events.rows[i];
                if (row.lane == lane && row.end - row.start >= 5 * kMinute
                    && row.start < view.end.us && row.end > view.start.us)
                    expected.insert(static_cast<quint32>(i));
            }
            QCOMPARE(found, expected);
            QVERIFY(!expected.isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(DensityPyramidTest)
#include "tst_densitypyramid.moc"
