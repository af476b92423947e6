// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/work/gitlogimporter.h"
#include "support/readwith.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

class GitLogImporterTest : public QObject {
    Q_OBJECT

    GitLogImporter m_importer;

    RecordingSink read(const QByteArray &bytes, const ImportOptions &options = {})
    {
        return readWith(m_importer, bytes, options, u"git.log"_s);
    }

    static QString sample(const QString &name)
    {
        return qEnvironmentVariable("SECONDSTORY_SHARED") + u"/samples/"_s + name;
    }

private slots:
    void theDefaultFormIsRead()
    {
        const auto sink =
            read("commit 1ad71a95606d02c1a6d560228e438c04e78b28cf (HEAD -> main, tag: v1)\n"
                 "Author: Chris Holdgraf <chris@example.org>\n"
                 "Date:   Thu Feb 22 18:04:29 2018 -0800\n\n"
                 "    chris gitter acronyms\n    \n    commit "
                 "40cd993f2c0b57ab44409541e9a6614b4041f6a0 was wrong\n\n"
                 "commit 40cd993f2c0b57ab44409541e9a6614b4041f6a0\nMerge: 1ad71a9 2764b4b\nAuthor: "
                 "Yuvi Panda <y@example.org>\n"
                 "Date:   Thu Feb 22 18:03:19 2018 -0800\n\n    Merge pull request #482\n");
        QCOMPARE(sink.times(),
                 (QStringList{ u"2018-02-23T02:04:29Z"_s, u"2018-02-23T02:03:19Z"_s }));
        QCOMPARE(sink.titles(),
                 (QStringList{ u"chris gitter acronyms"_s, u"Merge pull request #482"_s }));
        const ParsedEvent &event = sink.events.first();
        QCOMPARE(event.naturalKey, u"1ad71a95606d02c1a6d560228e438c04e78b28cf"_s);
        QCOMPARE(event.place, u"line 1"_s);
        QVERIFY(
            event.text.endsWith(u"commit 40cd993f2c0b57ab44409541e9a6614b4041f6a0 was wrong"_s));
        QCOMPARE(event.actors.first().name, u"Chris Holdgraf"_s);
        QCOMPARE(event.actors.first().handle, u"chris@example.org"_s);
        QVERIFY(event.kind == EventKind::Change);
        QVERIFY(event.time.basis == TimeBasis::Absolute);
        QCOMPARE(event.time.zone, u"-08:00"_s);
        QCOMPARE(sink.events[1].text, u"Merge: 1ad71a9 2764b4b"_s);
    }

    void theFullerFormTakesTheCommitDate()
    {
        const auto sink =
            read("commit 1ad71a95606d02c1a6d560228e438c04e78b28cf\n"
                 "Author:     Chris Holdgraf\nAuthorDate: Fri Feb 23 13:27:10 2018 -0800\n"
                 "Commit:     Tim Head\nCommitDate: Fri Feb 23 13:28:17 2018 -0800\n\n"
                 "    acronyms\n\n\n docs/source/command_snippets.md | 11 +++++++++++\n 1 file "
                 "changed, 11 insertions(+)\n");
        QCOMPARE(sink.times(), QStringList{ u"2018-02-23T21:28:17Z"_s });
        const ParsedEvent &event = sink.events.first();
        QCOMPARE(event.actors.size(), 2);
        QCOMPARE(event.actors[1].name, u"Tim Head"_s);
        QCOMPARE(
            event.text,
            u"AuthorDate: Fri Feb 23 13:27:10 2018 -0800\n\ndocs/source/command_snippets.md | 11 +++++++++++\n 1 file changed, 11 insertions(+)"_s);
    }

    void aServiceThatCommitsForSomebodyIsNoPerson()
    {
        const auto sink = read("commit 1ad71a95606d02c1a6d560228e438c04e78b28cf\nAuthor: Carol "
                               "<c@x>\nCommit: GitHub <noreply@github.com>\n"
                               "CommitDate: Fri Feb 23 13:28:17 2018 -0800\n\n    x\n");
        QCOMPARE(sink.events.first().actors.size(), 1);
    }

