// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/gototime.h"

#include <QTest>

using namespace SecondStory;
using namespace SecondStory::Analysis;
using namespace Qt::StringLiterals;

namespace {

GoToContext context(const QString &zone = u"Europe/Paris"_s)
{
    GoToContext c;
    c.clock = ZoneClock(zone);
    c.reference = fromUtc({ 2018, 2, 20, 13, 7 });
    c.frame.detected = fromUtc({ 2018, 2, 20, 12, 0 });
    c.frame.declared = fromUtc({ 2018, 2, 20, 12, 15 });
    c.names = { { u"Peak"_s, fromUtc({ 2018, 2, 20, 12, 40 }) },
                { u"“Is it the cache?”"_s, fromUtc({ 2018, 2, 20, 12, 50 }) },
                { u"presale opens"_s, fromUtc({ 2018, 2, 20, 11, 0 }) },
                { u"presale ends"_s, fromUtc({ 2018, 2, 20, 14, 0 }) } };
    return c;
}

} // namespace

class GoToTimeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsWhatPeopleType_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("clock in the zone, on the day one is at")
            << u"14:07"_s << u"2018-02-20T13:07:00Z"_s;
        QTest::newRow("seconds") << u" 9:05:30 "_s << u"2018-02-20T08:05:30Z"_s;
        QTest::newRow("date and clock") << u"2018-02-21 00:30"_s << u"2018-02-20T23:30:00Z"_s;
        QTest::newRow("ISO without zone")
            << u"2018-07-01T12:00:00.250"_s << u"2018-07-01T10:00:00.250Z"_s;
        QTest::newRow("date alone") << u"2018-02-22"_s << u"2018-02-21T23:00:00Z"_s;
        QTest::newRow("RFC 3339") << u"2018-02-20T14:07:00+05:00"_s << u"2018-02-20T09:07:00Z"_s;
        QTest::newRow("later") << u"+5m"_s << u"2018-02-20T13:12:00Z"_s;
        QTest::newRow("earlier") << u"-1h 30min"_s << u"2018-02-20T11:37:00Z"_s;
        QTest::newRow("a real minus sign") << u"−1d"_s << u"2018-02-19T13:07:00Z"_s;
        QTest::newRow("fraction") << u"+1.5h"_s << u"2018-02-20T14:37:00Z"_s;
        QTest::newRow("before the frame") << u"2h before detected"_s << u"2018-02-20T10:00:00Z"_s;
        QTest::newRow("after the frame") << u"5 min after Detected"_s << u"2018-02-20T12:05:00Z"_s;
        QTest::newRow("hours and minutes back") << u"-1h30m"_s << u"2018-02-20T11:37:00Z"_s;
        QTest::newRow("after declared") << u"10 min after declared"_s << u"2018-02-20T12:25:00Z"_s;
        QTest::newRow("a mark") << u"peak"_s << u"2018-02-20T12:40:00Z"_s;
        QTest::newRow("after a mark") << u"5m after Peak"_s << u"2018-02-20T12:45:00Z"_s;
        QTest::newRow("a name of words and quotes")
            << u"2 min before is it the cache?"_s << u"2018-02-20T12:48:00Z"_s;
        QTest::newRow("the beginning of a name") << u"is it"_s << u"2018-02-20T12:50:00Z"_s;
        QTest::newRow("a longer beginning") << u"1h after presale o"_s << u"2018-02-20T12:00:00Z"_s;
        QTest::newRow("minutes in UTC") << u"14:07Z"_s << u"2018-02-20T14:07:00Z"_s;
        QTest::newRow("ISO to the minute with an offset")
            << u"2018-02-20T14:07+05:30"_s << u"2018-02-20T08:37:00Z"_s;
        QTest::newRow("an offset without a colon")
            << u"2018-02-20 14:07 -0100"_s << u"2018-02-20T15:07:00Z"_s;
        QTest::newRow("a month's name") << u"21 Feb 2018 9:30"_s << u"2018-02-21T08:30:00Z"_s;
        QTest::newRow("a day of this year") << u"1 March"_s << u"2018-02-28T23:00:00Z"_s;
        QTest::newRow("the frame itself") << u"detected"_s << u"2018-02-20T12:00:00Z"_s;
    }
    void readsWhatPeopleType()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const auto time = goToTime(text, context());
        QVERIFY2(time.has_value(), time ? "" : qPrintable(time.error().toString()));
        QCOMPARE(toRfc3339(*time), expected);
    }

    void refusesWhatIsNoTime_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : { "", "  ", "soon", "25:00", "14:60", "2018-02-30", "+", "+5",
                                  "+5 parsecs", "2h before lunch", "before detected",
                                  "2018-02-20 14", "+99999999d", "14:07:35.1234567" })
            QTest::newRow(text[0] ? text : "empty") << QString::fromLatin1(text);
    }
    void refusesWhatIsNoTime()
    {
        QFETCH(QString, text);
        const auto time = goToTime(text, context());
        QVERIFY(!time);
        QCOMPARE(time.error().code, ErrorCode::BadInput);
        QVERIFY(!time.error().hint.isEmpty());
    }

    void saysWhenTheFrameIsSilent()
    {
        const auto time = goToTime(u"2h before resolved", context());
        QVERIFY(!time);
        QCOMPARE(time.error().code, ErrorCode::NotFound);
    }

    void aNameThatCouldBeTwoAsksForMore()
    {
        const auto time = readTime(u"5m after presale", context());
        QVERIFY(!time);
        QCOMPARE(time.error().code, ErrorCode::BadInput);
        QVERIFY(time.error().toString().contains(u"presale opens"_s));
        QVERIFY(time.error().toString().contains(u"presale ends"_s));
    }

    void anUnknownNameIsSaidByName()
    {
        const auto time = readTime(u"5m after lunch", context());
        QVERIFY(!time);
        QVERIFY(time.error().toString().contains(u"lunch"_s));
        QVERIFY(time.error().hint.contains(u"mark"_s));
    }

    void theAnchorIsSpelledAsTheReviewSpellsIt()
    {
        QCOMPARE(readTime(u"5m after PEAK", context())->anchor, u"Peak"_s);
        QVERIFY(readTime(u"14:07", context())->anchor.isEmpty());
    }

    void whatClocksSkippedOrRepeatedIsSaid()
    {
        QVERIFY(readTime(u"2018-02-20 14:07", context())->caution.isEmpty());
        const auto skipped = readTime(u"2018-03-25 02:30", context());
        QVERIFY2(skipped->caution.contains(u"skipped 02:30"_s), qPrintable(skipped->caution));
        QVERIFY(skipped->caution.contains(u"03:30"_s));
        const auto twice = readTime(u"2018-10-28 02:30", context());
        QVERIFY2(twice->caution.contains(u"02:30 twice"_s), qPrintable(twice->caution));
        QVERIFY(twice->caution.contains(u"UTC+2"_s));
        const auto second = readTime(u"2018-10-28 02:30+01:00", context());
        QVERIFY(second->caution.isEmpty());
        QCOMPARE(second->time.us - twice->time.us, 3'600'000'000);
    }

    void aSkippedHourGoesToTheInstantAfterTheJump()
    {
        const auto time = goToTime(u"2018-03-25 02:30", context());
        QVERIFY(time.has_value());
        QCOMPARE(context().clock.isoText(*time), u"2018-03-25 03:30:00"_s);
    }

    void durationsAddUp()
    {
        QCOMPARE(parseDuration(u"1h 2m 3s"), std::optional<qint64>(3'723'000'000));
        QCOMPARE(parseDuration(u"250 ms"), std::optional<qint64>(250'000));
        QVERIFY(!parseDuration(u""));
        QVERIFY(!parseDuration(u"5"));
    }
};

QTEST_GUILESS_MAIN(GoToTimeTest)
#include "tst_gototime.moc"
