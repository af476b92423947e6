// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/samplefacts.h"

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

/// Real files. The figures were counted with other programs, not with the importers.
class SamplesOfInfraTest : public QObject {
    Q_OBJECT

private slots:
    void realFilesAreReadAsTheyAre_data()
    {
        addSampleColumns();
        addSample("kubernetes-events/message-image-pull-fail.json", u"kubernetes-events"_s, 17, 0,
                  0, u"2023-07-11T04:25:44.224298Z"_s, u"2023-07-11T05:36:25Z"_s, 0);
        addSample("journald-json/logfile_journald.json", u"journald"_s, 2, 0, 0,
                  u"2018-08-21T14:04:21.221373Z"_s, u"2018-08-21T14:04:21.221373Z"_s, 0);
        addSample(
            "aws-cloudtrail/218007301253_CloudTrail_us-east-1_20230710T1150Z_1vnLavRRp0ek1mP4.json",
            u"cloudtrail"_s, 2, 0, 0, u"2023-07-10T11:47:39Z"_s, u"2023-07-10T11:47:39Z"_s, 1);
        addSample(
            "aws-cloudtrail/218007301253_CloudTrail_us-east-1_20230710T1205Z_1dM7GQM67kudSyGD.json",
            u"cloudtrail"_s, 13, 0, 0, u"2023-07-10T11:55:06Z"_s, u"2023-07-10T12:00:07Z"_s, 1);
        addSample(
            "aws-cloudtrail/218007301253_CloudTrail_us-east-1_20230710T1210Z_RBxlxVrF890sGHGg.json",
            u"cloudtrail"_s, 20, 0, 0, u"2023-07-10T12:06:33Z"_s, u"2023-07-10T12:08:48Z"_s, 1);
        addSample("cloud-audit-jsonl/azure_activity_log.jsonl", u"cloud-audit"_s, 4, 0, 0,
                  u"2022-02-09T03:00:37.136728Z"_s, u"2022-02-09T03:04:54.297853Z"_s, 2);
        addSample("otlp-json/logs.json", u"otlp"_s, 1, 0, 0, u"2018-12-13T14:51:00.300Z"_s,
                  u"2018-12-13T14:51:00.300Z"_s, 0);
        addSample("otlp-json/trace.json", u"otlp"_s, 1, 0, 0, u"2018-12-13T14:51:00Z"_s,
                  u"2018-12-13T14:51:01Z"_s, 0);
        addSample("chrome-trace/async_begin_end.json", u"chrome-trace"_s, 22, 1, 0,
                  u"2026-01-01T00:00:00Z"_s, u"2026-01-01T00:00:00.000900Z"_s, 0);
        addSample("chrome-trace/flow_simple.json", u"chrome-trace"_s, 5, 5, 0,
                  u"2026-01-01T00:00:00Z"_s, u"2026-01-01T00:00:00.003731Z"_s, 0);
        addSample("chrome-trace/instant_events.json", u"chrome-trace"_s, 5, 0, 0,
                  u"2026-01-01T00:00:00Z"_s, u"2026-01-01T00:00:00.072697Z"_s, 0);
        addSample("chrome-trace/simple_trace.json", u"chrome-trace"_s, 18, 8, 0,
                  u"2026-01-01T00:00:00Z"_s, u"2026-01-01T00:00:00.000062Z"_s, 0);
        addSample("chaostoolkit-journal/journal.json", u"chaos-toolkit"_s, 6, 0, 0,
                  u"2020-06-05T09:13:58.085110Z"_s, u"2020-06-05T09:13:58.373799Z"_s, 0);
        addSample("chaostoolkit-experiment/experiment.json", u"chaos-toolkit"_s, 1, 0, 1, u""_s,
                  u""_s, 0);
        addSample("chaostoolkit-experiment/drain_node_experiment.json", u"chaos-toolkit"_s, 1, 0, 1,
                  u""_s, u""_s, 0);
    }

    void realFilesAreReadAsTheyAre()
    {
        ImportOptions options;
        options.start = fromRfc3339(u"2026-01-01T00:00:00Z");
        checkCurrentSample(options);
    }
};

QTEST_GUILESS_MAIN(SamplesOfInfraTest)
#include "tst_samples_infra.moc"
