// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/alerts/alertmanagergroupsimporter.h"
#include "importing/alerts/alertmanagerimporter.h"
#include "importing/alerts/alertmanagersilencesimporter.h"
#include "importing/alerts/grafanaimporter.h"
#include "support/readwith.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

class AlertmanagerImportersTest : public QObject {
    Q_OBJECT

    static RecordingSink read(const Importer &importer, const QByteArray &bytes)
    {
        return readWith(importer, bytes, {}, u"evidence.json"_s);
    }

    static QByteArray alert(const char *status, const char *endsAt, const char *more = "")
    {
        return QByteArray("{\"status\":\"") + status
            + "\",\"labels\":{\"alertname\":\"QueueGrows\",\"service\":\"orders\"},"
              "\"annotations\":{\"summary\":\"Orders wait\",\"description\":\"500 wait\"},"
              "\"startsAt\":\"2026-03-12T14:02:11.123456789+01:00\",\"endsAt\":\""
            + endsAt + "\",\"fingerprint\":\"aa01\"" + more + "}";
    }
    static QByteArray payload(const QByteArray &alerts)
    {
        return "{\"version\":\"4\",\"groupKey\":\"k\",\"truncatedAlerts\":2,\"status\":\"firing\","
               "\"receiver\":\"chat\",\"groupLabels\":{},\"alerts\":["
            + alerts + "]}\n";
    }
    static constexpr auto kZero = "0001-01-01T00:00:00Z";

private slots:
    void aFiringAlertHasNoEnd()
    {
        const auto sink = read(AlertmanagerImporter(), payload(alert("firing", kZero)));
        QCOMPARE(sink.times(), QStringList{ u"2026-03-12T13:02:11.123456Z"_s });
        const ParsedEvent &event = sink.events.first();
        QCOMPARE(event.title, u"QueueGrows: Orders wait"_s);
        QVERIFY(event.text.contains(u"500 wait\n"_s));
        QVERIFY(event.text.contains(u"service: orders"_s));
        QCOMPARE(event.lane, u"orders"_s);
        QCOMPARE(event.place, u"line 1, /alerts/0"_s);
        QCOMPARE(event.time.text, u"2026-03-12T14:02:11.123456789+01:00"_s);
        QCOMPARE(event.time.zone, u"+01:00"_s);
        QVERIFY(event.kind == EventKind::Alert);
        QVERIFY(event.time.basis == TimeBasis::Absolute);
        QVERIFY(event.time.precision == TimePrecision::Microsecond);
        QCOMPARE(sink.remarks, QStringList{ u"line 1: the sender left 2 alert(s) out"_s });
    }

    void aResolvedAlertIsARangeAndAnEnd()
    {
        const auto sink =
            read(AlertmanagerImporter(), payload(alert("resolved", "2026-03-12T14:10:00Z")));
        QCOMPARE(sink.times(),
                 (QStringList{ u"2026-03-12T13:02:11.123456Z / 2026-03-12T14:10:00Z"_s,
                               u"2026-03-12T14:10:00Z"_s }));
        QCOMPARE(sink.titles().last(), u"Resolved: QueueGrows: Orders wait"_s);
        QVERIFY(sink.events[0].naturalKey != sink.events[1].naturalKey);
        QVERIFY(sink.events[0].place != sink.events[1].place);
    }

    void anAlertSentAgainIsTakenOnceAndItsEndIsTakenToo()
    {
        const auto sink = read(AlertmanagerImporter(),
                               payload(alert("firing", kZero)) + payload(alert("firing", kZero))
                                   + payload(alert("resolved", "2026-03-12T14:10:00Z")));
        QCOMPARE(sink.times(),
                 (QStringList{ u"2026-03-12T13:02:11.123456Z"_s, u"2026-03-12T14:10:00Z"_s }));
        QCOMPARE(sink.skipped.size(), 1);
        QVERIFY(sink.skipped.first().startsWith(u"line 2, /alerts/0: "_s));
    }

