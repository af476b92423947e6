// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/readwith.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

class GithubImportersTest : public QObject {
    Q_OBJECT

private slots:

    void aWebhookTellsItsEventFromItsKeys_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("time");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *name, const QByteArray &members, const QString &title,
                            const QString &time, EventKind kind) {
            const QByteArray around = ", \"repository\": {\"full_name\": \"a/b\", \"pushed_at\": "
                                      "1773323900}, \"sender\": {\"login\": \"cy\"}}";
            QTest::newRow(name) << QByteArray('{' + members + around) << title << time
                                << static_cast<int>(kind);
        };
        row("deployment",
            "\"action\": \"created\", \"deployment\": {\"environment\": \"prod\", \"ref\": "
            "\"main\", \"created_at\": \"2026-03-12T14:00:00Z\"}, \"workflow_run\": null",
            u"Deployment to prod of main"_s, u"2026-03-12T14:00:00Z"_s, EventKind::Change);
        row("deployment_status",
            "\"deployment_status\": {\"state\": \"failure\", \"created_at\": "
            "\"2026-03-12T14:05:00Z\"}, \"deployment\": {\"environment\": \"prod\"}",
            u"Deployment to prod: failure"_s, u"2026-03-12T14:05:00Z"_s, EventKind::Change);
        row("issues",
            "\"action\": \"labeled\", \"label\": {\"name\": \"bug\"}, \"issue\": {\"number\": 9, "
            "\"title\": \"Slow\", \"created_at\": \"2026-03-12T13:00:00Z\", \"updated_at\": "
            "\"2026-03-12T14:00:00Z\"}",
            u"Issue #9 labeled bug: Slow"_s, u"2026-03-12T14:00:00Z"_s, EventKind::Log);
        row("issue opened",
            "\"action\": \"opened\", \"label\": {\"name\": \"bug\"}, \"issue\": {\"number\": 9, "
            "\"title\": \"Slow\", \"created_at\": \"2026-03-12T13:00:00Z\", \"updated_at\": "
            "\"2026-03-12T14:00:00Z\"}",
            u"Issue #9 opened: Slow"_s, u"2026-03-12T13:00:00Z"_s, EventKind::Message);
        row("issue_comment",
            "\"action\": \"created\", \"comment\": {\"body\": \"*seen* again\", \"created_at\": "
            "\"2026-03-12T14:00:00Z\"}, \"issue\": {\"number\": 9, \"title\": \"Slow\"}",
            u"seen again"_s, u"2026-03-12T14:00:00Z"_s, EventKind::Message);
        row("pull_request",
            "\"action\": \"closed\", \"pull_request\": {\"number\": 3, \"title\": \"Pool\", "
            "\"merged\": true, \"merged_at\": \"2026-03-12T14:00:00Z\", \"closed_at\": "
            "\"2026-03-12T14:00:01Z\"}",
            u"Pull request #3 merged: Pool"_s, u"2026-03-12T14:00:00Z"_s, EventKind::Change);
        row("pull_request_review",
            "\"action\": \"submitted\", \"review\": {\"state\": \"changes_requested\", \"body\": "
            "\"no\", \"submitted_at\": \"2026-03-12T14:00:00Z\"}, \"pull_request\": {\"number\": "
            "3}",
            u"Review: changes requested: no"_s, u"2026-03-12T14:00:00Z"_s, EventKind::Message);
        row("check_run",
            "\"check_run\": {\"name\": \"unit\", \"status\": \"completed\", \"conclusion\": "
            "\"failure\", \"started_at\": \"2026-03-12T14:00:00Z\", \"completed_at\": "
            "\"2026-03-12T14:02:00Z\"}",
            u"Check unit: failure"_s, u"2026-03-12T14:00:00Z / 2026-03-12T14:02:00Z"_s,
            EventKind::Log);
        row("workflow_run",
            "\"workflow\": {\"name\": \"ci\"}, \"workflow_run\": {\"name\": \"\", \"status\": "
            "\"in_progress\", \"run_started_at\": \"2026-03-12T14:00:00Z\", \"updated_at\": "
            "\"2026-03-12T14:09:00Z\"}",
            u"Workflow ci: in progress"_s, u"2026-03-12T14:00:00Z"_s, EventKind::Log);
        row("release",
            "\"action\": \"published\", \"release\": {\"tag_name\": \"v2\", \"name\": \"Spring\", "
            "\"published_at\": \"2026-03-12T14:00:00Z\", \"created_at\": \"2026-03-10T14:00:00Z\"}",
            u"Release v2 published: Spring"_s, u"2026-03-12T14:00:00Z"_s, EventKind::Change);
        row("push",
            "\"ref\": \"refs/heads/main\", \"commits\": [{\"id\": \"3f2a11000\", \"message\": "
            "\"Raise\\nit\", \"timestamp\": \"2026-03-12T14:58:00+01:00\"}]",
            u"Push to refs/heads/main: 3f2a110 Raise"_s, u"2026-03-12T13:58:20Z"_s,
            EventKind::Change);
        row("an unknown one",
            "\"action\": \"created\", \"star\": {\"updated_at\": \"2026-03-12T14:00:00Z\"}",
            u"Star created"_s, u"2026-03-12T14:00:00Z"_s, EventKind::Log);
    }

    void aWebhookTellsItsEventFromItsKeys()
    {
        QFETCH(QByteArray, payload);
        QFETCH(QString, title);
        QFETCH(QString, time);
        QFETCH(int, kind);
        QCOMPARE(detected(payload), u"github-webhook"_s);
        const auto sink = readWith(u"github-webhook"_s, payload);
        QCOMPARE(sink.titles(), QStringList{ title });
        QCOMPARE(sink.times(), QStringList{ time });
        QCOMPARE(static_cast<int>(sink.events.first().kind), kind);
        QCOMPARE(sink.events.first().lane, u"a/b"_s);
        QCOMPARE(sink.events.first().actors.first().name, u"cy"_s);
        QVERIFY(missingFor(u"github-webhook"_s, payload) == Needs());
    }

    void aPushReadsSecondsAndIsoAlike()
    {
        const QByteArray iso =
            "{\"ref\": \"r\", \"commits\": [], \"repository\": {\"full_name\": \"a/b\", "
            "\"pushed_at\": \"2026-03-12T13:58:20Z\"}, \"sender\": {\"login\": \"x\"}}";
        const auto sink = readWith(u"github-webhook"_s, iso);
        QCOMPARE(sink.times(), QStringList{ u"2026-03-12T13:58:20Z"_s });
        QVERIFY(sink.events.first().time.reference == ClockReference::Instant);
    }

    void aWebhookThatHoldsNothingKnownIsSkippedWithItsPlace()
    {
        const auto sink = readWith(
            u"github-webhook"_s,
            "[{\"zen\": \"x\"}, 5,\n{\"action\": \"opened\", \"issue\": {\"number\": 1}}]");
        QCOMPARE(sink.skipped.size(), 2);
        QVERIFY(sink.skipped.first().startsWith(u"line 1, /0: "_s));
        QCOMPARE(sink.times(), QStringList{ u"undated"_s });
        QCOMPARE(sink.events.first().place, u"line 2, /2"_s);
    }

    void eventsAreReadWithWhoAndWhere()
    {
        const QByteArray list =
            "[\n"
            " {\"id\": \"9\", \"type\": \"PushEvent\", \"actor\": {\"login\": \"dep[bot]\"}, "
            "\"repo\": {\"name\": \"a/b\"}, \"payload\": {\"ref\": \"refs/heads/main\", \"size\": "
            "30, \"commits\": [{\"sha\": \"abcdef1234\", \"message\": \"m\", \"author\": "
            "{\"name\": \"Ben\"}}]}, \"created_at\": \"2026-03-12T13:57:01Z\"},\n"
            " {\"id\": \"8\", \"type\": \"CreateEvent\", \"actor\": null, \"repo\": {\"name\": "
            "\"a/b\"}, \"payload\": {\"ref\": \"v2\", \"ref_type\": \"tag\"}, \"created_at\": "
            "\"2026-03-12T13:57:00Z\"},\n"
            " {\"id\": \"7\", \"type\": \"IssuesEvent\", \"created_at\": "
            "\"2026-03-12T13:57:00Z\"}]";
        QCOMPARE(detected(list), u"github-events"_s);
        const auto sink = readWith(u"github-events"_s, list);
        QCOMPARE(
            sink.titles(),
            (QStringList{ u"Push to refs/heads/main: abcdef1 m (Ben)"_s, u"Created tag v2"_s }));
        QVERIFY(sink.events[0].actors.first().kind == PersonKind::Bot);
        QVERIFY(sink.events[1].actors.isEmpty());
        QCOMPARE(sink.events[0].naturalKey, u"9"_s);
        QCOMPARE(sink.skipped.size(), 1);
        QCOMPARE(sink.remarks.size(), 2);
        QVERIFY(sink.remarks[0].endsWith(u"lists 1 of 30 commits"_s));
        QVERIFY(sink.remarks[1].contains(u"names nobody"_s));
    }

    void commentsArePlainTextWithoutTemplates()
    {
        const QByteArray list =
            "[\n"
            " {\"id\": 5, \"issue_url\": \"https://api.github.com/repos/a/b/issues/9\", \"user\": "
            "{\"login\": \"cy\"}, \"created_at\": \"2026-03-12T13:50:00Z\", \"updated_at\": "
            "\"2026-03-12T13:55:00Z\", \"body\": \"<!-- do not delete -->\\r\\n## "
            "Seen\\r\\n\\r\\nat the [gateway](https://g)\"},\n"
            " {\"id\": 6, \"issue_url\": \"https://api.github.com/repos/a/b/issues/9\", \"user\": "
            "{\"login\": \"ghost\"}, \"created_at\": \"2026-03-12T13:51:00Z\", \"body\": \"me "
            "too\"},\n"
            " {\"id\": 7, \"issue_url\": \"https://api.github.com/repos/a/b/issues/9\", \"user\": "
            "{\"login\": \"cy\"}, \"created_at\": \"2026-03-12T13:52:00Z\", \"body\": \"<!-- "
            "empty\"}]";
        QCOMPARE(detected(list), u"github-comments"_s);
        const auto sink = readWith(u"github-comments"_s, list);
        QCOMPARE(sink.titles(), (QStringList{ u"Seen"_s, u"me too"_s }));
        QCOMPARE(sink.events[0].text, u"## Seen\n\nat the [gateway](https://g)"_s);
        QCOMPARE(sink.events[0].lane, u"a/b#9"_s);
        QVERIFY(sink.events[1].actors.isEmpty());
        QVERIFY(sink.remarks[0].contains(u"was edited at 2026-03-12T13:55:00Z"_s));
        QCOMPARE(sink.skipped, QStringList{ u"line 4, /2: has no words"_s });
    }

    void aTimelineTakesTheTimeEachEntryHas()
    {
        const QByteArray list =
            "[\n"
            " {\"id\": 1, \"node_id\": \"n1\", \"event\": \"renamed\", \"actor\": {\"login\": "
            "\"cy\"}, \"created_at\": \"2026-03-12T13:50:00Z\", \"rename\": {\"from\": \"slow\", "
            "\"to\": \"down\"}},\n"
            " {\"sha\": \"3f2a11\", \"node_id\": \"n2\", \"event\": \"committed\", \"message\": "
            "\"Raise\\n\\nto 40\", \"author\": {\"name\": \"Ben\", \"date\": "
            "\"2026-03-11T10:00:00Z\"}, \"committer\": {\"name\": \"Asha\", \"date\": "
            "\"2026-03-12T13:56:00Z\"}},\n"
            " {\"id\": 3, \"node_id\": \"n3\", \"event\": \"reviewed\", \"user\": {\"login\": "
            "\"asha\"}, \"state\": \"APPROVED\", \"body\": \"\", \"submitted_at\": "
            "\"2026-03-12T13:56:30Z\"},\n"
            " {\"event\": \"cross-referenced\", \"actor\": null, \"created_at\": "
            "\"2026-03-12T13:57:00Z\", \"source\": {\"issue\": {\"id\": 44, \"number\": 12, "
            "\"title\": \"Pool\"}}},\n"
            " {\"event\": \"line-commented\", \"comments\": [{\"id\": 61, \"body\": \"here\", "
            "\"user\": {\"login\": \"cy\"}, \"created_at\": \"2026-03-12T13:58:00Z\"}, {\"id\": "
            "62, \"body\": \"there\", \"created_at\": \"2026-03-12T13:59:00Z\"}]},\n"
            " {\"created_at\": \"2026-03-12T13:57:00Z\"}]";
        QCOMPARE(detected(list), u"github-timeline"_s);
        const auto sink = readWith(u"github-timeline"_s, list);
        QCOMPARE(sink.titles(),
                 (QStringList{ u"Renamed slow → down"_s, u"Commit: Raise"_s, u"Review: approved"_s,
                               u"Cross referenced #12: Pool"_s, u"here"_s, u"there"_s }));
        QCOMPARE(sink.times()[1], u"2026-03-12T13:56:00Z"_s);
        QCOMPARE(sink.times()[2], u"2026-03-12T13:56:30Z"_s);
        QCOMPARE(sink.events[1].actors.first().name, u"Ben"_s);
        QCOMPARE(sink.events[3].naturalKey, u"cross-referenced:44"_s);
        QCOMPARE(sink.events[5].place, u"line 6, /4/comments/1"_s);
        QCOMPARE(sink.skipped.size(), 1);
        QVERIFY(sink.remarks.first().startsWith(u"line 5, /3: names nobody"_s));
    }

    void neighboursAreNotTaken()
    {
        QCOMPARE(
            detected(
                "[{\"type\": \"message\", \"created_at\": \"x\", \"actor\": {\"login\": \"a\"}}]"),
            QString());
        QCOMPARE(detected("{\"object_kind\": \"push\", \"project_id\": 3, \"commits\": [],\n"
                          "                              \"repository\": {\"full_name\": \"a/b\"}, "
                          "\"sender\": {\"login\": \"x\"}}"),
                 u"gitlab"_s);
        QCOMPARE(
            detected("[{\"event\": \"login\", \"actor\": \"x\", \"created_at\": \"2026-01-01\"}]"),
            QString());
    }
};

QTEST_GUILESS_MAIN(GithubImportersTest)
#include "tst_githubimporters.moc"
