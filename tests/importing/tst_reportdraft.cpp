// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/sourceclock.h"
#include "importing/plainwords.h"
#include "importing/reports/durationtext.h"
#include "importing/reports/reportdraft.h"
#include "importing/reports/reportitems.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

class ReportDraftTest : public QObject {
    Q_OBJECT

    static ImportOptions london()
    {
        ImportOptions options;
        options.fallbackZone = u"Europe/London"_s;
        return options;
    }

    static ReportDraft read(const QByteArray &bytes, const ImportOptions &options = london(),
                            const QString &name = u"report.md"_s)
    {
        const auto draft = readReportDraft(*EvidenceInput::fromBytes(name, bytes), options);
        if (!draft)
            QTest::qFail(qPrintable(draft.error().toString()), __FILE__, __LINE__);
        return draft.value_or(ReportDraft());
    }

    static QString at(const std::optional<StatedTime> &stated)
    {
        return !stated            ? u"none"_s
            : !stated->time.start ? u"undated"_s
                                  : toRfc3339(*stated->time.start);
    }

    static QByteArray record()
    {
        return "---\ntitle: Incident on 2020-07-14 - no logins\nweight: 3\n---\n\n"
               "# Incident on 2020-07-14 - no logins\n\n"
               "- **Key events**\n"
               "  - Fault occurs 2020-07-14 08:15\n"
               "  - First detected: 2020-07-14 09:30\n"
               "  - Incident not declared, but agreed to be one\n"
               "  - Repaired 2020-07-15 1600\n"
               "  - Resolved 2020-07-13 17:00 UTC\n\n"
               "- **Time to repair**: 1d 6h 30m\n\n"
               "- **Time to resolve:** unclear\n\n"
               "- **Identified**: A user could not log in:\n```HTTP 500```\n\n"
               "- **Impact**: Nobody could log in. <%= partial 'x' %>\n\n"
               "- **Context**:\n"
               "  - 2020-07-14 09:35 - Ann looks at the logs\n"
               "  - The store had *run* full\n"
               "  - 2020-07-14 10:05: store enlarged\n\n"
               "- **Review actions**:\n"
               "  - Alert on a full store, see [ticket](https://x.org/1).\n"
               "  - Write it down\n"
               "    in the runbook\n"
               "    - how to enlarge it\n";
    }

private slots:
    void theSkeletonOfARecordIsRead()
    {
        const auto draft = read(record());
        QCOMPARE(draft.title, u"Incident on 2020-07-14 - no logins"_s);
        QCOMPARE(at(draft.began), u"2020-07-14T07:15:00Z"_s);
        QCOMPARE(at(draft.detected), u"2020-07-14T08:30:00Z"_s);
        QCOMPARE(at(draft.declared), u"none"_s);
        QCOMPARE(at(draft.mitigated), u"2020-07-15T15:00:00Z"_s);
        QCOMPARE(at(draft.resolved), u"2020-07-13T17:00:00Z"_s);
        QCOMPARE(draft.detected->label, u"First detected"_s);
        QCOMPARE(draft.detected->text, u"First detected: 2020-07-14 09:30"_s);
        QCOMPARE(draft.detected->time.text, u"2020-07-14 09:30"_s);
        QCOMPARE(draft.detected->place, u"line 10"_s);
        QVERIFY(draft.detected->time.reference == ClockReference::Wall);
        QVERIFY(draft.resolved->time.reference == ClockReference::Instant);
        QCOMPARE(draft.zone, u"Europe/London"_s);
        QCOMPARE(draft.lacking, Needs());
        QCOMPARE(draft.statedTimes().size(), 4);
        // A date that cannot be is told, and left as it is.
        QCOMPARE(draft.remarks.size(), 1);
        QCOMPARE(draft.remarks.first().place, u"line 13"_s);
    }

    void durationsKeepTheirWords()
    {
        const auto draft = read(record());
        QCOMPARE(draft.durations.size(), 2);
        QCOMPARE(draft.durations[0].label, u"Time to repair"_s);
        QCOMPARE(*draft.durations[0].us, (30 * 60 + 30) * 60 * 1'000'000LL);
        QCOMPARE(draft.durations[1].text, u"unclear"_s);
        QVERIFY(!draft.durations[1].us);
    }

