// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/evidencesource.h"
#include "domain/sourceclock.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace SecondStory;

class SourceClockTest : public QObject {
    Q_OBJECT

    static constexpr qint64 kSecond = 1'000'000;
    static constexpr qint64 kHour = 3600 * kSecond;
    static constexpr qint64 kDay = 24 * kHour;

    static qint64 wall(int year, int month, int day, int hour = 0, int minute = 0)
    {
        return fromUtc(CivilTime{ year, month, day, hour, minute }).us;
    }

    static SourceClock parisOn(int year, int month, int day)
    {
        SourceClock clock;
        clock.zone = u"Europe/Paris"_s;
        clock.date = CivilTime{ year, month, day };
        clock.start = fromRfc3339(u"2018-02-20T13:00:00Z");
        return clock;
    }

    /// "2018-02-20T13:17:00Z", with " gap" or " fold", or "nothing".
    static QString said(const SourceClock &clock, ClockReference reference, qint64 reading)
    {
        const auto resolved = ReadingResolver(clock).resolve(reference, reading);
        if (!resolved)
            return u"nothing"_s;
        return toRfc3339(resolved->time) + (resolved->inGap ? u" gap"_s : QString())
            + (resolved->inFold ? u" fold"_s : QString());
    }

    static RecordedTime recorded(ClockReference reference, qint64 reading)
    {
        RecordedTime time;
        time.text = u"as written"_s;
        time.reference = reference;
        time.reading = reading;
        return time;
    }

private slots:
    void everyReferenceCountsFromWhatItNames_data()
    {
        QTest::addColumn<ClockReference>("reference");
        QTest::addColumn<qint64>("reading");
        QTest::addColumn<QString>("time");
        const auto row = [](const char *name, ClockReference reference, qint64 reading,
                            const QString &time) {
            QTest::newRow(name) << reference << reading << time;
        };
        row("unknown", ClockReference::Unknown, 0, u"nothing"_s);
        row("an instant", ClockReference::Instant, wall(2020, 1, 2, 3, 4),
            u"2020-01-02T03:04:00Z"_s);
        row("a wall clock in winter", ClockReference::Wall, wall(2018, 2, 20, 14, 17),
            u"2018-02-20T13:17:00Z"_s);
        row("a wall clock in summer", ClockReference::Wall, wall(2018, 7, 20, 14, 17),
            u"2018-07-20T12:17:00Z"_s);
        row("a year-less day", ClockReference::YearWall, wall(2000, 2, 20, 14, 17),
            u"2018-02-20T13:17:00Z"_s);
        row("a year-less day of the next year", ClockReference::YearWall, wall(2001, 1, 1, 0, 30),
            u"2018-12-31T23:30:00Z"_s);
        row("a clock on the source's day", ClockReference::DayWall, 14 * kHour,
            u"2018-02-20T13:00:00Z"_s);
        row("midnight of the source's day", ClockReference::DayWall, 0, u"2018-02-19T23:00:00Z"_s);
        row("a clock on the day after", ClockReference::DayWall, kDay + 30 * 60 * kSecond,
            u"2018-02-20T23:30:00Z"_s);
        row("a clock with its offset", ClockReference::DayInstant, 14 * kHour,
            u"2018-02-20T14:00:00Z"_s);
        row("a clock with an offset east of midnight", ClockReference::DayInstant, -kHour,
            u"2018-02-19T23:00:00Z"_s);
        row("since the start", ClockReference::Start, 90 * kSecond, u"2018-02-20T13:01:30Z"_s);
        row("before the start", ClockReference::Start, -90 * kSecond, u"2018-02-20T12:58:30Z"_s);
    }

    void everyReferenceCountsFromWhatItNames()
    {
        QFETCH(ClockReference, reference);
        QFETCH(qint64, reading);
        QFETCH(QString, time);
        QCOMPARE(said(parisOn(2018, 2, 20), reference, reading), time);
    }

