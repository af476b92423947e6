// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/chat/webvttimporter.h"
#include "support/readwith.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

class WebVttImporterTest : public QObject {
    Q_OBJECT

    WebVttImporter m_importer;

    static ImportOptions started()
    {
        ImportOptions options;
        options.start = fromRfc3339(u"2026-02-19T14:00:00Z");
        return options;
    }

    RecordingSink read(const QByteArray &bytes)
    {
        return readWith(m_importer, bytes, started(), u"call.vtt"_s);
    }

private slots:
    void cuesAreStatementsFromTheStart()
    {
        const auto sink = read(
            "\xEF\xBB\xBFWEBVTT - call\nKind: captions\n\nNOTE a remark\nover two "
            "lines\n\nSTYLE\n::cue { color: red }\n\n"
            "1\n00:05:31.760 --> 00:05:34.100 align:start\nJosh Davis: Can I get a mic "
            "check?\nPlease.\n\n"
            "intro\n01:02.000 --> 01:03.500\n<v.loud Asha Rao>Yes &amp; <b>no</b> &lt;3</v>\n\n"
            "00:06:00.000 --> 00:06:01.000\nIt was like this: nobody knew, really\n");
        QCOMPARE(sink.times(),
                 (QStringList{ u"2026-02-19T14:05:31.760Z / 2026-02-19T14:05:34.100Z"_s,
                               u"2026-02-19T14:01:02Z / 2026-02-19T14:01:03.500Z"_s,
                               u"2026-02-19T14:06:00Z / 2026-02-19T14:06:01Z"_s }));
        const ParsedEvent &first = sink.events.first();
        QCOMPARE(first.title, u"Can I get a mic check?"_s);
        QCOMPARE(first.text, u"Can I get a mic check?\nPlease."_s);
        QCOMPARE(first.actors.first().name, u"Josh Davis"_s);
        QCOMPARE(first.place, u"line 11"_s);
        QCOMPARE(first.time.text, u"00:05:31.760 --> 00:05:34.100"_s);
        QVERIFY(first.kind == EventKind::Statement);
        QVERIFY(first.time.basis == TimeBasis::Relative);
        QVERIFY(first.time.reference == ClockReference::Start);
        QCOMPARE(first.time.reading, std::optional<qint64>(331'760'000));
        QCOMPARE(first.time.readingEnd, std::optional<qint64>(334'100'000));
        QVERIFY(first.time.precision == TimePrecision::Millisecond);
        QCOMPARE(sink.events[1].title, u"Yes & no <3"_s);
        QCOMPARE(sink.events[1].actors.first().name, u"Asha Rao"_s);
        QVERIFY(sink.events[2].actors.isEmpty());
        QVERIFY(sink.skipped.isEmpty());
    }

    void aBadTimeLineSkipsItsCueAlone()
    {
        const auto sink = read(
            "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\na\n\n00:00:0x.000 --> 00:00:04.000\nb\n\n"
            "00:00:09.000 --> 00:00:05.000\nbackwards\n\nno time at all\n\n00:00:06.000 --> "
            "00:00:07.000\n\n00:00:08.000 --> 00:00:09.000\nc\n");
        QCOMPARE(sink.titles(), (QStringList{ u"a"_s, u"c"_s }));
        QCOMPARE(sink.skipped.size(), 4);
        QVERIFY(sink.skipped[0].startsWith(u"line 6: "_s));
        QVERIFY(sink.skipped[1].startsWith(u"line 9: "_s));
        QVERIFY(sink.skipped[2].startsWith(u"line 12: "_s));
        QVERIFY(sink.skipped[3].startsWith(u"line 14: "_s));
    }

    void cuesWithoutABlankLineBetweenAreTold()
    {
        const auto sink =
            read("WEBVTT\n\n00:01.000 --> 00:02.000\na\n00:03.000 --> 00:04.000\nb\n");
        QCOMPARE(sink.titles(), (QStringList{ u"a"_s, u"b"_s }));
    }

    void theStartIsNeeded()
    {
        const auto input =
            EvidenceInput::fromBytes(u"a.vtt"_s, "WEBVTT\n\n00:01.000 --> 00:02.000\na\n");
        QCOMPARE(m_importer.missing(*input, {}), Needs(Need::Start));
        QCOMPARE(m_importer.missing(*input, started()), Needs());
        RecordingSink sink;
        const auto summary = m_importer.read(*input, {}, sink);
        QVERIFY(!summary);
        QVERIFY(summary.error().code == ErrorCode::Usage);
    }

    void whatIsNoTranscriptIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no header") << QByteArray("00:01.000 --> 00:02.000\na\n");
        QTest::newRow("header run on") << QByteArray("WEBVTTX\n\n00:01.000 --> 00:02.000\na\n");
        QTest::newRow("no cue") << QByteArray("WEBVTT\n\nNOTE nothing\n");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("NUL") << "WEBVTT\n\n00:01.000 --> 00:02.000\na\0\n"_ba;
    }

    void whatIsNoTranscriptIsRefused()
    {
        QFETCH(QByteArray, bytes);
        RecordingSink sink;
        const auto summary = readBytes(m_importer, bytes, sink, started());
        QVERIFY(!summary);
        QVERIFY(summary.error().code == ErrorCode::BadInput);
    }

    void realTranscriptsAreRead_data()
    {
        QTest::addColumn<int>("events");
        QTest::addColumn<int>("skipped");
        QTest::addColumn<int>("speakers");
        QTest::newRow("acdc-2026-02-19_175-transcript.vtt") << 139 << 0 << 139;
        QTest::newRow("captions_with_bom.vtt") << 4 << 0 << 0;
        QTest::newRow("missing_timeframe.vtt") << 6 << 1 << 0;
        QTest::newRow("sample.vtt") << 16 << 0 << 0;
        QTest::newRow("youtube_dl.vtt") << 4 << 0 << 0;
    }

    void realTranscriptsAreRead()
    {
        QFETCH(int, events);
        QFETCH(int, skipped);
        QFETCH(int, speakers);
        const auto input =
            EvidenceInput::open(qEnvironmentVariable("SECONDSTORY_SHARED") + u"/samples/webvtt/"_s
                                + QString::fromUtf8(QTest::currentDataTag()));
        if (!input)
            QSKIP("the sample transcripts are not here");
        QCOMPARE(m_importer.probe(**input), 100);
        RecordingSink sink;
        QVERIFY(m_importer.read(**input, started(), sink));
        QCOMPARE(sink.events.size(), events);
        QCOMPARE(sink.skipped.size(), skipped);
        const auto spoken = std::count_if(sink.events.begin(), sink.events.end(),
                                          [](const auto &e) { return !e.actors.isEmpty(); });
        QCOMPARE(spoken, speakers);
    }
};

QTEST_GUILESS_MAIN(WebVttImporterTest)
#include "tst_webvttimporter.moc"
