// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/readwith.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

class CloudImportersTest : public QObject {
    Q_OBJECT

private slots:

    void cloudTrailNamesWhoCalledWhat()
    {
        const QByteArray file =
            "{\"Records\":[\n"
            "{\"eventVersion\":\"1.08\",\"userIdentity\":{\"type\":\"AssumedRole\",\"principalId\":"
            "\"AROA1:asha@example.org\",\"arn\":\"arn:aws:sts::1:assumed-role/ops/"
            "asha@example.org\"},\"eventTime\":\"2026-03-12T13:58:00Z\",\"eventSource\":\"rds."
            "amazonaws.com\",\"eventName\":\"ModifyDBInstance\",\"requestParameters\":{\"max\":40},"
            "\"eventID\":\"e1\",\"readOnly\":false},\n"
            "{\"userIdentity\":{\"type\":\"AWSService\",\"invokedBy\":\"autoscaling.amazonaws."
            "com\"},\"eventTime\":\"2026-03-12T13:57:00Z\",\"eventSource\":\"ec2.amazonaws.com\","
            "\"eventName\":\"RunInstances\",\"errorCode\":\"LimitExceeded\",\"errorMessage\":\"no "
            "more\",\"eventID\":\"e2\"},\n"
            "{\"userIdentity\":{\"type\":\"IAMUser\",\"userName\":\"ben\"},\"eventTime\":\"2026-03-"
            "12T13:56:00Z\",\"eventSource\":\"ec2.amazonaws.com\",\"eventName\":"
            "\"DescribeInstances\",\"eventID\":\"e3\"},\n"
            "{\"eventTime\":\"2026-03-12T13:56:00Z\"}]}";
        QCOMPARE(detected(file), u"cloudtrail"_s);
        const auto sink = readWith(u"cloudtrail"_s, file);
        QCOMPARE(sink.titles(),
                 (QStringList{ u"ModifyDBInstance (rds)"_s, u"RunInstances (ec2): LimitExceeded"_s,
                               u"DescribeInstances (ec2)"_s }));
        QCOMPARE(sink.times()[1], u"2026-03-12T13:57:00Z"_s);
        QCOMPARE(sink.events[0].actors.first().name, u"asha@example.org"_s);
        QVERIFY(sink.events[0].kind == EventKind::Change);
        QVERIFY(sink.events[0].text.contains(u"asked: {\"max\":40}"_s));
        QVERIFY(sink.events[1].actors.first().kind == PersonKind::Bot);
        QVERIFY(sink.events[1].kind == EventKind::Log);
        QVERIFY(sink.events[2].kind == EventKind::Log);
        QCOMPARE(sink.events[2].naturalKey, u"e3"_s);
        QCOMPARE(sink.events[2].lane, u"ec2"_s);
        QCOMPARE(sink.skipped,
                 QStringList{ u"line 5, /Records/3: does not say what was called"_s });
    }

    void lookedUpEventsHoldTheirRecordAsText()
    {
        const QByteArray lines =
            "{\"EventId\":\"e3\",\"EventName\":\"DeleteRole\",\"EventTime\":\"2026-03-12T14:00:00+"
            "01:00\",\"Username\":\"ben\",\"CloudTrailEvent\":\"{\\\"eventVersion\\\":\\\"1.08\\\","
            "\\\"eventID\\\":\\\"e3\\\",\\\"eventTime\\\":\\\"2026-03-12T13:00:00Z\\\","
            "\\\"eventName\\\":\\\"DeleteRole\\\",\\\"eventSource\\\":\\\"iam.amazonaws.com\\\","
            "\\\"userIdentity\\\":{\\\"type\\\":\\\"Root\\\",\\\"arn\\\":\\\"arn:aws:iam::1:"
            "root\\\"}}\"}\n"
            "{\"EventId\":\"e4\",\"EventName\":\"GetRole\",\"EventTime\":1773320400.5,"
            "\"EventSource\":\"iam.amazonaws.com\",\"Username\":\"ben\",\"CloudTrailEvent\":\"{"
            "broken\"}\n";
        QCOMPARE(detected(lines, u"l.jsonl"_s), u"cloudtrail"_s);
        const auto sink = readWith(u"cloudtrail"_s, lines);
        QCOMPARE(sink.titles(), (QStringList{ u"DeleteRole (iam)"_s, u"GetRole (iam)"_s }));
        QCOMPARE(sink.times(),
                 (QStringList{ u"2026-03-12T13:00:00Z"_s, u"2026-03-12T13:00:00.500Z"_s }));
        QCOMPARE(sink.events[0].actors.first().name, u"root"_s);
        QCOMPARE(sink.events[1].actors.first().name, u"ben"_s);
        QCOMPARE(sink.remarks.size(), 1);
        QVERIFY(sink.remarks.first().startsWith(u"line 2: the record within"_s));
        QCOMPARE(detected("{\"Events\":[{\"EventId\":\"e\",\"EventName\":\"x\",\"CloudTrailEvent\":"
                          "\"{}\"}]}"),
                 u"cloudtrail"_s);
    }

