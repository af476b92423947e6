// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/tables/csvimporter.h"
#include "importing/limits.h"
#include "support/readwith.h"

#include <QStringEncoder>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

class CsvImporterTest : public QObject {
    Q_OBJECT

    CsvImporter m_importer;

    RecordingSink read(const QByteArray &bytes, const ImportOptions &options = {})
    {
        return readWith(m_importer, bytes, options, u"events.csv"_s);
    }

    std::optional<Error> refusal(const QByteArray &bytes, const ImportOptions &options = {})
    {
        RecordingSink sink;
        const auto summary = readBytes(m_importer, bytes, sink, options, u"events.csv"_s);
        return summary ? std::nullopt : std::optional(summary.error());
    }

private slots:
    void ourOwnTableIsRead()
    {
        const auto sink = read(
            "id,time,kind,actor,lane,text\n"
            "1,2026-03-12T14:02:00+01:00,decision,\"Asha; Ben\",#incident,\"We roll back.\nNow.\"\n"
            "2,,deploy,,deploys,later\n");
        QCOMPARE(sink.times(), (QStringList{ u"2026-03-12T13:02:00Z"_s, u"undated"_s }));
        const ParsedEvent &event = sink.events.first();
        QCOMPARE(event.title, u"We roll back."_s);
        QCOMPARE(event.text, u"We roll back.\nNow."_s);
        QCOMPARE(event.naturalKey, u"1"_s);
        QCOMPARE(event.lane, u"#incident"_s);
        QCOMPARE(event.actors.size(), 2);
        QCOMPARE(event.actors[1].name, u"Ben"_s);
        QCOMPARE(event.place, u"line 2"_s);
        QVERIFY(event.kind == EventKind::Decision);
        QVERIFY(event.time.basis == TimeBasis::Absolute);
        QCOMPARE(event.time.zone, u"+01:00"_s);
        QCOMPARE(sink.events[1].place, u"line 4"_s);
        QVERIFY(sink.events[1].kind == EventKind::Change);
    }

    void aGitTableTakesTheCommitDate()
    {
        const auto sink = read("commit,author_date,commit_date,author,subject\n"
                               "1ad71a95,2018-02-23T13:27:10-08:00,2018-02-23T13:28:17-08:00,Chris,"
                               "\"Revert \"\"x\"\"\"\n");
        QCOMPARE(sink.times(), QStringList{ u"2018-02-23T21:28:17Z"_s });
        QCOMPARE(sink.titles(), QStringList{ u"Revert \"x\""_s });
        QCOMPARE(sink.events.first().text, u"author_date: 2018-02-23T13:27:10-08:00"_s);
        QCOMPARE(sink.events.first().naturalKey, u"1ad71a95"_s);
        QVERIFY(sink.events.first().kind == EventKind::Change);
    }

    void timesketchIsRead()
    {
        const auto sink = read("datetime,message,timestamp_desc\n1723474994349345,PageView,"
                               "seen\n2017-09-24T19:01:01Z,b,Write time\n");
        QCOMPARE(sink.times(),
                 (QStringList{ u"2024-08-12T15:03:14.349345Z"_s, u"2017-09-24T19:01:01Z"_s }));
        QVERIFY(sink.events.first().kind == EventKind::Log);
        QCOMPARE(sink.events.first().text, u"timestamp_desc: seen"_s);
    }