    void whatTheClockLacksLeavesTheReadingOpen()
    {
        const SourceClock nothing;
        QCOMPARE(said(nothing, ClockReference::Instant, 0), u"1970-01-01T00:00:00Z"_s);
        for (const auto reference :
             { ClockReference::Wall, ClockReference::YearWall, ClockReference::DayWall,
               ClockReference::DayInstant, ClockReference::Start })
            QCOMPARE(said(nothing, reference, 0), u"nothing"_s);
        SourceClock onlyZone;
        onlyZone.zone = u"UTC"_s;
        QCOMPARE(said(onlyZone, ClockReference::Wall, 0), u"1970-01-01T00:00:00Z"_s);
        QCOMPARE(said(onlyZone, ClockReference::YearWall, wall(2000, 1, 1)), u"nothing"_s);
        QCOMPARE(said(onlyZone, ClockReference::DayWall, 0), u"nothing"_s);
        SourceClock onlyDate;
        onlyDate.date = CivilTime{ 2018, 2, 20 };
        QCOMPARE(said(onlyDate, ClockReference::DayWall, 0), u"nothing"_s);
        QCOMPARE(said(onlyDate, ClockReference::DayInstant, 0), u"2018-02-20T00:00:00Z"_s);
    }

    void changesOfTheClocksAreTold()
    {
        const SourceClock clock = parisOn(2018, 3, 25);
        QCOMPARE(said(clock, ClockReference::Wall, wall(2018, 3, 25, 1, 59)),
                 u"2018-03-25T00:59:00Z"_s);
        QCOMPARE(said(clock, ClockReference::Wall, wall(2018, 3, 25, 2, 30)),
                 u"2018-03-25T01:30:00Z gap"_s);
        QCOMPARE(said(clock, ClockReference::Wall, wall(2018, 3, 25, 3, 0)),
                 u"2018-03-25T01:00:00Z"_s);
        QCOMPARE(said(clock, ClockReference::DayWall, 2 * kHour + kHour / 2),
                 u"2018-03-25T01:30:00Z gap"_s);
        QCOMPARE(said(clock, ClockReference::Wall, wall(2018, 10, 28, 2, 30)),
                 u"2018-10-28T00:30:00Z fold"_s);
        QCOMPARE(said(clock, ClockReference::YearWall, wall(2000, 10, 28, 2, 30)),
                 u"2018-10-28T00:30:00Z fold"_s);
        // An instant and a relative time know nothing of clocks.
        QCOMPARE(said(clock, ClockReference::Instant, wall(2018, 3, 25, 2, 30)),
                 u"2018-03-25T02:30:00Z"_s);
    }

    void aLeapDayNeedsALeapYear()
    {
        const qint64 leapDay = wall(2000, 2, 29, 12);
        QCOMPARE(said(parisOn(2020, 1, 1), ClockReference::YearWall, leapDay),
                 u"2020-02-29T11:00:00Z"_s);
        QCOMPARE(said(parisOn(2019, 1, 1), ClockReference::YearWall, leapDay), u"nothing"_s);
        QCOMPARE(said(parisOn(1900, 1, 1), ClockReference::YearWall, leapDay), u"nothing"_s);
    }

    void theSkewMovesEveryReference()
    {
        SourceClock clock = parisOn(2018, 2, 20);
        clock.skewUs = -90 * kSecond;
        QCOMPARE(said(clock, ClockReference::Instant, 0), u"1969-12-31T23:58:30Z"_s);
        QCOMPARE(said(clock, ClockReference::Wall, wall(2018, 2, 20, 14)),
                 u"2018-02-20T12:58:30Z"_s);
        QCOMPARE(said(clock, ClockReference::DayInstant, 0), u"2018-02-19T23:58:30Z"_s);
        QCOMPARE(said(clock, ClockReference::Start, 0), u"2018-02-20T12:58:30Z"_s);
        clock.skewUs = std::numeric_limits<qint64>::max();
        QCOMPARE(said(clock, ClockReference::Instant, 1), u"nothing"_s);
        clock.skewUs = std::numeric_limits<qint64>::min();
        QCOMPARE(said(clock, ClockReference::Instant, -1), u"nothing"_s);
    }

