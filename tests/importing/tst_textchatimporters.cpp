// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/readwith.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

/// Text copied from Slack, WhatsApp, Zoom's chat and subtitles: chats that come as lines.
class TextChatImportersTest : public QObject {
    Q_OBJECT

    const ImporterRegistry m_registry;

    static ImportOptions given()
    {
        ImportOptions options;
        options.fallbackZone = u"Europe/Paris"_s;
        options.date = CivilTime{ 2024, 1, 31 };
        options.start = fromRfc3339(u"2024-01-31T09:00:00Z");
        return options;
    }

    RecordingSink read(const QString &id, const QByteArray &bytes,
                       const ImportOptions &options = given())
    {
        return readDetected(id, bytes, options, u"chat.txt"_s);
    }

    static QStringList names(const RecordingSink &sink)
    {
        QStringList list;
        for (const ParsedEvent &event : sink.events)
            list.append(event.actors.isEmpty() ? u"-"_s : event.actors.first().name);
        return list;
    }

private slots:
    void aQuotedSlackPasteIsRead()
    {
        const auto sink =
            read(u"slack-paste"_s,
                 "### #incidents, what was said\n\n"
                 ">ana [4:06 PM]  \nis it down?  \n:fire:\n>\n"
                 "> ben r [4:07 PM]\n>yes (edited) \n>```\n>cy [4:08 PM]\n>```\nso it is\n>\n"
                 ">ana [4:09 PM]\n>>ben r [4:07 PM]\nlook here\nView newer replies\n>\n"
                 ">ben r [4:05 PM]\nthanks\n>\n"
                 ">ana [1:10 AM]\nnight\n>\n"
                 ">ben r [13:20 PM]\nslip\n>\n>ana [1:30 PM]\n>\n");
        QCOMPARE(sink.titles(),
                 (QStringList{ u"is it down?"_s, u"yes"_s, u">ben r [4:07 PM]"_s, u"thanks"_s,
                               u"night"_s, u"slip"_s }));
        QCOMPARE(names(sink),
                 (QStringList{ u"ana"_s, u"ben r"_s, u"ana"_s, u"ben r"_s, u"ana"_s, u"ben r"_s }));
        QCOMPARE(sink.events[0].text, u"is it down?\n:fire:"_s);
        QCOMPARE(sink.events[0].lane, u"#incidents"_s);
        QCOMPARE(sink.events[1].text, u"yes\n```\ncy [4:08 PM]\n```\nso it is\n\n(edited)"_s);
        QCOMPARE(sink.events[2].text, u">ben r [4:07 PM]\nlook here"_s);
        QCOMPARE(sink.times(),
                 (QStringList{ u"2024-01-31T15:06:00Z"_s, u"2024-01-31T15:07:00Z"_s,
                               u"2024-01-31T15:09:00Z"_s, u"2024-01-31T15:05:00Z"_s,
                               u"2024-02-01T00:10:00Z"_s, u"2024-02-01T12:20:00Z"_s }));
        QVERIFY(sink.events[0].time.basis == TimeBasis::DateAssumed);
        QVERIFY(sink.events[0].time.reference == ClockReference::DayWall);
        QVERIFY(sink.events[0].time.precision == TimePrecision::Minute);
        QCOMPARE(sink.events[0].time.text, u"4:06 PM"_s);
        QCOMPARE(sink.remarks.size(), 2);
        QVERIFY(sink.remarks[0].contains(u"after a later time"_s));
        QVERIFY(sink.remarks[1].contains(u"13:20 PM"_s));
        QCOMPARE(sink.skipped.size(), 1);
        QVERIFY(sink.skipped[0].contains(u"has no words"_s));
    }

    void anUnquotedSlackPasteIsRead()
    {
        const auto sink = read(u"slack-paste"_s,
                               "----- January 30th, 2024 -----\n"
                               "Ana Ruiz  4:06 PM\nis it down?\nwe meet at 5:00 PM\n"
                               "Pager APP  4:07 PM\nCPU high\n[4:08 PM] CPU low\n\n"
                               "Ben\n  4:09 PM\nseen\n");
        QCOMPARE(sink.titles(),
                 (QStringList{ u"is it down?"_s, u"CPU high"_s, u"CPU low"_s, u"seen"_s }));
        QCOMPARE(names(sink), (QStringList{ u"Ana Ruiz"_s, u"Pager"_s, u"Pager"_s, u"Ben"_s }));
        QCOMPARE(sink.events[0].text, u"is it down?\nwe meet at 5:00 PM"_s);
        QVERIFY(sink.events[1].actors.first().kind == PersonKind::Bot);
        QCOMPARE(sink.times().first(), u"2024-01-30T15:06:00Z"_s);
        QCOMPARE(sink.times().last(), u"2024-01-30T15:09:00Z"_s);
        QVERIFY(sink.skipped.isEmpty());
    }

