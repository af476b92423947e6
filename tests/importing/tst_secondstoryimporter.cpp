// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/tools/secondstoryimporter.h"
#include "support/readwith.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

class SecondStoryImporterTest : public QObject {
    Q_OBJECT

    SecondStoryImporter m_importer;

    /// JSON written with single quotes, which read better in a test.
    static QByteArray json(QByteArray text) { return text.replace('\'', '"'); }

    static QByteArray review(const QByteArray &events, const QByteArray &title = "Checkout outage")
    {
        return json("{'format': 'secondstory-review/1', 'review': {'id': 'r', 'title': '" + title
                    + "'}, 'people': [{'id': 'p1', 'name': 'Asha Rao', 'pseudonym': 'Tern'}, "
                      "{'id': 'p2', 'name': 'pager', 'kind': 'bot'}, {'id': 'p3', 'role': "
                      "'on-call'}], 'lanes': [{'id': 'l1', 'name': '#incident'}], "
                      "'sources': [{'id': 's1', 'fileName': 'chat.zip'}], 'events': ["
                    + events + "], 'factors': [{'id': 'f1', 'title': 'x'}]}\n");
    }

    RecordingSink read(const QByteArray &bytes) { return readWith(m_importer, bytes); }

private slots:
    void eventsComeWithTheirTimesPeopleAndLanes()
    {
        const auto sink = read(review(
            "{'id': 'e1', 'source': 's1', 'place': 'line 7', 'recorded': {'start': "
            "'2026-03-12T13:02:00Z',\n"
            "'end': '2026-03-12T13:05:00Z', 'text': '14:02', 'zone': 'Europe/Paris', 'precision': "
            "'minute',\n"
            "'basis': 'zone-assumed', 'approximate': true, 'reference': 'wall', 'reading': 5},\n"
            "'asserted': {'start': '2026-03-12T13:03:00Z', 'reason': 'slow clock'}, 'kind': "
            "'decision',\n"
            "'lane': 'l1', 'actors': ['p1', 'p2', 'p9'], 'title': 'Rolled back', 'text': 'All of "
            "it',\n"
            "'caption': 'turning point', 'note': 'ask why'}"));
        const ParsedEvent &event = sink.events.first();
        QCOMPARE(RecordingSink::timeOf(event), u"2026-03-12T13:02:00Z / 2026-03-12T13:05:00Z"_s);
        QCOMPARE(event.time.text, u"14:02"_s);
        QCOMPARE(event.time.zone, u"Europe/Paris"_s);
        QVERIFY(event.time.precision == TimePrecision::Minute && event.time.approximate);
        QVERIFY(event.time.basis == TimeBasis::ZoneAssumed);
        QVERIFY(event.time.reference == ClockReference::Instant);
        QCOMPARE(*event.time.reading, event.time.start->us);
        QVERIFY(event.kind == EventKind::Decision);
        QCOMPARE(event.lane, u"Checkout outage: #incident"_s);
        QCOMPARE(event.actors.size(), 2);
        QCOMPARE(event.actors[0].name, u"Tern"_s);
        QCOMPARE(event.actors[0].handle, u"p1"_s);
        QVERIFY(event.actors[1].kind == PersonKind::Bot);
        QCOMPARE(event.title, u"Rolled back"_s);
        QCOMPARE(event.text,
                 u"All of it\n\nCaption: turning point\nThat review holds the time to be: "
                 "2026-03-12T13:03:00Z (slow clock)\nNote: ask why\nFrom: chat.zip line 7"_s);
        QCOMPARE(event.naturalKey, u"Checkout outage: e1"_s);
        QCOMPARE(event.place, u"line 1, /events/0"_s);
    }

    void anAssertedTimeCountsWhereNoneWasRecorded()
    {
        const auto sink = read(review("{'title': 'a', 'recorded': {'text': 'around noon'}, "
                                      "'asserted': {'start': '2026-03-12T12:00:00Z',\n"
                                      "'end': '2026-03-12T12:10:00Z', 'certainty': 'about'}}, "
                                      "{'title': 'b', 'asserted': null},\n"
                                      "{'title': 'c', 'recorded': {'start': null}}"));
        QCOMPARE(sink.times(),
                 (QStringList{ u"2026-03-12T12:00:00Z / 2026-03-12T12:10:00Z"_s, u"undated"_s,
                               u"undated"_s }));
        QVERIFY(sink.events[0].time.approximate);
        QCOMPARE(sink.events[0].time.text, u"around noon"_s);
        QCOMPARE(sink.events[1].lane, u"Checkout outage"_s);
    }

