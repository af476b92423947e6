// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/readwith.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

/// Mattermost, Discord, Matrix, Teams and Gitter: chats that come as JSON.
class JsonChatImportersTest : public QObject {
    Q_OBJECT

    const ImporterRegistry m_registry;

    RecordingSink read(const QString &id, const QByteArray &bytes)
    {
        return readDetected(id, bytes, {}, u"chat.json"_s);
    }

private slots:
    void mattermostPostsKnowTheirPeopleAndChannels()
    {
        const auto sink = read(u"mattermost"_s,
                               R"({"type":"version","version":1}
{"type":"channel","channel":{"team":"ops","name":"inc-7","display_name":"Incident 7","type":"O"}}
{"type":"user","user":{"username":"ana","first_name":"Ana","last_name":"Ruiz"}}
{"type":"user","user":{"username":"ben","nickname":"Benny"}}
{"type":"post","post":{"team":"ops","channel":"inc-7","user":"ana","message":"disk is full\non db1","create_at":1700000000123,"edit_at":1700000009000,"reactions":[{"user":"ben","emoji_name":"eyes","create_at":1},{"user":"ana","emoji_name":"eyes","create_at":2}],"replies":[{"user":"ben","message":"looking","create_at":1699999990000,"reactions":null},5],"attachments":[{"path":"data/20/df.txt"}]}}
{"type":"post","post":{"team":"ops","channel":"gone","user":"zoe","message":"hello","create_at":1700000100000,"replies":null,"reactions":null}}
{"type":"post","post":{"team":"ops","channel":"inc-7","user":"ana","message":"","create_at":1700000200000,"props":{"from_webhook":"true","override_username":"Pager","attachments":[{"text":"CPU high"}]},"type":"slack_attachment"}}
{"type":"post","post":{"team":"ops","channel":"inc-7","user":"ana","message":"ana joined","create_at":1700000300000,"type":"system_join_channel"}}
{"type":"direct_post","direct_post":{"channel_members":["ben","ana"],"user":"ben","message":"psst","create_at":1700000400000}}
{"type":"post","post":{"team":"ops","channel":"inc-7","user":"ana","message":"never sent","create_at":0}}
{"type":"post","post":null}
{"type":"weather","weather":{}}
)");
        QCOMPARE(sink.titles(),
                 (QStringList{ u"disk is full"_s, u"looking"_s, u"hello"_s, u"CPU high"_s,
                               u"ana joined"_s, u"psst"_s, u"never sent"_s }));
        const ParsedEvent &first = sink.events[0];
        QCOMPARE(first.text,
                 u"disk is full\non db1\n\n[file: df.txt]\n(edited)\nReactions: eyes: 2"_s);
        QCOMPARE(first.lane, u"Incident 7"_s);
        QCOMPARE(first.actors.first().name, u"Ana Ruiz"_s);
        QCOMPARE(first.actors.first().handle, u"ana"_s);
        QCOMPARE(RecordingSink::timeOf(first), u"2023-11-14T22:13:20.123Z"_s);
        QVERIFY(first.time.basis == TimeBasis::Absolute);
        QVERIFY(first.time.reference == ClockReference::Instant);
        QCOMPARE(sink.events[1].place, u"line 5, reply 1"_s);
        QCOMPARE(sink.events[1].text, u"looking\n\nReply to Ana Ruiz: disk is full"_s);
        QCOMPARE(sink.events[3].actors.first().name, u"Pager"_s);
        QVERIFY(sink.events[3].actors.first().kind == PersonKind::Bot);
        QVERIFY(sink.events[3].actors.first().handle != first.actors.first().handle);
        QVERIFY(sink.events[4].kind == EventKind::Other);
        QCOMPARE(sink.events[5].lane, u"ana, ben"_s);
        QCOMPARE(RecordingSink::timeOf(sink.events[6]), u"undated"_s);
        QCOMPARE(sink.skipped.size(), 3);
        QVERIFY(sink.skipped[0].startsWith(u"line 5, reply 2: "_s));
        QVERIFY(sink.skipped[1].startsWith(u"line 11: "_s));
        QVERIFY(sink.skipped[2].contains(u"weather"_s));
        QCOMPARE(sink.remarks.size(), 3);
        QVERIFY(sink.remarks[0].contains(u"older than the message"_s));
        QVERIFY(sink.remarks[1].contains(u"ops/gone"_s));
        QVERIFY(sink.remarks[2].contains(u"zoe"_s));
        QSet<QString> keys;
        for (const ParsedEvent &event : sink.events)
            keys.insert(event.naturalKey);
        QCOMPARE(keys.size(), sink.events.size());
    }