    void nothingLiesOutsideTheYears1To9999()
    {
        SourceClock utc;
        utc.zone = u"UTC"_s;
        utc.date = CivilTime{ 9999, 12, 31 };
        utc.start = kLatestTime;
        QCOMPARE(said(utc, ClockReference::Instant, kEarliestTime.us), u"0001-01-01T00:00:00Z"_s);
        QCOMPARE(said(utc, ClockReference::Instant, kEarliestTime.us - 1), u"nothing"_s);
        QCOMPARE(said(utc, ClockReference::Instant, kLatestTime.us),
                 u"9999-12-31T23:59:59.999999Z"_s);
        QCOMPARE(said(utc, ClockReference::Instant, kLatestTime.us + 1), u"nothing"_s);
        QCOMPARE(said(utc, ClockReference::Wall, kEarliestTime.us), u"0001-01-01T00:00:00Z"_s);
        QCOMPARE(said(utc, ClockReference::DayWall, kDay - kSecond), u"9999-12-31T23:59:59Z"_s);
        QCOMPARE(said(utc, ClockReference::DayWall, kDay), u"nothing"_s);
        QCOMPARE(said(utc, ClockReference::DayInstant, kDay), u"nothing"_s);
        QCOMPARE(said(utc, ClockReference::YearWall, wall(2001, 1, 1)), u"nothing"_s);
        QCOMPARE(said(utc, ClockReference::Start, 1), u"nothing"_s);
        SourceClock east = utc;
        east.zone = u"+01:00"_s;
        QCOMPARE(said(east, ClockReference::Wall, kEarliestTime.us), u"nothing"_s);
        SourceClock west = utc;
        west.zone = u"-01:00"_s;
        QCOMPARE(said(west, ClockReference::Wall, kLatestTime.us), u"nothing"_s);
        for (const qint64 far :
             { std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max() }) {
            for (const auto &entry : EnumNames<ClockReference>::entries)
                QCOMPARE(said(utc, entry.first, far), u"nothing"_s);
        }
    }

    void anUnchangedClockMovesNothing()
    {
        const SourceClock clock = parisOn(2018, 2, 20);
        const ReadingResolver resolver(clock);
        for (const auto &entry : EnumNames<ClockReference>::entries) {
            const RecordedTime once =
                resolver.retimed(recorded(entry.first, wall(2000, 2, 20, 14)), clock);
            QCOMPARE(resolver.retimed(once, clock), once);
        }
    }

    void anotherZoneMovesOnlyWhatStandsOnItsClock()
    {
        const SourceClock before = parisOn(2018, 2, 20);
        SourceClock after = before;
        after.zone = u"America/New_York"_s;
        const auto shiftOf = [&](ClockReference reference) {
            const RecordedTime old =
                ReadingResolver(before).retimed(recorded(reference, wall(2000, 2, 20, 14)), before);
            const RecordedTime moved = ReadingResolver(after).retimed(old, before);
            [&] { QCOMPARE(moved.text, old.text); }();
            [&] { QCOMPARE(moved.reading, old.reading); }();
            return moved.start && old.start ? moved.start->us - old.start->us : 0;
        };
        QCOMPARE(shiftOf(ClockReference::Instant), 0);
        QCOMPARE(shiftOf(ClockReference::Wall), 6 * kHour);
        QCOMPARE(shiftOf(ClockReference::YearWall), 6 * kHour);
        QCOMPARE(shiftOf(ClockReference::DayInstant), 0);
        QCOMPARE(shiftOf(ClockReference::Start), 0);
    }

    void anUnknownReadingMovesWithTheSkewAlone()
    {
        SourceClock before = parisOn(2018, 2, 20);
        before.skewUs = kSecond;
        SourceClock after = before;
        after.zone = u"UTC"_s;
        after.skewUs = -kSecond;
        RecordedTime time;
        time.start = TimePoint{ 10 * kSecond };
        time.end = TimePoint{ 20 * kSecond };
        time.basis = TimeBasis::Absolute;
        time.zone = u"+01:00"_s;
        const RecordedTime moved = ReadingResolver(after).retimed(time, before);
        QCOMPARE(moved.start->us, 8 * kSecond);
        QCOMPARE(moved.end->us, 18 * kSecond);
        QCOMPARE(moved.zone, u"+01:00"_s);
        after.skewUs = std::numeric_limits<qint64>::max();
        before.skewUs = -1;
        QCOMPARE(ReadingResolver(after).retimed(time, before), time);
    }