    void alertsWithoutFingerprintsAreToldApartByTheirLabels()
    {
        const QByteArray one =
            R"({"labels":{"alertname":"A","host":"x"},"startsAt":"2026-03-12T13:00:00Z"})";
        const QByteArray same =
            R"({"labels":{"host":"x","alertname":"A"},"startsAt":"2026-03-12T13:00:00Z"})";
        const QByteArray other =
            R"({"labels":{"alertname":"A","host":"y"},"startsAt":"2026-03-12T13:00:00Z"})";
        const auto sink = read(AlertmanagerImporter(), payload(one + "," + same + "," + other));
        QCOMPARE(sink.events.size(), 2);
        QCOMPARE(sink.skipped.size(), 1);
    }

    void anEndBeforeTheStartIsRemarkedOn()
    {
        const auto sink =
            read(AlertmanagerImporter(), payload(alert("resolved", "2026-03-12T10:00:00Z")));
        QCOMPARE(sink.times(),
                 (QStringList{ u"2026-03-12T13:02:11.123456Z"_s, u"2026-03-12T10:00:00Z"_s }));
        QVERIFY(sink.remarks.last().contains(u"before the start"_s));
    }

    void whatHoldsNoAlertIsSkippedWithItsPlace()
    {
        const auto sink =
            read(AlertmanagerImporter(),
                 payload(alert("firing", kZero) + ",7,{\"labels\":{}}") + "{\"a\":1}\n");
        QCOMPARE(sink.events.size(), 1);
        QCOMPARE(
            sink.skipped,
            (QStringList{ u"line 1, /alerts/1: is not a JSON object"_s,
                          u"line 1, /alerts/2: has no words"_s, u"line 2: holds no alerts"_s }));
    }

    void aTimeThatIsNoneLeavesTheAlertUndated()
    {
        const auto sink = read(AlertmanagerImporter(),
                               payload(R"({"labels":{"alertname":"A"},"startsAt":"yesterday"})"));
        QCOMPARE(sink.times(), QStringList{ u"undated"_s });
        QCOMPARE(sink.events.first().time.text, u"yesterday"_s);
        QVERIFY(sink.remarks.last().contains(u"yesterday"_s));
    }

    void theInterfacesForecastIsNoEndAndGroupsShareTheirAlerts()
    {
        const QByteArray one =
            alert("x", "2026-03-12T13:10:00Z", ",\"updatedAt\":\"2026-03-12T13:05:00Z\"")
                .replace("\"status\":\"x\"",
                         "\"status\":{\"state\":\"active\",\"silencedBy\":[\"s1\"]}");
        const QByteArray group =
            "{\"labels\":{},\"receiver\":{\"name\":\"r\"},\"alerts\":[" + one + "]}";
        const auto sink = read(AlertmanagerGroupsImporter(), "[" + group + "," + group + "]");
        QCOMPARE(sink.times(), QStringList{ u"2026-03-12T13:02:11.123456Z"_s });
        QVERIFY(sink.events.first().text.contains(u"silenced by: s1"_s));
        QCOMPARE(sink.skipped.size(), 1);
        QVERIFY(sink.skipped.first().startsWith(u"line 1, /1/alerts/0: "_s));
        const auto plain = read(AlertmanagerGroupsImporter(), "[" + one + "]");
        QCOMPARE(plain.events.size(), 1);
        QCOMPARE(plain.events.first().naturalKey, sink.events.first().naturalKey);
    }

