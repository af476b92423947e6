// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/readwith.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

class ChromeTraceImporterTest : public QObject {
    Q_OBJECT

private slots:

    static ImportOptions started()
    {
        ImportOptions options;
        options.start = fromRfc3339(u"2026-03-12T14:00:00Z");
        return options;
    }

    void timesCountFromTheFirstEvent()
    {
        const QByteArray trace = R"({"traceEvents": [
{"name": "paint", "cat": "gpu", "ph": "X", "ts": 5000500.4, "dur": 1000000, "pid": 1, "tid": 2},
{"name": "load", "cat": "net", "ph": "X", "ts": 4000500, "dur": 0, "pid": 1, "tid": 2, "args": {"url": "/"}},
{"name": "mark", "ph": "i", "ts": "4000600", "pid": 7, "tid": 2},
{"name": "process_name", "ph": "M", "ts": 0, "pid": 1, "args": {"name": "Browser"}},
{"name": "thread_name", "ph": "M", "ts": 0, "pid": 1, "tid": 2, "args": {"name": "IO"}}]})";
        QCOMPARE(detected(trace), u"chrome-trace"_s);
        QVERIFY(missingFor(u"chrome-trace"_s, trace) == Needs(Need::Start));
        QVERIFY(missingFor(u"chrome-trace"_s, trace, started()) == Needs());
        const auto sink = readWith(u"chrome-trace"_s, trace, started());
        QCOMPARE(sink.titles(), (QStringList{ u"paint"_s, u"load"_s, u"mark"_s }));
        QCOMPARE(sink.times(),
                 (QStringList{ u"2026-03-12T14:00:01Z / 2026-03-12T14:00:02Z"_s,
                               u"2026-03-12T14:00:00Z / 2026-03-12T14:00:00Z"_s,
                               u"2026-03-12T14:00:00.000100Z"_s }));
        QCOMPARE(sink.events[0].lane, u"Browser / IO"_s);
        QCOMPARE(sink.events[2].lane, u"7 / 2"_s);
        QVERIFY(sink.events[0].time.reference == ClockReference::Start);
        QCOMPARE(sink.events[0].time.reading.value_or(0), 1'000'000);
        QCOMPARE(sink.events[0].time.readingEnd.value_or(0), 2'000'000);
        QVERIFY(sink.events[0].time.basis == TimeBasis::Relative);
        QVERIFY(sink.skipped.isEmpty());
    }

    void beginningsAndEndsArePairedOnTheirThread()
    {
        const auto sink = readWith(u"chrome-trace"_s, R"([
{"name": "outer", "ph": "B", "ts": 0, "pid": 1, "tid": 1},
{"name": "other", "ph": "B", "ts": 5, "pid": 1, "tid": 2},
{"name": "inner", "ph": "B", "ts": 10, "pid": 1, "tid": 1},
{"ph": "E", "ts": 20, "pid": 1, "tid": 1},
{"name": "outer", "ph": "E", "ts": 30, "pid": 1, "tid": 1},
{"name": "stray", "ph": "E", "ts": 40, "pid": 1, "tid": 1}])",
                                   started());
        QCOMPARE(sink.titles(), (QStringList{ u"inner"_s, u"outer"_s, u"other"_s }));
        QCOMPARE(sink.times(),
                 (QStringList{ u"2026-03-12T14:00:00.000010Z / 2026-03-12T14:00:00.000020Z"_s,
                               u"2026-03-12T14:00:00Z / 2026-03-12T14:00:00.000030Z"_s,
                               u"2026-03-12T14:00:00.000005Z"_s }));
        QCOMPARE(sink.skipped, QStringList{ u"line 7, /5: ends what never began in this trace"_s });
        QCOMPARE(sink.remarks, QStringList{ u"line 3, /1: never ended in this trace"_s });
    }

    void asynchronousEventsArePairedByTheirId()
    {
        const auto sink = readWith(u"chrome-trace"_s, R"([
{"name": "fetch", "cat": "net", "ph": "b", "id": "0x1", "ts": 0, "pid": 1, "tid": 1},
{"name": "fetch", "cat": "net", "ph": "b", "id": "0x2", "ts": 1, "pid": 1, "tid": 1},
{"name": "half", "cat": "net", "ph": "n", "id": "0x1", "ts": 2, "pid": 1, "tid": 1},
{"name": "fetch", "cat": "net", "ph": "e", "id": "0x1", "ts": 9, "pid": 1, "tid": 3},
{"name": "old", "cat": "o", "ph": "S", "id": 4, "ts": 3, "pid": 1, "tid": 1},
{"name": "old", "cat": "o", "ph": "T", "id": 4, "ts": 4, "pid": 1, "tid": 1, "args": {"step": "two"}},
{"name": "old", "cat": "o", "ph": "F", "id": 4, "ts": 5, "pid": 1, "tid": 1},
{"name": "c", "ph": "C", "ts": 5, "pid": 1, "args": {"v": 1}},
{"name": "f", "ph": "s", "id": 1, "ts": 5, "pid": 1},
{"name": "x", "ts": 5}])",
                                   started());
        QCOMPARE(sink.titles(),
                 (QStringList{ u"half"_s, u"fetch"_s, u"old: two"_s, u"old"_s, u"fetch"_s }));
        QCOMPARE(sink.times()[1], u"2026-03-12T14:00:00Z / 2026-03-12T14:00:00.000009Z"_s);
        QCOMPARE(sink.times()[3], u"2026-03-12T14:00:00.000003Z / 2026-03-12T14:00:00.000005Z"_s);
        QCOMPARE(sink.skipped.size(), 3);
        QVERIFY(sink.skipped[0].endsWith(u"a counter is not read"_s));
    }

    void anArrayThatNeverClosesIsLegal()
    {
        for (const QByteArray &end : { QByteArray(), QByteArray(",\n"), QByteArray("\n]") }) {
            const QByteArray trace =
                R"([{"name": "a", "ph": "X", "ts": 5, "dur": 3, "pid": 1, "tid": 1})" + end;
            QCOMPARE(detected(trace), u"chrome-trace"_s);
            QCOMPARE(readWith(u"chrome-trace"_s, trace, started()).titles(), QStringList{ u"a"_s });
        }
    }

    void absurdNumbersDoNotOverflow()
    {
        const auto sink = readWith(u"chrome-trace"_s, R"([
{"name": "a", "ph": "X", "ts": 9223372036854775807, "dur": 9223372036854775807, "pid": 1, "tid": 1},
{"name": "b", "ph": "X", "ts": 1e300, "dur": 1, "pid": 1, "tid": 1},
{"name": "c", "ph": "X", "ts": 299999999999999999, "dur": 299999999999999999, "pid": 1, "tid": 1},
{"name": "d", "ph": "i", "ts": -299999999999999999, "pid": 1, "tid": 1}])",
                                   started());
        QCOMPARE(sink.events.size(), 4);
        QCOMPARE(sink.times()[0], u"undated"_s);
        QCOMPARE(sink.times()[1], u"undated"_s);
        QCOMPARE(sink.times()[2], u"undated"_s);
        QCOMPARE(sink.times()[3], u"2026-03-12T14:00:00Z"_s);
    }

    void withoutAStartNothingIsRead()
    {
        const ImporterRegistry registry;
        RecordingSink sink;
        const auto summary = readBytes(*registry.find(u"chrome-trace"_s),
                                       R"([{"name": "a", "ph": "i", "ts": 1, "pid": 1}])", sink);
        QVERIFY(!summary);
        QVERIFY(summary.error().code == ErrorCode::Usage);
    }
};

QTEST_GUILESS_MAIN(ChromeTraceImporterTest)
#include "tst_chrometraceimporter.moc"
