// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/alerts/opsgenieimporter.h"
#include "importing/alerts/pagerdutyimporter.h"
#include "support/readwith.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

class PagingImportersTest : public QObject {
    Q_OBJECT

    static RecordingSink read(const Importer &importer, const QByteArray &bytes)
    {
        return readWith(importer, bytes, {}, u"evidence.json"_s);
    }

private slots:

    void logEntriesNewestFirstGiveTheTriggerItsEnd()
    {
        const auto sink = read(PagerDutyImporter(), R"({"log_entries":[
            {"id":"R3","type":"resolve_log_entry","summary":"Resolved.","created_at":"2026-03-12T14:10:00Z",
             "agent":{"id":"P1","type":"user_reference","summary":"Asha Rao"},"incident":{"id":"Q1","summary":"[42] Orders wait"}},
            {"id":"R2","type":"annotate_log_entry","summary":"Note added.","created_at":"2026-03-12T13:30:00Z",
             "channel":{"type":"note","summary":"draining"},"incident":{"id":"Q1"}},
            {"id":"R1","type":"trigger_log_entry_reference","summary":"Triggered through the API.","created_at":"2026-03-12T09:02:11-04:00",
             "agent":{"id":"S1","type":"service_reference","summary":"Orders"},"service":{"summary":"Orders"},
             "event_details":{"description":"500 orders wait"},"incident":{"id":"Q1","summary":"[42] Orders wait"}},
            {"id":"R1","type":"trigger_log_entry","summary":"again","created_at":"2026-03-12T13:02:11Z"}],"more":true})");
        QCOMPARE(sink.times(),
                 (QStringList{ u"2026-03-12T14:10:00Z"_s, u"2026-03-12T13:30:00Z"_s,
                               u"2026-03-12T13:02:11Z / 2026-03-12T14:10:00Z"_s }));
        QCOMPARE(sink.titles(),
                 (QStringList{ u"Resolved."_s, u"draining"_s, u"500 orders wait"_s }));
        const ParsedEvent &trigger = sink.events[2];
        QVERIFY(trigger.kind == EventKind::Alert);
        QCOMPARE(trigger.lane, u"Orders"_s);
        QCOMPARE(trigger.naturalKey, u"R1"_s);
        QVERIFY(trigger.actors.first().kind == PersonKind::Bot);
        QVERIFY(sink.events[0].actors.first().kind == PersonKind::Human);
        QCOMPARE(sink.events[0].actors.first().handle, u"P1"_s);
        QVERIFY(sink.events[1].kind == EventKind::Message);
        QCOMPARE(sink.skipped,
                 QStringList{ u"line 9, /log_entries/3: stands in the file twice"_s });
    }

    void everyTypeOfLogEntryHasItsKind_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<EventKind>("kind");
        QTest::newRow("notify") << u"notify"_s << EventKind::Page;
        QTest::newRow("escalate") << u"escalate"_s << EventKind::Page;
        QTest::newRow("assign") << u"assign"_s << EventKind::Page;
        QTest::newRow("acknowledge") << u"acknowledge"_s << EventKind::Action;
        QTest::newRow("unacknowledge") << u"unacknowledge"_s << EventKind::Action;
        QTest::newRow("snooze") << u"snooze"_s << EventKind::Action;
        QTest::newRow("exhaust") << u"exhaust_escalation_path"_s << EventKind::Page;
        QTest::newRow("another") << u"reach_ack_limit"_s << EventKind::Log;
    }

    void everyTypeOfLogEntryHasItsKind()
    {
        QFETCH(QString, type);
        QFETCH(EventKind, kind);
        const auto sink =
            read(PagerDutyImporter(),
                 R"({"log_entries":[{"id":"R1","type":")" + type.toUtf8()
                     + R"(_log_entry","summary":"s","created_at":"2026-03-12T14:10:00Z",
                                   "assignees":[{"id":"P1","type":"user_reference","summary":"Asha"},{"id":"P1","type":"user_reference","summary":"Asha"}]}]})");
        QVERIFY(sink.events.first().kind == kind);
        QCOMPARE(sink.events.first().actors.size(), 1);
    }

    void webhooksOfBothVersionsAreRead()
    {
        const auto third = read(PagerDutyImporter(),
                                R"({"event":{"id":"E1","event_type":"incident.priority_updated",
            "occurred_at":"2026-03-12T13:02:11.5Z","agent":{"id":"P1","type":"user_reference","summary":"Asha"},
            "data":{"id":"Q1","type":"incident","title":"Orders wait","service":{"summary":"Orders"},"priority":{"summary":"P1"}}}}
            {"event":{"id":"E2","event_type":"incident.annotated","occurred_at":"2026-03-12T13:03:00Z",
            "data":{"id":"N1","type":"incident_note","content":"draining","incident":{"id":"Q1","summary":"Orders wait"}}}}
            {"event":{"id":"E3"}})");
        QCOMPARE(third.titles(),
                 (QStringList{ u"Priority updated: Orders wait"_s, u"draining"_s }));
        QCOMPARE(third.times().first(), u"2026-03-12T13:02:11.500Z"_s);
        QCOMPARE(third.skipped.size(), 1);
        const auto second = read(PagerDutyImporter(), R"({"messages":[
            {"id":"M1","event":"incident.trigger","created_on":"2026-03-12T13:02:00Z","incident":{"id":"Q1","title":"Orders wait","service":{"name":"Orders"}}},
            {"id":"M2","event":"incident.acknowledge","incident":{"id":"Q1"},"log_entries":[
             {"id":"R9","type":"acknowledge_log_entry","summary":"Acknowledged by Asha.","created_at":"2026-03-12T13:04:00Z"}]}]})");
        QCOMPARE(second.titles(),
                 (QStringList{ u"Trigger: Orders wait"_s, u"Acknowledged by Asha."_s }));
        QCOMPARE(second.events[1].place, u"line 3, /messages/1/log_entries/0"_s);
        QCOMPARE(second.events[0].lane, u"Orders"_s);
    }

    void aReportOfOpsgenieTellsWhenItWasAcknowledgedAndClosed()
    {
        const auto sink = read(OpsgenieImporter(), R"({"data":[
            {"id":"a-1","tinyId":"11","message":"Orders wait","status":"closed","createdAt":"2026-03-12T13:02:11.250Z",
             "priority":"P1","tags":["orders"],"owner":"asha@example.org",
             "report":{"ackTime":90000,"closeTime":4069000,"acknowledgedBy":"asha@example.org","closedBy":"System"}},
            {"id":"a-2","tinyId":"12","message":"Disk","status":"closed","createdAt":"2026-03-12T13:02:11Z"},
            {"id":"a-3","tinyId":"13","message":"Odd","status":"closed","createdAt":"2026-03-12T13:02:11Z","report":{"closeTime":-5}},
            {"id":"a-4","tinyId":"14","status":"open"}],"took":0.1})");
        QCOMPARE(sink.times(),
                 (QStringList{ u"2026-03-12T13:02:11.250Z / 2026-03-12T14:10:00.250Z"_s,
                               u"2026-03-12T13:03:41.250Z"_s, u"2026-03-12T14:10:00.250Z"_s,
                               u"2026-03-12T13:02:11Z"_s, u"2026-03-12T13:02:11Z"_s }));
        QCOMPARE(sink.events[1].actors.first().name, u"asha@example.org"_s);
        QVERIFY(sink.events[1].kind == EventKind::Action);
        QVERIFY(sink.events[2].actors.first().kind == PersonKind::Bot);
        QVERIFY(sink.events[0].text.contains(u"tags: orders"_s));
        QCOMPARE(sink.skipped.size(), 1);
    }

    void aClosingWebhookKnowsTheBeginningUnlessItStandsFurtherUp()
    {
        const QByteArray close =
            R"({"action":"Close","alert":{"alertId":"a-2","message":"Disk is full","username":"ben@example.org","createdAt":1773320531250,"updatedAt":1773320600000000000}})";
        const auto alone = read(OpsgenieImporter(), close);
        QCOMPARE(alone.times(),
                 (QStringList{ u"2026-03-12T13:02:11.250Z / 2026-03-12T13:03:20Z"_s,
                               u"2026-03-12T13:03:20Z"_s }));
        QCOMPARE(alone.titles(), (QStringList{ u"Disk is full"_s, u"Close: Disk is full"_s }));
        QCOMPARE(alone.events[1].actors.first().name, u"ben@example.org"_s);
        const QByteArray create =
            R"({"action":"Create","alert":{"alertId":"a-2","message":"Disk is full","username":"Alert API","createdAt":1773320531250,"updatedAt":1773320531250000000}})";
        const auto both = read(OpsgenieImporter(), create + "\n" + close);
        QCOMPARE(both.titles(), (QStringList{ u"Disk is full"_s, u"Close: Disk is full"_s }));
    }

    void logsAndNotesOfOpsgenieAreRead()
    {
        const QByteArray logs =
            R"({"data":[{"log":"Alert acknowledged","type":"system","owner":"System","createdAt":"2026-03-12T13:04:00Z","offset":"1"},
            {"note":"draining","owner":"ben@example.org","createdAt":"2026-03-12T13:05:00Z","offset":"2"}]})";
        QCOMPARE(probed(OpsgenieImporter(), logs), 85);
        const auto sink = read(OpsgenieImporter(), logs);
        QCOMPARE(sink.titles(), (QStringList{ u"Alert acknowledged"_s, u"draining"_s }));
        QVERIFY(sink.events[1].kind == EventKind::Message);
    }

    void neighboursAreToldApart()
    {
        const QByteArray pager =
            R"({"event":{"event_type":"incident.triggered","occurred_at":"2026-03-12T13:04:00Z","data":{"title":"a"}}})";
        QCOMPARE_GT(probed(PagerDutyImporter(), pager), 90);
        QCOMPARE(probed(OpsgenieImporter(), pager), 0);
        QCOMPARE(probed(PagerDutyImporter(), R"({"messages":[{"id":1,"text":"a chat"}]})"), 0);
        QCOMPARE(probed(OpsgenieImporter(), R"({"data":[{"id":"1","attributes":{}}]})"), 0);
        const auto input = EvidenceInput::fromBytes(u"a"_s, pager);
        QCOMPARE(PagerDutyImporter().missing(*input, {}), Needs());
    }
};

QTEST_GUILESS_MAIN(PagingImportersTest)
#include "tst_pagingimporters.moc"
