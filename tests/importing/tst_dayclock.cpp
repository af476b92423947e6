// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/dayclock.h"
#include "support/recordingsink.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

class DayClockTest : public QObject {
    Q_OBJECT

    RecordingSink m_sink;
    RecordWriter m_writer{ m_sink, u"file"_s };

    static ImportOptions onTwentieth()
    {
        ImportOptions options;
        options.zone = u"UTC"_s;
        options.date = CivilTime{ 2018, 2, 20 };
        return options;
    }
    /// "14:05" at the clock; the day and time it was given, as "20 14:05".
    QString read(DayClock &clock, const QString &text)
    {
        WrittenClock written;
        written.hour = text.left(2).toInt();
        written.minute = text.mid(3, 2).toInt();
        return shown(clock.read(written, text, u"line 1"_s, m_writer));
    }
    QString readYearless(DayClock &clock, int month, int day)
    {
        return shown(clock.readYearless(month, day, {}, u"x"_s, u"line 1"_s, m_writer)).left(10);
    }
    static QString shown(const RecordedTime &time)
    {
        return time.start ? toRfc3339(*time.start).left(16) : u"undated"_s;
    }

private slots:
    void init() { m_sink.remarks.clear(); }

    void aClockThatGoesFarBackHasPassedMidnight()
    {
        TimeResolver times(onTwentieth());
        DayClock clock(times);
        QCOMPARE(read(clock, u"22:00"_s), u"2018-02-20T22:00"_s);
        QCOMPARE(read(clock, u"23:59"_s), u"2018-02-20T23:59"_s);
        QCOMPARE(read(clock, u"00:01"_s), u"2018-02-21T00:01"_s);
        QCOMPARE(read(clock, u"13:00"_s), u"2018-02-21T13:00"_s);
        QCOMPARE(read(clock, u"00:30"_s), u"2018-02-22T00:30"_s);
        QVERIFY(m_sink.remarks.isEmpty());
    }

    void aClockThatGoesBackALittleIsRemarkedOn()
    {
        TimeResolver times(onTwentieth());
        DayClock clock(times);
        QCOMPARE(read(clock, u"14:05"_s), u"2018-02-20T14:05"_s);
        QCOMPARE(read(clock, u"14:03"_s), u"2018-02-20T14:03"_s);
        QCOMPARE(m_sink.remarks.size(), 1);
        QCOMPARE(read(clock, u"14:04"_s), u"2018-02-20T14:04"_s);
        QCOMPARE(m_sink.remarks.size(), 1);
        // Twelve hours to the minute are not more than twelve.
        QCOMPARE(read(clock, u"02:04"_s), u"2018-02-20T02:04"_s);
        QCOMPARE(m_sink.remarks.size(), 2);
    }

    void aLineOfJustBeforeMidnightMakesNoDayOfItsOwn()
    {
        TimeResolver times(onTwentieth());
        DayClock clock(times);
        QCOMPARE(read(clock, u"23:58"_s), u"2018-02-20T23:58"_s);
        QCOMPARE(read(clock, u"00:01"_s), u"2018-02-21T00:01"_s);
        QCOMPARE(read(clock, u"23:59"_s), u"2018-02-20T23:59"_s);
        QCOMPARE(m_sink.remarks.size(), 1);
        QCOMPARE(read(clock, u"00:02"_s), u"2018-02-21T00:02"_s);
        QCOMPARE(read(clock, u"12:00"_s), u"2018-02-21T12:00"_s);
        QCOMPARE(m_sink.remarks.size(), 1);
    }

    void aLongSilenceIsNoStraggler()
    {
        TimeResolver times(onTwentieth());
        DayClock clock(times);
        QCOMPARE(read(clock, u"00:01"_s), u"2018-02-20T00:01"_s);
        QCOMPARE(read(clock, u"23:59"_s), u"2018-02-20T23:59"_s);
        QCOMPARE(read(clock, u"00:05"_s), u"2018-02-21T00:05"_s);
        QCOMPARE(read(clock, u"23:00"_s), u"2018-02-21T23:00"_s);
        QVERIFY(m_sink.remarks.isEmpty());
    }

