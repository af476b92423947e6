// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/samplefacts.h"

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

/// Real files: the format is told, and what is read was counted by other means.
class LogSamplesTest : public QObject {
    Q_OBJECT

    const ImporterRegistry m_registry;

private slots:
    void realFilesAreToldAndRead_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("year");
        QTest::addColumn<int>("events");
        QTest::addColumn<int>("skipped");
        QTest::addColumn<int>("undated");
        QTest::addColumn<int>("series");
        QTest::addColumn<int>("actors");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("last");
        const auto row = [](const char *file, const char *id, int year, int events, int skipped,
                            int undated, int series, int actors, const char *first,
                            const char *last) {
            QTest::newRow(file) << QString::fromLatin1(id) << year << events << skipped << undated
                                << series << actors << QString::fromLatin1(first)
                                << QString::fromLatin1(last);
        };
        row("syslog/syslog", "syslog", 2012, 16, 1, 0, 0, 0, "2012-01-22T07:52:33Z",
            "2014-11-18T08:31:20Z");
        row("syslog/syslog-5424.out", "syslog", 0, 7, 2, 1, 0, 0, "2003-08-24T12:14:15.000003Z",
            "2003-10-11T22:14:15.003Z");
        row("syslog/syslog_cron.log", "syslog", 2015, 9, 0, 0, 0, 0, "2015-01-22T07:53:01Z",
            "2015-03-11T22:55:32Z");
        row("syslog/syslog_rsyslog", "syslog", 0, 5, 0, 0, 0, 0, "2020-05-31T00:00:45.698463Z",
            "2020-05-31T00:00:47.044800Z");
        row("syslog/syslog_rsyslog_ForwardFormat", "syslog", 0, 9, 0, 0, 0, 0,
            "2021-03-06T04:07:33.194677Z", "2021-03-06T04:07:33.208764Z");
        row("log-edge-cases/ansi.log", "syslog", 2019, 10, 0, 0, 0, 0, "2019-09-19T09:24:04Z",
            "2019-09-19T09:24:20Z");
        row("log-edge-cases/dst.log", "syslog", 2019, 10, 0, 0, 0, 0, "2019-11-03T01:01:03Z",
            "2019-11-03T02:25:02Z");
        row("log-edge-cases/crlf.log", "app-log", 0, 2, 0, 0, 0, 0, "2012-07-02T10:22:40.672Z",
            "2014-10-08T16:56:38.344Z");
        row("log-edge-cases/epoch.log", "app-log", 0, 2, 0, 0, 0, 0, "2015-04-10T02:58:07.123Z",
            "2015-04-10T02:58:07.456Z");
        row("log-edge-cases/invalid_utf8.log", "app-log", 0, 1, 0, 0, 0, 0,
            "2015-03-12T23:16:52.071Z", "2015-03-12T23:16:52.071Z");
        row("log-edge-cases/multiline.log", "app-log", 0, 2, 0, 0, 0, 0, "2009-07-20T22:59:27.672Z",
            "2009-07-20T22:59:30.221Z");
        row("loghub/Zookeeper_2k.log", "app-log", 0, 2000, 0, 0, 0, 0, "2015-07-29T17:41:44.747Z",
            "2015-08-25T11:26:28.145Z");
        row("access-log/apache_access.log", "access-log", 0, 9, 0, 0, 2, 0, "2015-05-17T10:05:00Z",
            "2021-04-25T06:15:00Z");
        row("access-log/common-log-format.log", "access-log", 0, 10, 2, 0, 2, 0,
            "1996-01-12T20:37:00Z", "2021-11-10T19:22:00Z");
        row("access-log/w3c-iis.4.log", "access-log", 0, 2, 0, 0, 2, 0, "2017-06-26T18:21:00Z",
            "2017-06-28T07:26:00Z");
        row("icalendar/america_new_york.ics", "icalendar", 0, 1, 0, 0, 0, 0, "2014-08-29T12:00:00Z",
            "2014-08-29T12:00:00Z");
        row("icalendar/example.ics", "icalendar", 0, 3, 0, 0, 0, 0, "2022-01-01T00:00:00Z",
            "2022-03-08T00:00:00Z");
        row("icalendar/issue_348_exception_parsing_value.ics", "icalendar", 0, 1, 1, 0, 0, 0,
            "2019-06-24T06:30:00Z", "2019-06-24T06:30:00Z");
        row("icalendar/multiple_timezones.ics", "icalendar", 0, 3, 0, 0, 0, 0,
            "2021-03-02T00:00:00Z", "2021-03-02T05:00:00Z");
        row("icalendar/timezoned.ics", "icalendar", 0, 1, 0, 0, 0, 0, "2012-02-13T09:00:00Z",
            "2012-02-13T09:00:00Z");
        // A daily series over five years, less the one time that was changed, and three more.
        row("icalendar-oncall/calendar_with_all_day_event.ics", "icalendar", 0, 1805, 0, 0, 0, 4,
            "2021-01-24T08:00:00Z", "2025-12-31T08:00:00Z");
        row("plaso/l2tcsv.csv", "plaso", 0, 19, 0, 0, 0, 1, "2012-01-22T07:52:33Z",
            "2026-07-02T17:48:00Z");
        row("plaso/dynamic.csv", "plaso", 0, 20, 0, 0, 0, 0, "2012-01-22T07:52:33Z",
            "2026-07-02T17:48:00.586325Z");
        row("plaso/json_line.jsonl", "plaso", 0, 20, 0, 0, 0, 1, "2012-01-22T07:52:33Z",
            "2026-07-02T17:48:00.586325Z");
        row("timesketch/csv_timestamp_as_datetime.csv", "timesketch", 0, 4, 0, 0, 0, 0,
            "2024-08-09T14:33:09.468712Z", "2025-07-01T05:58:27.214025Z");
        row("timesketch/evtx_part.csv", "timesketch", 0, 13, 0, 0, 0, 0,
            "2012-03-14T04:17:38.276340Z", "2012-03-14T04:17:43.354563Z");
        row("timesketch/invalid_datetime.csv", "timesketch", 0, 3, 1, 0, 0, 0,
            "2017-07-24T19:01:01Z", "2017-10-24T19:01:01Z");
        row("timesketch/sigma_events.jsonl", "timesketch", 0, 4, 0, 0, 0, 0, "2015-07-24T19:01:01Z",
            "2015-07-24T19:01:03Z");
        row("netflix-dispatch-sample/dispatch-sample-data.dump", "dispatch-dump", 0, 84, 0, 0, 0, 2,
            "2020-07-24T18:02:38.193482Z", "2021-07-28T17:13:49.192243Z");
    }

    void realFilesAreToldAndRead()
    {
        QFETCH(QString, id);
        QFETCH(int, year);
        QFETCH(QString, first);
        QFETCH(QString, last);
        const auto input =
            EvidenceInput::open(qEnvironmentVariable("SECONDSTORY_SHARED") + u"/samples/"_s
                                + QString::fromUtf8(QTest::currentDataTag()));
        if (!input)
            QSKIP("the samples are not here");
        const auto candidates = m_registry.detect(**input);
        QVERIFY(!candidates.empty());
        QCOMPARE(candidates.front().importer->id(), id);
        const Importer &importer = *m_registry.find(id);
        ImportOptions options;
        QCOMPARE(importer.missing(**input, options).testFlag(Need::Date), year != 0);
        options.fallbackZone = u"UTC"_s;
        if (year != 0)
            options.date = CivilTime{ year, 1, 1 };
        QCOMPARE(importer.missing(**input, options), Needs());
        RecordingSink sink;
        const auto summary = importer.read(**input, options, sink);
        QVERIFY2(summary, qPrintable(summary ? QString() : summary.error().toString()));
        check(sink, first, last);
    }

    static void check(const RecordingSink &sink, const QString &first, const QString &last)
    {
        QFETCH(int, events);
        QFETCH(int, skipped);
        QFETCH(int, undated);
        QFETCH(int, series);
        QFETCH(int, actors);
        QVERIFY2(sink.skipped.size() == skipped, qPrintable(sink.skipped.join(u'\n')));
        QCOMPARE(sink.events.size(), events);
        QCOMPARE(sink.seriesTaken.size(), series);
        const SinkCounts counts = countsOf(sink);
        QCOMPARE(counts.undated, undated);
        QCOMPARE(counts.places.size(), events);
        QVERIFY2(counts.people.size() == actors,
                 qPrintable(QStringList(counts.people.values()).join(u'\n')));
        QCOMPARE(timeText(counts.earliest), first);
        QCOMPARE(timeText(counts.latestStart), last);
    }
};

QTEST_GUILESS_MAIN(LogSamplesTest)
#include "tst_samples_logs.moc"
