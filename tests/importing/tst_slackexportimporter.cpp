// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/chat/slackexportimporter.h"
#include "importing/chat/slackmarkup.h"
#include "importing/chat/slackmessage.h"
#include "support/recordingsink.h"
#include "support/zipbuilder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

namespace {

const QByteArray kUsers = "[{\"id\": \"U1\", \"name\": \"asha.k\", \"profile\": {\"display_name\": "
                          "\"Asha\", \"real_name\": \"Asha Kumar\"}},"
                          "{\"id\": \"U2\", \"name\": \"ben\", \"deleted\": true, \"profile\": "
                          "{\"display_name\": \"\", \"real_name\": \"Ben Ito\"}},"
                          "{\"id\": \"U3\", \"name\": \"pager\", \"is_bot\": true}]";
const QByteArray kChannels = "[{\"id\": \"C01\", \"name\": \"incident\", \"members\": [\"U1\"]}]";

QByteArray message(const QByteArray &ts, const QByteArray &rest)
{
    return "{\"type\": \"message\", \"ts\": \"" + ts + "\", " + rest + "}";
}

} // namespace

class SlackExportImporterTest : public QObject {
    Q_OBJECT

    SlackExportImporter m_importer;
    QTemporaryDir m_folder;

    QString write(const QString &name, const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(name);
        QDir().mkpath(path.section(u'/', 0, -2));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write the fixture");
        file.write(bytes);
        return path;
    }

    Result<ReadSummary> readZipOf(const QByteArray &day, RecordingSink &sink)
    {
        const QString path = write(u"export.zip"_s,
                                   ZipBuilder()
                                       .add("users.json", kUsers)
                                       .add("channels.json", kChannels)
                                       .add("incident/2026-03-12.json", day)
                                       .bytes());
        const auto input = EvidenceInput::open(path);
        if (!input)
            return tl::make_unexpected(input.error());
        return m_importer.read(**input, {}, sink);
    }

    RecordingSink readDay(const QByteArray &day)
    {
        RecordingSink sink;
        const auto summary = readZipOf(day, sink);
        if (!summary)
            QTest::qFail(qPrintable(summary.error().toString()), __FILE__, __LINE__);
        return sink;
    }

private slots:
    void messagesBecomeEvents()
    {
        const auto sink =
            readDay("["
                    + message("1773324120.000200",
                              "\"user\": \"U1\", \"text\": \"<@U2> look at "
                              "<https://x.org/a?b&amp;c|the graph> &lt;now&gt;\\nplease\"")
                    + ","
                    + message("1773324121.000300",
                              "\"user\": \"U2\", \"text\": \"on it\", \"edited\": {\"user\": "
                              "\"U2\"}, \"reactions\": [{\"name\": \"eyes\", \"count\": 2}]")
                    + "]");
        QCOMPARE(
            sink.times(),
            (QStringList{ u"2026-03-12T14:02:00.000200Z"_s, u"2026-03-12T14:02:01.000300Z"_s }));
        const ParsedEvent &first = sink.events.first();
        QCOMPARE(first.title, u"@Ben Ito look at the graph (https://x.org/a?b&c) <now>"_s);
        QCOMPARE(first.text, u"@Ben Ito look at the graph (https://x.org/a?b&c) <now>\nplease"_s);
        QCOMPARE(first.place, u"incident/2026-03-12.json, message 1"_s);
        QCOMPARE(first.naturalKey, u"C01:1773324120.000200"_s);
        QCOMPARE(first.lane, u"#incident"_s);
        QCOMPARE(first.actors.first().name, u"Asha"_s);
        QCOMPARE(first.actors.first().handle, u"U1"_s);
        QVERIFY(first.kind == EventKind::Message);
        QVERIFY(first.time.basis == TimeBasis::Absolute);
        QVERIFY(first.time.reference == ClockReference::Instant);
        QCOMPARE(sink.events[1].actors.first().name, u"Ben Ito"_s);
        QCOMPARE(sink.events[1].text, u"on it\n\n(edited)\nReactions: :eyes: 2"_s);
    }

