// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/importerregistry.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

class ImporterRegistryTest : public QObject {
    Q_OBJECT

private slots:
    void everyImporterHasItsOwnIdAndName()
    {
        const ImporterRegistry registry;
        QSet<QString> ids;
        for (const auto &importer : registry.all()) {
            QVERIFY(!importer->displayName().isEmpty());
            QVERIFY(importer->version() >= 1);
            QCOMPARE(registry.find(importer->id()), importer.get());
            ids.insert(importer->id());
        }
        QCOMPARE(ids,
                 (QSet<QString>{ u"text-timeline"_s, u"slack-export"_s, u"git-log"_s, u"csv"_s,
                                 u"jsonl"_s, u"webvtt"_s, u"syslog"_s, u"app-log"_s,
                                 u"access-log"_s, u"icalendar"_s, u"plaso"_s, u"timesketch"_s,
                                 u"second-story"_s, u"dispatch-dump"_s }));
        QCOMPARE(registry.find(u"pager"_s), nullptr);
    }

    void theLikeliestFormatComesFirst_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("id");
        const auto row = [](const char *name, const char *bytes, const char *id) {
            QTest::newRow(name) << QString::fromLatin1(name) << QByteArray(bytes)
                                << QString::fromLatin1(id);
        };
        row("report.md", "# 2018-02-20\n### 14:00\na\n### 15:00\nb\n", "text-timeline");
        row("notes.txt", "14:00 it began, slowly\n14:05 it ended, quickly\n", "text-timeline");
        row("git.txt",
            "commit 1ad71a95606d02c1\nAuthor: A <a@x>\nDate:   Thu Feb 22 18:04:29 2018 -0800\n\n  "
            "  14:00 x\n",
            "git-log");
        row("table.txt", "time,event\n2018-02-20 14:00,a\n2018-02-20 15:00,b\n", "csv");
        row("times first.csv", "datetime,message,x\n2018-02-20 14:00,a,1\n2018-02-20 15:00,b,2\n",
            "csv");
        row("lines.log",
            "{\"ts\": 1519351469, \"msg\": \"a\"}\n{\"ts\": 1519351470, \"msg\": \"b\"}\n",
            "jsonl");
        row("call.txt",
            "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\na\n\n00:00:03.000 --> 00:00:04.000\nb\n",
            "webvtt");
    }

    void theLikeliestFormatComesFirst()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, id);
        const ImporterRegistry registry;
        const auto candidates = registry.detect(*EvidenceInput::fromBytes(name, bytes));
        QVERIFY(!candidates.empty());
        QCOMPARE(candidates.front().importer->id(), id);
        for (size_t i = 1; i < candidates.size(); ++i)
            QVERIFY(candidates[i - 1].likelihood >= candidates[i].likelihood);
    }

    void whatNobodyKnowsIsClaimedByNobody_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("prose") << QByteArray(
            "Dear all,\n\nwe met at 14:00, and parted at 15:00.\n\nYours\n");
        QTest::newRow("one time only") << QByteArray("14:00 lunch\n");
        QTest::newRow("code") << QByteArray("int main() { return 0; }\n");
        QTest::newRow("a picture") << QByteArray::fromHex("89504e470d0a1a0a0000000d49484452");
        QTest::newRow("a JSON document") << QByteArray("{\n  \"a\": 1\n}\n");
        QTest::newRow("subtitles") << QByteArray(
            "1\n00:00:01,000 --> 00:00:02,000\na\n\n2\n00:00:03,000 --> 00:00:04,000\nb\n");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("blank") << QByteArray("\n\n \n");
    }

    void whatNobodyKnowsIsClaimedByNobody()
    {
        QFETCH(QByteArray, bytes);
        const auto candidates =
            ImporterRegistry().detect(*EvidenceInput::fromBytes(u"file.txt"_s, bytes));
        QVERIFY2(candidates.empty(),
                 candidates.empty() ? "" : qPrintable(candidates.front().importer->id()));
    }
};

QTEST_GUILESS_MAIN(ImporterRegistryTest)
#include "tst_importerregistry.moc"
