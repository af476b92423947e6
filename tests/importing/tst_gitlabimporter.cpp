// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/readwith.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

class GitlabImporterTest : public QObject {
    Q_OBJECT

private slots:

    void bothSpellingsOfTimesAreRead()
    {
        const QByteArray hooks =
            "{\"object_kind\": \"merge_request\", \"user\": {\"name\": \"Asha\", \"username\": "
            "\"asha\"}, \"project\": {\"path_with_namespace\": \"a/b\"}, \"object_attributes\": "
            "{\"id\": 1, \"iid\": 3, \"title\": \"Pool\", \"action\": \"merge\", \"created_at\": "
            "\"2013-12-03T17:15:43Z\", \"updated_at\": \"2013-12-03 17:23:34 UTC\"}}\n"
            "{\"object_kind\": \"issue\", \"user\": {\"name\": \"Cy\", \"username\": \"cy\"}, "
            "\"project\": {\"path_with_namespace\": \"a/b\"}, \"object_attributes\": {\"id\": 2, "
            "\"iid\": 9, \"title\": \"Slow\", \"action\": \"open\", \"description\": \"since "
            "noon\", \"created_at\": \"2013-12-03T17:15:43Z\", \"updated_at\": "
            "\"2013-12-03T17:15:43Z\"}}\n";
        QCOMPARE(detected(hooks), u"gitlab"_s);
        const auto sink = readWith(u"gitlab"_s, hooks);
        QCOMPARE(sink.times(),
                 (QStringList{ u"2013-12-03T17:23:34Z"_s, u"2013-12-03T17:15:43Z"_s }));
        QCOMPARE(sink.titles(),
                 (QStringList{ u"Merge request !3 merge: Pool"_s, u"Issue #9 open: Slow"_s }));
        QVERIFY(sink.events[0].kind == EventKind::Change);
        QCOMPARE(sink.events[1].text, u"since noon"_s);
        QCOMPARE(sink.events[1].actors.first().handle, u"cy"_s);
        QCOMPARE(sink.events[1].lane, u"a/b"_s);
    }

    void aPushIsAnEventACommit()
    {
        const auto sink = readWith(
            u"gitlab"_s,
            "{\"object_kind\": \"push\", \"event_name\": \"push\", \"ref\": \"refs/heads/main\", "
            "\"user_name\": \"Asha\", \"user_username\": \"asha\", \"project\": "
            "{\"path_with_namespace\": \"a/b\"}, \"total_commits_count\": 25,\n"
            " \"commits\": [{\"id\": \"c1\", \"message\": \"one\", \"timestamp\": "
            "\"2026-03-12T14:00:00+01:00\", \"author\": {\"name\": \"Ben\", \"email\": \"b@x\"}},\n"
            " {\"id\": \"c2\", \"message\": \"two\\n\\nmore\", \"timestamp\": "
            "\"2026-03-12T14:05:00+01:00\", \"author\": {\"name\": \"Asha\", \"email\": "
            "\"a@x\"}}]}");
        QCOMPARE(sink.titles(), (QStringList{ u"Push: one"_s, u"Push: two"_s }));
        QCOMPARE(sink.times()[0], u"2026-03-12T13:00:00Z"_s);
        QCOMPARE(sink.events[0].actors.size(), 2);
        QCOMPARE(sink.events[1].actors.size(), 1);
        QCOMPARE(sink.events[1].place, u"line 1, /commits/1"_s);
        QVERIFY(sink.remarks.first().endsWith(u"lists 2 of 25 commits"_s));
    }

    void aPushWithoutCommitsIsUndatedAndSaysSo()
    {
        const auto sink = readWith(
            u"gitlab"_s, "{\"event_name\": \"push\", \"ref\": \"refs/heads/x\", \"commits\": []}");
        QCOMPARE(sink.times(), QStringList{ u"undated"_s });
        QCOMPARE(sink.remarks.size(), 1);
    }