    void botsJoinsAndStrangersAreTold()
    {
        const auto sink = readDay(
            "["
            + message(
                "1.000001",
                "\"subtype\": \"bot_message\", \"bot_id\": \"B7\", \"username\": \"Deployer\", "
                "\"text\": \"\", \"attachments\": [{\"pretext\": \"Deploy\", \"text\": \"v12\"}]")
            + ","
            + message("2.000001",
                      "\"subtype\": \"channel_join\", \"user\": \"U1\", \"text\": \"<@U1> has "
                      "joined the channel\"")
            + "," + message("3.000001", "\"user\": \"U9\", \"text\": \"hi\"") + ","
            + message("4.000001",
                      "\"user\": \"U8\", \"text\": \"hi\", \"user_profile\": {\"display_name\": "
                      "\"Guest\"}")
            + "," + message("5.000001", "\"user\": \"U3\", \"text\": \"page\"") + "]");
        QCOMPARE(sink.events.size(), 5);
        QCOMPARE(sink.events[0].title, u"Deploy"_s);
        QCOMPARE(sink.events[0].text, u"Deploy\nv12"_s);
        QCOMPARE(sink.events[0].actors.first().name, u"Deployer"_s);
        QVERIFY(sink.events[0].actors.first().kind == PersonKind::Bot);
        QVERIFY(sink.events[1].kind == EventKind::Other);
        QCOMPARE(sink.events[1].title, u"@Asha has joined the channel"_s);
        QCOMPARE(sink.events[2].actors.first().name, u"U9"_s);
        QCOMPARE(sink.events[3].actors.first().name, u"Guest"_s);
        QVERIFY(sink.events[4].actors.first().kind == PersonKind::Bot);
    }

    void aReplySentToTheChannelTooIsTakenOnce()
    {
        const QByteArray reply =
            "\"user\": \"U1\", \"text\": \"fixed\", \"thread_ts\": \"1.000001\"";
        const auto sink =
            readDay("["
                    + message("1.000001",
                              "\"user\": \"U1\", \"text\": \"root\", \"thread_ts\": \"1.000001\"")
                    + "," + message("2.000001", reply) + ","
                    + message("2.000001", reply + ", \"subtype\": \"thread_broadcast\"") + "]");
        QCOMPARE(sink.titles(), (QStringList{ u"root"_s, u"fixed"_s }));
        QCOMPARE(sink.events[1].text, u"fixed\n\nReply in the thread of 1.000001"_s);
        QCOMPARE(sink.skipped.size(), 1);
        QVERIFY(sink.skipped.first().startsWith(u"incident/2026-03-12.json, message 3: "_s));
    }

    void blocksAndFilesSpeakWhenTheTextIsEmpty()
    {
        const auto sink = readDay(
            "["
            + message("1.000001",
                      "\"user\": \"U1\", \"text\": \"\", \"blocks\": [{\"type\": \"rich_text\", "
                      "\"elements\": [{\"type\": \"rich_text_section\", \"elements\": "
                      "[{\"type\": \"text\", \"text\": \"see \"}, {\"type\": \"user\", "
                      "\"user_id\": \"U2\"}, {\"type\": \"emoji\", \"name\": \"fire\"}]}]}]")
            + ","
            + message("2.000001",
                      "\"user\": \"U1\", \"text\": \"\", \"files\": [{\"title\": \"graph.png\"}]")
            + "," + message("3.000001", "\"user\": \"U1\", \"text\": \"\"") + "]");
        QCOMPARE(sink.titles(),
                 (QStringList{ u"see @Ben Ito:fire:"_s, u"[file: graph.png]"_s, u"(no words)"_s }));
    }

    void aMessageWithoutATimeIsSkippedWithItsPlace()
    {
        const auto sink = readDay("[{\"text\": \"a\"}, 7, " + message("x1", "\"text\": \"b\"") + ","
                                  + message("3.000001", "\"user\": \"U1\", \"text\": \"c\"") + "]");
        QCOMPARE(sink.titles(), QStringList{ u"c"_s });
        QCOMPARE(sink.skipped.size(), 3);
        QVERIFY(sink.skipped[2].startsWith(u"incident/2026-03-12.json, message 3: "_s));
    }

    void aDamagedDayIsRefusedNamingEntryAndByte()
    {
        RecordingSink sink;
        const auto summary =
            readZipOf("[" + message("1.000001", "\"text\": \"a\", \"text\": \"b\"") + "]", sink);
        QVERIFY(!summary);
        QVERIFY(summary.error().code == ErrorCode::BadInput);
        QVERIFY2(summary.error().place.startsWith(u"incident/2026-03-12.json, byte "_s),
                 qPrintable(summary.error().place));
    }

