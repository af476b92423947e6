// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/sourceclock.h"
#include "importing/importerregistry.h"
#include "importing/reports/reportdraft.h"
#include "support/recordingsink.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

/// Real corpora of incident reports. The figures were counted in the files by other means.
class ReportSamplesTest : public QObject {
    Q_OBJECT

    const ImporterRegistry m_registry;

    static QDir folder(const QString &name)
    {
        return QDir(qEnvironmentVariable("SECONDSTORY_SHARED") + u"/samples/"_s + name);
    }

    static ImportOptions london()
    {
        ImportOptions options;
        options.fallbackZone = u"Europe/London"_s;
        return options;
    }

    struct Counts {
        int files = 0;
        int events = 0;
        int milestones = 0;
        int statements = 0;
        int skipped = 0;
    };

    /// Reads all files of a folder with the format that is detected for them.
    Counts readAll(const QDir &dir)
    {
        Counts counts;
        for (const QString &name : dir.entryList(QDir::Files, QDir::Name)) {
            const auto input = EvidenceInput::open(dir.filePath(name));
            const auto candidates = m_registry.detect(**input);
            if (candidates.empty() || candidates.front().importer->id() != u"incident-report"_s)
                QTest::qFail(qPrintable(name), __FILE__, __LINE__);
            RecordingSink sink;
            const auto summary = candidates.front().importer->read(**input, london(), sink);
            if (!summary)
                QTest::qFail(qPrintable(summary.error().toString()), __FILE__, __LINE__);
            ++counts.files;
            counts.skipped += static_cast<int>(sink.skipped.size());
            for (const ParsedEvent &event : sink.events) {
                ++counts.events;
                counts.milestones += event.kind == EventKind::Milestone ? 1 : 0;
                counts.statements += event.kind == EventKind::Statement ? 1 : 0;
            }
            checkClock(*summary, sink);
        }
        return counts;
    }

    static void checkClock(const ReadSummary &summary, const RecordingSink &sink)
    {
        const SourceClock clock{ summary.zone, {}, {}, 0 };
        for (const ParsedEvent &event : sink.events)
            QCOMPARE(ReadingResolver(clock).retimed(event.time, clock), event.time);
    }

private slots:
    void recordsWithFrontMatterAreRead()
    {
        const QDir dir = folder(u"corpus-icco-postmortems"_s);
        if (!dir.exists())
            QSKIP("the sample reports are not here");
        const Counts counts = readAll(dir);
        QCOMPARE(counts.files, 80);
        QCOMPARE(counts.milestones, 94);
        QCOMPARE(counts.statements, 30); // files that state no time
        QCOMPARE(counts.events, 94 + 30 + 2);
        QCOMPARE(counts.skipped, 0);
    }

    void recordsOfOneSkeletonAreRead_data()
    {
        QTest::addColumn<int>("milestones");
        QTest::addColumn<int>("entries");
        QTest::addColumn<int>("durations");
        QTest::addColumn<int>("actions");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("last");
        const auto row = [](const char *name, int milestones, int entries, int durations,
                            int actions, const char *first, const char *last) {
            QTest::newRow(name) << milestones << entries << durations << actions
                                << QString::fromLatin1(first) << QString::fromLatin1(last);
        };
        row("2020-02-12", 3, 0, 2, 0, "2020-02-12T11:45:00Z", "2020-02-12T12:07:00Z");
        row("2020-08-04", 4, 0, 2, 0, "2020-08-04T12:30:00Z", "2020-08-05T15:16:00Z");
        row("2021-05-10", 3, 0, 2, 4, "2021-05-10T11:15:00Z", "2021-05-11T09:00:00Z");
        row("2021-07-12", 4, 0, 2, 7, "2021-07-12T14:44:00Z", "2021-07-13T10:49:00Z");
        row("2022-01-22", 4, 0, 2, 6, "2022-01-22T11:57:00Z", "2022-01-22T14:38:00Z");
        row("2023-02-02", 4, 12, 2, 3, "2023-02-02T10:14:00Z", "2023-02-02T11:36:00Z");
        row("2023-08-04", 4, 12, 2, 2, "2023-08-04T08:14:00Z", "2023-08-10T13:47:00Z");
        row("2024-07-25", 4, 18, 2, 4, "2024-07-25T11:10:00Z", "2024-07-25T15:19:00Z");
        row("2025-01-13", 4, 0, 2, 0, "2025-01-13T10:13:00Z", "2025-01-14T16:53:00Z");
        row("2025-07-23", 4, 20, 0, 8, "2025-07-23T14:35:00Z", "2025-07-24T11:34:00Z");
        row("2026-03-30", 4, 17, 0, 2, "2026-03-30T07:56:00Z", "2026-03-30T13:41:00Z");
    }