    void onlyAnExpiredSilenceHasAnEnd()
    {
        const QByteArray silences = R"([
            {"id":"s1","status":{"state":"expired"},"comment":"while we drain","createdBy":"asha",
             "startsAt":"2026-03-12T13:20:00Z","endsAt":"2026-03-12T14:20:00Z",
             "matchers":[{"name":"alertname","value":"Q.*","isRegex":true,"isEqual":true},
                         {"name":"host","value":"x","isRegex":false,"isEqual":false}]},
            {"id":"s2","status":{"state":"active"},"comment":"old","createdBy":"ben",
             "startsAt":"2026-03-12T13:21:00Z","endsAt":"2063-01-01T00:00:00Z","matchers":[]},
            {"id":"s3"}])";
        const auto sink = read(AlertmanagerSilencesImporter(), silences);
        QCOMPARE(sink.times(),
                 (QStringList{ u"2026-03-12T13:20:00Z / 2026-03-12T14:20:00Z"_s,
                               u"2026-03-12T14:20:00Z"_s, u"2026-03-12T13:21:00Z"_s }));
        QCOMPARE(sink.titles().first(), u"Silenced alertname=~Q.*, host!=x: while we drain"_s);
        QCOMPARE(sink.events.first().actors.first().name, u"asha"_s);
        QVERIFY(sink.events.first().kind == EventKind::Action);
        QCOMPARE(sink.skipped.size(), 1);
    }

    void annotationsOfGrafanaAreMarksOrRanges()
    {
        const auto sink = read(GrafanaImporter(), R"([
            {"id":7,"dashboardUID":"d","panelId":2,"login":"asha","userId":3,"newState":"",
             "time":1773320400000,"timeEnd":1773320700000,"text":"deploy 4.2","tags":["deploy"]},
            {"id":8,"alertName":"Queue","newState":"alerting","time":1773320400500,"timeEnd":0,"text":"","tags":[]}])");
        QCOMPARE(sink.times(),
                 (QStringList{ u"2026-03-12T13:00:00Z / 2026-03-12T13:05:00Z"_s,
                               u"2026-03-12T13:00:00.500Z"_s }));
        QCOMPARE(sink.titles(), (QStringList{ u"deploy 4.2"_s, u"Queue: alerting"_s }));
        QVERIFY(sink.events[0].kind == EventKind::Change);
        QVERIFY(sink.events[1].kind == EventKind::Alert);
        QCOMPARE(sink.events[0].actors.first().name, u"asha"_s);
    }

    void legacyAlertsOfGrafanaAreUndated()
    {
        const auto sink =
            read(GrafanaImporter(), R"({"ruleId":9,"ruleName":"Queue","state":"alerting",
            "title":"[Alerting] Queue","message":"Orders wait","evalMatches":[{"metric":"waiting","value":512}]})");
        QCOMPARE(sink.times(), QStringList{ u"undated"_s });
        QCOMPARE(sink.titles(), QStringList{ u"[Alerting] Queue"_s });
        QVERIFY(sink.events.first().text.contains(u"waiting: 512"_s));
        QCOMPARE(sink.remarks.size(), 1);
    }

    void neighboursAreToldApart()
    {
        const QByteArray plain = payload(alert("firing", kZero));
        QByteArray grafana = plain;
        grafana.replace("\"version\"", "\"orgId\":1,\"title\":\"t\",\"version\"");
        QCOMPARE_GT(probed(AlertmanagerImporter(), plain), 90);
        QCOMPARE(probed(GrafanaImporter(), plain), 0);
        QCOMPARE_GT(probed(GrafanaImporter(), grafana), 90);
        QCOMPARE_LT(probed(AlertmanagerImporter(), grafana), 60);
        QCOMPARE(probed(AlertmanagerGroupsImporter(), plain), 0);
        QCOMPARE(probed(AlertmanagerSilencesImporter(), plain), 0);
        for (const QByteArray &other : { QByteArray("time,event\n1,2\n"), QByteArray("[1,2]"),
                                         QByteArray("{\"alerts\":[]}"), QByteArray("WEBVTT\n") }) {
            QCOMPARE(probed(AlertmanagerImporter(), other), 0);
            QCOMPARE(probed(GrafanaImporter(), other), 0);
        }
    }

    void aZoneIsAskedForOnlyWhenATimeLacksIt()
    {
        const AlertmanagerImporter importer;
        const auto stated = EvidenceInput::fromBytes(u"a"_s, payload(alert("firing", kZero)));
        QCOMPARE(importer.missing(*stated, {}), Needs());
        QByteArray bytes = payload(alert("firing", kZero));
        bytes.replace("123456789+01:00", "123");
        const auto bare = EvidenceInput::fromBytes(u"a"_s, bytes);
        QCOMPARE(importer.missing(*bare, {}), Needs(Need::Zone));
        ImportOptions options;
        options.zone = u"Europe/Paris"_s;
        QCOMPARE(importer.missing(*bare, options), Needs());
        RecordingSink sink;
        const auto summary = importer.read(*bare, options, sink);
        QVERIFY(summary);
        QCOMPARE(summary->zone, u"Europe/Paris"_s);
        QCOMPARE(sink.times(), QStringList{ u"2026-03-12T13:02:11.123Z"_s });
    }
};

QTEST_GUILESS_MAIN(AlertmanagerImportersTest)
#include "tst_alertmanagerimporters.moc"
