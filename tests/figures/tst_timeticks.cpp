// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/timeline/timeticks.h"

#include <QRandomGenerator>
#include <QTest>

using namespace SecondStory;
using namespace SecondStory::Figures;
using namespace Qt::StringLiterals;
using Unit = TickStep::Unit;

namespace {

constexpr qint64 kHour = 3'600'000'000;

QStringList labels(TimeSpan span, const TickStep &step, const ZoneClock &clock)
{
    QStringList result;
    for (const TimePoint tick : ticksIn(span, step, clock))
        result.append(tickLabel(tick, step, clock));
    return result;
}

TimeSpan utcSpan(const CivilTime &from, const CivilTime &until)
{
    return { fromUtc(from), fromUtc(until) };
}

} // namespace

class TimeTicksTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anHourThatTheClockSkipsHasNoTick()
    {
        const ZoneClock paris(u"Europe/Paris"_s);
        const TimeSpan night = utcSpan({ 2018, 3, 24, 23 }, { 2018, 3, 25, 4 });
        QCOMPARE(labels(night, { Unit::Fixed, kHour }, paris),
                 QStringList({ u"00:00"_s, u"01:00"_s, u"03:00"_s, u"04:00"_s, u"05:00"_s }));
    }

    void anHourShownTwiceHasItsTickTwice()
    {
        const ZoneClock paris(u"Europe/Paris"_s);
        const TimeSpan night = utcSpan({ 2018, 10, 27, 22 }, { 2018, 10, 28, 3 });
        QCOMPARE(labels(night, { Unit::Fixed, kHour }, paris),
                 QStringList({ u"00:00"_s, u"01:00"_s, u"02:00"_s, u"02:00"_s, u"03:00"_s }));
    }

    void sixHourTicksStayOnTheClockAcrossAClockChange()
    {
        const ZoneClock paris(u"Europe/Paris"_s);
        const TimeSpan days = utcSpan({ 2018, 3, 24, 23 }, { 2018, 3, 26, 0 });
        QCOMPARE(labels(days, { Unit::Fixed, 6 * kHour }, paris),
                 QStringList({ u"00:00"_s, u"06:00"_s, u"12:00"_s, u"18:00"_s, u"00:00"_s }));
    }

    void everyDayBeginsAtItsMidnightWhereverTheClockChanges()
    {
        for (const QString &zone : { u"Europe/Paris"_s, u"America/New_York"_s,
                                     u"Pacific/Auckland"_s, u"Australia/Lord_Howe"_s }) {
            const ZoneClock clock(zone);
            const auto days =
                ticksIn(utcSpan({ 2018, 1, 1, 12 }, { 2018, 12, 30, 12 }), { Unit::Day, 1 }, clock);
            QCOMPARE(days.size(), size_t(363));
            QSet<qint64> lengths;
            for (size_t i = 0; i < days.size(); ++i) {
                QCOMPARE(tickLabel(days[i], { Unit::Fixed, kHour }, clock), u"00:00"_s);
                if (i > 0)
                    lengths.insert(days[i].us - days[i - 1].us);
            }
            QCOMPARE(lengths.size(), qsizetype(3)); // one short day, one long day, all others
        }
    }

    void aHalfHourClockChangeIsFollowed()
    {
        const ZoneClock island(u"Australia/Lord_Howe"_s);
        const TimeSpan night = utcSpan({ 2018, 4, 7, 13 }, { 2018, 4, 7, 18 });
        const auto ticks = ticksIn(night, { Unit::Fixed, kHour }, island);
        for (const TimePoint tick : ticks)
            QCOMPARE(island.toLocal(tick).minute, 0);
        QVERIFY(std::is_sorted(ticks.begin(), ticks.end()));
    }

    void monthsAndYearsBeginAtTheirMidnights()
    {
        const ZoneClock auckland(u"Pacific/Auckland"_s);
        const TimeSpan year = utcSpan({ 2020, 1, 10 }, { 2021, 1, 10 });
        const auto months = ticksIn(year, { Unit::Month, 1 }, auckland);
        QCOMPARE(months.size(), size_t(12));
        for (const TimePoint tick : months) {
            const CivilTime c = auckland.toLocal(tick);
            QCOMPARE(c.day, 1);
            QCOMPARE(c.hour, 0);
        }
        QCOMPARE(ticksIn(year, { Unit::Year, 1 }, auckland).size(), size_t(1));
    }

    void weeksBeginOnMondays()
    {
        for (const TimePoint tick :
             ticksIn(utcSpan({ 2018, 1, 3 }, { 2018, 4, 3 }), { Unit::Day, 7 }, ZoneClock()))
            QCOMPARE(QDate(toUtc(tick).year, toUtc(tick).month, toUtc(tick).day).dayOfWeek(), 1);
    }

    void theFirstAndLastYearsHaveTicks()
    {
        const TimeSpan first{ kEarliestTime, { kEarliestTime.us + 5 * kHour } };
        QCOMPARE(ticksIn(first, { Unit::Fixed, kHour }, ZoneClock()).size(), size_t(5));
        const TimeSpan all{ kEarliestTime, kLatestTime };
        QCOMPARE(ticksIn(all, { Unit::Year, 1000 }, ZoneClock()).size(), size_t(9));
    }

    void everyStepGivesAscendingTicksNotCloserThanAsked()
    {
        QRandomGenerator random(3);
        const ZoneClock paris(u"Europe/Paris"_s);
        for (int i = 0; i < 300; ++i) {
            const double perPixel = std::pow(10.0, random.generateDouble() * 12 + 1);
            const TickStep step = tickStepFor(perPixel, 80);
            const TimePoint from{ 1'500'000'000'000'000
                                  + static_cast<qint64>(random.generateDouble() * 3e13) };
            const auto length = static_cast<qint64>(perPixel * 1000);
            const TimeSpan span{ from, { std::min(from.us + length, kLatestTime.us) } };
            const auto ticks = ticksIn(span, step, paris);
            QVERIFY(std::is_sorted(ticks.begin(), ticks.end()));
            QVERIFY(std::adjacent_find(ticks.begin(), ticks.end()) == ticks.end());
            for (const TimePoint tick : ticks) {
                QVERIFY(span.contains(tick));
                QCOMPARE(snapped(tick, step, paris), tick);
                QCOMPARE(tickBefore(tick, step, paris), tick);
            }
        }
    }

    void fineTicksIncludeTheNamedOnes()
    {
        for (double perPixel = 10; perPixel < 1e12; perPixel *= 1.7) {
            const TickStep named = tickStepFor(perPixel, 84);
            const TickStep fine = subdivisionOf(named, perPixel, 9);
            QVERIFY(fine.length() <= named.length());
            const TimePoint tick = tickAfter({ 1'519'131'600'000'000 }, named, ZoneClock());
            QCOMPARE(snapped(tick, fine, ZoneClock()), tick);
        }
    }

    void durationsReadShortly()
    {
        QCOMPARE(durationText(0), u"0 µs"_s);
        QCOMPARE(durationText(250'000), u"250 ms"_s);
        QCOMPARE(durationText(35'000'000), u"35 s"_s);
        QCOMPARE(durationText(125'000'000), u"2 min 5 s"_s);
        QCOMPARE(durationText(2 * kHour + 300'000'000), u"2 h 5 min"_s);
        QCOMPARE(durationText(76 * kHour), u"3 d 4 h"_s);
    }
};

QTEST_GUILESS_MAIN(TimeTicksTest)
#include "tst_timeticks.moc"
