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
