// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/tools/timesketchimporter.h"
#include "support/readwith.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

class TimesketchImporterTest : public QObject {
    Q_OBJECT

    TimesketchImporter m_importer;

    static ImportOptions inUtc()
    {
        ImportOptions options;
        options.fallbackZone = u"UTC"_s;
        return options;
    }

    RecordingSink read(const QByteArray &bytes, const ImportOptions &options = inUtc())
    {
        return readWith(m_importer, bytes, options);
    }

private slots:
    void tablesAreRead()
    {
        const auto sink =
            read("message,timestamp,datetime,timestamp_desc,hostname,username\n"
                 "\"it, broke\",1519136255000000,2018-02-20T14:17:35+00:00,Written,web1,asha\n");
        QCOMPARE(sink.times(), QStringList{ u"2018-02-20T14:17:35Z"_s });
        const ParsedEvent &event = sink.events[0];
        QCOMPARE(event.title, u"it, broke"_s);
        QCOMPARE(event.text, u"timestamp: 1519136255000000\ntimestamp_desc: Written"_s);
        QCOMPARE(event.lane, u"web1"_s);
        QCOMPARE(event.actors.first().name, u"asha"_s);
        QVERIFY(event.kind == EventKind::Log);
        QVERIFY(sink.remarks.isEmpty());
    }

    void everyFaultOfATimeIsMetOrTold_data()
    {
        QTest::addColumn<QByteArray>("datetime");
        QTest::addColumn<QByteArray>("timestamp");
        QTest::addColumn<QString>("time");
        QTest::addColumn<QString>("told");
        const auto row = [](const char *name, const char *datetime, const char *timestamp,
                            const char *time, const char *told) {
            QTest::newRow(name) << QByteArray(datetime) << QByteArray(timestamp)
                                << QString::fromUtf8(time) << QString::fromUtf8(told);
        };
        row("a number in datetime", "1519136255250001", "", "2018-02-20T14:17:35.250001Z", "");
        row("no zone", "2018-02-20 14:17:35", "", "2018-02-20T14:17:35Z", "");
        row("number in seconds", "2018-02-20T14:17:35Z", "1519136255", "2018-02-20T14:17:35Z", "");
        row("number in milliseconds", "2018-02-20T14:17:35Z", "1519136255250",
            "2018-02-20T14:17:35Z", "");
        row("another time", "2018-02-20T14:17:35Z", "1519000000000000", "2018-02-20T14:17:35Z",
            "says another time");
        row("no datetime", "", "1519136255000000", "2018-02-20T14:17:35Z", "");
        row("unreadable datetime", "1234 19:01:01", "1519136255000", "2018-02-20T14:17:35Z",
            "is not a time; the number");
        row("nothing readable", "1234 19:01:01", "88888888", "skipped", "");
        row("nothing at all", "", "", "undated", "");
        row("a year too far", "20180-02-20T14:17:35Z", "", "skipped", "");
        row("a day that is none", "2018-02-30T14:17:35Z", "", "skipped", "");
    }

    void everyFaultOfATimeIsMetOrTold()
    {
        QFETCH(QByteArray, datetime);
        QFETCH(QByteArray, timestamp);
        QFETCH(QString, time);
        QFETCH(QString, told);
        const auto sink = read("message,timestamp_desc,timestamp,datetime\nsound,x,,"
                               "2018-02-20T00:00:00Z\nit broke,Written,"
                               + timestamp + "," + datetime + "\n");
        QCOMPARE(sink.events.size(), time == u"skipped"_s ? 1 : 2);
        QCOMPARE(sink.skipped.size(), time == u"skipped"_s ? 1 : 0);
        if (sink.events.size() == 2)
            QCOMPARE(sink.times()[1], time);
        QCOMPARE(sink.remarks.size(), told.isEmpty() ? 0 : 1);
        QVERIFY(told.isEmpty() || sink.remarks[0].contains(told));
    }