    void labelsCutTheRecordIntoSections()
    {
        const auto draft = read(record());
        QStringList headings;
        for (const ReportSection &section : draft.sections)
            headings.append(section.heading);
        QCOMPARE(headings,
                 (QStringList{ u"Incident on 2020-07-14 - no logins"_s, u"Key events"_s,
                               u"Time to repair"_s, u"Time to resolve"_s, u"Identified"_s,
                               u"Impact"_s, u"Context"_s, u"Review actions"_s }));
        QCOMPARE(draft.sections[5].body, u"Nobody could log in. <%= partial 'x' %>"_s);
        QCOMPARE(draft.summary, u"A user could not log in:\nHTTP 500"_s);
    }

    void entriesAndTasksAreTaken()
    {
        const auto draft = read(record());
        QCOMPARE(draft.entries.size(), 2);
        QCOMPARE(draft.entries[0].title, u"Ann looks at the logs"_s);
        QCOMPARE(toRfc3339(*draft.entries[1].time.start), u"2020-07-14T09:05:00Z"_s);
        QCOMPARE(draft.actionItems,
                 (QStringList{ u"Alert on a full store, see ticket (https://x.org/1)."_s,
                               u"Write it down in the runbook\n- how to enlarge it"_s }));
    }

    void frontMatterIsSorted()
    {
        const auto draft = read("---\nuuid: 1\nurl: https://x.org/a\ntitle: Outage\n"
                                "start_time: 2019-08-29T10:00:00+05:30\nend_time: 1628-08-10\n"
                                "detected_at: ''\ncategories:\n- cloud\nkeywords: [a, b]\n"
                                "company: Acme\nproduct: Shop\nduration: 40 minutes\n"
                                "summary: \"It broke.\"\n---\n\nWords about it.\n");
        QCOMPARE(draft.title, u"Outage"_s);
        QCOMPARE(draft.summary, u"It broke."_s);
        QCOMPARE(at(draft.began), u"2019-08-29T04:30:00Z"_s);
        QCOMPARE(at(draft.resolved), u"1628-08-10T00:01:15Z"_s);
        QVERIFY(draft.resolved->time.precision == TimePrecision::Day);
        QCOMPARE(at(draft.detected), u"none"_s);
        QCOMPARE(draft.tags, (QStringList{ u"a"_s, u"b"_s }));
        QCOMPARE(draft.categories, QStringList{ u"cloud"_s });
        QCOMPARE(draft.company, u"Acme"_s);
        QCOMPARE(draft.product, u"Shop"_s);
        QCOMPARE(draft.url, u"https://x.org/a"_s);
        QCOMPARE(*draft.durations.first().us, 2'400'000'000LL);
        QCOMPARE(draft.otherFields.first().name, u"uuid"_s);
        QVERIFY(draft.hasFrontMatter);
        QCOMPARE(draft.sections.first().body, u"Words about it."_s);
    }

    void whatWentWellAndPoorlyIsSorted()
    {
        const auto draft =
            read("# Review\n\nAuthor: A\n\nAll was slow for an hour.\n\n## Contributing "
                 "factors\n\n- a full disk\n\n## Root causes\n\nNo alert.\n\nNo time.\n\n"
                 "[x]: https://x.org\n\n## Lessons learned\n\nWatch disks.\n\n"
                 "### What went well\n\n1. fast\n2. calm\n\n### What didn't go well\n\n"
                 "\xE2\x9D\x8C **Slow** \xE2\x80\x93 pages\n\n### Where we got lucky\n\n* night\n\n"
                 "## Action items\n\n### Process\n\nPage sooner.\n\n### Tools\n\n"
                 "| Task | Who |\n|--|--|\n| Buy disks | Ann |\n\n## Appendix\n\n- [ ] tidy "
                 "up\n- [x] buy\n\n[Action item] Tell everybody\nabout it\n");
        QCOMPARE(draft.title, u"Review"_s);
        QCOMPARE(draft.summary, u"All was slow for an hour."_s);
        QCOMPARE(draft.contributingFactors,
                 (QStringList{ u"a full disk"_s, u"No alert."_s, u"No time."_s }));
        QCOMPARE(draft.learnings, QStringList{ u"Watch disks."_s });
        QCOMPARE(draft.wentWell, (QStringList{ u"fast"_s, u"calm"_s }));
        QCOMPARE(draft.wentPoorly, QStringList{ u"\u274C Slow \u2013 pages"_s });
        QCOMPARE(draft.gotLucky, QStringList{ u"night"_s });
        QCOMPARE(draft.actionItems,
                 (QStringList{ u"Page sooner."_s, u"Buy disks – Ann"_s, u"tidy up"_s, u"buy"_s,
                               u"Tell everybody about it"_s }));
    }

    void timelinesOfPlainReportsAreTaken()
    {
        const auto draft =
            read("# 2018-02-20 Outage\n\n## Timeline\n\nAll times in CET\n\n### 14:17\n\na\n\n"
                 "### 14:55\n\nb\n\n## Notes\n\n10:00 no\n");
        QCOMPARE(draft.entries.size(), 2);
        QCOMPARE(draft.zone, u"+01:00"_s);
        QCOMPARE(draft.sections.size(), 3);
        QVERIFY(draft.sections[1].body.contains(u"### 14:55"_s));
    }

    void oneTimeInProseIsNoTimeline()
    {
        const auto draft =
            read("---\ntitle: T\n---\nAround 11:00 AM, it began.\n\nIt ended.\n", ImportOptions());
        QVERIFY(draft.entries.isEmpty());
        QCOMPARE(draft.lacking, Needs());
    }

    void whatLacksStaysUndatedWithItsReading()
    {
        const auto draft =
            read("- Detected 2020-07-14 09:30\n- Resolved: 10:30\n", ImportOptions());
        QCOMPARE(draft.lacking, Needs(Need::Zone));
        QCOMPARE(at(draft.detected), u"undated"_s);
        QVERIFY(draft.detected->time.reference == ClockReference::Wall);
        const SourceClock clock{ u"UTC"_s, {}, {}, 0 };
        QCOMPARE(toRfc3339(*ReadingResolver(clock).retimed(draft.resolved->time, {}).start),
                 u"2020-07-14T10:30:00Z"_s);
        const auto dayless = read("- Detected: 09:30\n- Resolved: 10:30\n");
        QCOMPARE(dayless.lacking, Needs(Need::Date));
        QVERIFY(dayless.resolved->time.reference == ClockReference::DayWall);
    }

    void statedMomentsDoNotMoveTheDayOfEntries()
    {
        const auto draft = read("# Incident 2025-07-23\n\n- Detected 2025-07-23 15:35\n- Resolved "
                                "2025-07-24 12:34\n\n## Timeline\n\n15:40 a\n\n16:08 b\n");
        QCOMPARE(draft.entries.size(), 2);
        QCOMPARE(toRfc3339(*draft.entries[0].time.start), u"2025-07-23T14:40:00Z"_s);
    }

    void theFirstStatementCounts()
    {
        const auto draft = read("- Resolved 2020-01-01 10:00\n- Resolved 2020-01-01 11:00\n");
        QCOMPARE(at(draft.resolved), u"2020-01-01T10:00:00Z"_s);
        QCOMPARE(draft.remarks.size(), 1);
    }

    void sentencesStateNoMoment()
    {
        const auto draft =
            read("- Reported 3 errors\n- Started 10:30 the deploy that later would be "
                 "found to have broken everything for everybody\n- Fixed it at once\n"
                 "> Detected 2020-01-01 10:00\n\n```\nResolved 2020-01-01 10:00\n```\n");
        QVERIFY(draft.statedTimes().isEmpty());
    }

    void tablesStateMoments()
    {
        const auto draft = read(
            "| Field | Value |\n|--|--|\n| **Detected** | 2020-01-01 10:00 UTC |\n| End time | "
            "2020-01-01 11:00 UTC |\n| Duration | about 1 hour |\n");
        QCOMPARE(at(draft.detected), u"2020-01-01T10:00:00Z"_s);
        QCOMPARE(at(draft.resolved), u"2020-01-01T11:00:00Z"_s);
        QCOMPARE(*draft.durations.first().us, 3'600'000'000LL);
    }

    void durationsAreReadAsPeopleWriteThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("seconds");
        const auto row = [](const char *text, qint64 seconds) {
            QTest::newRow(text) << QString::fromUtf8(text) << seconds;
        };
        row("0h 16m", 960);
        row("3h 02m", 10'920);
        row("1d 5h 47m", 107'220);
        row("673h 34m", 2'424'840);
        row("7h (during support hours 10:00-17:00)", 25'200);
        row("7 hours and 9 minutes", 25'740);
        row("about 1.5 hours", 5'400);
        row("~90 min", 5'400);
        row("2 weeks, 1 day", 1'296'000);
        row("21:45 to 23:28 UTC (103 minutes)", 6'180);
        row("0s", 0);
        row("unclear", -1);
        row("12", -1);
        row("12:30", -1);
        row("3 pods", -1);
        row("999999999999h", -1);
        row("(((((", -1);
    }

    void durationsAreReadAsPeopleWriteThem()
    {
        QFETCH(QString, text);
        QFETCH(qint64, seconds);
        const auto duration = readDuration(text);
        QCOMPARE(duration ? *duration / 1'000'000 : -1, seconds);
    }

    void linksKeepTheirAddress()
    {
        QCOMPARE(plainWithLinks(u"see ([PR](https://x.org/a_b)) and [b](javascript:x)"_s),
                 u"see (PR (https://x.org/a_b)) and b"_s);
        QCOMPARE(plainWithLinks(u"[https://x.org](https://x.org), **done**"_s),
                 u"https://x.org, done"_s);
        QCOMPARE(plainWithLinks(u"add `*.out` and `a_b`"_s), u"add *.out and a_b"_s);
        QCOMPARE(plainWithLinks(u"](https://x.org) a"_s), u"](https://x.org) a"_s);
    }

    void bracketsThatAreNoLinksStay()
    {
        QCOMPARE(withoutMarkdown(u"[a] [b](c) [[d](e) ![p](x) [q][r] [s]"_s),
                 u"[a] b [d p q [s]"_s);
        QCOMPARE(withoutMarkdown(u"[a](b [c](d) [e]("_s), u"a [e]("_s);
        QCOMPARE(withoutMarkdown(u"]( [ ) ["_s), u"]( [ ) ["_s);
        // Too far away to belong together.
        const QString far = u"[a"_s + QString(3'000, u'x') + u"](b)"_s;
        QCOMPARE(withoutMarkdown(far), far);
    }

    void hostileTextsAreReadInOneGo()
    {
        for (const QByteArray &unit :
             { QByteArray("[x]("), QByteArray("[Action item] a\n"), QByteArray("- [ ] a\n"),
               QByteArray("]("), QByteArray("# a\n"), QByteArray("- **Impact**: a\n"),
               QByteArray("Resolved "), QByteArray("(1h "), QByteArray("- a\n  "),
               QByteArray("## Action items\n- a\n"), QByteArray("- **"), QByteArray("`"),
               QByteArray("["), QByteArray("!["), QByteArray("](http"), QByteArray("\n"),
               QByteArray("All times are\n"), QByteArray("- 10:00 EST a\n"),
               QByteArray("- 10:00 CET a\n- 10:01 Europe/Paris b\n") }) {
            const QByteArray bytes =
                "---\na: 1\n---\n## Action items\n\n" + unit.repeated(1'000'000 / unit.size());
            const auto draft =
                readReportDraft(*EvidenceInput::fromBytes(u"x.md"_s, bytes), london());
            QVERIFY(draft || draft.error().code == ErrorCode::BadInput);
            if (draft)
                QVERIFY(!draft->title.isEmpty() && draft->actionItems.size() <= 1'000);
        }
    }

    void whatIsNoTextIsRefused()
    {
        for (const QByteArray &bytes : { QByteArray(), QByteArray("a\0b", 3) }) {
            const auto draft = readReportDraft(*EvidenceInput::fromBytes(u"x"_s, bytes), london());
            QVERIFY(!draft);
            QVERIFY(draft.error().code == ErrorCode::BadInput);
        }
        const auto named = read("\n", london(), u"empty lines.md"_s);
        QCOMPARE(named.title, u"empty lines.md"_s);
    }
};

QTEST_GUILESS_MAIN(ReportDraftTest)
#include "tst_reportdraft.moc"