    void everyDelimiterIsFound_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("comma") << QByteArray("time,event\n2018-02-20T14:02:00Z,\"a;b,c|d\"\n");
        QTest::newRow("semicolon") << QByteArray("time;event\n2018-02-20T14:02:00Z;\"a;b,c|d\"\n");
        QTest::newRow("tab") << QByteArray("time\tevent\n2018-02-20T14:02:00Z\ta;b,c|d\n");
        QTest::newRow("bar") << QByteArray("time|event\n2018-02-20T14:02:00Z|\"a;b,c|d\"\n");
        QTest::newRow("byte order mark and carriage returns")
            << QByteArray("\xEF\xBB\xBFtime,event\r\n2018-02-20T14:02:00Z,\"a;b,c|d\"\r\n");
        QStringEncoder utf16(QStringEncoder::Utf16LE);
        const QByteArray wide = utf16(u"time,event\n2018-02-20T14:02:00Z,\"a;b,c|d\"\n"_s);
        QTest::newRow("UTF-16") << QByteArray("\xFF\xFE" + wide);
    }

    void everyDelimiterIsFound()
    {
        QFETCH(QByteArray, bytes);
        const auto sink = read(bytes);
        QCOMPARE(sink.titles(), QStringList{ u"a;b,c|d"_s });
        QCOMPARE(sink.times(), QStringList{ u"2018-02-20T14:02:00Z"_s });
    }

    void dayAndClockMayStandInTwoColumns()
    {
        ImportOptions options;
        options.fallbackZone = u"Europe/Paris"_s;
        const auto sink = read("Date,Time,Event\n2024-03-01,14:02,Deploy\n", options);
        QCOMPARE(sink.times(), QStringList{ u"2024-03-01T13:02:00Z"_s });
        QVERIFY(sink.events.first().time.basis == TimeBasis::ZoneAssumed);
    }

    void aRowWithAnUnreadableTimeIsSkippedWithItsPlace()
    {
        const auto sink =
            read("time,event\n2018-02-20T14:02:00Z,a\n1234 "
                 "19:01,b\n2018-02-20T14:03:00Z,c\n2018-02-20T14:03:00Z,c,too,many\n,\n");
        QCOMPARE(sink.titles(), (QStringList{ u"a"_s, u"c"_s }));
        QCOMPARE(sink.skipped.size(), 3);
        QVERIFY(sink.skipped[0].startsWith(u"line 3: "_s));
        QVERIFY(sink.skipped[0].contains(u"1234 19:01"_s));
        QVERIFY(sink.skipped[1].startsWith(u"line 5: "_s));
        QVERIFY(sink.skipped[2].startsWith(u"line 6: "_s));
    }

    void endsMakeRanges()
    {
        const auto sink = read("start,end,title\n2018-02-20T14:00:00Z,2018-02-20T15:00:00Z,a\n2018-"
                               "02-20T14:00:00Z,2018-02-20T13:00:00Z,b\n"
                               "2018-02-20T14:00:00Z,0001-01-01T00:00:00Z,c\n");
        QCOMPARE(sink.times(),
                 (QStringList{ u"2018-02-20T14:00:00Z / 2018-02-20T15:00:00Z"_s,
                               u"2018-02-20T14:00:00Z"_s, u"2018-02-20T14:00:00Z"_s }));
        QCOMPARE(sink.remarks.size(), 1);
    }

    void theZoneIsAskedForOnlyWhenATimeLacksIt()
    {
        const auto without =
            EvidenceInput::fromBytes(u"a.csv"_s, "time,event\n2018-02-20 14:02,a\n");
        const auto with = EvidenceInput::fromBytes(u"a.csv"_s, "time,event\n2018-02-20 14:02Z,a\n");
        QCOMPARE(m_importer.missing(*without, {}), Needs(Need::Zone));
        QCOMPARE(m_importer.missing(*with, {}), Needs());
        const auto unknown = EvidenceInput::fromBytes(u"a.csv"_s, "foo,bar\n1,2\n");
        QCOMPARE(m_importer.missing(*unknown, {}), Needs(Need::Mapping));
    }

    void aChosenMappingIsFollowed()
    {
        ImportOptions options;
        options.mapping.time = u"t"_s;
        options.mapping.timeFormat = u"ms"_s;
        options.mapping.title = u"what"_s;
        options.mapping.fixedKind = u"alert"_s;
        const auto sink = read("t,what,extra\n1000,fired,\n", options);
        QCOMPARE(sink.times(), QStringList{ u"1970-01-01T00:00:01Z"_s });
        QVERIFY(sink.events.first().kind == EventKind::Alert);
        options.mapping.lane = u"nowhere"_s;
        const auto error = refusal("t,what\n1000,fired\n", options);
        QVERIFY(error && error->what.contains(u"nowhere"_s));
    }

    void damagedTablesAreRefusedWithTheirPlace_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("what");
        QTest::newRow("empty") << QByteArray() << QString() << u"is empty"_s;
        QTest::newRow("blank lines alone") << QByteArray("\n\n") << QString() << u"is empty"_s;
        QTest::newRow("header alone") << QByteArray("time,event\n") << QString() << u"no row"_s;
        QTest::newRow("open quote")
            << QByteArray("time,event\n2018-02-20T14:02:00Z,a\n2018-02-20T14:02:00Z,\"b\nc\nd\n")
            << u"line 3"_s << u"never closes"_s;
        QTest::newRow("same column twice")
            << QByteArray("time,event,Event\n1,2,3\n") << u"line 1"_s << u"twice"_s;
        QTest::newRow("no known column")
            << QByteArray("foo,bar\n1,2\n") << u"line 1"_s << u"no column"_s;
        QTest::newRow("NUL") << QByteArray("time,event\n2018-02-20T14:02:00Z,a\0b\n", 34)
                             << u"line 2, byte 33"_s << u"NUL"_s;
        QTest::newRow("no readable row")
            << QByteArray("time,event\nsoon,a\n") << u"line 2"_s << u"no row"_s;
        QByteArray wide = "time,event";
        for (int i = 0; i < Limits::kColumns; ++i)
            wide += ",c" + QByteArray::number(i);
        QTest::newRow("too many columns")
            << QByteArray(wide + "\n") << u"line 1"_s << u"1,000 columns"_s;
    }

    void damagedTablesAreRefusedWithTheirPlace()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, place);
        QFETCH(QString, what);
        const auto error = refusal(bytes);
        QVERIFY(error);
        QVERIFY(error->code == ErrorCode::BadInput);
        QCOMPARE(error->place, place);
        QVERIFY2(error->what.contains(what), qPrintable(error->toString()));
        QCOMPARE(error->file, u"events.csv"_s);
    }

    void aFieldAboveTheLimitSkipsItsRow()
    {
        const auto sink =
            read("time,event\n2018-02-20T14:02:00Z,a\n2018-02-20T14:03:00Z,\""
                 + QByteArray(Limits::kFieldBytes + 5, 'x') + "\"\n2018-02-20T14:04:00Z,c\n");
        QCOMPARE(sink.titles(), (QStringList{ u"a"_s, u"c"_s }));
        QVERIFY(sink.skipped.first().startsWith(u"line 3: "_s));
    }

    void theSinksErrorEndsTheImport()
    {
        QByteArray bytes = "time,event\n";
        for (int i = 0; i < 50; ++i)
            bytes += "2018-02-20T14:02:00Z,a\n";
        RecordingSink sink;
        sink.failAfter = 10;
        const auto summary = readBytes(m_importer, bytes, sink);
        QVERIFY(!summary);
        QVERIFY(summary.error().code == ErrorCode::Storage);
        QCOMPARE(sink.events.size(), 11);
    }

    void aStoppedImportEnds()
    {
        QByteArray bytes = "time,event\n";
        for (int i = 0; i < 2'000; ++i)
            bytes += "2018-02-20T14:02:00Z,a\n";
        RecordingSink sink;
        sink.cancelled = true;
        const auto summary = readBytes(m_importer, bytes, sink);
        QVERIFY(!summary);
        QVERIFY(summary.error().code == ErrorCode::Cancelled);
        QVERIFY(sink.events.size() < 1'000);
    }

    void onlyTablesAreClaimed()
    {
        const auto likelihood = [this](const char *name, const QByteArray &bytes) {
            return m_importer.probe(*EvidenceInput::fromBytes(QString::fromLatin1(name), bytes));
        };
        QCOMPARE(likelihood("a.csv", "datetime,message\n2018,x\n"), 90);
        QVERIFY(likelihood("a.txt", "when;event\n2018-02-20;x\n2018-02-20;y\n") >= 70);
        QCOMPARE(likelihood("a.txt", "Hello, world\nand more\n"), 0);
        QCOMPARE(likelihood("a.md", "# Title\n\nSome text, with commas, here.\n"), 0);
        QCOMPARE(likelihood("a.csv", ""), 0);
    }

    void theCasesTableIsRead()
    {
        const auto input =
            EvidenceInput::open(qEnvironmentVariable("SECONDSTORY_SHARED")
                                + u"/samples/cases/mybinder-2018-02-20/git-log.csv"_s);
        if (!input)
            QSKIP("the sample case is not here");
        RecordingSink sink;
        QVERIFY(m_importer.read(**input, {}, sink));
        QCOMPARE(sink.events.size(), 102);
        QCOMPARE(sink.times().first(), u"2018-02-23T21:39:04Z"_s);
        QVERIFY(sink.skipped.isEmpty());
        QCOMPARE(sink.bytesRead, (*input)->size());
    }
};

QTEST_GUILESS_MAIN(CsvImporterTest)
#include "tst_csvimporter.moc"