    void jsonLinesAreRead()
    {
        const auto sink = read(
            "{\"message\": \"a\", \"timestamp\": 1519136255000000, \"datetime\": "
            "\"2018-02-20T14:17:35+00:00\", \"timestamp_desc\": \"Written\", \"tag\": [\"x\", "
            "\"y\"]}\n"
            "{\"message\": \"b\", \"datetime\": \"2018-02-20T14:17:36+00:00\", \"timestamp_desc\": "
            "\"Written\"}\n");
        QCOMPARE(sink.titles(), (QStringList{ u"a"_s, u"b"_s }));
        QVERIFY(sink.events[0].text.endsWith(u"tag: x, y"_s));
    }

    void columnsThatComeTwiceAndHugeFieldsAreTaken()
    {
        const QByteArray huge(38'000, 'x');
        const auto sink =
            read("message,datetime,timestamp_desc,xml,message\nfirst,2018-02-20T14:17:"
                 "35Z,Written,"
                 + huge + ",second\n");
        QCOMPARE(sink.titles(), QStringList{ u"first"_s });
        QVERIFY(sink.events[0].text.size() < 5'000);
        QVERIFY(sink.events[0].text.endsWith(u"message (2): second"_s));
        QCOMPARE(sink.remarks.size(), 1);
        QVERIFY(sink.remarks[0].contains(u"“message” is there twice"_s));
    }

    void rowsThatAreTooLongAreSkipped()
    {
        const auto sink = read("message,datetime,timestamp_desc\na,2018-02-20T14:17:35Z,x\n"
                               "b,2018-02-20T14:17:35Z,x,y\n,2018-02-20T14:17:35Z,x\n");
        QCOMPARE(sink.titles(), QStringList{ u"a"_s });
        QCOMPARE(sink.skipped.size(), 2);
        QVERIFY(sink.skipped[0].startsWith(u"line 3: "_s));
        QVERIFY(sink.skipped[1].startsWith(u"line 4: "_s));
    }

    void aMissingColumnIsAskedFor()
    {
        const QByteArray bytes = "No.,DT,timestampDesc,message\n1,2018-02-20 14:17:35,x,it broke\n";
        const auto input = EvidenceInput::fromBytes(u"x.csv"_s, bytes);
        QCOMPARE(m_importer.probe(*input), 55);
        QCOMPARE(m_importer.missing(*input, {}), Needs(Need::Mapping));
        RecordingSink none;
        const auto refused = readBytes(m_importer, bytes, none, inUtc());
        QVERIFY(!refused);
        QVERIFY(refused.error().code == ErrorCode::BadInput);
        ImportOptions options;
        options.mapping.time = u"DT"_s;
        options.mapping.title = u"message"_s;
        QCOMPARE(m_importer.missing(*input, options), Needs(Need::Zone));
        options.fallbackZone = u"UTC"_s;
        QCOMPARE(m_importer.missing(*input, options), Needs());
        QCOMPARE(read(bytes, options).times(), QStringList{ u"2018-02-20T14:17:35Z"_s });
    }

    void itsOwnFilesAreTold()
    {
        const auto probe = [this](const QByteArray &bytes) {
            return m_importer.probe(*EvidenceInput::fromBytes(u"x"_s, bytes));
        };
        QCOMPARE(probe("message,datetime,timestamp_desc\na,b,c\n"), 92);
        QCOMPARE(probe("message,timestamp,timestamp_desc\na,b,c\n"), 92);
        QCOMPARE(probe("{\"message\": \"a\", \"datetime\": \"x\", \"timestamp_desc\": \"y\"}\n"),
                 92);
        QCOMPARE(probe("datetime,timestamp_desc\na,b\n"), 60);
        QCOMPARE(probe("time,message\na,b\n"), 0);
        QCOMPARE(probe("{\"message\": \"a\", \"time\": 1}\n"), 0);
    }
};

QTEST_GUILESS_MAIN(TimesketchImporterTest)
#include "tst_timesketchimporter.moc"
