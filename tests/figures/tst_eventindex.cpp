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

QSet<quint32> barsOf(const EventIndex &index, int lane, TimeSpan span)
{
    QSet<quint32> rows;
    index.visitBars(lane, span, 1, 1, [&](const EventIndex::Bar &bar) { rows.insert(bar.row); });
    return rows;
}

/// A table, its index and its counts, kept in step by single edits.
struct Followed {
    QList<Lane> lanes = makeLanes(4);
    EventTable events = makeEvents(lanes, 600, 600 * kMinute);
    LaneLayout layout{ lanes, events, QString() };
    EventFilter filter;
    QSet<qint64> folded{ 7, 11 };
    EventIndex index{ events, layout.tableLanes(), layout.count(), filter, folded };
    DensityPyramid pyramid{ index };
    QRandomGenerator random{ 17 };
    qint64 nextSeq = 10'000;

    explicit Followed(const EventFilter &wanted)
        : filter(wanted)
        , index(events, layout.tableLanes(), layout.count(), filter, folded)
        , pyramid(index)
    {
    }

    [[nodiscard]] EventRow someRow(qint64 seq)
    {
        EventRow row;
        row.seq = seq;
        // Now and then far outside the range that was counted.
        const qint64 range = (random.bounded(20) == 0 ? 9'000 : 600) * kMinute;
        row.start =
            kNoon + static_cast<qint64>(random.generateDouble() * 2 * double(range)) - range / 2;
        row.end = row.start + (random.bounded(4) == 0 ? random.bounded(1, 90) * kMinute : 0);
        row.lane = static_cast<quint16>(random.bounded(4));
        row.kind = static_cast<EventKind>(random.bounded(18));
        return row;
    }
    void editOnce()
    {
        const int choice = random.bounded(4);
        std::optional<size_t> from;
        if (choice > 0 && !events.rows.empty())
            from = static_cast<size_t>(random.bounded(static_cast<int>(events.rows.size())));
        std::optional<EventRow> after;
        if (choice < 3)
            after = someRow(from ? events.rows.values()[*from].seq : nextSeq++);
        const EventRowEdit edit = events.replace(from, after);
        const EventSieve sieve(events, layout.tableLanes(), filter, folded);
        for (const EventIndex::Step &step : index.follow(edit, after ? sieve.laneOf(*after) : -1))
            pyramid.follow(step);
    }
    [[nodiscard]] EventIndex anew() const
    {
        return { events, layout.tableLanes(), layout.count(), filter, folded };
    }
};

} // namespace

class EventIndexTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void followingEditsIsTheSameAsIndexingAnew_data()
    {
        QTest::addColumn<bool>("isFiltered");
        QTest::newRow("everything") << false;
        QTest::newRow("some kinds") << true;
    }
    void followingEditsIsTheSameAsIndexingAnew()
    {
        QFETCH(bool, isFiltered);
        EventFilter filter;
        if (isFiltered)
            filter.kinds = { EventKind::Alert, EventKind::Decision, EventKind::Message };
        Followed followed(filter);
        const TimeSpan everything{ { kNoon - 100'000 * kMinute }, { kNoon + 100'000 * kMinute } };
        for (int round = 0; round < 60; ++round) {
            for (int i = 0; i < 20; ++i)
                followed.editOnce();
            const EventIndex anew = followed.anew();
            QCOMPARE(followed.index.shown(), anew.shown());
            QCOMPARE(followed.index.span(), anew.span());
            for (int lane = 0; lane < 4; ++lane) {
                QCOMPARE(followed.index.lane(lane).starts, anew.lane(lane).starts);
                QCOMPARE(followed.index.lane(lane).rows, anew.lane(lane).rows);
                QCOMPARE(barsOf(followed.index, lane, everything), barsOf(anew, lane, everything));
            }
        }
    }

    void theCountsStayCompleteWhileEventsComeAndGo()
    {
        Followed followed({});
        for (int i = 0; i < 800; ++i)
            followed.editOnce();
        QVERIFY(followed.pyramid.outside() > 0);
        const TimeScale scale = TimeScale::fitting(*followed.index.span(), 700);
        const DensityPyramid anew(followed.index);
        std::vector<quint32> columns;
        std::vector<quint32> expected;
        for (int lane = 0; lane < 4; ++lane) {
            followed.pyramid.count(followed.index, lane, scale, columns);
            anew.count(followed.index, lane, scale, expected);
            QCOMPARE(std::accumulate(columns.begin(), columns.end(), 0U),
                     std::accumulate(expected.begin(), expected.end(), 0U));
            QCOMPARE(std::accumulate(columns.begin(), columns.end(), size_t(0)),
                     followed.index.lane(lane).starts.size());
        }
    }

    void lanesInAnotherOrderKeepTheirEvents()
    {
        Followed followed({});
        const EventIndex before = followed.index;
        followed.index.reorder({ 2, -1, 0 });
        followed.pyramid.reorder({ 2, -1, 0 });
        QCOMPARE(followed.index.lane(0).rows, before.lane(2).rows);
        QVERIFY(followed.index.lane(1).rows.empty());
        QCOMPARE(followed.index.lane(2).rows, before.lane(0).rows);
        std::vector<quint32> columns;
        followed.pyramid.count(followed.index, 2, TimeScale::fitting(*before.span(), 500), columns);
        QCOMPARE(std::accumulate(columns.begin(), columns.end(), size_t(0)),
                 before.lane(0).rows.size());
    }

    void workThatNobodyWantsAnyMoreEndsEarly()
    {
        const QList<Lane> lanes = makeLanes(2);
        const EventTable events = makeEvents(lanes, 100'000, 600 * kMinute);
        const LaneLayout layout(lanes, events, QString());
        const std::atomic_bool isCancelled = true;
        const EventIndex index(events, layout.tableLanes(), 2, {}, {}, &isCancelled);
        QCOMPARE(index.shown(), qsizetype(0));
    }
};

QTEST_GUILESS_MAIN(EventIndexTest)
#include "tst_eventindex.moc"