    void itemsOfTheApiAreOpenedAndMergedOrClosed()
    {
        const QByteArray list =
            "[{\"id\": 7, \"iid\": 3, \"project_id\": 1, \"title\": \"Pool\", \"created_at\": "
            "\"2026-03-12T13:50:00.120Z\", \"merged_at\": \"2026-03-12T13:57:00Z\", \"closed_at\": "
            "null, \"source_branch\": \"p\", \"author\": {\"name\": \"Ben\", \"username\": "
            "\"ben\"}, \"merged_by\": {\"name\": \"Asha\", \"username\": \"asha\"}, \"web_url\": "
            "\"https://g/a/b/-/merge_requests/3\"},\n"
            " {\"id\": 8, \"iid\": 9, \"project_id\": 1, \"title\": \"Slow\", \"created_at\": "
            "\"2026-03-12T13:40:00Z\", \"closed_at\": \"2026-03-12T14:57:00Z\", \"author\": "
            "{\"name\": \"Cy\", \"username\": \"project_1_bot\"}, \"closed_by\": {\"name\": "
            "\"Ben\", \"username\": \"ben\"}, \"web_url\": \"https://g/a/b/issues/9\"},\n"
            " {\"id\": 9}]";
        QCOMPARE(detected(list), u"gitlab"_s);
        const auto sink = readWith(u"gitlab"_s, list);
        QCOMPARE(
            sink.titles(),
            (QStringList{ u"Merge request !3 opened: Pool"_s, u"Merge request !3 merged: Pool"_s,
                          u"Issue #9 opened: Slow"_s, u"Issue #9 closed: Slow"_s }));
        QCOMPARE(sink.events[1].place, u"line 1, /0, merged_at"_s);
        QCOMPARE(sink.events[1].actors.first().name, u"Asha"_s);
        QVERIFY(sink.events[2].actors.first().kind == PersonKind::Bot);
        QCOMPARE(sink.events[3].lane, u"a/b"_s);
        QCOMPARE(sink.skipped.size(), 1);
    }

    void notesJobsAndReleasesAreRead()
    {
        const auto sink = readWith(
            u"gitlab"_s,
            "[{\"object_kind\": \"note\", \"user\": {\"name\": \"Cy\"}, \"object_attributes\": "
            "{\"id\": 5, \"note\": \"Seen *again*\", \"created_at\": \"2026-03-12 13:50:00 UTC\"}, "
            "\"issue\": {\"iid\": 9, \"title\": \"Slow\"}},\n"
            " {\"object_kind\": \"build\", \"build_id\": 6, \"build_name\": \"unit\", "
            "\"build_stage\": \"test\", \"build_status\": \"failed\", \"build_failure_reason\": "
            "\"script_failure\", \"build_started_at\": \"2026-03-12 13:50:00 UTC\", "
            "\"build_finished_at\": \"2026-03-12 13:52:00 UTC\", \"project_name\": \"a / b\"},\n"
            " {\"object_kind\": \"release\", \"name\": \"Spring\", \"tag\": \"v2\", \"action\": "
            "\"create\", \"released_at\": \"2026-03-12 14:00:00 UTC\"},\n"
            " {\"object_kind\": \"note\", \"object_attributes\": {\"note\": \"\"}}]");
        QCOMPARE(
            sink.titles(),
            (QStringList{ u"Seen again"_s, u"Job unit: failed"_s, u"Release create: Spring"_s }));
        QCOMPARE(sink.events[0].text, u"Seen *again*\n\nIssue #9: Slow"_s);
        QCOMPARE(sink.times()[1], u"2026-03-12T13:50:00Z / 2026-03-12T13:52:00Z"_s);
        QVERIFY(sink.events[1].text.contains(u"script_failure"_s));
        QCOMPARE(sink.skipped.size(), 1);
    }

    void aTimeWithoutAZoneNeedsOne()
    {
        const QByteArray list =
            "[{\"iid\": 1, \"project_id\": 2, \"title\": \"t\", \"created_at\": \"2026-03-12 "
            "13:50:00\", \"author\": {\"username\": \"x\"}}]";
        QVERIFY(missingFor(u"gitlab"_s, list) == Needs(Need::Zone));
        ImportOptions options;
        options.fallbackZone = u"Europe/Paris"_s;
        QVERIFY(missingFor(u"gitlab"_s, list, options) == Needs());
        QCOMPARE(readWith(u"gitlab"_s, list, options).times(),
                 QStringList{ u"2026-03-12T12:50:00Z"_s });
        const auto undated = readWith(u"gitlab"_s, list);
        QCOMPARE(undated.times(), QStringList{ u"undated"_s });
        QVERIFY(undated.events.first().time.reading.has_value());
    }
};

QTEST_GUILESS_MAIN(GitlabImporterTest)
#include "tst_gitlabimporter.moc"
