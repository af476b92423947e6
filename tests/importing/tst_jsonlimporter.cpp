// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/tables/jsonlimporter.h"
#include "support/readwith.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

class JsonlImporterTest : public QObject {
    Q_OBJECT

    JsonlImporter m_importer;

    RecordingSink read(const QByteArray &bytes, const ImportOptions &options = {})
    {
        return readWith(m_importer, bytes, options, u"events.jsonl"_s);
    }

private slots:
    void objectsBecomeEvents()
    {
        const auto sink = read("{\"id\": \"7\", \"time\": \"2026-03-12T14:02:00.5+01:00\", "
                               "\"kind\": \"alert\", \"text\": \"Disk full\", "
                               "\"actor\": \"Asha\", \"lane\": \"db\", \"tags\": [\"a\", 1], "
                               "\"more\": {\"x\": true}, \"none\": null}\r\n"
                               "\r\n"
                               "{\"id\": 8, \"text\": \"no time\"}\r\n");
        QCOMPARE(sink.times(), (QStringList{ u"2026-03-12T13:02:00.500Z"_s, u"undated"_s }));
        const ParsedEvent &event = sink.events.first();
        QCOMPARE(event.title, u"Disk full"_s);
        QCOMPARE(event.text, u"tags: a, 1\nmore: {\"x\":true}"_s);
        QCOMPARE(event.naturalKey, u"7"_s);
        QCOMPARE(event.lane, u"db"_s);
        QCOMPARE(event.actors.first().name, u"Asha"_s);
        QVERIFY(event.kind == EventKind::Alert);
        QCOMPARE(event.place, u"line 1"_s);
        QCOMPARE(sink.events[1].place, u"line 3"_s);
    }

    void timesketchIsRead()
    {
        const auto sink =
            read("{\"message\": \"A message\",\"timestamp\": 123456789,\"datetime\": "
                 "\"2015-07-24T19:01:01+00:00\",\"timestamp_desc\": \"Write time\"}\n");
        QCOMPARE(sink.times(), QStringList{ u"2015-07-24T19:01:01Z"_s });
        QCOMPARE(sink.titles(), QStringList{ u"A message"_s });
        QVERIFY(sink.events.first().text.contains(u"timestamp_desc: Write time"_s));
    }

    void aDottedMappingReachesIntoObjects()
    {
        ImportOptions options;
        options.mapping.time = u"meta.at"_s;
        options.mapping.timeFormat = u"s"_s;
        options.mapping.title = u"body.head.line"_s;
        options.mapping.actor = u"a.b"_s;
        const auto sink = read("{\"meta\": {\"at\": 1519351469}, \"body\": {\"head\": {\"line\": "
                               "\"Hi\"}}, \"a.b\": \"Ben\"}\n",
                               options);
        QCOMPARE(sink.times(), QStringList{ u"2018-02-23T02:04:29Z"_s });
        QCOMPARE(sink.titles(), QStringList{ u"Hi"_s });
        QCOMPARE(sink.events.first().actors.first().name, u"Ben"_s);
    }

    void bigNumbersKeepEveryDigit()
    {
        const auto sink =
            read("{\"id\": 9007199254740993, \"ts\": 1519351469123456789, \"text\": \"x\"}\n");
        QCOMPARE(sink.events.first().naturalKey, u"9007199254740993"_s);
        QCOMPARE(sink.times(), QStringList{ u"2018-02-23T02:04:29.123456Z"_s });
    }

    void anUnreadableTimeSkipsItsLine()
    {
        const auto sink = read("{\"time\": \"soon\", \"text\": \"a\"}\n{\"time\": "
                               "\"2018-02-20T14:02:00Z\", \"text\": \"b\"}\n");
        QCOMPARE(sink.titles(), QStringList{ u"b"_s });
        QVERIFY(sink.skipped.first().startsWith(u"line 1: "_s));
    }

    void damagedLinesAreRefusedWithLineAndByte_data()
    {
        QTest::addColumn<QByteArray>("bad");
        QTest::newRow("cut short") << QByteArray("{\"text\": \"a");
        QTest::newRow("duplicate key") << QByteArray("{\"text\": \"a\", \"text\": \"b\"}");
        QTest::newRow("NaN") << QByteArray("{\"text\": NaN}");
        QTest::newRow("text behind") << QByteArray("{\"text\": \"a\"} b");
        QTest::newRow("half a surrogate pair") << QByteArray("{\"text\": \"\\ud800\"}");
        QTest::newRow("too deep") << QByteArray("{\"text\": " + QByteArray(100, '[')
                                                + QByteArray(100, ']') + "}");
        QTest::newRow("a list") << QByteArray("[1]");
        QTest::newRow("a number") << QByteArray("42");
        QTest::newRow("no JSON") << QByteArray("hello");
    }

    void damagedLinesAreRefusedWithLineAndByte()
    {
        QFETCH(QByteArray, bad);
        RecordingSink sink;
        const QByteArray bytes =
            "{\"time\": \"2018-02-20T14:02:00Z\", \"text\": \"ok\"}\n" + bad + "\n";
        const auto summary = readBytes(m_importer, bytes, sink, {}, u"events.jsonl"_s);
        QVERIFY(!summary);
        QVERIFY(summary.error().code == ErrorCode::BadInput);
        QVERIFY2(summary.error().place.startsWith(u"line 2"_s), qPrintable(summary.error().place));
        QCOMPARE(summary.error().file, u"events.jsonl"_s);
    }

    void aLongFirstLineIsRead()
    {
        const QByteArray bytes = "{\"time\": \"2018-02-20T14:02:00Z\", \"text\": \"ok\", \"x\": \""
            + QByteArray(100'000, 'x') + "\"}\n";
        QCOMPARE(read(bytes).titles(), QStringList{ u"ok"_s });
    }

    void onlyObjectsAreClaimed()
    {
        const auto likelihood = [this](const QByteArray &bytes) {
            return m_importer.probe(*EvidenceInput::fromBytes(u"a.txt"_s, bytes));
        };
        QVERIFY(likelihood("{\"time\": 1519351469, \"text\": \"x\"}\n") >= 70);
        QCOMPARE(likelihood("{\"datetime\": \"2018\", \"message\": \"x\"}\n"), 90);
        QCOMPARE(likelihood("{\"foo\": 1}\n"), 0);
        QCOMPARE(likelihood("{\n \"time\": 1,\n \"text\": \"x\"\n}\n"), 0);
        QCOMPARE(likelihood("[]\n"), 0);
        QCOMPARE(likelihood(""), 0);
    }
};

QTEST_GUILESS_MAIN(JsonlImporterTest)
#include "tst_jsonlimporter.moc"