    void manyReviewsOneALineKeepTheirNamesApart()
    {
        const QByteArray event = "{'id': 'e1', 'title': 'a', 'lane': 'l1', 'actors': ['p1']}";
        const auto sink = read(review(event, "One") + review(event, "Two"));
        QCOMPARE(sink.events.size(), 2);
        QCOMPARE(sink.events[0].lane, u"One: #incident"_s);
        QCOMPARE(sink.events[1].lane, u"Two: #incident"_s);
        QVERIFY(sink.events[0].naturalKey != sink.events[1].naturalKey);
        QVERIFY(sink.events[0].place != sink.events[1].place);
    }

    void idsOfTheProgramStandForThemselves()
    {
        const auto sink = read(
            review("{'id': '7f1dc0a2-3f0e-4a54-9d1c-0c8d2f6f2b11', 'title': 'a', 'kind': 'odd'}"));
        QCOMPARE(sink.events[0].naturalKey, u"7f1dc0a2-3f0e-4a54-9d1c-0c8d2f6f2b11"_s);
        QVERIFY(sink.events[0].kind == EventKind::Other);
        QVERIFY(sink.remarks[0].contains(u"“odd”"_s));
    }

    void whatStandsBehindTheEventsIsKnownToo()
    {
        const auto sink = read(json("{'events': [{'title': 'a', 'lane': 'l1', 'actors': ['p1']}], "
                                    "'lanes': [{'id': 'l1', 'name': 'L'}],\n"
                                    "'people': [{'id': 'p1', 'name': 'Ben'}], 'review': {'title': "
                                    "'Late'}, 'format': 'secondstory-review/1'}"));
        QCOMPARE(sink.events[0].lane, u"Late: L"_s);
        QCOMPARE(sink.events[0].actors.first().name, u"Ben"_s);
    }

    void brokenEventsAreSkippedWithTheirPlace()
    {
        const auto sink = read(review("{'title': 'a'}, {'kind': 'log'},\n"
                                      "{'title': 'c', 'recorded': {'start': 'yesterday'}}"));
        QCOMPARE(sink.titles(), QStringList{ u"a"_s });
        QCOMPARE(sink.skipped.size(), 2);
        QVERIFY(sink.skipped[0].startsWith(u"line 1, /events/1: "_s));
        QVERIFY(sink.skipped[1].startsWith(u"line 2, /events/2: "_s));
    }

    void otherVersionsAreRefused()
    {
        RecordingSink sink;
        const auto summary =
            readBytes(m_importer,
                      json("{'format': 'secondstory-review/9', 'review': {'title': 'x'},\n"
                           "'events': [{'title': 'a'}]}"),
                      sink);
        QVERIFY(!summary);
        QVERIFY(summary.error().code == ErrorCode::BadInput);
        QVERIFY(summary.error().what.contains(u"secondstory-review/9"_s));
        QVERIFY(sink.events.isEmpty());
    }

    void theProgramsOwnSamplesAreRead()
    {
        const auto input = EvidenceInput::open(qEnvironmentVariable("SECONDSTORY_SOURCE")
                                               + u"/resources/samples/library.jsonl"_s);
        QVERIFY(input);
        QCOMPARE(m_importer.probe(**input), 100);
        RecordingSink sink;
        QVERIFY(m_importer.read(**input, {}, sink));
        QCOMPARE_GT(sink.events.size(), 0);
        QVERIFY(sink.skipped.isEmpty());
        QVERIFY(sink.remarks.isEmpty());
        QSet<QString> keys;
        for (const ParsedEvent &event : sink.events)
            keys.insert(event.naturalKey);
        QCOMPARE(keys.size(), sink.events.size());
    }

    void itsOwnFilesAreTold()
    {
        const auto probe = [this](const QByteArray &bytes) {
            return m_importer.probe(*EvidenceInput::fromBytes(u"x"_s, bytes));
        };
        QCOMPARE(probe(review("{'title': 'a'}")), 100);
        QCOMPARE(probe(review("{'title': 'a'}") + review("{'title': 'b'}")), 100);
        QCOMPARE(probe(json("{'format': 'x', 'events': []}")), 0);
        QCOMPARE(probe("secondstory-review/1"), 0);
    }
};

QTEST_GUILESS_MAIN(SecondStoryImporterTest)
#include "tst_secondstoryimporter.moc"
