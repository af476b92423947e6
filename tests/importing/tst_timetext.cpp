// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/timetext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

class TimeTextTest : public QObject {
    Q_OBJECT

private slots:
    void aTimeWithAnOffsetIsAnInstant_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("instant");
        QTest::addColumn<TimePrecision>("precision");
        const auto row = [](const char *text, const char *instant,
                            TimePrecision precision = TimePrecision::Second) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(instant)
                                << precision;
        };
        row("2018-02-20T14:17:00Z", "2018-02-20T14:17:00Z");
        row("2018-02-20T14:17:00+00:00", "2018-02-20T14:17:00Z");
        row("2018-02-20 14:17:00 +0100", "2018-02-20T13:17:00Z");
        row("2018-02-20T14:17+01", "2018-02-20T13:17:00Z", TimePrecision::Minute);
        row("2013-12-03 17:23:34 UTC", "2013-12-03T17:23:34Z");
        row("2018-03-07T06:33:21.873077559-05:00", "2018-03-07T11:33:21.873077Z",
            TimePrecision::Microsecond);
        row("2019-01-22T18:53:28.5322821+07:00", "2019-01-22T11:53:28.532282Z",
            TimePrecision::Microsecond);
        row("2015-11-21T07:03:02.000-0500", "2015-11-21T12:03:02Z", TimePrecision::Millisecond);
        row("2018-02-20T14:17:00,5Z", "2018-02-20T14:17:00.500Z", TimePrecision::Millisecond);
        row("Thu Feb 22 18:04:29 2018 -0800", "2018-02-23T02:04:29Z");
        row("Thu, 22 Feb 2018 18:04:29 -0800", "2018-02-23T02:04:29Z");
        row("22/Jan/2019:03:56:14 +0330", "2019-01-22T00:26:14Z");
        row("1519351469", "2018-02-23T02:04:29Z");
        row("1519351469 -0800", "2018-02-23T02:04:29Z");
        row("1519351469.25", "2018-02-23T02:04:29.250Z", TimePrecision::Microsecond);
        row("1519351469123", "2018-02-23T02:04:29.123Z", TimePrecision::Millisecond);
        row("1519351469123456", "2018-02-23T02:04:29.123456Z", TimePrecision::Microsecond);
        row("1519351469123456789", "2018-02-23T02:04:29.123456Z", TimePrecision::Microsecond);
        row("2018-02-20 04:20-05:00", "2018-02-20T09:20:00Z", TimePrecision::Minute);
        row("2018-02-20 14:20 -0500", "2018-02-20T19:20:00Z", TimePrecision::Minute);
        row("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z");
        row("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z");
        row("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z");
    }

    void aTimeWithAnOffsetIsAnInstant()
    {
        QFETCH(QString, text);
        QFETCH(QString, instant);
        QFETCH(TimePrecision, precision);
        const auto reading = readTimestamp(text);
        QVERIFY(reading);
        QVERIFY(reading->instant());
        QCOMPARE(toRfc3339(*reading->instant()), instant);
        QVERIFY(reading->precision == precision);
    }

    void aTimeWithoutAZoneHasNoInstant_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<CivilTime>("civil");
        QTest::addColumn<TimePrecision>("precision");
        QTest::newRow("space") << u"2018-02-20 14:17:05"_s << CivilTime{ 2018, 2, 20, 14, 17, 5 }
                               << TimePrecision::Second;
        QTest::newRow("minutes") << u"2018-02-20T14:17"_s << CivilTime{ 2018, 2, 20, 14, 17 }
                                 << TimePrecision::Minute;
        QTest::newRow("day") << u"2018-02-20"_s << CivilTime{ 2018, 2, 20 } << TimePrecision::Day;
        QTest::newRow("slashes") << u"2018/02/20 14:17"_s << CivilTime{ 2018, 2, 20, 14, 17 }
                                 << TimePrecision::Minute;
        QTest::newRow("one digit hour")
            << u"2018-02-20 4:17"_s << CivilTime{ 2018, 2, 20, 4, 17 } << TimePrecision::Minute;
        QTest::newRow("git, local") << u"Thu Feb 22 18:04:29 2018"_s
                                    << CivilTime{ 2018, 2, 22, 18, 4, 29 } << TimePrecision::Second;
        QTest::newRow("month name first")
            << u"Feb 20 2018 14:17"_s << CivilTime{ 2018, 2, 20, 14, 17 } << TimePrecision::Minute;
    }

    void aTimeWithoutAZoneHasNoInstant()
    {
        QFETCH(QString, text);
        QFETCH(CivilTime, civil);
        QFETCH(TimePrecision, precision);
        const auto reading = readTimestamp(text);
        QVERIFY(reading);
        QVERIFY(!reading->offset);
        QCOMPARE(reading->civil, civil);
        QVERIFY(reading->precision == precision);
    }

    void whatIsNoTimeIsNotRead_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             { "", "soon", "1234 19:01:01", "2018-13-01", "2018-02-30", "2018-02-20T25:00:00Z",
               "12", "2018", "2018-02-20T14:17:00.Z", "2018-02-20T14:17:00.1234567890Z",
               "2018-02-20T14:17:00Zulu", "2018-02-20T14:17:00+99:00", "01/22/2012 07:52:33",
               "99999999999999999999", "NaN", "14:02", "Thu Feb 31 18:04:29 2018 -0800",
               "2018-02-20 14:17 XYZ", "2018-02-20 14:20-14:29" })
            QTest::newRow(text) << QString::fromUtf8(text);
    }

    void whatIsNoTimeIsNotRead()
    {
        QFETCH(QString, text);
        QVERIFY(!readTimestamp(text));
    }

    void aStatedUnitBeatsTheSizeOfTheNumber()
    {
        QCOMPARE(toRfc3339(*readTimestamp(u"1000", EpochUnit::Seconds)->instant()),
                 u"1970-01-01T00:16:40Z"_s);
        QCOMPARE(toRfc3339(*readTimestamp(u"1000", EpochUnit::Milliseconds)->instant()),
                 u"1970-01-01T00:00:01Z"_s);
        QCOMPARE(toRfc3339(*readTimestamp(u"-1", EpochUnit::Seconds)->instant()),
                 u"1969-12-31T23:59:59Z"_s);
        QVERIFY(!readTimestamp(u"2018-02-20", EpochUnit::Seconds));
        QVERIFY(!epochUnitFromWord(u"minutes"));
    }

    void anAbbreviationGivesItsTabledOffset()
    {
        const auto pacific = readTimestamp(u"2018-02-22 18:04 PST");
        QVERIFY(pacific);
        QCOMPARE(*pacific->offset, -8 * 3600);
        QVERIFY(pacific->isAmbiguousZone);
        QCOMPARE(*readTimestamp(u"2018-02-22 18:04 CET")->offset, 3600);
    }
};

QTEST_GUILESS_MAIN(TimeTextTest)
#include "tst_timetext.moc"
