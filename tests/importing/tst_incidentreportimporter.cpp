// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/sourceclock.h"
#include "importing/importerregistry.h"
#include "importing/reports/incidentreportimporter.h"
#include "support/recordingsink.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

class IncidentReportImporterTest : public QObject {
    Q_OBJECT

    IncidentReportImporter m_importer;

    static QByteArray record()
    {
        return "---\ntitle: No logins\nweight: 3\n---\n\n# Incident on 2020-07-14\n\n"
               "- **Key events**\n  - First detected 2020-07-14 09:30\n  - Resolved 2020-07-14 "
               "12:00\n\n"
               "- **Context**:\n  - 2020-07-14 09:35 - Ann looks at the logs\n"
               "  - 2020-07-14 10:05: Decided to enlarge the store\n";
    }

    static ImportOptions in(const QString &zone)
    {
        ImportOptions options;
        options.fallbackZone = zone;
        return options;
    }

    const ImporterRegistry m_registry;

    [[nodiscard]] QString winner(const QByteArray &bytes,
                                 const QString &name = u"report.md"_s) const
    {
        const auto found = m_registry.detect(*EvidenceInput::fromBytes(name, bytes));
        return found.empty() ? QString() : found.front().importer->id();
    }

private slots:
    void momentsAreMilestonesAndEntriesAreEvents()
    {
        RecordingSink sink;
        const auto summary = readBytes(m_importer, record(), sink, in(u"Europe/London"_s));
        QVERIFY(summary);
        QCOMPARE(sink.titles(),
                 (QStringList{ u"First detected"_s, u"Resolved"_s, u"Ann looks at the logs"_s,
                               u"Decided to enlarge the store"_s }));
        QCOMPARE(sink.times(),
                 (QStringList{ u"2020-07-14T08:30:00Z"_s, u"2020-07-14T11:00:00Z"_s,
                               u"2020-07-14T08:35:00Z"_s, u"2020-07-14T09:05:00Z"_s }));
        QVERIFY(sink.events[0].kind == EventKind::Milestone);
        QVERIFY(sink.events[3].kind == EventKind::Decision);
        QCOMPARE(sink.events[0].text, u"First detected 2020-07-14 09:30"_s);
        QCOMPARE(sink.events[0].place, u"line 9"_s);
        QCOMPARE(sink.events[3].place, u"line 14"_s);
        QCOMPARE(summary->zone, u"Europe/London"_s);
        QVERIFY(summary->basis == TimeBasis::ZoneAssumed);
    }

    void keysOfTheFrontMatterAreMilestones()
    {
        RecordingSink sink;
        const auto summary =
            readBytes(m_importer,
                      "---\ntitle: T\ncompany: A\nstart_time: 2020-01-01T10:00:00Z\nend_time: "
                      "2020-01-01T12:00:00+01:00\n---\nWords.\n",
                      sink);
        QVERIFY(summary);
        QCOMPARE(sink.titles(), (QStringList{ u"Start time"_s, u"End time"_s }));
        QCOMPARE(sink.times(),
                 (QStringList{ u"2020-01-01T10:00:00Z"_s, u"2020-01-01T11:00:00Z"_s }));
        QVERIFY(summary->basis == TimeBasis::Absolute);
        QVERIFY(summary->zone.isEmpty());
    }

    void aRecordWithoutTimesIsOneUndatedStatement()
    {
        RecordingSink sink;
        QVERIFY(readBytes(
            m_importer,
            "---\ntitle: T\ncompany: A\nproduct: B\n---\n\nIt broke. Then it did not.\n", sink));
        QCOMPARE(sink.times(), QStringList{ u"undated"_s });
        QCOMPARE(sink.titles(), QStringList{ u"T"_s });
        QCOMPARE(sink.events.first().text, u"T\nIt broke. Then it did not."_s);
        QVERIFY(sink.events.first().kind == EventKind::Statement);
    }

    void anUnchangedClockMovesNothing()
    {
        RecordingSink sink;
        const auto summary = readBytes(m_importer, record(), sink, in(u"Europe/London"_s));
        const SourceClock clock{ summary->zone, {}, {}, 0 };
        for (const ParsedEvent &event : sink.events)
            QCOMPARE(ReadingResolver(clock).retimed(event.time, clock), event.time);
        const SourceClock paris{ u"Europe/Paris"_s, {}, {}, 0 };
        for (const ParsedEvent &event : sink.events)
            QCOMPARE(ReadingResolver(paris).retimed(event.time, clock).start->us,
                     event.time.start->us - 3'600'000'000LL);
    }

    void whatIsMissingIsAskedFor()
    {
        const auto input = EvidenceInput::fromBytes(u"report.md"_s, record());
        QCOMPARE(m_importer.missing(*input, {}), Needs(Need::Zone));
        QCOMPARE(m_importer.missing(*input, in(u"UTC"_s)), Needs());
        RecordingSink sink;
        const auto refused = readBytes(m_importer, record(), sink);
        QVERIFY(!refused);
        QVERIFY(refused.error().code == ErrorCode::Usage);
        QVERIFY(sink.events.isEmpty());
    }

    void whatIsNoTimeIsSkippedWithItsPlace()
    {
        RecordingSink sink;
        QVERIFY(
            readBytes(m_importer,
                      "---\ntitle: T\nstart_time: soon\n---\n- Detected 2020-01-01 10:00Z\n\n"
                      "## Timeline\n\n| Time | What |\n|--|--|\n| later | a |\n| 2020-01-01 11:00Z "
                      "| b |\n\n- 2021-02-29 10:00Z c\n",
                      sink));
        QCOMPARE(sink.titles(), (QStringList{ u"Detected"_s, u"b"_s }));
        QCOMPARE(sink.skipped.size(), 1);
        QVERIFY(sink.skipped.first().startsWith(u"line 11: "_s));
        QVERIFY(sink.remarks.first().startsWith(u"line 3: "_s));
    }

    void recordsWinOverPlainReports()
    {
        QCOMPARE(winner(record()), u"incident-report"_s);
        QCOMPARE(winner("---\ntitle: T\ncompany: A\nsummary: b\n---\nWords.\n"),
                 u"incident-report"_s);
        QCOMPARE(winner("---\ntitle: T\n---\n- 2020-01-01 10:00 a\n- 10:05 b\n"),
                 u"incident-report"_s);
        QCOMPARE(winner("# Incident\n\n- Detected 2020-01-01 10:00\n- Resolved 2020-01-01 11:00\n"),
                 u"incident-report"_s);
        QCOMPARE(winner("# 2020-01-01\n- 10:00 a\n- 10:05 resolved\n"), u"text-timeline"_s);
        QCOMPARE(winner("---\ntitle: Soup\ntags: [food]\n---\nBoil water.\n"), QString());
        QCOMPARE(winner("# Notes\n\nStarted 2020-01-01 10:00\nStarted 2020-01-01 11:00\n"),
                 QString());
        QCOMPARE(winner("a: 1\nb: 2\n", u"config.yaml"_s), QString());
        QCOMPARE(winner("---\napiVersion: v1\nkind: Pod\n---\napiVersion: v1\n", u"pod.yaml"_s),
                 QString());
    }
};

QTEST_GUILESS_MAIN(IncidentReportImporterTest)
#include "tst_incidentreportimporter.moc"
