// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/timeresolver.h"
#include "support/recordingsink.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

class TimeResolverTest : public QObject {
    Q_OBJECT

    RecordingSink m_sink;
    RecordWriter m_writer{ m_sink, u"file"_s };

    static ImportOptions options(const QString &zone, const QString &fallback = {})
    {
        ImportOptions options;
        options.zone = zone;
        options.fallbackZone = fallback;
        return options;
    }
    static QString startOf(const RecordedTime &time)
    {
        return time.start ? toRfc3339(*time.start) : u"undated"_s;
    }
    RecordedTime resolve(TimeResolver &times, const QString &text)
    {
        return times.resolve(readTimestamp(text).value(), text, u"line 1"_s, m_writer);
    }

private slots:
    void init()
    {
        m_sink.remarks.clear();
        m_sink.skipped.clear();
    }

    void aTimeWithItsOwnOffsetNeedsNobody()
    {
        TimeResolver times({});
        QVERIFY(!times.hasZone());
        const RecordedTime time = resolve(times, u"2018-02-20T14:00:00.25+01:00"_s);
        QCOMPARE(startOf(time), u"2018-02-20T13:00:00.250Z"_s);
        QCOMPARE(time.zone, u"+01:00"_s);
        QVERIFY(time.basis == TimeBasis::Absolute);
        QVERIFY(time.reference == ClockReference::Instant);
        QCOMPARE(times.usedZone(), QString());
        QCOMPARE(resolve(times, u"2018-02-20T14:00:00Z"_s).zone, u"UTC"_s);
    }

    void aTimeWithoutZoneWaitsForOne()
    {
        TimeResolver none({});
        const RecordedTime open = resolve(none, u"2018-02-20 14:00"_s);
        QVERIFY(!open.isDated());
        QVERIFY(open.basis == TimeBasis::None);
        QVERIFY(open.reference == ClockReference::Wall);
        QCOMPARE(open.text, u"2018-02-20 14:00"_s);
        QVERIFY(open.reading.has_value());

        TimeResolver paris(options({}, u"Europe/Paris"_s));
        const RecordedTime time = resolve(paris, u"2018-02-20 14:00"_s);
        QCOMPARE(startOf(time), u"2018-02-20T13:00:00Z"_s);
        QVERIFY(time.basis == TimeBasis::ZoneAssumed);
        QCOMPARE(paris.usedZone(), u"Europe/Paris"_s);
        QCOMPARE(time.reading, open.reading);
        // And what waited is placed as if the zone had been there from the beginning.
        SourceClock clock;
        clock.zone = u"Europe/Paris"_s;
        QCOMPARE(ReadingResolver(clock).retimed(open, {}).start, time.start);
    }

    void theChosenZoneGoesBeforeTheReviews()
    {
        TimeResolver times(options(u"America/New_York"_s, u"Europe/Paris"_s));
        QCOMPARE(startOf(resolve(times, u"2018-02-20 14:00"_s)), u"2018-02-20T19:00:00Z"_s);
    }

    void anAbbreviationOfManyZonesYieldsToAChosenOne()
    {
        const QString text = u"2018-02-20 14:00:00 CST"_s;
        QVERIFY(readTimestamp(text)->isAmbiguousZone);
        TimeResolver fallback(options({}, u"Asia/Shanghai"_s));
        QVERIFY(resolve(fallback, text).basis == TimeBasis::Absolute);
        TimeResolver chosen(options(u"Asia/Shanghai"_s));
        QCOMPARE(startOf(resolve(chosen, text)), u"2018-02-20T06:00:00Z"_s);
    }

    void changesOfTheClocksAreRemarkedOn()
    {
        TimeResolver times(options(u"Europe/Paris"_s));
        QCOMPARE(startOf(resolve(times, u"2018-03-25 02:30"_s)), u"2018-03-25T01:30:00Z"_s);
        QCOMPARE(m_sink.remarks.size(), 1);
        QVERIFY(m_sink.remarks.first().startsWith(u"line 1: “2018-03-25 02:30” was skipped"_s));
        m_sink.remarks.clear();
        QCOMPARE(startOf(resolve(times, u"2018-10-28 02:30"_s)), u"2018-10-28T00:30:00Z"_s);
        QCOMPARE(m_sink.remarks.size(), 1);
        QVERIFY(m_sink.remarks.first().contains(u"came twice"_s));
    }