    void aRangeMovesAsOne()
    {
        const SourceClock before = parisOn(2018, 3, 25);
        RecordedTime range = recorded(ClockReference::Wall, wall(2018, 3, 25, 1, 45));
        range.readingEnd = wall(2018, 3, 25, 3, 15);
        range = ReadingResolver(before).retimed(range, before);
        QCOMPARE(toRfc3339(*range.start), u"2018-03-25T00:45:00Z"_s);
        QCOMPARE(toRfc3339(*range.end), u"2018-03-25T01:15:00Z"_s);
        SourceClock after = before;
        after.zone = u"UTC"_s;
        const RecordedTime moved = ReadingResolver(after).retimed(range, before);
        QCOMPARE(toRfc3339(*moved.end), u"2018-03-25T03:15:00Z"_s);
        // In a gap the end may come to lie before the start; then there is none.
        RecordedTime gap = recorded(ClockReference::Wall, wall(2018, 3, 25, 2, 30));
        gap.readingEnd = wall(2018, 3, 25, 3, 0);
        gap = ReadingResolver(after).retimed(gap, before);
        QVERIFY(gap.end);
        QVERIFY(!ReadingResolver(before).retimed(gap, after).end);
    }

    void aTakenAwayZoneLeavesTheTextAndComesBack()
    {
        const SourceClock before = parisOn(2018, 2, 20);
        const RecordedTime dated = ReadingResolver(before).retimed(
            recorded(ClockReference::Wall, wall(2018, 2, 20, 14)), before);
        QVERIFY(dated.basis == TimeBasis::ZoneAssumed);
        SourceClock none = before;
        none.zone.clear();
        const RecordedTime open = ReadingResolver(none).retimed(dated, before);
        QVERIFY(!open.start);
        QVERIFY(open.basis == TimeBasis::None);
        QVERIFY(open.zone.isEmpty());
        QCOMPARE(open.text, dated.text);
        QCOMPARE(ReadingResolver(before).retimed(open, none), dated);
    }

    void aStatedBasisStaysWhatItWas()
    {
        const SourceClock clock = parisOn(2018, 2, 20);
        for (const auto reference : { ClockReference::Instant, ClockReference::Wall }) {
            for (const auto basis :
                 { TimeBasis::Absolute, TimeBasis::ZoneAssumed, TimeBasis::DateAssumed }) {
                RecordedTime time = recorded(reference, wall(2018, 2, 20, 14));
                time.basis = basis;
                QVERIFY(ReadingResolver(clock).retimed(time, clock).basis == basis);
            }
        }
        QVERIFY(ReadingResolver(clock).retimed(recorded(ClockReference::DayWall, 0), clock).basis
                == TimeBasis::DateAssumed);
        QVERIFY(ReadingResolver(clock).retimed(recorded(ClockReference::Start, 0), clock).basis
                == TimeBasis::Relative);
    }

    void aSourceKeepsItsClock()
    {
        SourceClock clock = parisOn(2018, 2, 20);
        clock.skewUs = 42;
        EvidenceSource source;
        setClock(source, clock);
        QCOMPARE(source.assumedDate, u"2018-02-20"_s);
        QCOMPARE(source.assumedStart, u"2018-02-20T13:00:00Z"_s);
        QCOMPARE(clockOf(source), clock);
        setClock(source, {});
        QCOMPARE(clockOf(source), SourceClock());
        source.assumedDate = u"no day"_s;
        source.assumedStart = u"no time"_s;
        QCOMPARE(clockOf(source), SourceClock());
    }
};

QTEST_GUILESS_MAIN(SourceClockTest)
#include "tst_sourceclock.moc"
