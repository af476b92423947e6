// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/readwith.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

class OtlpImporterTest : public QObject {
    Q_OBJECT

private slots:

    void spansAreRangesAndTheirEventsStandBeside()
    {
        const QByteArray trace =
            R"({"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"checkout"}}]},"scopeSpans":[{"spans":[
{"traceId":"W47/95gDgQPSabYzgT/GDA==","spanId":"7uGbfsPBsXQ=","parentSpanId":"eee19b7ec3c1b173","name":"POST /pay","kind":"SPAN_KIND_SERVER","startTimeUnixNano":"1773323400000000001","endTimeUnixNano":1773323403500000000,"status":{"code":"STATUS_CODE_ERROR","message":"pool is full"},
"attributes":[{"key":"n","value":{"intValue":"503"}},{"key":"l","value":{"arrayValue":{"values":[{"boolValue":true},{"doubleValue":1.5}]}}}],
"events":[{"name":"exception","timeUnixNano":"1773323403000000000","attributes":[{"key":"exception.message","value":{"stringValue":"timeout"}}]}]},
{"spanId":"x","startTimeUnixNano":"1773323400000000001"}]}]}]})";
        QCOMPARE(detected(trace), u"otlp"_s);
        const auto sink = readWith(u"otlp"_s, trace);
        QCOMPARE(sink.titles(), (QStringList{ u"POST /pay: error"_s, u"exception: timeout"_s }));
        QCOMPARE(sink.times(),
                 (QStringList{ u"2026-03-12T13:50:00Z / 2026-03-12T13:50:03.500Z"_s,
                               u"2026-03-12T13:50:03Z"_s }));
        const ParsedEvent &span = sink.events.first();
        QCOMPARE(span.naturalKey, u"5b8efff798038103d269b633813fc60c:eee19b7ec3c1b174"_s);
        QCOMPARE(span.lane, u"checkout"_s);
        QCOMPARE(span.place, u"line 1, /resourceSpans/0/scopeSpans/0/spans/0"_s);
        QVERIFY(span.text.startsWith(u"pool is full\n\nkind: server\nn: 503\nl: true, 1.5"_s));
        QCOMPARE(sink.events[1].place, u"line 1, /resourceSpans/0/scopeSpans/0/spans/0/events/0"_s);
        QCOMPARE(sink.skipped,
                 QStringList{ u"line 1, /resourceSpans/0/scopeSpans/0/spans/1: has no name"_s });
    }

    void olderAndWrappedFilesAreRead()
    {
        const QByteArray wrapped =
            R"({"result":{"resourceSpans":[{"instrumentationLibrarySpans":[{"spans":[{"name":"a","startTimeUnixNano":"1773323400000000000","endTimeUnixNano":"0"}]}]}]}}
{"result":{"resourceSpans":[{"scopeSpans":[{"spans":[{"name":"b","startTimeUnixNano":"1773323401000000000","endTimeUnixNano":"1773323400000000000"}]}]}]}}
)";
        QCOMPARE(detected(wrapped), u"otlp"_s);
        const auto sink = readWith(u"otlp"_s, wrapped);
        QCOMPARE(sink.titles(), (QStringList{ u"a"_s, u"b"_s }));
        QCOMPARE(sink.times(),
                 (QStringList{ u"2026-03-12T13:50:00Z"_s, u"2026-03-12T13:50:01Z"_s }));
        QVERIFY(sink.remarks.first().contains(u"lies before the start"_s));
        QVERIFY(sink.events[1].place.startsWith(u"line 2, /result/resourceSpans/0"_s));
    }

    void logRecordsAreReadWithWhatTheySay()
    {
        const QByteArray logs = R"({"resourceLogs":[{"resource":{},"scopeLogs":[{"logRecords":[
{"timeUnixNano":"1773323400300000000","severityText":"ERROR","body":{"stringValue":"pool is full\nagain"},"spanId":"EEE19B7EC3C1B174"},
{"timeUnixNano":"0","observedTimeUnixNano":"1773323400000000000","body":{"kvlistValue":{"values":[{"key":"msg","value":{"stringValue":"x"}}]}}},
{"timeUnixNano":"1773323400300000000","body":{}}]}]},{"resource":{}}]})";
        QCOMPARE(detected(logs), u"otlp"_s);
        const auto sink = readWith(u"otlp"_s, logs);
        QCOMPARE(sink.titles(), (QStringList{ u"pool is full"_s, u"msg: x"_s }));
        QCOMPARE(sink.times(),
                 (QStringList{ u"2026-03-12T13:50:00.300Z"_s, u"2026-03-12T13:50:00Z"_s }));
        QVERIFY(sink.events[0].text.contains(u"span: eee19b7ec3c1b174"_s));
        QCOMPARE(sink.remarks.size(), 1);
        QCOMPARE(sink.skipped.size(), 2);
        QVERIFY(missingFor(u"otlp"_s, logs) == Needs());
    }
};

QTEST_GUILESS_MAIN(OtlpImporterTest)
#include "tst_otlpimporter.moc"
