// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/logs/ansitext.h"
#include "importing/logs/applogimporter.h"
#include "support/readwith.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

class AppLogImporterTest : public QObject {
    Q_OBJECT

    AppLogImporter m_importer;

    static ImportOptions given()
    {
        ImportOptions options;
        options.fallbackZone = u"UTC"_s;
        options.date = CivilTime{ 2018, 2, 20 };
        return options;
    }

    RecordingSink read(const QByteArray &bytes, const ImportOptions &options = given())
    {
        return readWith(m_importer, bytes, options);
    }

private slots:
    void everySpellingOfATimeIsRead_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("time");
        QTest::addColumn<QString>("title");
        const auto row = [](const char *name, const char *line, const char *time,
                            const char *title) {
            QTest::newRow(name) << QByteArray(line) << QString::fromUtf8(time)
                                << QString::fromUtf8(title);
        };
        row("log4j", "2018-02-20 14:17:35,123 - WARN  [main:Foo@7] - it broke",
            "2018-02-20T14:17:35.123Z", "WARN [main:Foo@7] - it broke");
        row("python", "2018-02-20 14:17:35,123:DEBUG:it broke", "2018-02-20T14:17:35.123Z",
            "DEBUG:it broke");
        row("ISO", "2018-02-20T14:17:35.123456+01:00 it broke", "2018-02-20T13:17:35.123456Z",
            "it broke");
        row("container", "2018-02-20T14:17:35.669794202Z stdout F it broke",
            "2018-02-20T14:17:35.669794Z", "stdout F it broke");
        row("zone word", "2018-02-20 14:17:35.123 UTC [12] LOG:  it broke",
            "2018-02-20T14:17:35.123Z", "[12] LOG: it broke");
        row("bracketed", "[2018-02-20 14:17:35] ERROR it broke", "2018-02-20T14:17:35Z",
            "ERROR it broke");
        row("bracket of the words", "[2018-02-20T14:17:35Z INFO  pay] up", "2018-02-20T14:17:35Z",
            "INFO pay] up");
        row("slashes", "2018/02/20 14:17:35 [error] 123#0: it broke", "2018-02-20T14:17:35Z",
            "[error] 123#0: it broke");
        row("Spark", "18/02/20 14:17:35 INFO Executor: up", "2018-02-20T14:17:35Z",
            "INFO Executor: up");
        row("compact", "20180220-14:17:35:606|Step|up", "2018-02-20T14:17:35.606Z", "Step|up");
        row("compact ISO", "20180220T141735Z it broke", "2018-02-20T14:17:35Z", "it broke");
        row("day first", "20-Feb-2018 14:17:35.123 SEVERE [main] it broke",
            "2018-02-20T14:17:35.123Z", "SEVERE [main] it broke");
        row("web server's errors",
            "[Tue Feb 20 14:17:35.123456 2018] [core:error] [pid 9] it broke",
            "2018-02-20T14:17:35.123456Z", "[core:error] [pid 9] it broke");
        row("epoch seconds", "1519136255 it broke", "2018-02-20T14:17:35Z", "it broke");
        row("epoch with a fraction", "1519136255.25 it broke", "2018-02-20T14:17:35.250Z",
            "it broke");
        row("epoch milliseconds", "[1519136255123] it broke", "2018-02-20T14:17:35.123Z",
            "it broke");
        row("level first", "ERROR 2018-02-20 14:17:35,123 it broke", "2018-02-20T14:17:35.123Z",
            "ERROR it broke");
        row("klog", "E0221 14:17:35.123456       1 main.go:12] it broke",
            "2018-02-21T14:17:35.123456Z", "ERROR 1 main.go:12] it broke");
        row("logcat", "02-21 14:17:35.123  1702  2395 E Pay: it broke", "2018-02-21T14:17:35.123Z",
            "1702 2395 E Pay: it broke");
        row("clock alone", "14:17:35.123 [main] ERROR Pay - it broke", "2018-02-20T14:17:35.123Z",
            "[main] ERROR Pay - it broke");
        row("logfmt", "time=\"2018-02-20T14:17:35Z\" level=error msg=\"it \\\"broke\\\"\" try=3",
            "2018-02-20T14:17:35Z", "ERROR it \"broke\"");
    }

    void everySpellingOfATimeIsRead()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, time);
        QFETCH(QString, title);
        const auto sink = read(line + "\n");
        QCOMPARE(sink.times(), QStringList{ time });
        QCOMPARE(sink.titles(), QStringList{ title });
        QVERIFY(sink.events[0].kind == EventKind::Log);
        const auto likelihood =
            m_importer.probe(*EvidenceInput::fromBytes(u"x.log"_s, line + "\n"));
        QVERIFY(likelihood >= 25 && likelihood <= 60);
    }

    void whatOnlyLooksLikeATimeBeginsNoRecord_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("a day that is none") << QByteArray("2018-02-30 14:17:35 x");
        QTest::newRow("an hour that is none") << QByteArray("2018-02-20 24:17:35 x");
        QTest::newRow("a day alone") << QByteArray("2018-02-20 x");
        QTest::newRow("a long number") << QByteArray("151913625 x");
        QTest::newRow("a number in a word") << QByteArray("1519136255x");
        QTest::newRow("a clock in a word") << QByteArray("14:17:35x");
        QTest::newRow("indented") << QByteArray("  2018-02-20 14:17:35 x");
    }

    void whatOnlyLooksLikeATimeBeginsNoRecord()
    {
        QFETCH(QByteArray, line);
        QCOMPARE(m_importer.probe(*EvidenceInput::fromBytes(u"x.log"_s, line)), 0);
        RecordingSink sink;
        QVERIFY(!readBytes(m_importer, line + "\n", sink, given()));
        QCOMPARE(sink.skipped.size(), 1);
    }

    void stackTracesJoinTheirRecord()
    {
        const auto sink = read("no time yet\n2018-02-20 14:17:35 ERROR it broke\n"
                               "java.lang.Error: x\n\tat A.b(A.java:7)\n\nCaused by: y\n"
                               "2018-02-20 14:17:36 INFO on\n");
        QCOMPARE(sink.titles(), (QStringList{ u"ERROR it broke"_s, u"INFO on"_s }));
        QCOMPARE(sink.events[0].text,
                 u"ERROR it broke\njava.lang.Error: x\n\tat A.b(A.java:7)\nCaused by: y"_s);
        QCOMPARE(sink.skipped.size(), 1);
        QVERIFY(sink.skipped[0].startsWith(u"line 1: "_s));
    }

    void terminalCodesAreTakenOut()
    {
        QCOMPARE(
            withoutTerminalCodes(u"\x1b[0m\x1b[1;31mred\x1b[0m\ttab\x07\x1b]0;title\x07 end"_s),
            u"red\ttab end"_s);
        QCOMPARE(withoutTerminalCodes(u"cut \x1b["_s), u"cut "_s);
        QCOMPARE(withoutTerminalCodes(u"cut \x1b"_s), u"cut "_s);
        QCOMPARE(withoutTerminalCodes(u"\x1b]8;;http://x\x1b\\link"_s), u"link"_s);
        const auto sink =
            read("\x1b[32m2018-02-20 14:17:35\x1b[0m \x1b[31mERROR\x1b[0m it broke\n");
        QCOMPARE(sink.titles(), QStringList{ u"ERROR it broke"_s });
    }

    void bytesThatAreNoTextAreReplacedAndTold()
    {
        const auto sink = read("2018-02-20 14:17:35 caf\xE9 closed\n");
        QCOMPARE(sink.titles(), QStringList{ u"caf\uFFFD closed"_s });
        QCOMPARE(sink.remarks.size(), 1);
        QVERIFY(sink.remarks[0].startsWith(u"line 1: "_s));
    }

    void clocksPassMidnight()
    {
        const auto sink = read("23:59:59.500 a\n00:00:01.250 b\n");
        QCOMPARE(sink.times(),
                 (QStringList{ u"2018-02-20T23:59:59.500Z"_s, u"2018-02-21T00:00:01.250Z"_s }));
        QVERIFY(sink.events[0].time.basis == TimeBasis::DateAssumed);
    }

    void pairsOfLogfmtStandBelow()
    {
        const auto sink =
            read("ts=1519136255.25 lvl=warn msg=slow caller=a.go:7 note=\"two words\"\n");
        QCOMPARE(sink.events[0].title, u"WARN slow"_s);
        QCOMPARE(sink.events[0].text, u"WARN slow\n\ncaller: a.go:7\nnote: two words"_s);
    }

    void aRecordAboveTheLimitIsSkipped()
    {
        QByteArray bytes = "2018-02-20 14:17:35 ERROR long\n";
        for (int i = 0; i < 1200; ++i)
            bytes += QByteArray(1000, 'x') + "\n";
        bytes += "2018-02-20 14:17:36 INFO on\n";
        const auto sink = read(bytes);
        QCOMPARE(sink.titles(), QStringList{ u"INFO on"_s });
        QCOMPARE(sink.skipped.size(), 1);
        QVERIFY(sink.skipped[0].startsWith(u"line 1: "_s));
    }

    void onlyWhatLacksIsAskedFor()
    {
        const auto missing = [this](const char *text, const ImportOptions &options) {
            return m_importer.missing(*EvidenceInput::fromBytes(u"x"_s, text), options);
        };
        QCOMPARE(missing("2018-02-20 14:17:35 x\n", {}), Needs(Need::Zone));
        QCOMPARE(missing("2018-02-20T14:17:35Z x\n", {}), Needs());
        QCOMPARE(missing("1519136255 x\n", {}), Needs());
        QCOMPARE(missing("14:17:35 x\n", {}), Needs(Need::Zone | Need::Date));
        QCOMPARE(missing("14:17:35 x\n", given()), Needs());
    }

    void foldsAreTold()
    {
        ImportOptions options;
        options.zone = u"Europe/Paris"_s;
        const auto sink = read("2018-10-28 02:30:00 x\n2018-03-25 02:30:00 y\n", options);
        QCOMPARE(sink.times(),
                 (QStringList{ u"2018-10-28T00:30:00Z"_s, u"2018-03-25T01:30:00Z"_s }));
        QVERIFY(sink.remarks[0].contains(u"came twice"_s));
        QVERIFY(sink.remarks[1].contains(u"went forward"_s));
    }
};

QTEST_GUILESS_MAIN(AppLogImporterTest)
#include "tst_applogimporter.moc"
