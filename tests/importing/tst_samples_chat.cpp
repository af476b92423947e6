// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/samplefacts.h"

#include <QDir>
#include <QDirIterator>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

/// Real files of the chat formats; the figures were counted by other means than these importers.
class ChatSamplesTest : public QObject {
    Q_OBJECT

    const ImporterRegistry m_registry;

    static ImportOptions given()
    {
        ImportOptions options;
        options.fallbackZone = u"UTC"_s;
        options.start = fromRfc3339(u"2026-02-19T14:00:00Z");
        return options;
    }

private slots:
    void realFilesAreToldApartAndRead_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("events");
        QTest::addColumn<int>("skipped");
        QTest::addColumn<int>("undated");
        QTest::addColumn<int>("authors");
        QTest::addColumn<QString>("earliest");
        QTest::addColumn<QString>("latest");
        const auto row = [](const char *file, const char *id, int events, int skipped, int undated,
                            int authors, const char *earliest, const char *latest) {
            QTest::newRow(file) << QString::fromLatin1(file) << QString::fromLatin1(id) << events
                                << skipped << undated << authors << QString::fromLatin1(earliest)
                                << QString::fromLatin1(latest);
        };
        row("slack-paste-text/testing-ops-2019-05-30.txt", "slack-paste", 57, 0, 0, 11,
            "2019-05-30T13:26:00Z", "2019-05-30T23:55:00Z");
        row("mattermost-jsonl/export-excerpt.jsonl", "mattermost", 10, 0, 0, 2,
            "2019-03-21T10:45:41.670Z", "2019-03-21T11:09:53.455Z");
        row("discord-chatexporter/SV_5A_5M.json", "discord", 5, 0, 0, 2, "2018-05-20T16:09:44.209Z",
            "2018-05-20T16:09:51.118Z");
        row("matrix-room-messages/room-messages-batch-1.json", "matrix", 3, 0, 0, 2,
            "2015-10-14T08:42:43.990Z", "2015-10-14T08:43:33.737Z");
        row("msteams-graph/teams-chat-message-list.json", "teams", 1, 0, 0, 1,
            "2022-11-05T13:06:30.582Z", "2022-11-05T13:06:30.582Z");
        row("gitter-json/gitter_data.json", "gitter", 2, 0, 0, 2, "2016-06-02T20:54:38.747Z",
            "2016-07-02T19:54:38.747Z");
        row("whatsapp-text/2A_5M.txt", "whatsapp", 5, 0, 0, 2, "2021-01-01T12:00:00Z",
            "2021-01-01T12:03:00Z");
        row("zoom-chat-text/acdc-2026-02-19_175-chat.txt", "zoom-chat", 130, 0, 0, 36,
            "2026-02-19T14:05:41Z", "2026-02-19T14:20:44Z");
        row("srt/sample.srt", "srt", 5, 0, 0, 0, "2026-02-19T14:00:00.500Z",
            "2026-02-19T14:00:21.580Z");
        row("srt/missing_timeframe.srt", "srt", 4, 1, 0, 0, "2026-02-19T14:00:00.500Z",
            "2026-02-19T14:00:21.580Z");
        row("irc/ubuntu-2004-11-15_03.raw.txt", "irc", 1250, 0, 173, 146, "2004-11-15T01:00:00Z",
            "2004-11-15T12:59:00Z");
        row("irc/xchat.log", "irc", 11, 1, 1, 4, "2011-12-31T21:11:55Z", "2012-02-26T19:54:00Z");
        row("webvtt/acdc-2026-02-19_175-transcript.vtt", "webvtt", 139, 0, 0, 7,
            "2026-02-19T14:05:31.760Z", "2026-02-19T14:20:19.850Z");
    }

    void realFilesAreToldApartAndRead()
    {
        QFETCH(QString, file);
        QFETCH(QString, id);
        const auto input =
            EvidenceInput::open(qEnvironmentVariable("SECONDSTORY_SHARED") + u"/samples/"_s + file);
        if (!input)
            QSKIP("the samples are not here");
        const auto candidates = m_registry.detect(**input);
        QVERIFY(!candidates.empty());
        QCOMPARE(candidates.front().importer->id(), id);
        QVERIFY(candidates.front().likelihood > 60);
        QVERIFY(candidates.size() == 1 || candidates[0].likelihood - candidates[1].likelihood >= 5);
        RecordingSink sink;
        const auto summary = candidates.front().importer->read(**input, given(), sink);
        QVERIFY2(summary, qPrintable(summary ? QString() : summary.error().toString()));
        const SinkCounts counts = countsOf(sink);
        QTEST(static_cast<int>(sink.events.size()), "events");
        QTEST(static_cast<int>(sink.skipped.size()), "skipped");
        QTEST(static_cast<int>(counts.undated), "undated");
        QTEST(static_cast<int>(counts.people.size()), "authors");
        QTEST(timeText(counts.earliest), "earliest");
        QTEST(timeText(counts.latestStart), "latest");
        QCOMPARE(counts.places.size(), sink.events.size());
    }

    /// No file of another format may be taken for a chat with any certainty.
    void filesOfOtherFormatsAreNoChats()
    {
        const QString root = qEnvironmentVariable("SECONDSTORY_SHARED") + u"/samples"_s;
        if (qEnvironmentVariableIsEmpty("SECONDSTORY_SHARED") || !QDir(root).exists())
            QSKIP("the samples are not here");
        const QSet<QString> ours{ u"slack-paste"_s, u"mattermost"_s, u"discord"_s,  u"matrix"_s,
                                  u"teams"_s,       u"irc"_s,        u"whatsapp"_s, u"srt"_s,
                                  u"zoom-chat"_s,   u"gitter"_s,     u"webvtt"_s };
        const QStringList rooms{ u"slack-paste-text"_s,
                                 u"mattermost-jsonl"_s,
                                 u"discord-chatexporter"_s,
                                 u"matrix-room-messages"_s,
                                 u"msteams-graph"_s,
                                 u"irc"_s,
                                 u"whatsapp-text"_s,
                                 u"zoom-chat-text"_s,
                                 u"srt"_s,
                                 u"gitter-json"_s,
                                 u"webvtt"_s };
        QStringList taken;
        QDirIterator files(root, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            const QString folder = path.mid(root.size() + 1).section(u'/', 0, 0);
            const auto input = EvidenceInput::open(path);
            if (!input || rooms.contains(folder))
                continue;
            for (const auto &candidate : m_registry.detect(**input)) {
                if (ours.contains(candidate.importer->id()) && candidate.likelihood > 60)
                    taken.append(path.mid(root.size() + 1) + u": "_s + candidate.importer->id());
            }
        }
        QVERIFY2(taken.isEmpty(), qPrintable(taken.join(u'\n')));
    }

    void aSubtitleWithoutWordsIsRefused()
    {
        const auto input = EvidenceInput::open(qEnvironmentVariable("SECONDSTORY_SHARED")
                                               + u"/samples/srt/invalid_format4.srt"_s);
        if (!input)
            QSKIP("the samples are not here");
        RecordingSink sink;
        const auto summary = m_registry.find(u"srt"_s)->read(**input, given(), sink);
        QVERIFY(!summary);
        QVERIFY(summary.error().code == ErrorCode::BadInput);
    }
};

QTEST_GUILESS_MAIN(ChatSamplesTest)
#include "tst_samples_chat.moc"
