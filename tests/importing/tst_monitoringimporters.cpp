// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/alerts/cloudwatchimporter.h"
#include "importing/alerts/datadogeventsimporter.h"
#include "importing/alerts/datadogincidentsimporter.h"
#include "importing/alerts/sentryimporter.h"
#include "importing/alerts/signalfximporter.h"
#include "support/readwith.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

class MonitoringImportersTest : public QObject {
    Q_OBJECT

    static RecordingSink read(const Importer &importer, const QByteArray &bytes)
    {
        return readWith(importer, bytes, {}, u"evidence.json"_s);
    }

private slots:

    void eventsOfDatadogAreReadInBothVersions()
    {
        const auto second = read(DatadogEventsImporter(), R"({"data":[
            {"type":"event","id":"A1","attributes":{"timestamp":"2026-03-12T13:02:11Z","message":"%%%\nOrders wait\n%%%",
             "tags":["b","b","c"],"attributes":{"title":"[Triggered] Orders","status":"error","service":"undefined","hostname":"web1"}}},
            {"type":"event","id":"A2","attributes":{"timestamp":1773320531250,"message":"Rolled out","tags":["source:deployment"],"attributes":{}}},
            {"type":"event","id":"A3","attributes":{"message":"","attributes":{}}},
            {"type":"event"}]})");
        QCOMPARE(second.times(),
                 (QStringList{ u"2026-03-12T13:02:11Z"_s, u"2026-03-12T13:02:11.250Z"_s }));
        QCOMPARE(second.events[0].lane, u"web1"_s);
        QVERIFY(second.events[0].text.contains(u"\nOrders wait\n"_s));
        QVERIFY(second.events[0].text.contains(u"tags: b, c"_s));
        QVERIFY(second.events[0].kind == EventKind::Alert);
        QVERIFY(second.events[1].kind == EventKind::Change);
        QCOMPARE(second.skipped,
                 (QStringList{ u"line 5, /data/2: has no words"_s,
                               u"line 6, /data/3: is not an event of Datadog"_s }));
        const auto first =
            read(DatadogEventsImporter(), R"({"events":[{"id":77,"date_happened":1773320531,
            "title":"Deploy","text":"4.2","source":"deploy","alert_type":"info","host":"web1"}]})");
        QCOMPARE(first.times(), QStringList{ u"2026-03-12T13:02:11Z"_s });
        QCOMPARE(first.events.first().naturalKey, u"77"_s);
        QVERIFY(first.events.first().kind == EventKind::Change);
    }

    void monitorsKeptByNameAreUndated()
    {
        const QByteArray bytes =
            R"({"disk":{"payload":{"title":"Low disk","query":"min:disk < 5","message":"Low","monitor_id":"9"}}})";
        QCOMPARE_GT(probed(DatadogEventsImporter(), bytes), 90);
        const auto sink = read(DatadogEventsImporter(), bytes);
        QCOMPARE(sink.times(), QStringList{ u"undated"_s });
        QCOMPARE(sink.events.first().place, u"line 1, /disk"_s);
        QCOMPARE(sink.remarks, QStringList{ u"line 1: the alerts state no time"_s });
    }

    void anIncidentOfDatadogGivesItsMomentsAndNames()
    {
        const auto sink = read(DatadogIncidentsImporter(),
                               R"({"data":[{"type":"incidents","id":"d-1","attributes":{
            "title":"Orders wait","detected":"2026-03-12T13:02:11.000001+00:00","created":"2026-03-12T13:05:00+00:00",
            "resolved":"2026-03-12T14:10:00+00:00","customer_impact_start":null,"fields":{"summary":{"value":"queue"},"teams":{"value":null}}},
            "relationships":{"created_by_user":{"data":{"id":"u-1"}}}}],
            "included":[{"type":"users","id":"u-1","attributes":{"name":"Asha Rao"}}]})");
        QCOMPARE(sink.titles(),
                 (QStringList{ u"Detected: Orders wait"_s, u"Declared: Orders wait"_s,
                               u"Resolved: Orders wait"_s }));
        QCOMPARE(sink.times().first(), u"2026-03-12T13:02:11.000001Z / 2026-03-12T14:10:00Z"_s);
        QCOMPARE(sink.events[1].actors.first().name, u"Asha Rao"_s);
        QVERIFY(sink.events[0].text.contains(u"summary: queue"_s));
        QVERIFY(!sink.events[0].text.contains(u"teams"_s));
        const auto single = read(DatadogIncidentsImporter(),
                                 R"({"data":{"type":"incidents","id":"d-2","attributes":{
            "title":"One","created":"2026-03-12T13:05:00Z"},"relationships":{"created_by_user":{"data":{"id":"u-2"}}}}})");
        QCOMPARE(single.events.size(), 1);
        QCOMPARE(single.events.first().actors.first().handle, u"u-2"_s);
        QCOMPARE(single.remarks.size(), 1);
    }

    void alarmsCarriedBySnsAreRead()
    {
        QByteArray alarm =
            R"({"AlarmName":"waiting","NewStateValue":"ALARM","NewStateReason":"above",
"StateChangeTime":"2026-03-12T13:02:11.123+0000","AlarmArn":"arn:1","OldStateValue":"OK",
"Trigger":{"Namespace":"Orders","MetricName":"Waiting","Dimensions":[{"name":"Queue","value":"q1"}]}})";
        alarm.replace("\n", " ").replace("\"", "\\\"");
        QByteArray records = R"({"Records":[
{"Sns":{"MessageId":"m1","TopicArn":"t","Timestamp":"2026-03-12T13:02:12.000Z","Message":"the alarm"}},
{"Sns":{"MessageId":"m2","TopicArn":"t","Subject":"Just words","Message":"hello there","Timestamp":"2026-03-12T13:03:00Z"}},
{"eventName":"other"}]})";
        records.replace("the alarm", alarm);
        const auto sink = read(CloudWatchImporter(), records);
        QCOMPARE(sink.titles(), (QStringList{ u"waiting: ALARM"_s, u"Just words"_s }));
        QCOMPARE(sink.times(),
                 (QStringList{ u"2026-03-12T13:02:11.123Z"_s, u"2026-03-12T13:03:00Z"_s }));
        QVERIFY(sink.events[0].text.contains(u"dimensions: Queue=q1"_s));
        QCOMPARE(sink.events[0].lane, u"Orders"_s);
        QCOMPARE(sink.skipped,
                 QStringList{ u"line 4, /Records/2: is neither an alarm nor an event"_s });
    }

    void eventsOfTheBusAreRead()
    {
        const auto sink = read(
            CloudWatchImporter(),
            R"({"id":"b1","detail-type":"EC2 Instance Launch","source":"aws.autoscaling","time":"2026-03-12T12:56:00Z","region":"r",
            "detail":{"StartTime":"2026-03-12T12:55:00Z","EndTime":"2026-03-12T12:55:40Z","AutoScalingGroupName":"web","Description":"Launching"}}
            {"id":"b2","detail-type":"CloudWatch Alarm State Change","source":"aws.cloudwatch","time":"2026-03-12T14:10:00Z","region":"r","resources":["arn:1"],
            "detail":{"alarmName":"waiting","state":{"value":"OK","timestamp":"2026-03-12T14:10:00.000+0000"},"previousState":{"value":"ALARM","timestamp":"2026-03-12T13:02:11.123+0000"}}})");
        QCOMPARE(sink.times(),
                 (QStringList{ u"2026-03-12T12:55:00Z / 2026-03-12T12:55:40Z"_s,
                               u"2026-03-12T13:02:11.123Z / 2026-03-12T14:10:00Z"_s,
                               u"2026-03-12T14:10:00Z"_s }));
        QCOMPARE(sink.titles(),
                 (QStringList{ u"EC2 Instance Launch: Launching"_s, u"waiting: ALARM"_s,
                               u"waiting: OK"_s }));
        QVERIFY(sink.events[0].kind == EventKind::Change);
        QCOMPARE(sink.events[0].lane, u"web"_s);
    }

    void theBeginningOf1970IsRemarkedOn()
    {
        const auto sink = read(
            CloudWatchImporter(),
            R"({"id":"b1","detail-type":"x","source":"aws.ec2","time":"1970-01-01T00:00:00Z","region":"r","detail":{}})");
        QCOMPARE(sink.times(), QStringList{ u"1970-01-01T00:00:00Z"_s });
        QCOMPARE(sink.remarks.size(), 1);
    }

    void historiesOfAlarmsAreRead()
    {
        const auto sink = read(
            CloudWatchImporter(),
            R"({"AlarmHistoryItems":[{"AlarmName":"waiting","Timestamp":"2026-03-12T13:02:11.123000+00:00","HistoryItemType":"ConfigurationUpdate","HistorySummary":"changed"}]})");
        QCOMPARE(sink.titles(), QStringList{ u"waiting: changed"_s });
        QVERIFY(sink.events.first().kind == EventKind::Change);
    }

    void everyShapeOfSentryIsRead()
    {
        const auto sink = read(
            SentryImporter(),
            R"({"action":"created","data":{"issue":{"id":"90","title":"Timeout","firstSeen":"2026-03-12T13:01:00.000Z","lastSeen":"2026-03-12T13:50:00Z","project":{"name":"orders"},"count":"5"}},"actor":{"type":"application","id":"s","name":"Sentry"}}
{"action":"resolved","data":{"issue":{"id":"90","title":"Timeout","firstSeen":"2026-03-12T13:01:00.000Z"}},"actor":{"type":"user","id":7,"name":"Ben"}}
{"action":"triggered","data":{"event":{"event_id":"e1","title":"Timeout","timestamp":1773320460.5,"tags":[["level","error"]]},"triggered_rule":"Page us"}}
{"action":"resolved","data":{"metric_alert":{"id":"5","date_started":"2026-03-12T13:01:00Z","date_closed":"2026-03-12T14:00:00Z","alert_rule":{"name":"Many errors"}},"description_title":"Resolved: Many"}}
{"action":"created","data":{"comment":"broker?","comment_id":"3","timestamp":"2026-03-12T13:20:00Z"},"actor":{"type":"user","name":"Ben"}}
{"project_name":"orders","event":{"event_id":"e2","title":"Old hook","received":1773320461}}
{"eventID":"e3","dateCreated":"2026-03-12T13:30:00Z","title":"From the list","tags":[{"key":"a","value":"b"}]}
{"what":"else"})");
        QCOMPARE(sink.times(),
                 (QStringList{ u"2026-03-12T13:01:00Z / 2026-03-12T13:50:00Z"_s, u"undated"_s,
                               u"2026-03-12T13:01:00.500Z"_s,
                               u"2026-03-12T13:01:00Z / 2026-03-12T14:00:00Z"_s,
                               u"2026-03-12T14:00:00Z"_s, u"2026-03-12T13:20:00Z"_s,
                               u"2026-03-12T13:01:01Z"_s, u"2026-03-12T13:30:00Z"_s }));
        QCOMPARE(sink.events[1].title, u"resolved: Timeout"_s);
        QCOMPARE(sink.events[1].actors.first().name, u"Ben"_s);
        QVERIFY(sink.events[2].text.contains(u"tags: level=error"_s));
        QVERIFY(sink.events[2].text.contains(u"rule: Page us"_s));
        QVERIFY(sink.events[5].kind == EventKind::Message);
        QCOMPARE(sink.events[6].lane, u"orders"_s);
        QCOMPARE(sink.skipped.size(), 1);
        QVERIFY(sink.skipped.first().startsWith(u"line 8: "_s));
    }

    void anAlertOfSignalFxMayStateItsTimeInWords()
    {
        const QByteArray bytes =
            "{\"detectorUrl\":\"u\",\"incidentId\":\"I1\",\"messageTitle\":\"Critical: waiting\","
            "\"messageBody\":\"Rule \\\"w\\\" cleared at Thu, 12 Mar 2026 13:02:11 GMT.\\n\\nat "
            "noon\",\"severity\":\"Critical\",\"status\":\"ok\"}";
        QCOMPARE_GT(probed(SignalFxImporter(), bytes), 90);
        const auto sink = read(SignalFxImporter(), bytes);
        QCOMPARE(sink.times(), QStringList{ u"2026-03-12T13:02:11Z"_s });
        QCOMPARE(sink.events.first().time.text, u"Thu, 12 Mar 2026 13:02:11 GMT"_s);
        QByteArray timed = bytes;
        timed.replace("\"status\"", "\"timestamp\":\"2026-03-12T13:05:00Z\",\"status\"");
        QCOMPARE(read(SignalFxImporter(), timed).times(), QStringList{ u"2026-03-12T13:05:00Z"_s });
        QByteArray untimed = bytes;
        untimed.replace(" at Thu", " on Thu");
        QCOMPARE(read(SignalFxImporter(), untimed).times(), QStringList{ u"undated"_s });
    }

    void terminalColoursAndControlCharactersAreTakenOut()
    {
        const auto sink =
            read(DatadogEventsImporter(),
                 "{\"events\":[{\"id\":1,\"date_happened\":1773320531,\"alert_type\":\"info\","
                 "\"title\":\"\\u001b[31mred\\u001b[0m \\u0002bold\\u0007\","
                 "\"text\":\"a\\r\\nb\\rc\"}]}");
        QCOMPARE(sink.titles(), QStringList{ u"red bold"_s });
        QVERIFY(sink.events.first().text.startsWith(u"red bold\na\nb\nc"_s));
    }

    void neighboursAreToldApart()
    {
        QCOMPARE(probed(CloudWatchImporter(),
                        R"({"Records":[{"eventName":"RunInstances","eventSource":"ec2"}]})"),
                 0);
        QCOMPARE(
            probed(SentryImporter(), R"({"action":"opened","issue":{"title":"a"},"comment":{}})"),
            0);
        QCOMPARE(
            probed(
                DatadogEventsImporter(),
                R"({"data":[{"type":"incidents","attributes":{"title":"a","created":"b","detected":"c"}}]})"),
            0);
        QCOMPARE_GT(
            probed(
                DatadogIncidentsImporter(),
                R"({"data":[{"type":"incidents","attributes":{"title":"a","created":"b","detected":"c"}}]})"),
            90);
        QCOMPARE(probed(SignalFxImporter(), "{\"incidentId\":1}"), 0);
    }
};

QTEST_GUILESS_MAIN(MonitoringImportersTest)
#include "tst_monitoringimporters.moc"