    void anOpenFenceDoesNotSwallowTheRest()
    {
        const auto sink = read(u"slack-paste"_s,
                               "ana [4:06 PM]\n```\nx\n\nana [4:07 PM]\nb\n\nben [4:08 PM]\nc\n");
        QCOMPARE(sink.titles(), (QStringList{ u"```"_s, u"b"_s, u"c"_s }));
    }

    void aSlackPasteNeedsDateAndZone()
    {
        const Importer &slack = *m_registry.find(u"slack-paste"_s);
        const QByteArray bytes = "ana [4:06 PM]\na\n\nben [4:07 PM]\nb\n";
        const auto plain = EvidenceInput::fromBytes(u"chat.txt"_s, bytes);
        QCOMPARE(slack.missing(*plain, {}), Needs(Need::Date | Need::Zone));
        QCOMPARE(slack.missing(*plain, given()), Needs());
        const auto named = EvidenceInput::fromBytes(u"ops-2024-01-30.txt"_s, bytes);
        QCOMPARE(slack.missing(*named, {}), Needs(Need::Zone));
        const auto stated =
            EvidenceInput::fromBytes(u"chat.txt"_s, QByteArray("January 29, 2024\n" + bytes));
        QCOMPARE(slack.missing(*stated, {}), Needs(Need::Zone));
        RecordingSink sink;
        ImportOptions options;
        options.zone = u"UTC"_s;
        QVERIFY(slack.read(*named, options, sink));
        QCOMPARE(sink.times().first(), u"2024-01-30T16:06:00Z"_s);
        QCOMPARE(sink.remarks.size(), 1);
        RecordingSink undated;
        QVERIFY(slack.read(*plain, {}, undated));
        QCOMPARE(undated.times().first(), u"undated"_s);
    }

    void whatsAppLinesAreRead()
    {
        const auto sink = read(u"whatsapp"_s,
                               "31/1/24, 23:55 - Messages are end-to-end encrypted.\n"
                               "31/1/24, 23:55 - Ana: is it down?\nfor good\n\n"
                               "31/1/24, 23:56 - +34 600 000: <Media omitted>\n"
                               "31/1/24, 23:54 - Ana: late\n"
                               "31/1/24, 23:57 - Ben: \n"
                               "99/1/24, 23:58 - Ben: when\n"
                               "1/2/24, 0:01 - Ben: see: http://x/\n");
        QCOMPARE(sink.titles(),
                 (QStringList{ u"Messages are end-to-end encrypted."_s, u"is it down?"_s,
                               u"<Media omitted>"_s, u"late"_s, u"when"_s, u"see: http://x/"_s }));
        QCOMPARE(names(sink),
                 (QStringList{ u"-"_s, u"Ana"_s, u"+34 600 000"_s, u"Ana"_s, u"Ben"_s, u"Ben"_s }));
        QCOMPARE(sink.events[1].text, u"is it down?\nfor good"_s);
        QVERIFY(sink.events[0].kind == EventKind::Other);
        QCOMPARE(sink.times(),
                 (QStringList{ u"2024-01-31T22:55:00Z"_s, u"2024-01-31T22:55:00Z"_s,
                               u"2024-01-31T22:56:00Z"_s, u"2024-01-31T22:54:00Z"_s, u"undated"_s,
                               u"2024-01-31T23:01:00Z"_s }));
        QCOMPARE(sink.events[1].time.text, u"31/1/24, 23:55"_s);
        QVERIFY(sink.events[1].time.basis == TimeBasis::ZoneAssumed);
        QCOMPARE(sink.remarks.size(), 3);
        QVERIFY(sink.remarks[0].contains(u"day, month, year"_s));
        QCOMPARE(sink.skipped.size(), 1);
    }