    void anUnpackedFolderAndOtherChannelKindsAreRead()
    {
        write(u"unpacked/export/users.json"_s, kUsers);
        write(u"unpacked/export/channels.json"_s, "[]");
        write(u"unpacked/export/groups.json"_s, " \n");
        write(u"unpacked/export/dms.json"_s, "[{\"id\": \"D05\", \"members\": [\"U1\", \"U2\"]}]");
        write(u"unpacked/export/D05/2026-03-12.json"_s,
              "[" + message("1.000001", "\"user\": \"U1\", \"text\": \"psst\"") + "]");
        write(u"unpacked/export/unlisted/2026-03-12.json"_s,
              "[" + message("2.000001", "\"user\": \"U1\", \"text\": \"hello\"") + "]");
        write(u"unpacked/export/unlisted/canvas.json"_s, "no JSON at all");
        const auto input = EvidenceInput::open(m_folder.filePath(u"unpacked"_s));
        QVERIFY(input);
        QCOMPARE(m_importer.probe(**input), 95);
        RecordingSink sink;
        QVERIFY(m_importer.read(**input, {}, sink));
        QCOMPARE(sink.events.size(), 2);
        QCOMPARE(sink.events[0].lane, u"Asha, Ben Ito"_s);
        QCOMPARE(sink.events[0].naturalKey, u"D05:1.000001"_s);
        QCOMPARE(sink.events[1].lane, u"#unlisted"_s);
    }

    void otherBundlesAreNotClaimed()
    {
        const auto zip = EvidenceInput::open(
            write(u"other.zip"_s, ZipBuilder().add("a/2026-03-12.json", "[]").bytes()));
        QVERIFY(zip);
        QCOMPARE(m_importer.probe(**zip), 0);
        RecordingSink sink;
        QVERIFY(!m_importer.read(**zip, {}, sink));
        QVERIFY(!readBytes(m_importer, "[]", sink));
    }

    void timesAreDecimals()
    {
        QCOMPARE(slackTime(u"1485460312.000002")->us, 1'485'460'312'000'002);
        QCOMPARE(slackTime(u"1485460312")->us, 1'485'460'312'000'000);
        QVERIFY(!slackTime(u""));
        QVERIFY(!slackTime(u"1e9"));
        QVERIFY(!slackTime(u"99999999999999"));
    }

    void markupBecomesPlainText_data()
    {
        QTest::addColumn<QString>("markup");
        QTest::addColumn<QString>("plain");
        QTest::newRow("known person") << u"<@U1> hi"_s << u"@Asha hi"_s;
        QTest::newRow("unknown person with a label") << u"<@U7|zed> hi"_s << u"@zed hi"_s;
        QTest::newRow("channel") << u"see <#C01|incident>"_s << u"see #incident"_s;
        QTest::newRow("everybody") << u"<!here> help"_s << u"@here help"_s;
        QTest::newRow("group") << u"<!subteam^S1|@oncall>"_s << u"@oncall"_s;
        QTest::newRow("date") << u"<!date^1^{date}|1 Jan>"_s << u"1 Jan"_s;
        QTest::newRow("address") << u"<https://x.org>"_s << u"https://x.org"_s;
        QTest::newRow("mail") << u"<mailto:a@x.org|a@x.org>"_s << u"a@x.org"_s;
        QTest::newRow("entities once") << u"&amp;lt; &lt;b&gt;"_s << u"&lt; <b>"_s;
        QTest::newRow("open bracket") << u"a <b"_s << u"a <b"_s;
    }

    void markupBecomesPlainText()
    {
        QFETCH(QString, markup);
        QFETCH(QString, plain);
        QCOMPARE(slackToPlainText(markup, { { u"U1"_s, u"Asha"_s } }), plain);
    }

    void aRealExportIsRead()
    {
        const auto input =
            EvidenceInput::open(qEnvironmentVariable("SECONDSTORY_SHARED")
                                + u"/samples/slack-export/slack-export-viewer-testarchive.zip"_s);
        if (!input)
            QSKIP("the sample export is not here");
        RecordingSink sink;
        QVERIFY(m_importer.read(**input, {}, sink));
        QCOMPARE(sink.events.size(), 158);
        QVERIFY(sink.skipped.isEmpty());
        QSet<QString> keys;
        for (const ParsedEvent &event : sink.events)
            keys.insert(event.naturalKey);
        QCOMPARE(keys.size(), 158);
    }
};

QTEST_GUILESS_MAIN(SlackExportImporterTest)
#include "tst_slackexportimporter.moc"
