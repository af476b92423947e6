// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/silences.h"

#include <QTest>

using namespace SecondStory;
using namespace SecondStory::Analysis;
using namespace Qt::StringLiterals;

class SilencesTest : public QObject {
    Q_OBJECT

    static constexpr qint64 kMinute = 60'000'000;
    static TimePoint minute(double m) { return { static_cast<qint64>(m * kMinute) }; }

    /// Lane by lane, the minutes at which each has an event.
    static EventTable table(const QList<QList<double>> &lanes)
    {
        EventTable table;
        qint64 seq = 0;
        for (const QList<double> &minutes : lanes) {
            const quint16 lane = table.laneIndex(LaneId::create());
            for (const double m : minutes) {
                const qint64 start = minute(m).us;
                table.insert({ ++seq, start, start, lane, EventKind::Other, 0 }, true);
            }
        }
        return table;
    }

    static QList<double> every(double step, double from, double to)
    {
        QList<double> minutes;
        for (double m = from; m <= to; m += step)
            minutes << m;
        return minutes;
    }

private slots:
    void aSilentLaneIsToldWhileOthersGoOn()
    {
        const EventTable events = table({ every(1, 0, 10) + every(1, 35, 45), every(5, 0, 45) });
        const auto found = findSilences(events, {});
        QCOMPARE(found.size(), size_t(1));
        QCOMPARE(found[0].lane, events.lanes[0]);
        QCOMPARE(found[0].span, (TimeSpan{ minute(10), minute(35) }));
        QCOMPARE(found[0].medianUs, kMinute);
        QCOMPARE(found[0].elsewhere, 4); // at 15, 20, 25 and 30
        QCOMPARE(found[0].lanesElsewhere, QList{ events.lanes[1] });
        QCOMPARE(found[0].around.size(), 2);
    }

    void whatIsNotWorthALookIsNotTold_data()
    {
        QTest::addColumn<QList<QList<double>>>("lanes");
        QTest::addRow("nothing else went on")
            << QList{ every(1, 0, 10) + every(1, 35, 45), every(5, 0, 10) };
        QTest::addRow("shorter than ten minutes")
            << QList{ every(1, 0, 10) + every(1, 19, 30), every(1, 0, 45) };
        QTest::addRow("within eight times its own rhythm")
            << QList{ every(5, 0, 50) + every(5, 85, 130), every(5, 0, 130) };
        QTest::addRow("too few to have a rhythm")
            << QList{ QList<double>{ 0, 1, 2, 90 }, every(5, 0, 90) };
        QTest::addRow("before its first and after its last")
            << QList{ every(1, 50, 60), every(5, 0, 120) };
    }

    void whatIsNotWorthALookIsNotTold()
    {
        QFETCH(const QList<QList<double>>, lanes);
        QVERIFY(findSilences(table(lanes), {}).empty());
    }

    void anEventThatLastsIsNoSilence()
    {
        EventTable events = table({ every(1, 0, 10) + every(1, 35, 45), every(5, 0, 45) });
        QCOMPARE(findSilences(events, {}).size(), size_t(1));
        for (EventRow &row : events.rows) {
            if (row.start == minute(10).us && row.lane == 0)
                row.end = minute(30).us;
        }
        QVERIFY(findSilences(events, {}).empty());
    }

    void withAFrameOnlyTheIncidentIsLookedAt()
    {
        const EventTable events =
            table({ every(1, 0, 10) + every(1, 40, 50) + every(1, 90, 99), every(2, 0, 99) });
        QCOMPARE(findSilences(events, {}).size(), size_t(2));
        const auto found = findSilences(events, { .began = minute(5), .resolved = minute(45) });
        QCOMPARE(found.size(), size_t(1));
        QCOMPARE(found[0].span.start, minute(10));
    }

    void aStretchOfTheIncidentWithoutAnythingIsTold()
    {
        const EventTable events = table({ { 0, 10, 70, 100 } });
        const auto found = findSilences(events, { .began = minute(0), .resolved = minute(110) });
        QCOMPARE(found.size(), size_t(2));
        QVERIFY(found[0].isWhole);
        QCOMPARE(found[0].span, (TimeSpan{ minute(10), minute(70) }));
        QCOMPARE(found[1].span, (TimeSpan{ minute(70), minute(100) }));
        QVERIFY(findSilences(events, { .began = minute(0) }).empty());
    }

    void aFindingSaysWhatAndByWhichRule()
    {
        const EventTable events = table({ every(1, 0, 10) + every(1, 35, 45), every(5, 0, 45) });
        const auto found = findSilences(events, {});
        const CheckFinding finding = toFinding(found[0], ZoneClock(u"UTC"_s), [&](LaneId lane) {
            return lane == events.lanes[0] ? u"#incident"_s : u"Alerts"_s;
        });
        QCOMPARE(finding.what,
                 u"#incident is silent for 25 min from 00:10 while others go on: "
                 u"Alerts"_s);
        QVERIFY2(finding.rule.contains(u"10 min"_s) && finding.rule.contains(u"8 times"_s),
                 qPrintable(finding.rule));
        QCOMPARE(finding.span, found[0].span);
        CheckFinding other = finding;
        other.span->start.us += 1;
        QVERIFY(other.key() != finding.key());
    }

    void itStopsWhenAsked()
    {
        EventTable events;
        QCOMPARE(events.laneIndex(LaneId::create()), quint16(0));
        for (qint64 i = 0; i < 200'000; ++i)
            events.rows.push_back({ i, i * 1'000, i * 1'000, 0, EventKind::Log, 0 });
        int asked = 0;
        QVERIFY(findSilences(events, {}, {}, [&asked] { return ++asked < 2; }).empty());
        QCOMPARE(asked, 2);
    }
};

QTEST_GUILESS_MAIN(SilencesTest)
#include "tst_silences.moc"