    void theEdgesOfTheCalendarDoNotOverflow()
    {
        TimeResolver times(options(u"Pacific/Auckland"_s));
        const auto wall = [&](const CivilTime &civil) {
            return times.resolveWall(civil, TimePrecision::Second, u"x"_s, u"line 1"_s, m_writer);
        };
        QVERIFY(!wall({ 1, 1, 1, 0, 0, 0 }).isDated()); // east of Greenwich: still the year 0
        QVERIFY(wall({ 1, 1, 2, 0, 0, 0 }).isDated());
        QVERIFY(wall({ 9999, 12, 31, 23, 59, 59 }).isDated());
        QVERIFY(!wall({ 0, 1, 1 }).isDated());
        QVERIFY(!wall({ 10'000, 1, 1 }).isDated());
        TimeResolver west(options(u"-12:00"_s));
        QVERIFY(!west.resolveWall({ 9999, 12, 31, 23, 59, 59 }, TimePrecision::Second, u"x"_s,
                                  u"line 1"_s, m_writer)
                     .isDated());
        constexpr auto kMost = std::numeric_limits<qint64>::max();
        constexpr auto kLeast = std::numeric_limits<qint64>::min();
        ImportOptions all = options(u"UTC"_s);
        all.start = kLatestTime;
        all.date = CivilTime{ 9999, 12, 31 };
        TimeResolver late(all);
        for (const qint64 us : { kMost, kLeast, kMost / 2, kLeast / 2, qint64(1) }) {
            QVERIFY(
                !late.sinceStart(us, TimePrecision::Second, u"x"_s, u"line 1"_s, m_writer).isDated()
                || us < 0);
            (void)late.resolveClock(us / 4, {}, TimePrecision::Second, u"x"_s, u"line 1"_s,
                                    m_writer);
            (void)TimeResolver::atInstant({ us }, TimePrecision::Second, u"x"_s);
        }
        QVERIFY(!TimeResolver::atInstant({ kMost }, TimePrecision::Second, u"x"_s).isDated());
        QVERIFY(TimeResolver::atInstant({ -1 }, TimePrecision::Second, u"x"_s).isDated());
    }

    void whatIsNoDayIsUndatedAndRemarkedOn()
    {
        TimeResolver times(options(u"UTC"_s));
        const RecordedTime time = times.resolveWall({ 2018, 2, 30 }, TimePrecision::Day,
                                                    u"Feb 30"_s, u"line 1"_s, m_writer);
        QVERIFY(!time.isDated());
        QCOMPARE(time.text, u"Feb 30"_s);
        QVERIFY(m_sink.remarks.first().contains(u"no day of the calendar"_s));
    }

    void aLeapSecondIsTheNextSecond()
    {
        TimeResolver times(options(u"UTC"_s));
        QCOMPARE(startOf(resolve(times, u"2016-12-31 23:59:60"_s)), u"2017-01-01T00:00:00Z"_s);
        QCOMPARE(startOf(resolve(times, u"2016-12-31T23:59:60Z"_s)), u"2017-01-01T00:00:00Z"_s);
    }

    void aTimeWithoutYearTakesTheSourcesYear()
    {
        ImportOptions chosen = options(u"Europe/Paris"_s);
        chosen.date = CivilTime{ 2023, 12, 30 };
        TimeResolver times(chosen);
        const auto yearless = [&](int month, int day, int yearsOn) {
            return times.resolveYearless({ 0, month, day, 12, 0, 0, 0 }, yearsOn,
                                         TimePrecision::Second, u"x"_s, u"line 1"_s, m_writer);
        };
        const RecordedTime december = yearless(12, 31, 0);
        QCOMPARE(startOf(december), u"2023-12-31T11:00:00Z"_s);
        QVERIFY(december.basis == TimeBasis::DateAssumed);
        QVERIFY(december.reference == ClockReference::YearWall);
        QCOMPARE(startOf(yearless(1, 1, 1)), u"2024-01-01T11:00:00Z"_s);
        // 29 February: there in 2024, not in 2023, and never in a 30th.
        QCOMPARE(startOf(yearless(2, 29, 1)), u"2024-02-29T11:00:00Z"_s);
        QVERIFY(!yearless(2, 29, 0).isDated());
        QVERIFY(!yearless(2, 30, 1).isDated());
        QCOMPARE(m_sink.remarks.size(), 2);
        // Without a year, nothing is dated, in whatever year it is counted.
        TimeResolver open(options(u"Europe/Paris"_s));
        for (const int yearsOn : { 0, 1 })
            QVERIFY(!open.resolveYearless({ 0, 2, 29, 12, 0, 0, 0 }, yearsOn, TimePrecision::Second,
                                          u"x"_s, u"line 1"_s, m_writer)
                         .isDated());
    }

    void aClockWithoutADayTakesTheSourcesDay()
    {
        ImportOptions chosen = options(u"Europe/Paris"_s);
        chosen.date = CivilTime{ 2018, 2, 20 };
        TimeResolver times(chosen);
        constexpr qint64 kHour = 3'600'000'000;
        const auto clock = [&](qint64 us, std::optional<int> offset) {
            return times.resolveClock(us, offset, TimePrecision::Minute, u"x"_s, u"line 1"_s,
                                      m_writer);
        };
        QCOMPARE(startOf(clock(14 * kHour, {})), u"2018-02-20T13:00:00Z"_s);
        QCOMPARE(startOf(clock(26 * kHour, {})), u"2018-02-21T01:00:00Z"_s);
        const RecordedTime stated = clock(14 * kHour, -5 * 3600);
        QCOMPARE(startOf(stated), u"2018-02-20T19:00:00Z"_s);
        QCOMPARE(stated.zone, u"-05:00"_s);
        QVERIFY(stated.reference == ClockReference::DayInstant);
    }

    void anEndBeforeTheStartIsLeftOut()
    {
        TimeResolver times(options(u"UTC"_s));
        RecordedTime time = resolve(times, u"2018-02-20 14:00"_s);
        TimeResolver::setEnd(time, resolve(times, u"2018-02-20 13:59"_s), u"line 1"_s, m_writer);
        QVERIFY(!time.end);
        QVERIFY(!time.readingEnd);
        QVERIFY(m_sink.remarks.first().contains(u"lies before the start"_s));
        TimeResolver::setEnd(time, resolve(times, u"2018-02-20 14:05"_s), u"line 1"_s, m_writer);
        QCOMPARE(toRfc3339(*time.end), u"2018-02-20T14:05:00Z"_s);
        QVERIFY(time.readingEnd.has_value());
    }

    void aRangeThatWaitsForItsZoneKeepsItsEnd()
    {
        TimeResolver none({});
        RecordedTime time = resolve(none, u"2018-02-20 14:00"_s);
        TimeResolver::setEnd(time, resolve(none, u"2018-02-20 14:05"_s), u"line 1"_s, m_writer);
        QVERIFY(!time.end);
        SourceClock clock;
        clock.zone = u"UTC"_s;
        const RecordedTime placed = ReadingResolver(clock).retimed(time, {});
        QCOMPARE(toRfc3339(placed.end.value()), u"2018-02-20T14:05:00Z"_s);
    }

    void aRangeOfTwoReferencesMovesOnlyAsAWhole()
    {
        TimeResolver times(options(u"Europe/Paris"_s));
        RecordedTime time = resolve(times, u"2018-02-20 14:00"_s);
        TimeResolver::setEnd(time, resolve(times, u"2018-02-20T14:00:00Z"_s), u"line 1"_s,
                             m_writer);
        QCOMPARE(toRfc3339(*time.end), u"2018-02-20T14:00:00Z"_s);
        QVERIFY(time.reference == ClockReference::Unknown);
        QVERIFY(!time.reading);
    }
};

QTEST_GUILESS_MAIN(TimeResolverTest)
#include "tst_timeresolver.moc"
