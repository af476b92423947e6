// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/readwith.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

class JournaldImporterTest : public QObject {
    Q_OBJECT

private slots:

    void theSendersClockGoesFirst()
    {
        const QByteArray lines =
            "{\"__CURSOR\":\"c1\",\"__REALTIME_TIMESTAMP\":\"1773323400000000\",\"_HOSTNAME\":"
            "\"web-1\",\"SYSLOG_IDENTIFIER\":\"checkout\",\"PRIORITY\":\"3\",\"_SYSTEMD_UNIT\":"
            "\"checkout.service\",\"MESSAGE\":\"pool is full\"}\n"
            "{\"__CURSOR\":\"c2\",\"__REALTIME_TIMESTAMP\":\"1773323500000000\",\"_SOURCE_REALTIME_"
            "TIMESTAMP\":\"1773323499999000\",\"_HOSTNAME\":\"web-1\",\"MESSAGE\":\"\\u001b["
            "31mred\\u001b[0m\\nsecond line\"}\n";
        QCOMPARE(detected(lines, u"j.jsonl"_s), u"journald"_s);
        const auto sink = readWith(u"journald"_s, lines);
        QCOMPARE(sink.times(),
                 (QStringList{ u"2026-03-12T13:50:00Z"_s, u"2026-03-12T13:51:39.999Z"_s }));
        QCOMPARE(sink.titles(), (QStringList{ u"checkout: pool is full"_s, u"red"_s }));
        QCOMPARE(sink.events[0].text, u"priority: error\nunit: checkout.service"_s);
        QCOMPARE(sink.events[1].text, u"red\nsecond line"_s);
        QCOMPARE(sink.events[0].naturalKey, u"c1"_s);
        QCOMPARE(sink.events[0].lane, u"web-1"_s);
        QVERIFY(sink.events[0].time.precision == TimePrecision::Microsecond);
    }

    void messagesMayBeBytesOrRepeatedOrLeftOut()
    {
        const auto sink = readWith(
            u"journald"_s,
            "{\"__REALTIME_TIMESTAMP\":\"1773323400000000\",\"MESSAGE\":[112,111,111,108,32,255]}\n"
            "{\"__REALTIME_TIMESTAMP\":\"1773323400000000\",\"MESSAGE\":[\"one\",\"two\"]}\n"
            "{\"__REALTIME_TIMESTAMP\":\"1773323400000000\",\"_COMM\":\"x\",\"MESSAGE\":null}\n"
            "{\"__REALTIME_TIMESTAMP\":\"1773323400000000\",\"COREDUMP\":\"y\"}\n"
            "{\"__REALTIME_TIMESTAMP\":\"1773323400000000\",\"MESSAGE\":[[111,110,101],\"two\"]}"
            "\n");
        QCOMPARE(sink.titles()[0], QString(u"pool \uFFFD"_s));
        QCOMPARE(sink.events[1].text, u"one\ntwo"_s);
        QVERIFY(sink.titles()[2].startsWith(u"x: (the message was too large"_s));
        QCOMPARE(sink.events[3].text, u"one\ntwo"_s);
        QCOMPARE(sink.skipped, QStringList{ u"line 4: has no message"_s });
        QCOMPARE(sink.remarks.size(), 2);
    }

    void aRestartIsRemarkedForItsHost()
    {
        const auto sink = readWith(u"journald"_s,
                                   "{\"__REALTIME_TIMESTAMP\":\"1773323400000000\",\"_HOSTNAME\":"
                                   "\"a\",\"_BOOT_ID\":\"b1\",\"MESSAGE\":\"1\"}\n"
                                   "{\"__REALTIME_TIMESTAMP\":\"1773323400000001\",\"_HOSTNAME\":"
                                   "\"b\",\"_BOOT_ID\":\"b9\",\"MESSAGE\":\"2\"}\n"
                                   "{\"__REALTIME_TIMESTAMP\":\"1773323400000002\",\"_HOSTNAME\":"
                                   "\"a\",\"_BOOT_ID\":\"b1\",\"MESSAGE\":\"3\"}\n"
                                   "{\"__REALTIME_TIMESTAMP\":\"1773323400000003\",\"_HOSTNAME\":"
                                   "\"a\",\"_BOOT_ID\":\"b2\",\"MESSAGE\":\"4\"}\n");
        QCOMPARE(sink.remarks,
                 QStringList{ u"line 4: the machine was started anew before this entry"_s });
    }

    void prettyPrintedEntriesStandOneAfterAnother()
    {
        const QByteArray pretty = "{\n"
                                  "    \"__REALTIME_TIMESTAMP\" : \"1773323400000000\",\n"
                                  "    \"__CURSOR\" : \"c1\",\n"
                                  "    \"MESSAGE\" : \"one\"\n"
                                  "}\n"
                                  "{\n"
                                  "    \"__REALTIME_TIMESTAMP\" : \"1773323401000000\",\n"
                                  "    \"__CURSOR\" : \"c2\",\n"
                                  "    \"MESSAGE\" : \"two\"\n"
                                  "}\n";
        QCOMPARE(detected(pretty), u"journald"_s);
        const auto sink = readWith(u"journald"_s, pretty);
        QCOMPARE(sink.titles(), (QStringList{ u"one"_s, u"two"_s }));
        QCOMPARE(sink.events[1].place, u"line 6"_s);
    }

    void anEntryWithoutATimeIsUndated()
    {
        const auto sink = readWith(u"journald"_s, "{\"__CURSOR\":\"c\",\"MESSAGE\":\"x\"}");
        QCOMPARE(sink.times(), QStringList{ u"undated"_s });
        const auto broken = readWith(
            u"journald"_s, "{\"__REALTIME_TIMESTAMP\":\"99999999999999999999\",\"MESSAGE\":\"x\"}");
        QCOMPARE(broken.times(), QStringList{ u"undated"_s });
        QCOMPARE(broken.remarks.size(), 1);
    }
};

QTEST_GUILESS_MAIN(JournaldImporterTest)
#include "tst_journaldimporter.moc"