    void theOrderOfWhatsAppsDaysIsDecidedFromTheFile_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("remark");
        const auto row = [](const char *name, const char *bytes, const char *first,
                            const char *remark) {
            QTest::newRow(name) << QByteArray(bytes) << QString::fromLatin1(first)
                                << QString::fromLatin1(remark);
        };
        row("settled at the end: day first",
            "2/3/24, 10:00 - A: a\n4/3/24, 10:00 - B: b\n13/3/24, 10:00 - A: c\n",
            "2024-03-02T09:00:00Z", "written as day, month");
        row("settled: month first", "2/3/24, 10:00 - A: a\n2/14/24, 10:00 - B: b\n",
            "2024-02-03T09:00:00Z", "written as month, day");
        row("by the order of the lines: month first",
            "1/9/24, 10:00 - A: a\n2/3/24, 10:00 - B: b\n3/2/24, 10:00 - A: c\n"
            "4/1/24, 10:00 - A: d\n",
            "2024-01-09T09:00:00Z", "nothing in the file settles");
        row("by the order of the lines: day first",
            "9/1/24, 10:00 - A: a\n3/2/24, 10:00 - B: b\n2/3/24, 10:00 - A: c\n",
            "2024-01-09T09:00:00Z", "read as day, month");
        row("by the clock: month first", "2/3/24, 10:00 AM - A: a\n2/3/24, 1:00 PM - B: b\n",
            "2024-02-03T09:00:00Z", "read as month, day");
        row("by nothing: day first", "2/3/24, 10:00 - A: a\n2/3/24, 13:00 - B: b\n",
            "2024-03-02T09:00:00Z", "read as day, month");
        row("year first", "2024/3/2, 10:00 - A: a\n2024/3/2, 13:00 - B: b\n",
            "2024-03-02T09:00:00Z", "written as year, month");
        row("points", "02.03.24, 10:00 - A: a\n14.03.24, 13:00 - B: b\n", "2024-03-02T09:00:00Z",
            "written as day, month");
        row("iOS",
            "\xE2\x80\x8E[14/03/2024, 10:00:05\xE2\x80\xAFPM] A: a\n[15/03/2024, 1:00:00 PM] B: "
            "\xE2\x80\x8Eimage omitted\n",
            "2024-03-14T21:00:05Z", "written as day, month");
        row("Spanish", "14/3/24 1:05 p.\xC2\xA0m. - A: a\n14/3/24 2:05 p.\xC2\xA0m. - B: b\n",
            "2024-03-14T12:05:00Z", "written as day, month");
    }

    void theOrderOfWhatsAppsDaysIsDecidedFromTheFile()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, first);
        QFETCH(QString, remark);
        const auto sink = read(u"whatsapp"_s, bytes);
        QCOMPARE(sink.times().first(), first);
        QCOMPARE(sink.events.first().title, u"a"_s);
        QVERIFY2(sink.remarks.first().contains(remark), qPrintable(sink.remarks.first()));
    }

    void whatsAppNeedsAZone()
    {
        const auto input = EvidenceInput::fromBytes(u"x.txt"_s, "1/1/24, 10:00 - A: a\n");
        const Importer &whatsApp = *m_registry.find(u"whatsapp"_s);
        QCOMPARE(whatsApp.missing(*input, {}), Needs(Need::Zone));
        QCOMPARE(whatsApp.missing(*input, given()), Needs());
    }

    void theChatOfAZoomRecordingCountsFromItsStart()
    {
        const auto sink =
            read(u"zoom-chat"_s,
                 "00:05:41\tAna Ruiz (Ops):\tsounds: great\r\n"
                 "00:06:00\tBen:\tReplying to \"sounds: gr...\"\n\nno\nit does not\r\n"
                 "00:06:05\tAna Ruiz (Ops):\tReacted to \"no\" with \xF0\x9F\x91\x8D\r\n"
                 "00:05:00\tBen:\tlate\r\n00:07:00\tBen:\t\r\n01:00:00\ta: b:\tx\r\n");
        QCOMPARE(sink.titles(),
                 (QStringList{ u"sounds: great"_s, u"no"_s, u"Reacted to \"no\" with 👍"_s,
                               u"late"_s, u"x"_s }));
        QCOMPARE(names(sink),
                 (QStringList{ u"Ana Ruiz (Ops)"_s, u"Ben"_s, u"Ana Ruiz (Ops)"_s, u"Ben"_s,
                               u"a: b"_s }));
        QCOMPARE(sink.events[1].text, u"no\nit does not\n\nReplying to \"sounds: gr...\""_s);
        QVERIFY(sink.events[2].kind == EventKind::Other);
        QCOMPARE(sink.times(),
                 (QStringList{ u"2024-01-31T09:05:41Z"_s, u"2024-01-31T09:06:00Z"_s,
                               u"2024-01-31T09:06:05Z"_s, u"2024-01-31T09:05:00Z"_s,
                               u"2024-01-31T10:00:00Z"_s }));
        QVERIFY(sink.events[0].time.reference == ClockReference::Start);
        QCOMPARE(sink.events[0].time.reading, std::optional<qint64>(341'000'000));
        QCOMPARE(sink.remarks.size(), 1);
        QCOMPARE(sink.skipped.size(), 1);
        const auto input = EvidenceInput::fromBytes(u"x.txt"_s, "00:05:41\tAna:\tb\n");
        const Importer &zoom = *m_registry.find(u"zoom-chat"_s);
        QCOMPARE(zoom.missing(*input, {}), Needs(Need::Start));
        QCOMPARE(zoom.missing(*input, given()), Needs());
    }

    void aSavedZoomChatHasTimesOfDay()
    {
        const QByteArray bytes = "23:59:05 From Ana to Everyone:\n\tis it down?\n"
                                 "00:00:10\t From  Ben  to  Ana(Direct Message) : see http://x/\n"
                                 "00:01:00 From Cy : old style\n";
        const auto sink = read(u"zoom-chat"_s, bytes);
        QCOMPARE(sink.titles(),
                 (QStringList{ u"is it down?"_s, u"see http://x/"_s, u"old style"_s }));
        QCOMPARE(names(sink), (QStringList{ u"Ana"_s, u"Ben"_s, u"Cy"_s }));
        QCOMPARE(sink.times(),
                 (QStringList{ u"2024-01-31T22:59:05Z"_s, u"2024-01-31T23:00:10Z"_s,
                               u"2024-01-31T23:01:00Z"_s }));
        const auto input = EvidenceInput::fromBytes(u"x.txt"_s, bytes);
        QCOMPARE(m_registry.find(u"zoom-chat"_s)->missing(*input, {}),
                 Needs(Need::Date | Need::Zone));
    }

    void subtitlesAreStatementsFromTheStart()
    {
        const auto sink = read(
            u"srt"_s,
            "1\n00:00:01,500 --> 00:00:02,000 X1:1 X2:2\n<i>Ana Ruiz: is it</i>\\Ndown?\n\n"
            "2\n0:00:03.5 --> 00:00:04,25\n{\\an8}yes\n3\n00:00:05,000 --> 00:00:06,000\nno\n\n"
            "4\nno time\n\n00:00:0x,000 --> 00:00:07,000\nbroken\n\n"
            "5\n00:00:08,000 --> 00:00:07,000\nbackwards\n\n6\n00:00:09,000 --> 00:00:10,000\n\n");
        QCOMPARE(sink.titles(), (QStringList{ u"is it"_s, u"yes"_s, u"no"_s }));
        QCOMPARE(sink.events[0].text, u"is it\ndown?"_s);
        QCOMPARE(sink.events[0].actors.first().name, u"Ana Ruiz"_s);
        QCOMPARE(sink.times(),
                 (QStringList{ u"2024-01-31T09:00:01.500Z / 2024-01-31T09:00:02Z"_s,
                               u"2024-01-31T09:00:03.500Z / 2024-01-31T09:00:04.250Z"_s,
                               u"2024-01-31T09:00:05Z / 2024-01-31T09:00:06Z"_s }));
        QVERIFY(sink.events[0].time.reference == ClockReference::Start);
        QCOMPARE(sink.events[0].time.reading, std::optional<qint64>(1'500'000));
        QCOMPARE(sink.events[0].time.readingEnd, std::optional<qint64>(2'000'000));
        QCOMPARE(sink.skipped.size(), 4);
        const auto input =
            EvidenceInput::fromBytes(u"x.srt"_s, "1\n00:00:01,500 --> 00:00:02,000\na\n");
        const Importer &srt = *m_registry.find(u"srt"_s);
        QCOMPARE(srt.missing(*input, {}), Needs(Need::Start));
        RecordingSink none;
        QVERIFY(!srt.read(*input, {}, none));
    }
};

QTEST_GUILESS_MAIN(TextChatImportersTest)
#include "tst_textchatimporters.moc"