    void azureAndGoogleSpeakOfTheSame()
    {
        const QByteArray lines =
            "{\"insertId\":\"g1\",\"logName\":\"projects/p/logs/"
            "cloudaudit.googleapis.com%2Factivity\",\"timestamp\":\"2026-03-12T13:58:00."
            "123456789Z\",\"protoPayload\":{\"methodName\":\"instances.delete\",\"serviceName\":"
            "\"compute.googleapis.com\",\"authenticationInfo\":{\"principalEmail\":\"asha@example."
            "org\"}}}\n"
            "{\"insertId\":\"g2\",\"logName\":\"projects/p/logs/"
            "cloudaudit.googleapis.com%2Factivity\",\"timestamp\":\"2026-03-12T13:59:00Z\","
            "\"protoPayload\":{\"methodName\":\"instances.delete\",\"status\":{\"code\":7,"
            "\"message\":\"denied\"},\"authenticationInfo\":{\"principalEmail\":\"r@p.iam."
            "gserviceaccount.com\"}}}\n"
            "{\"eventTimestamp\":\"2026-03-12T13:59:00.1234567Z\",\"operationName\":{\"value\":"
            "\"Microsoft.Sql/servers/write\",\"localizedValue\":\"Update SQL "
            "server\"},\"status\":{\"value\":\"Succeeded\"},\"caller\":\"ben@example.org\","
            "\"resourceId\":\"/subscriptions/"
            "1\",\"eventDataId\":\"a1\",\"category\":{\"value\":\"Administrative\"}}\n"
            "{\"time\":\"2026-03-12T14:00:00Z\",\"operationName\":\"Microsoft.Sql/servers/"
            "read\",\"resultType\":\"Success\",\"resourceId\":\"/s/"
            "1\",\"category\":\"Administrative\",\"identity\":{\"claims\":{\"name\":\"Cy\"}}}\n"
            "{\"insertId\":\"g5\",\"logName\":\"projects/p/logs/"
            "stdout\",\"timestamp\":\"2026-03-12T14:01:00Z\",\"jsonPayload\":{\"message\":"
            "\"plain\"}}\n"
            "{\"status\":{\"value\":\"x\"}}\n";
        QCOMPARE(detected(lines, u"a.jsonl"_s), u"cloud-audit"_s);
        const auto sink = readWith(u"cloud-audit"_s, lines);
        QCOMPARE(sink.titles(),
                 (QStringList{ u"instances.delete"_s, u"instances.delete: denied"_s,
                               u"Update SQL server: Succeeded"_s,
                               u"Microsoft.Sql/servers/read: Success"_s, u"plain"_s }));
        QCOMPARE(sink.times()[0], u"2026-03-12T13:58:00.123456Z"_s);
        QCOMPARE(sink.times()[2], u"2026-03-12T13:59:00.123456Z"_s);
        QVERIFY(sink.events[0].kind == EventKind::Change);
        QVERIFY(sink.events[1].kind == EventKind::Log);
        QVERIFY(sink.events[1].actors.first().kind == PersonKind::Bot);
        QVERIFY(sink.events[2].kind == EventKind::Change);
        QVERIFY(sink.events[3].kind == EventKind::Log);
        QCOMPARE(sink.events[2].lane, u"Microsoft.Sql"_s);
        QCOMPARE(sink.events[3].actors.first().name, u"Cy"_s);
        QCOMPARE(sink.skipped, QStringList{ u"line 6: does not say what was called"_s });
    }

    void listsOfTheCommandLineAreRead()
    {
        const QByteArray list = "{\"value\":[{\"eventTimestamp\":\"2026-03-12T13:59:00Z\","
                                "\"operationName\":{\"value\":\"x/y/delete\"},\"resourceId\":\"/"
                                "s\",\"caller\":\"12345678-1234-1234-1234-123456789012\"}]}";
        QCOMPARE(detected(list), u"cloud-audit"_s);
        const auto sink = readWith(u"cloud-audit"_s, list);
        QVERIFY(sink.events.first().actors.first().kind == PersonKind::Bot);
        QVERIFY(missingFor(u"cloud-audit"_s, list) == Needs());
        QVERIFY(missingFor(u"cloud-audit"_s,
                           "[{\"eventTimestamp\":\"2026-03-12 13:59:00\",\"operationName\":\"o\"}]")
                == Needs(Need::Zone));
    }
};

QTEST_GUILESS_MAIN(CloudImportersTest)
#include "tst_cloudimporters.moc"