    void aStatedDayGoesBeforeTheSourcesDate()
    {
        TimeResolver times(onTwentieth());
        DayClock clock(times);
        QVERIFY(!clock.hasStatedDay());
        QCOMPARE(read(clock, u"23:00"_s), u"2018-02-20T23:00"_s);
        clock.setDay({ 2019, 12, 31, 5, 6, 7 });
        QVERIFY(clock.hasStatedDay());
        QCOMPARE(read(clock, u"01:00"_s), u"2019-12-31T01:00"_s);
        QCOMPARE(read(clock, u"23:00"_s), u"2019-12-31T23:00"_s);
        QCOMPARE(read(clock, u"01:00"_s), u"2020-01-01T01:00"_s);
        clock.setDay({ 2020, 1, 1 });
        QCOMPARE(read(clock, u"00:30"_s), u"2020-01-01T00:30"_s);
        QVERIFY(m_sink.remarks.isEmpty());
    }

    void aStatedDayIsKeptAsAWallClockReading()
    {
        TimeResolver times({});
        DayClock clock(times);
        clock.setDay({ 2018, 2, 20 });
        const RecordedTime time = clock.read({ 14, 5 }, u"14:05"_s, u"line 1"_s, m_writer);
        QVERIFY(!time.isDated());
        QVERIFY(time.reference == ClockReference::Wall);
        SourceClock paris;
        paris.zone = u"Europe/Paris"_s;
        QCOMPARE(shown(ReadingResolver(paris).retimed(time, {})), u"2018-02-20T13:05"_s);
    }

    void withoutAnyDayTheReadingWaits()
    {
        ImportOptions options;
        options.zone = u"UTC"_s;
        TimeResolver times(options);
        DayClock clock(times);
        QCOMPARE(read(clock, u"23:00"_s), u"undated"_s);
        const RecordedTime next = clock.read({ 1, 0 }, u"01:00"_s, u"line 2"_s, m_writer);
        QVERIFY(next.reference == ClockReference::DayWall);
        QCOMPARE(next.reading.value(), 25LL * 3600 * 1'000'000);
    }

    void aSenselessMeridiemIsRemarkedOn()
    {
        TimeResolver times(onTwentieth());
        DayClock clock(times);
        WrittenClock odd{ 13, 55 };
        odd.isOddMeridiem = true;
        QCOMPARE(shown(clock.read(odd, u"13:55 PM"_s, u"line 1"_s, m_writer)),
                 u"2018-02-20T13:55"_s);
        QVERIFY(m_sink.remarks.first().contains(u"mixes a 24-hour clock"_s));
    }

    void newYearIsPassedWithTheMonths()
    {
        ImportOptions options = onTwentieth();
        options.date = CivilTime{ 2023, 11, 5 };
        TimeResolver times(options);
        DayClock clock(times);
        QCOMPARE(readYearless(clock, 11, 5), u"2023-11-05"_s);
        QCOMPARE(readYearless(clock, 12, 31), u"2023-12-31"_s);
        QCOMPARE(readYearless(clock, 1, 1), u"2024-01-01"_s);
        QCOMPARE(readYearless(clock, 12, 31), u"2023-12-31"_s); // a straggler
        QCOMPARE(readYearless(clock, 1, 2), u"2024-01-02"_s);
        QCOMPARE(readYearless(clock, 2, 29), u"2024-02-29"_s);
        QCOMPARE(readYearless(clock, 2, 30), u"undated"_s);
        QCOMPARE(readYearless(clock, 8, 1), u"2024-08-01"_s);
        QCOMPARE(readYearless(clock, 3, 1), u"2024-03-01"_s); // five months back: out of order
        QCOMPARE(readYearless(clock, 3, 2), u"2024-03-02"_s);
    }

    void manyNewYearsStayWithinTheCalendar()
    {
        TimeResolver times(onTwentieth());
        DayClock clock(times);
        // 12, 6, 12, 6 … never passes; 12, 1, 7, 12, 1, 7 … passes one a round.
        QString last;
        for (int i = 0; i < 10'000; ++i) {
            for (const int month : { 12, 1, 7 })
                last = readYearless(clock, month, 1);
        }
        QCOMPARE(last, u"undated"_s);
    }
};

QTEST_GUILESS_MAIN(DayClockTest)
#include "tst_dayclock.moc"
