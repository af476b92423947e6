// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/samplefacts.h"

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

/// Real files of the alerts' room: the right importer claims each, and what it reads agrees with
/// what was counted in the files by other means.
class AlertSamplesTest : public QObject {
    Q_OBJECT

    const ImporterRegistry m_registry;

    static std::unique_ptr<EvidenceInput> open(const QString &file)
    {
        auto input =
            EvidenceInput::open(qEnvironmentVariable("SECONDSTORY_SHARED") + u"/samples/"_s + file);
        return input ? std::move(*input) : nullptr;
    }

private slots:
    void realFilesAreReadWhole_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("events");
        QTest::addColumn<int>("skipped");
        QTest::addColumn<int>("undated");
        QTest::addColumn<int>("authors");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("last");
        const auto row = [](const char *file, const QString &id, int events, int skipped,
                            int undated, int authors, const char *first, const char *last) {
            QTest::newRow(file) << id << events << skipped << undated << authors
                                << QString::fromLatin1(first) << QString::fromLatin1(last);
        };
        row("alert-webhook-shapes/datadog-alerts.json", u"datadog-events"_s, 3, 0, 3, 0, "", "");
        row("alert-webhook-shapes/grafana-alerts.json", u"grafana"_s, 2, 0, 2, 0, "", "");
        row("alert-webhook-shapes/signalfx-alerts.json", u"signalfx"_s, 1, 0, 0, 0,
            "2024-02-29T11:48:32Z", "2024-02-29T11:48:32Z");
        row("alertmanager-webhook/prom_post_request.json", u"alertmanager"_s, 1, 0, 0, 0,
            "2018-03-07T11:33:21.873077Z", "2018-03-07T11:33:21.873077Z");
        row("alertmanager-api-v2-groups/alerts-groups-0.27.0.json", u"alertmanager-groups"_s, 12,
            12, 0, 0, "2024-02-29T09:39:52.576Z", "2024-02-29T09:39:52.576Z");
        row("alertmanager-api-v2-silences/silences-0.27.0.json", u"alertmanager-silences"_s, 3, 0,
            0, 1, "2024-02-29T09:39:52.567Z", "2024-02-29T09:39:52.573Z");
        row("pagerduty-webhook/pagerduty-webhook-v3.json", u"pagerduty"_s, 1, 0, 0, 1,
            "2021-04-26T17:36:27.458Z", "2021-04-26T17:36:27.458Z");
        row("datadog-events/events-search.json", u"datadog-events"_s, 2, 0, 0, 0,
            "2022-06-20T17:07:17Z", "2022-06-20T17:07:30Z");
        row("datadog-incidents/incidents-list-page.json", u"datadog-incidents"_s, 4, 0, 0, 2,
            "2021-09-15T12:50:19.741188Z", "2021-09-17T13:12:08.512729Z");
        row("aws-events/autoscaling-event-terminate-successful.json", u"cloudwatch"_s, 1, 0, 0, 0,
            "1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z");
        row("aws-events/cloudwatch-alarm-sns-payload-single-metric.json", u"cloudwatch"_s, 1, 0, 0,
            0, "2015-06-03T17:43:27.123Z", "2015-06-03T17:43:27.123Z");
        row("aws-events/codedeploy-deployment-event.json", u"cloudwatch"_s, 1, 0, 0, 0,
            "2016-06-30T22:06:31Z", "2016-06-30T22:06:31Z");
        // 25 entries with 178 updates, one of them word for word twice.
        row("statuspage-atom/github-status-history-2026-08.atom", u"statuspage-atom"_s, 202, 1, 0,
            1, "2026-07-25T08:59:00Z", "2026-08-21T00:37:00Z");
        // 150 incidents with 638 updates.
        row("statuspage-incidents-jsonl/incidents-first150.jsonl", u"statuspage"_s, 788, 0, 0, 0,
            "2022-03-24T19:11:00Z", "2023-03-03T21:14:00Z");
    }

    void realFilesAreReadWhole()
    {
        QFETCH(QString, id);
        QFETCH(int, events);
        QFETCH(int, skipped);
        QFETCH(int, undated);
        QFETCH(int, authors);
        QFETCH(QString, first);
        QFETCH(QString, last);
        const auto input = open(QString::fromUtf8(QTest::currentDataTag()));
        if (!input)
            QSKIP("the samples are not here");
        const auto candidates = m_registry.detect(*input);
        QVERIFY(!candidates.empty());
        QCOMPARE(candidates.front().importer->id(), id);
        QVERIFY(candidates.size() == 1 || candidates[1].likelihood < candidates[0].likelihood);
        RecordingSink sink;
        const auto summary = candidates.front().importer->read(*input, {}, sink);
        QVERIFY2(summary, qPrintable(summary ? QString() : summary.error().toString()));
        QCOMPARE(candidates.front().importer->missing(*input, {}), Needs());
        QCOMPARE(sink.events.size(), events);
        QCOMPARE(sink.skipped.size(), skipped);
        const SinkCounts counts = countsOf(sink);
        QCOMPARE(counts.undated, undated);
        QCOMPARE(counts.people.size(), authors);
        QCOMPARE(counts.places.size(), sink.events.size());
        QCOMPARE(timeText(counts.earliest), first);
        QCOMPARE(timeText(counts.latest), last);
    }

    void aRealQueryIsReadWhole()
    {
        const auto input = open(u"prometheus-query-range/node-cpu-range.json"_s);
        if (!input)
            QSKIP("the samples are not here");
        const auto candidates = m_registry.detect(*input);
        QVERIFY(!candidates.empty());
        QCOMPARE(candidates.front().importer->id(), u"prometheus"_s);
        RecordingSink sink;
        QVERIFY(candidates.front().importer->read(*input, {}, sink));
        QCOMPARE(sink.seriesTaken.size(), 8);
        QCOMPARE(sink.skipped.size(), 0);
        for (const ParsedSeries &series : sink.seriesTaken) {
            QCOMPARE(series.samples.size(), 31U);
            QCOMPARE(toRfc3339(series.samples.front().time), u"2025-08-25T05:25:00Z"_s);
            QCOMPARE(toRfc3339(series.samples.back().time), u"2025-08-25T05:55:00Z"_s);
            QCOMPARE(series.unit, QString());
        }
        QCOMPARE(sink.seriesTaken.first().samples.front().value, 0.9651944444444388);
    }
};

QTEST_GUILESS_MAIN(AlertSamplesTest)
#include "tst_samples_alerts.moc"
