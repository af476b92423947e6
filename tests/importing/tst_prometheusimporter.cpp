// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/alerts/metricunit.h"
#include "importing/alerts/prometheusimporter.h"
#include "support/readwith.h"

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

class PrometheusImporterTest : public QObject {
    Q_OBJECT

    PrometheusImporter m_importer;

    RecordingSink read(const QByteArray &bytes)
    {
        return readWith(m_importer, bytes, {}, u"range.json"_s);
    }
    static QByteArray range(const QByteArray &results)
    {
        return R"({"status":"success","data":{"resultType":"matrix","result":[)" + results + "]}}";
    }

private slots:
    void aResultIsASeriesWithItsGaps()
    {
        const auto sink = read(range(
            R"({"metric":{"__name__":"process_resident_memory_bytes","job":"orders","instance":"web1"},"values":[[1773320400.781,"1024"],[1773320460.781,"NaN"],[1773320520.781,"-Inf"],[1773320580.781,"2048.5"]]})"));
        QCOMPARE(sink.seriesTaken.size(), 1);
        QVERIFY(sink.events.isEmpty());
        const ParsedSeries &series = sink.seriesTaken.first();
        QCOMPARE(series.name,
                 u"process_resident_memory_bytes {job=\"orders\", instance=\"web1\"}"_s);
        QCOMPARE(series.unit, u"bytes"_s);
        QCOMPARE(series.lane, u"orders"_s);
        QCOMPARE(series.place, u"line 1, /data/result/0"_s);
        QCOMPARE(series.samples.size(), 4U);
        QCOMPARE(series.samples[0].time.us, 1'773'320'400'781'000LL);
        QCOMPARE(series.samples[0].value, 1024.0);
        QVERIFY(std::isnan(series.samples[1].value));
        QVERIFY(std::isnan(series.samples[2].value));
        QCOMPARE(series.samples[3].value, 2048.5);
        QCOMPARE(sink.remarks.size(), 1);
    }

    void valuesOutOfOrderAndTwiceAreRemarkedOn()
    {
        const auto sink = read(range(
            R"({"metric":{},"values":[[30,"3"],[10,"1"],[10,"9"],[20,"2"],[25,"many"],["x","1"],[26]]})"));
        const auto &samples = sink.seriesTaken.first().samples;
        QCOMPARE(samples.size(), 3U);
        for (size_t i = 0; i < samples.size(); ++i)
            QCOMPARE(samples[i].value, static_cast<double>(i + 1));
        QCOMPARE(sink.remarks.size(), 3);
        QVERIFY(sink.remarks[0].contains(u"3 value(s)"_s));
    }

    void wrappedAnswersAreFoundAndNamedByTheirQuery_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("name");
        const QByteArray inner = range(R"({"metric":{"node":"a"},"values":[[10,"1"]]})");
        QTest::newRow("plain") << inner << u"{node=\"a\"}"_s;
        QTest::newRow("in result")
            << QByteArray("{\"query\":\"rate(x[5m])\",\"result\":" + inner + "}")
            << u"rate(x[5m]) {node=\"a\"}"_s;
        QTest::newRow("in data") << QByteArray("{\"query\":\"up\",\"data\":" + inner + "}")
                                 << u"up {node=\"a\"}"_s;
    }

    void wrappedAnswersAreFoundAndNamedByTheirQuery()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, name);
        QCOMPARE(m_importer.probe(*EvidenceInput::fromBytes(u"a"_s, bytes)), 98);
        const auto sink = read(bytes);
        QCOMPARE(sink.seriesTaken.first().name, name);
        QCOMPARE(sink.seriesTaken.first().unit, QString());
    }

    void aSeriesWithoutValuesIsSkippedWithItsPlace()
    {
        const auto sink = read(range(
            R"({"metric":{"a":"b"},"values":[[10,"1"]]},{"metric":{},"values":[]},{"values":[[1,"1"]]})"));
        QCOMPARE(sink.seriesTaken.size(), 1);
        QCOMPARE(sink.skipped.size(), 2);
        QVERIFY(sink.skipped[0].startsWith(u"line 1, /data/result/1: "_s));
        RecordingSink empty;
        QVERIFY(!readBytes(m_importer, range({}), empty));
    }

    void unitsComeFromWellKnownEndingsOnly_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("unit");
        QTest::newRow("seconds total") << u"node_cpu_seconds_total"_s << u"seconds"_s;
        QTest::newRow("seconds") << u"scrape_duration_seconds"_s << u"seconds"_s;
        QTest::newRow("sum") << u"http_duration_seconds_sum"_s << u"seconds"_s;
        QTest::newRow("count") << u"http_duration_seconds_count"_s << QString();
        QTest::newRow("bucket") << u"http_duration_seconds_bucket"_s << QString();
        QTest::newRow("ratio") << u"disk_used_ratio"_s << u"ratio"_s;
        QTest::newRow("requests") << u"http_requests_total"_s << QString();
        QTest::newRow("bare") << u"seconds"_s << QString();
        QTest::newRow("none") << QString() << QString();
    }

    void unitsComeFromWellKnownEndingsOnly()
    {
        QFETCH(QString, name);
        QFETCH(QString, unit);
        QCOMPARE(unitOfMetric(name), unit);
    }

    void nothingIsEverMissing()
    {
        const auto input = EvidenceInput::fromBytes(u"a"_s, range({}));
        QCOMPARE(m_importer.missing(*input, {}), Needs());
        QCOMPARE(m_importer.needs(), Needs());
        QCOMPARE(m_importer.probe(*EvidenceInput::fromBytes(u"a"_s, "{\"result\":[]}")), 0);
    }
};

QTEST_GUILESS_MAIN(PrometheusImporterTest)
#include "tst_prometheusimporter.moc"
