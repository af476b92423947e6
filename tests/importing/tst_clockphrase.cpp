// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/clockphrase.h"
#include "importing/zoneabbreviations.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

class ClockPhraseTest : public QObject {
    Q_OBJECT

    /// "2018-02-20 14:17..15:00 +01:00 ~", with what the phrase does not say left out.
    static QString described(const ClockPhrase &phrase)
    {
        QStringList parts;
        if (phrase.day)
            parts.append(u"%1-%2-%3"_s.arg(phrase.day->year)
                             .arg(phrase.day->month, 2, 10, QChar(u'0'))
                             .arg(phrase.day->day, 2, 10, QChar(u'0')));
        const auto clock = [](const WrittenClock &c) {
            return u"%1:%2"_s.arg(c.hour, 2, 10, QChar(u'0')).arg(c.minute, 2, 10, QChar(u'0'));
        };
        if (phrase.start)
            parts.append(phrase.end ? QString(clock(*phrase.start) + u".."_s + clock(*phrase.end))
                                    : clock(*phrase.start));
        if (phrase.isUnknownClock)
            parts.append(u"??:??"_s);
        if (!phrase.zoneId.isEmpty())
            parts.append(phrase.zoneId);
        if (phrase.isApproximate)
            parts.append(u"~"_s);
        return parts.join(u' ');
    }

private slots:
    void everySpellingIsRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("meaning");
        QTest::addColumn<QString>("behind");
        const auto row = [](const char *text, const char *meaning, const char *behind = "") {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(meaning)
                                << QString::fromUtf8(behind);
        };
        row("14:55", "14:55");
        row("2:45 restarted", "02:45", " restarted");
        row("~2:45 - restarted", "02:45 ~", " - restarted");
        row("about 14:00: it broke", "14:00 ~", ": it broke");
        row("07:30am - First report", "07:30", " - First report");
        row("12:45 PM", "12:45");
        row("12:05 am", "00:05");
        row("3:15 p.m. done", "15:15", " done");
        row("4pm", "16:00");
        row("13:55 PM PST Saturday Oct 30th: alarms", "0-10-30 13:55 -08:00", ": alarms");
        row("17:00-18:00", "17:00..18:00");
        row("8:20 - 8:24", "08:20..08:24");
        // A later clock behind a hyphen ends a range, an offset is none.
        row("14:20-14:29", "14:20..14:29");
        row("14:20-14:30 x", "14:20..14:30", " x");
        row("04:20-05:00", "04:20..05:00");
        row("2018-02-20 14:20-14:29 x", "2018-02-20 14:20..14:29", " x");
        row("14:20 -0500", "14:20 -05:00");
        row("14:20-0500: x", "14:20 -05:00", ": x");
        row("14:20-05:00 x", "14:20 -05:00", " x");
        row("14:20+05:30", "14:20 +05:30");
        row("2018-02-20T04:20-05:00", "2018-02-20 04:20 -05:00");
        row("04:20:10-05:00", "04:20 -05:00");
        row("23:30-00:15", "23:30..00:15");
        row("22:00-02:00", "22:00..02:00");
        row("14:20 - 05:00", "14:20..05:00");
        row("14:20-13:50", "14:20..13:50");
        // The same moment on a second clock.
        row("10:15 CET / 09:15 UTC - x", "10:15 +01:00", " - x");
        row("12:00 IST (06:30 UTC): x", "12:00 +05:30", ": x");
        row("12:00 IST (11:00 UTC): x", "12:00 +01:00", ": x");
        row("09:15 UTC (10:15 CET) x", "09:15 UTC", " x");
        row("10:15 (09:15 UTC) x", "10:15 +01:00", " x");
        row("01:15 (15:15 UTC) x", "01:15 +10:00", " x");
        row("10:15 CET (09:17 UTC) x", "10:15 +01:00", " x");
        row("10:15 UTC (3 pods)", "10:15 UTC", " (3 pods)");
        row("17:00\u201318:00", "17:00..18:00");
        row("17:00 \u2014 18:00", "17:00..18:00");
        row("17:00\u221218:00", "17:00..18:00");
        row("17:00 to 18:00", "17:00..18:00");
        row("2:00-3:30 PM", "14:00..15:30");
        row("18:00-24:00 UTC: more", "18:00..24:00 UTC", ": more");
        row("~13:30-13:45", "13:30..13:45 ~");
        row("21:45 to 23:28 UTC (103 minutes)", "21:45..23:28 UTC", " (103 minutes)");
        row("21:45 UTC - text", "21:45 UTC", " - text");
        row("22:30 UTC (Oct 29) - text", "0-10-29 22:30 UTC", " - text");
        row("Feb 20 2018 14:17", "2018-02-20 14:17");
        row("Feb 21, 13:00", "0-02-21 13:00");
        row("19. April, 11:00", "0-04-19 11:00");
        row("2018-02-12 14:03", "2018-02-12 14:03");
        row("2018-02-12T14:03:05", "2018-02-12 14:03");
        row("2019-03-25 7:01am", "2019-03-25 07:01");
        row("2019-12-03 --:--", "2019-12-03 ??:??");
        row("2X:XX (not sure exact time)", "??:?? ~");
        row("22:52 (maybe earlier?)", "22:52 ~");
        row("22:52 (CET)", "22:52 +01:00");
        row("22:52 (see the graph)", "22:52", " (see the graph)");
        row("??? somebody noticed", "??:??", " somebody noticed");
        row("February 24, 2025", "2025-02-24");
        row("October 29-30, 2025 - CPU", "2025-10-29", " - CPU");
        row("Tuesday, 20 February 2018", "2018-02-20");
        row("Early morning July 12th, 2018: token", "2018-07-12 ~", ": token");
        row("14:05 GMT+1 deployed", "14:05 +01:00", " deployed");
        row("14:05 Europe/Paris", "14:05 Europe/Paris");
        row("14:05 +0530", "14:05 +05:30");
        row("14:05 @asha reports", "14:05", " @asha reports");
    }

    void everySpellingIsRead()
    {
        QFETCH(QString, text);
        QFETCH(QString, meaning);
        QFETCH(QString, behind);
        const auto phrase = readClockPhrase(text);
        QVERIFY(phrase);
        QCOMPARE(described(*phrase), meaning);
        QCOMPARE(text.mid(phrase->length), behind);
    }

    void proseIsNoTime_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             { "", "It broke", "10 users left", "25:00", "14:60", "14:5", "12:45foo",
               "1071900 - 1072525", "May break", "Early in the process", "about 10 users",
               "Saturday was calm", "-1", "UTC", "10.12.8.37:3000", "early early early early", "--",
               "v1.31.1" })
            QTest::newRow(text) << QString::fromUtf8(text);
    }

    void proseIsNoTime()
    {
        QFETCH(QString, text);
        QVERIFY(!readClockPhrase(text));
    }

    void aWrongMeridiemIsToldAndLeftOut()
    {
        QVERIFY(readClockPhrase(u"13:55 PM")->start->isOddMeridiem);
        QVERIFY(readClockPhrase(u"23:00 AM MST")->start->isOddMeridiem);
        QVERIFY(!readClockPhrase(u"11:00 PM")->start->isOddMeridiem);
    }

    void aVeryLongRunOfWordsIsReadInBoundedDepth()
    {
        const QString text = u"about "_s.repeated(200'000);
        QVERIFY(!readClockPhrase(text));
        QVERIFY(!readClockPhrase(QString(u"("_s.repeated(100'000))));
    }

    void aDayIsFoundInASentence()
    {
        const auto day = findDay(u"# May 30th, 2019 Prow Flakiness");
        QVERIFY(day);
        QCOMPARE(day->year * 10'000 + day->month * 100 + day->day, 20190530);
        QVERIFY(!findDay(u"version 4.6.3 of 30 May"));
        QCOMPARE(findDay(u"2018-02-20-outage.md")->day, 20);
    }

    void zonesAreFoundInSentences_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("zone");
        QTest::newRow("abbreviation and offset") << u"All times in CET (GMT+1)"_s << u"+01:00"_s;
        QTest::newRow("Pacific") << u"All times in PST"_s << u"-08:00"_s;
        QTest::newRow("UTC with an offset") << u"All times in UTC+1 (Zurich time)"_s << u"+01:00"_s;
        QTest::newRow("half hours") << u"Times are UTC+5:30"_s << u"+05:30"_s;
        QTest::newRow("region") << u"Time zone: America/New_York"_s << u"America/New_York"_s;
        QTest::newRow("UTC") << u"Date (UTC)"_s << u"UTC"_s;
        QTest::newRow("none") << u"All times in {{ most convenient timezone}}"_s << QString();
        QTest::newRow("typo") << u"UC/Pacific"_s << QString();
    }

    void zonesAreFoundInSentences()
    {
        QFETCH(QString, text);
        QFETCH(QString, zone);
        const auto found = findZone(text);
        QCOMPARE(found ? found->id : QString(), zone);
    }

    void everyAbbreviationHasAnOffsetAndARegion()
    {
        QVERIFY(zoneAbbreviations().size() > 20);
        for (const ZoneAbbreviation &entry : zoneAbbreviations()) {
            QCOMPARE(findZoneAbbreviation(QStringView(entry.word)), &entry);
            const auto zone = readZone(QStringView(entry.word));
            QVERIFY(zone);
            QCOMPARE(zone->id, QString::fromLatin1(entry.offset));
        }
    }
};

QTEST_GUILESS_MAIN(ClockPhraseTest)
#include "tst_clockphrase.moc"