    void blankAuthorsAreRead()
    {
        const auto sink =
            read("commit 096fffdb79807d34b99985b38df0a3df7f6a86c7\nAuthor:  "
                 "<foo@example.com>\nDate:   Wed Apr 20 10:03:36 2022 -0400\n\n    a\n\n"
                 "commit 728d882ed007b3c8b785018874a0eb06e1143b66\nAuthor:  <>\nDate:   Wed Apr 20 "
                 "09:50:19 2022 -0400\n\n    b\n");
        QCOMPARE(sink.events[0].actors.first().name, u"foo@example.com"_s);
        QVERIFY(sink.events[1].actors.isEmpty());
    }

    void aCommitWithoutADateIsUndatedAndOneWithABadDateSkipped()
    {
        const auto sink = read("commit 096fffdb79807d34b99985b38df0a3df7f6a86c7\nAuthor: A "
                               "<a@x>\nCommit: A <a@x>\n\n    a\n\n"
                               "commit 728d882ed007b3c8b785018874a0eb06e1143b66\nAuthor: A "
                               "<a@x>\nDate:   3 days ago\n\n    b\n\n"
                               "commit 828d882ed007b3c8b785018874a0eb06e1143b66\nAuthor: A "
                               "<a@x>\nDate:   1519351469 -0800\n");
        QCOMPARE(sink.times(), (QStringList{ u"undated"_s, u"2018-02-23T02:04:29Z"_s }));
        QCOMPARE(sink.events[1].title, u"(commit without a message)"_s);
        QVERIFY(sink.skipped.first().startsWith(u"line 7: "_s));
    }

    void datesWithoutAnOffsetNeedAZone()
    {
        const QByteArray log = "commit 096fffdb79807d34b99985b38df0a3df7f6a86c7\nAuthor: A "
                               "<a@x>\nDate:   Thu Feb 22 18:04:29 2018\n\n    a\n";
        const auto input = EvidenceInput::fromBytes(u"git.log"_s, log);
        QCOMPARE(m_importer.missing(*input, {}), Needs(Need::Zone));
        ImportOptions options;
        options.zone = u"Europe/Paris"_s;
        QCOMPARE(m_importer.missing(*input, options), Needs());
        QCOMPARE(read(log, options).times(), QStringList{ u"2018-02-22T17:04:29Z"_s });
        const auto undated = read(log);
        QCOMPARE(undated.times(), QStringList{ u"undated"_s });
        QVERIFY(undated.events.first().time.reference == ClockReference::Wall);
        QVERIFY(undated.events.first().time.reading.has_value());
        QCOMPARE(undated.remarks.size(), 1);
    }

    void whatIsNoGitLogIsRefused()
    {
        RecordingSink sink;
        const auto text = readBytes(m_importer, "hello\n", sink);
        QVERIFY(!text);
        QCOMPARE(text.error().place, u"line 1"_s);
        QVERIFY(!readBytes(m_importer, "", sink));
        QCOMPARE(m_importer.probe(*EvidenceInput::fromBytes(u"a"_s, "commit to quality\n")), 0);
        QCOMPARE(m_importer.probe(
                     *EvidenceInput::fromBytes(u"a"_s, "commit 096fffdb79807d\nAuthor: x\n")),
                 95);
    }

    void realLogsAreRead_data()
    {
        QTest::addColumn<int>("events");
        QTest::addColumn<QString>("first");
        QTest::newRow("cases/mybinder-2018-02-20/git-log-fuller.txt")
            << 102 << u"2018-02-23T21:39:04Z"_s;
        QTest::newRow("git-log/git-log-blank-author-fix.out") << 3 << u"2022-04-20T14:03:36Z"_s;
        QTest::newRow("git-log/git-log-full.out") << 2433 << u"undated"_s;
    }

    void realLogsAreRead()
    {
        QFETCH(int, events);
        QFETCH(QString, first);
        const auto input = EvidenceInput::open(sample(QString::fromUtf8(QTest::currentDataTag())));
        if (!input)
            QSKIP("the sample logs are not here");
        RecordingSink sink;
        QVERIFY(m_importer.read(**input, {}, sink));
        QCOMPARE(sink.events.size(), events);
        QCOMPARE(sink.times().first(), first);
        QVERIFY(sink.skipped.isEmpty());
    }
};

QTEST_GUILESS_MAIN(GitLogImporterTest)
#include "tst_gitlogimporter.moc"