    void mattermostIsKnownByItsDirectoryAlone()
    {
        const auto input =
            EvidenceInput::fromBytes(u"x.jsonl"_s,
                                     "{\"type\":\"version\",\"version\":1}\n{\"type\":\"team\","
                                     "\"team\":{\"name\":\"a\"}}\n");
        QCOMPARE(m_registry.find(u"mattermost"_s)->probe(*input), 95);
    }

    void discordMessagesKeepTheirOffsetAndWhatHangsOnThem()
    {
        const auto sink = read(u"discord"_s, R"({
"guild":{"id":"1","name":"Ops"},
"channel":{"id":"90071992547409931","type":"GuildTextChat","category":"x","name":"incidents","topic":null},
"dateRange":{"after":null,"before":null},"exportedAt":"2024-02-01T10:00:00+01:00",
"messages":[
{"id":"90071992547409932","type":"Default","timestamp":"2024-01-31T23:30:00.5+01:00","timestampEdited":"2024-01-31T23:31:00+01:00","content":"**who** is on call?","author":{"id":"7","name":"ana","nickname":"Ana R","isBot":false},
 "attachments":[{"fileName":"media\\graph.png"}],"embeds":[{"title":"Alert","description":"CPU","fields":[{"name":"host","value":"db1"}]}],
 "stickers":[{"name":"wave"}],"reactions":[{"emoji":{"name":"eyes"},"count":3}]},
{"id":"3","type":19,"timestamp":"2024-01-31T23:32:00+01:00","content":"me","author":{"id":"8","name":"bot","isBot":true},"reference":{"messageId":"90071992547409932"}},
{"id":"4","type":"GuildMemberJoin","timestamp":"2024-01-31T23:33:00+01:00","content":"","author":{"id":"9","name":"cy"}},
{"id":"5","type":"Call","timestamp":"2024-01-31T23:40:00+01:00","callEndedTimestamp":"2024-01-31T23:50:00+01:00","content":"Started a call","author":{"id":"9","name":"cy"}},
{"id":"6","type":"Default","timestamp":null,"content":"","author":null},
17
],"messageCount":9})");
        QCOMPARE(sink.titles(),
                 (QStringList{ u"**who** is on call?"_s, u"me"_s, u"GuildMemberJoin"_s,
                               u"Started a call"_s }));
        QCOMPARE(sink.times().first(), u"2024-01-31T22:30:00.500Z"_s);
        QCOMPARE(sink.times().last(), u"2024-01-31T22:40:00Z / 2024-01-31T22:50:00Z"_s);
        const ParsedEvent &first = sink.events[0];
        QCOMPARE(
            first.text,
            u"**who** is on call?\n\n[file: graph.png]\n[sticker: wave]\nAlert\nCPU\nhost: db1\n"
            "(edited)\nReactions: eyes: 3"_s);
        QCOMPARE(first.time.zone, u"+01:00"_s);
        QCOMPARE(first.lane, u"#incidents"_s);
        QCOMPARE(first.actors.first().name, u"Ana R"_s);
        QCOMPARE(first.naturalKey, u"90071992547409931:90071992547409932"_s);
        QVERIFY(sink.events[1].actors.first().kind == PersonKind::Bot);
        QVERIFY(sink.events[1].kind == EventKind::Message);
        QVERIFY(sink.events[1].text.contains(u"Reply to message 90071992547409932"_s));
        QVERIFY(sink.events[2].kind == EventKind::Other);
        QCOMPARE(sink.skipped.size(), 2);
        QVERIFY(sink.skipped[0].startsWith(u"line 12, /messages/4: "_s));
        QCOMPARE(sink.remarks.size(), 1);
        QVERIFY(sink.remarks[0].contains(u"9"_s) && sink.remarks[0].contains(u"5"_s));
    }

    void matrixEventsOfElementsExportAreRead()
    {
        const auto sink = read(
            u"matrix"_s,
            "{\"room_name\":\"War "
            "room\",\"room_creator\":\"@ana:x.org\",\"topic\":\"\",\"export_date\":\"1/2/"
            "2024\",\"exported_by\":\"@ana:x.org\",\"messages\":[\n"
            "{\"type\":\"m.room.member\",\"sender\":\"@ana:x.org\",\"state_key\":\"@ana:x.org\","
            "\"event_id\":\"$1\",\"origin_server_ts\":1700000000000,\"content\":{\"membership\":"
            "\"join\",\"displayname\":\"Ana R\"}},\n"
            "{\"type\":\"m.room.message\",\"sender\":\"@ana:x.org\",\"event_id\":\"$2\",\"origin_"
            "server_ts\":1700000001000,\"content\":{\"msgtype\":\"m.text\",\"body\":\"is it "
            "down?\"}},\n"
            "{\"type\":\"m.room.message\",\"sender\":\"@ben:x.org\",\"event_id\":\"$3\",\"origin_"
            "server_ts\":1700000002000,\"content\":{\"msgtype\":\"m.text\",\"body\":\"> "
            "<@ana:x.org> is it "
            "down?\\n\\nyes\",\"m.relates_to\":{\"m.in_reply_to\":{\"event_id\":\"$2\"}}}},\n"
            "{\"type\":\"m.room.message\",\"sender\":\"@ben:x.org\",\"event_id\":\"$4\",\"origin_"
            "server_ts\":1700000003000,\"content\":{\"msgtype\":\"m.text\",\"body\":\" * yes, "
            "since 9\",\"m.new_content\":{\"msgtype\":\"m.text\",\"body\":\"yes, since "
            "9\"},\"m.relates_to\":{\"rel_type\":\"m.replace\",\"event_id\":\"$3\"}}},\n"
            "{\"type\":\"m.room.message\",\"sender\":\"@ana:x.org\",\"event_id\":\"$5\",\"origin_"
            "server_ts\":1700000004000,\"content\":{\"msgtype\":\"m.emote\",\"body\":\"waves\"}},\n"
            "{\"type\":\"m.room.message\",\"sender\":\"@hook:x.org\",\"event_id\":\"$6\",\"origin_"
            "server_ts\":1700000005000,\"content\":{\"msgtype\":\"m.notice\",\"body\":\"deploy "
            "done\"}},\n"
            "{\"type\":\"m.room.message\",\"sender\":\"@ana:x.org\",\"event_id\":\"$7\",\"origin_"
            "server_ts\":1700000006000,\"content\":{\"msgtype\":\"m.image\",\"body\":\"graph.png\","
            "\"url\":\"mxc://x/y\"}},\n"
            "{\"type\":\"m.room.encrypted\",\"sender\":\"@ana:x.org\",\"event_id\":\"$8\",\"origin_"
            "server_ts\":1700000007000,\"content\":{\"ciphertext\":\"AAA\"}},\n"
            "{\"type\":\"m.reaction\",\"sender\":\"@ana:x.org\",\"event_id\":\"$9\",\"origin_"
            "server_ts\":1700000008000,\"content\":{\"m.relates_to\":{\"rel_type\":\"m."
            "annotation\",\"event_id\":\"$3\",\"key\":\"ok\"}}},\n"
            "{\"type\":\"m.room.redaction\",\"sender\":\"@ana:x.org\",\"event_id\":\"$10\","
            "\"redacts\":\"$2\",\"origin_server_ts\":1700000009000,\"content\":{\"reason\":"
            "\"typo\"}},\n"
            "{\"type\":\"m.room.message\",\"sender\":\"@ana:x.org\",\"event_id\":\"$11\",\"origin_"
            "server_ts\":1700000010000,\"content\":{},\"unsigned\":{\"redacted_because\":{\"type\":"
            "\"m.room.redaction\"}}},\n"
            "{\"type\":\"m.room.topic\",\"sender\":\"@ana:x.org\",\"state_key\":\"\",\"event_id\":"
            "\"$12\",\"origin_server_ts\":\"soon\",\"content\":{\"topic\":\"db1\"}},\n"
            "{\"sender\":\"@ana:x.org\"}\n"
            "]}");
        QCOMPARE(
            sink.titles(),
            (QStringList{ u"Ana R joined the room"_s, u"is it down?"_s, u"yes"_s, u"yes, since 9"_s,
                          u"Ana R waves"_s, u"deploy done"_s, u"[file: graph.png]"_s,
                          u"Reacted with ok"_s, u"Removed a message: typo"_s,
                          u"(the message was removed)"_s, u"Room topic: db1"_s }));
        QCOMPARE(sink.events[1].actors.first().name, u"Ana R"_s);
        QCOMPARE(sink.events[1].actors.first().handle, u"@ana:x.org"_s);
        QCOMPARE(sink.events[2].actors.first().name, u"ben"_s);
        QCOMPARE(sink.events[2].text, u"yes\n\nReply to $2"_s);
        QCOMPARE(sink.events[2].naturalKey, u"$3"_s);
        QCOMPARE(sink.events[2].lane, u"War room"_s);
        QCOMPARE(sink.events[3].text, u"yes, since 9\n\n(edited) Replaces $3"_s);
        QVERIFY(sink.events[5].actors.first().kind == PersonKind::Bot);
        QVERIFY(sink.events[7].kind == EventKind::Other);
        QCOMPARE(sink.times()[1], u"2023-11-14T22:13:21Z"_s);
        QCOMPARE(sink.times().last(), u"undated"_s);
        QCOMPARE(sink.skipped.size(), 2);
        QVERIFY(sink.skipped[0].contains(u"encrypted"_s));
        QCOMPARE(sink.remarks.size(), 1);
    }

    void matrixBatchesKeepTheirOrder()
    {
        const auto sink = read(
            u"matrix"_s,
            R"({"start":"s","chunk":[{"type":"m.room.message","sender":"@a:x","event_id":"$2","origin_server_ts":2000,"content":{"body":"later"}},{"type":"m.room.message","sender":"@a:x","event_id":"$1","origin_server_ts":1000,"content":{"format":"org.matrix.custom.html","formatted_body":"<b>first</b>","body":""}}],"end":"e"})");
        QCOMPARE(sink.titles(), (QStringList{ u"later"_s, u"first"_s }));
        QVERIFY(sink.events[0].lane.isEmpty());
    }

    void teamsMessagesAreReadInBothSpellings_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray graph =
            "{\"@odata.context\":\"x\",\"value\":[\n"
            "{\"id\":\"11\",\"replyToId\":null,\"messageType\":\"message\",\"createdDateTime\":"
            "\"2024-01-31T22:30:00.5Z\",\"lastEditedDateTime\":\"2024-01-31T22:31:00Z\","
            "\"subject\":\"Outage\",\"importance\":\"urgent\",\"chatId\":\"19:a\",\"from\":{"
            "\"application\":null,\"user\":{\"id\":\"u1\",\"displayName\":\"Ana "
            "Ruiz\"}},\"body\":{\"contentType\":\"html\",\"content\":\"<p>hi <at "
            "id=\\\"0\\\">Ben</at>,&nbsp;look<br>now</p><attachment "
            "id=\\\"f\\\"></"
            "attachment>\"},\"attachments\":[{\"id\":\"f\",\"contentType\":\"reference\",\"name\":"
            "\"plan.docx\"}],\"reactions\":[{\"reactionType\":\"like\"},{\"reactionType\":\"like\"}"
            "]},\n"
            "{\"id\":\"12\",\"replyToId\":\"11\",\"messageType\":\"message\",\"createdDateTime\":"
            "\"2024-01-31T22:32:00Z\",\"chatId\":\"19:a\",\"from\":{\"application\":{\"id\":\"b1\","
            "\"displayName\":\"Pager\"},\"user\":null},\"body\":{\"contentType\":\"html\","
            "\"content\":\"<attachment "
            "id=\\\"c\\\"></"
            "attachment>\"},\"attachments\":[{\"id\":\"c\",\"contentType\":\"application/"
            "vnd.microsoft.card.adaptive\",\"content\":\"{\\\"type\\\":\\\"AdaptiveCard\\\","
            "\\\"body\\\":[{\\\"type\\\":\\\"TextBlock\\\",\\\"text\\\":\\\"CPU &gt; "
            "90\\\"},{\\\"type\\\":\\\"FactSet\\\",\\\"facts\\\":[{\\\"title\\\":\\\"host\\\","
            "\\\"value\\\":\\\"db1\\\"}]}]}\"}]},\n"
            "{\"id\":\"13\",\"messageType\":\"systemEventMessage\",\"createdDateTime\":\"2024-01-"
            "31T22:33:00Z\",\"chatId\":\"19:a\",\"from\":null,\"body\":{\"contentType\":\"html\","
            "\"content\":\"<systemEventMessage/"
            ">\"},\"eventDetail\":{\"@odata.type\":\"#microsoft.graph."
            "callEndedEventMessageDetail\",\"initiator\":{\"user\":{\"id\":\"u1\",\"displayName\":"
            "\"Ana Ruiz\"}}}},\n"
            "{\"id\":\"14\",\"messageType\":\"message\",\"createdDateTime\":\"2024-01-31T22:34:"
            "00Z\",\"deletedDateTime\":\"2024-01-31T22:35:00Z\",\"chatId\":\"19:a\",\"from\":{"
            "\"user\":{\"id\":\"u2\",\"displayName\":null}},\"body\":{\"contentType\":\"text\","
            "\"content\":\"\"}},\n"
            "{\"id\":\"15\",\"messageType\":\"message\",\"createdDateTime\":null,\"chatId\":\"19:"
            "a\",\"from\":null,\"body\":{\"contentType\":\"text\",\"content\":\"2 < 3\"}}\n"
            "]}";
        QTest::newRow("camel case") << graph;
        QByteArray pascal = graph;
        for (const char *key : { "id",
                                 "replyToId",
                                 "messageType",
                                 "createdDateTime",
                                 "lastEditedDateTime",
                                 "subject",
                                 "importance",
                                 "chatId",
                                 "from",
                                 "application",
                                 "user",
                                 "displayName",
                                 "body",
                                 "contentType",
                                 "attachments",
                                 "name",
                                 "reactions",
                                 "reactionType",
                                 "deletedDateTime",
                                 "eventDetail",
                                 "initiator",
                                 "value" }) {
            QByteArray name(key);
            name[0] = static_cast<char>(name[0] - 'a' + 'A');
            pascal.replace(QByteArray("\"" + QByteArray(key) + "\":"),
                           QByteArray("\"" + name + "\":"));
        }
        pascal.replace("\"content\":", "\"Content\":");
        QTest::newRow("Pascal case") << pascal;
        QTest::newRow("a bare list")
            << graph.mid(graph.indexOf('['), graph.lastIndexOf(']') + 1 - graph.indexOf('['));
    }

    void teamsMessagesAreReadInBothSpellings()
    {
        QFETCH(QByteArray, bytes);
        const auto sink = read(u"teams"_s, bytes);
        QCOMPARE(sink.titles(),
                 (QStringList{ u"Outage"_s, u"CPU > 90"_s, u"Call ended"_s,
                               u"(the message was removed)"_s, u"2 < 3"_s }));
        QCOMPARE(sink.events[0].text,
                 u"Outage\nhi @Ben, look\nnow\n\n[file: plan.docx]\nImportance: urgent\n(edited)\n"
                 "Reactions: like: 2"_s);
        QCOMPARE(sink.times()[0], u"2024-01-31T22:30:00.500Z"_s);
        QCOMPARE(sink.events[0].actors.first().name, u"Ana Ruiz"_s);
        QCOMPARE(sink.events[0].naturalKey, u"19:a::11"_s);
        QVERIFY(sink.events[1].actors.first().kind == PersonKind::Bot);
        QCOMPARE(sink.events[1].text, u"CPU > 90\nhost\ndb1\n\nReply to message 11"_s);
        QVERIFY(sink.events[2].kind == EventKind::Other);
        QCOMPARE(sink.events[2].actors.first().handle, u"u1"_s);
        QCOMPARE(sink.events[3].actors.first().name, u"u2"_s);
        QVERIFY(sink.events[4].actors.isEmpty());
        QCOMPARE(sink.times()[4], u"undated"_s);
        QVERIFY(sink.skipped.isEmpty());
    }

    void teamsRepliesStandBehindTheirMessage()
    {
        const auto sink = read(
            u"teams"_s,
            R"([{"id":"1","messageType":"message","createdDateTime":"2024-01-31T22:30:00Z","body":{"contentType":"text","content":"a"},"replies":[{"id":"2","createdDateTime":"2024-01-31T22:31:00Z","body":{"contentType":"text","content":"b"}},3]}])");
        QCOMPARE(sink.titles(), (QStringList{ u"a"_s, u"b"_s }));
        QCOMPARE(sink.events[1].place, u"line 1, /0, reply 1"_s);
        QCOMPARE(sink.skipped.size(), 1);
    }

    void gitterMessagesAreRead()
    {
        const auto sink = read(
            u"gitter"_s,
            R"([{"id":"m1","sent":"2016-06-02T20:54:38.747Z","text":"so **what**","html":"x","fromUser":{"id":"u1","username":"ana","displayName":"Ana R"},"editedAt":"2016-06-02T20:55:00Z"},
{"id":"m1","sent":"2016-06-02T20:56:00.000Z","text":"again","html":"x","fromUser":{"username":"ben"},"parentId":"m1"},
{"id":"m2","text":"","fromUser":{"username":"ben"}}, "x"])");
        QCOMPARE(sink.titles(), (QStringList{ u"so **what**"_s, u"again"_s }));
        QCOMPARE(sink.events[0].actors.first().name, u"Ana R"_s);
        QCOMPARE(sink.events[0].text, u"so **what**\n\n(edited)"_s);
        QCOMPARE(sink.events[1].actors.first().handle, u"ben"_s);
        QVERIFY(sink.events[0].naturalKey != sink.events[1].naturalKey);
        QCOMPARE(sink.skipped.size(), 2);
    }

    void aTimeWithoutAZoneAsksForOne()
    {
        const QByteArray bytes =
            R"([{"id":"m1","sent":"2016-06-02T20:54:38","text":"a","fromUser":{"username":"ana"}}])";
        const Importer &gitter = *m_registry.find(u"gitter"_s);
        const auto input = EvidenceInput::fromBytes(u"g.json"_s, bytes);
        QCOMPARE(gitter.missing(*input, {}), Needs(Need::Zone));
        ImportOptions options;
        options.fallbackZone = u"Europe/Paris"_s;
        QCOMPARE(gitter.missing(*input, options), Needs());
        RecordingSink sink;
        QVERIFY(gitter.read(*input, options, sink));
        QCOMPARE(sink.times(), QStringList{ u"2016-06-02T18:54:38Z"_s });
        QVERIFY(sink.events.first().time.basis == TimeBasis::ZoneAssumed);
    }
};

QTEST_GUILESS_MAIN(JsonChatImportersTest)
#include "tst_jsonchatimporters.moc"
