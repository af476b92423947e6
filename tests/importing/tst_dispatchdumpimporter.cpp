// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/tools/copyreader.h"
#include "importing/tools/dispatchdumpimporter.h"
#include "support/readwith.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

class DispatchDumpImporterTest : public QObject {
    Q_OBJECT

    DispatchDumpImporter m_importer;

    static constexpr const char *kHead =
        "-- PostgreSQL database dump\nCREATE SCHEMA dispatch_organization_default;\n\n";
    static constexpr const char *kEvents =
        "COPY dispatch_organization_default.event (id, uuid, started_at, ended_at, source, "
        "description, details, individual_id, incident_id, case_id, type, owner) FROM stdin;\n";
    static constexpr const char *kIncidents =
        "COPY dispatch_organization_default.incident (id, name, title, description, reported_at, "
        "stable_at, closed_at) FROM stdin;\n"
        "4\tdefault-4\tOld keys\tSad noises\t2021-07-27 19:52:57.757214\t2021-07-27 "
        "19:54:03\t\\N\n\\.\n\n";
    static constexpr const char *kPeople =
        "COPY dispatch_organization_default.individual_contact (id, \"name\", email) FROM stdin;\n"
        "2\tAsha Rao\tasha@example.com\n3\t\\N\tben@example.com\n\\.\n";

    RecordingSink read(const QByteArray &bytes, const ImportOptions &options = {})
    {
        return readWith(m_importer, bytes, options);
    }

private slots:
    void aCopyStatementWithoutATableIsPassedOver()
    {
        const auto sink =
            read(QByteArray(kHead) + "COPY FROM stdin;\n\\.\nCOPY  FROM stdin;\n" + kIncidents);
        QCOMPARE(sink.events.size(), 2);
    }

    void eventsAndMarksOfIncidentsAreRead()
    {
        const auto sink =
            read(QByteArray(kHead) + kEvents
                 + "1\tu-1\t2021-07-27 19:54:05.75815\t2021-07-27 19:55:05\tCore\tIt was "
                   "\\\"stable\\\"\\nnow\tnull\t2\t4\t\\N\tCustom event\tAsha\n"
                   "2\tu-2\t2021-07-27 19:54:06\t2021-07-27 19:54:06\tSlack\tRoom made\t{\"a\": "
                   "1}\t3\t9\t\\N\t\\N\t\\N\n\\.\n\n"
                 + kIncidents + kPeople);
        QCOMPARE(sink.times(),
                 (QStringList{ u"2021-07-27T19:54:05.758150Z / 2021-07-27T19:55:05Z"_s,
                               u"2021-07-27T19:54:06Z"_s, u"2021-07-27T19:52:57.757214Z"_s,
                               u"2021-07-27T19:54:03Z"_s }));
        const ParsedEvent &first = sink.events[0];
        QCOMPARE(first.text,
                 u"It was \"stable\"\nnow\n\nsource: Core\ntype: Custom event\nowner: Asha"_s);
        QCOMPARE(first.lane, u"Old keys"_s);
        QCOMPARE(first.actors.first().name, u"Asha Rao"_s);
        QCOMPARE(first.actors.first().handle, u"asha@example.com"_s);
        QCOMPARE(first.naturalKey, u"u-1"_s);
        QVERIFY(first.kind == EventKind::Observation);
        QCOMPARE(sink.events[1].actors.first().name, u"ben@example.com"_s);
        QVERIFY(sink.events[1].lane.isEmpty());
        QVERIFY(sink.events[1].kind == EventKind::Log);
        QCOMPARE(sink.events[2].title, u"Old keys: reported"_s);
        QCOMPARE(sink.events[2].text, u"Old keys: reported\n\nSad noises"_s);
        QVERIFY(sink.events[2].kind == EventKind::Milestone);
        QVERIFY(sink.events[2].place.endsWith(u", reported_at"_s));
        QCOMPARE(sink.remarks.size(), 1);
        QVERIFY(sink.remarks[0].contains(u"UTC"_s));
    }

    void aChosenZoneGoesBeforeUtc()
    {
        ImportOptions options;
        options.zone = u"America/Los_Angeles"_s;
        const auto sink = read(QByteArray(kHead) + kIncidents, options);
        QCOMPARE(sink.times().first(), u"2021-07-28T02:52:57.757214Z"_s);
        QVERIFY(sink.events[0].time.basis == TimeBasis::ZoneAssumed);
    }

    void brokenRowsAreSkippedWithTheirPlace()
    {
        const auto sink = read(
            QByteArray(kEvents)
            + "1\tu-1\tsoon\t\\N\tCore\twords\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N\n1\tshort\n"
              "1\tu-1\t2021-07-27 19:54:05\t\\N\tCore\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N\n"
              "1\tu-1\t2021-07-27 19:54:05\t\\N\tCore\tgood\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N\n\\.\n");
        QCOMPARE(sink.titles(), QStringList{ u"good"_s });
        QCOMPARE(sink.skipped.size(), 3);
        QVERIFY(sink.skipped[0].startsWith(u"line 2: “soon” is not a time"_s));
        QVERIFY(sink.skipped[1].startsWith(u"line 3: "_s));
        QVERIFY(sink.skipped[2].startsWith(u"line 4: "_s));
    }

    void aTableThatIsNotClosedIsRefused()
    {
        RecordingSink sink;
        const auto summary = readBytes(m_importer, QByteArray(kHead) + kEvents, sink);
        QVERIFY(!summary);
        QVERIFY(summary.error().what.contains(u"“event”"_s));
    }

    void escapesAreRead()
    {
        QCOMPARE(unescapedCopyField(u"a\\tb\\nc\\\\d\\r"), u"a\tb\nc\\d\r"_s);
        QCOMPARE(unescapedCopyField(u"\\101\\x42\\x4\\7"), u"AB\u0004\u0007"_s);
        QCOMPARE(unescapedCopyField(u"\\q\\"), u"q\\"_s);
    }

    void itsOwnFilesAreTold()
    {
        const auto probe = [this](const QByteArray &bytes) {
            return m_importer.probe(*EvidenceInput::fromBytes(u"x"_s, bytes));
        };
        QCOMPARE(probe(kHead), 98);
        QCOMPARE(probe("-- x\n" + QByteArray(kEvents)), 90);
        QCOMPARE(probe("-- PostgreSQL database dump\nCREATE TABLE x;\n"), 0);
        QCOMPARE(probe("dispatch_core is a schema\n"), 0);
    }
};

QTEST_GUILESS_MAIN(DispatchDumpImporterTest)
#include "tst_dispatchdumpimporter.moc"