    void recordsOfOneSkeletonAreRead()
    {
        QFETCH(int, milestones);
        QFETCH(int, entries);
        QFETCH(int, durations);
        QFETCH(int, actions);
        QFETCH(QString, first);
        QFETCH(QString, last);
        const QDir dir = folder(u"corpus-moj-incidents"_s);
        const QStringList names =
            dir.entryList({ QString::fromUtf8(QTest::currentDataTag()) + u'*' }, QDir::Files);
        if (names.isEmpty())
            QSKIP("the sample reports are not here");
        const auto input = EvidenceInput::open(dir.filePath(names.first()));
        const auto draft = readReportDraft(**input, london());
        QVERIFY(draft);
        QCOMPARE(draft->statedTimes().size(), milestones);
        QCOMPARE(draft->entries.size(), entries);
        QCOMPARE(draft->durations.size(), durations);
        QCOMPARE(draft->actionItems.size(), actions);
        QCOMPARE(toRfc3339(*draft->statedTimes().first().time.start), first);
        const auto end = draft->entries.isEmpty() ? draft->statedTimes().last().time.start
                                                  : draft->entries.last().time.start;
        QCOMPARE(toRfc3339(*end), last);
        for (const StatedDuration &duration : draft->durations)
            QVERIFY(duration.us);
    }

    void theWholeSkeletonCorpusIsRead()
    {
        const QDir dir = folder(u"corpus-moj-incidents"_s);
        if (!dir.exists())
            QSKIP("the sample reports are not here");
        const Counts counts = readAll(dir);
        QCOMPARE(counts.files, 20);
        QCOMPARE(counts.milestones, 76);
        QCOMPARE(counts.events, 76 + 95);
        QCOMPARE(counts.skipped, 0);
    }

    void plainReportsStayWithTheirFormat()
    {
        const QDir dir = folder(u"incident-report-md"_s);
        if (!dir.exists())
            QSKIP("the sample reports are not here");
        QStringList records;
        QStringList plain;
        for (const QString &name : dir.entryList({ u"*.md"_s }, QDir::Files, QDir::Name)) {
            const auto input = EvidenceInput::open(dir.filePath(name));
            const auto candidates = m_registry.detect(**input);
            QVERIFY2(!candidates.empty(), qPrintable(name));
            const QString id = candidates.front().importer->id();
            (id == u"incident-report"_s ? records : plain).append(name);
            QVERIFY(id == u"incident-report"_s || id == u"text-timeline"_s);
        }
        // Those with a front matter.
        QCOMPARE(records,
                 (QStringList{ u"cloudgov-2018-01-11.md"_s, u"eslint-2018-07-12.md"_s,
                               u"nodejs-2023-03-17.md"_s, u"rust-crates-io-incident-report.md"_s,
                               u"rust-docsrs-outage-postmortem.md"_s }));
        QCOMPARE(plain.size(), 10);
    }

    void nothingElseIsTakenForAReport()
    {
        const QDir samples = folder(QString());
        if (!samples.exists())
            QSKIP("the samples are not here");
        for (const QString &room : samples.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            if (room.startsWith(u"corpus-"_s) || room == u"incident-report-md"_s)
                continue;
            const QDir dir(samples.filePath(room));
            for (const QString &name : dir.entryList(QDir::Files)) {
                const auto input = EvidenceInput::open(dir.filePath(name));
                if (!input)
                    continue;
                const auto candidates = m_registry.detect(**input);
                QVERIFY2(candidates.empty()
                             || candidates.front().importer->id() != u"incident-report"_s,
                         qPrintable(QString(room + u'/' + name)));
            }
        }
    }
};

QTEST_GUILESS_MAIN(ReportSamplesTest)
#include "tst_samples_reports.moc"
