// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/sourceclock.h"
#include "importing/reports/texttimelineimporter.h"
#include "support/readwith.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

class TextTimelineImporterTest : public QObject {
    Q_OBJECT

    TextTimelineImporter m_importer;

    static ImportOptions in(const QString &fallbackZone)
    {
        ImportOptions options;
        options.fallbackZone = fallbackZone;
        return options;
    }

    /// Reads a report that has to be readable.
    RecordingSink read(const QByteArray &bytes, const ImportOptions &options = {})
    {
        return readWith(m_importer, bytes, options, u"report.md"_s);
    }

    static QString sample(const QString &name)
    {
        return qEnvironmentVariable("SECONDSTORY_SHARED") + u"/samples/"_s + name;
    }

private slots:
    void headingsWithTimesAreEvents()
    {
        const auto sink = read("# 2018-02-20, Outage\n\n## Timeline\n\nAll times in CET "
                               "(GMT+1)\n\n### Feb 20 2018 14:17\n\n"
                               "The [blog post](https://x.org) goes live. At this point, the limit "
                               "is 300.\n\n### 14:55\n\n"
                               "Autoscaling *increases* the `node` count.\n\n## Lessons\n\n### "
                               "15:00\n\nnot an event\n");
        QCOMPARE(sink.times(),
                 (QStringList{ u"2018-02-20T13:17:00Z"_s, u"2018-02-20T13:55:00Z"_s }));
        QCOMPARE(sink.titles(),
                 (QStringList{ u"The blog post goes live."_s,
                               u"Autoscaling increases the node count."_s }));
        const ParsedEvent &first = sink.events.first();
        QCOMPARE(first.text,
                 u"The [blog post](https://x.org) goes live. At this point, the limit is 300."_s);
        QCOMPARE(first.place, u"line 7"_s);
        QCOMPARE(first.time.text, u"Feb 20 2018 14:17"_s);
        QCOMPARE(first.time.zone, u"+01:00"_s);
        QVERIFY(first.time.basis == TimeBasis::Absolute);
        QVERIFY(first.time.precision == TimePrecision::Minute);
        QVERIFY(sink.events[1].time.basis == TimeBasis::DateAssumed);
    }

    void everyFormOfEntryIsRead_data()
    {
        QTest::addColumn<QByteArray>("report");
        QTest::addColumn<QStringList>("times");
        QTest::addColumn<QStringList>("titles");
        const auto row = [](const char *name, const QByteArray &report, const QStringList &times,
                            const QStringList &titles) {
            QTest::newRow(name) << report << times << titles;
        };
        row("brackets in a list", "# 2019-05-30\n* [13:20] it broke\n* [13:26] @asha says so\n",
            { u"2019-05-30T13:20:00Z"_s, u"2019-05-30T13:26:00Z"_s },
            { u"it broke"_s, u"@asha says so"_s });
        row("bold times with a zone",
            "## Oct 21, 2025\n- **21:45 UTC** - Deploy\n- **21:47 UTC** - Errors\n",
            { u"2025-10-21T21:45:00Z"_s, u"2025-10-21T21:47:00Z"_s }, { u"Deploy"_s, u"Errors"_s });
        row("en dashes",
            "2020-02-20\n\n- 21:17 UTC \xE2\x80\x93 published\n  on the site\n- 21:28 UTC "
            "\xE2\x80\x93 reported\n",
            { u"2020-02-20T21:17:00Z"_s, u"2020-02-20T21:28:00Z"_s },
            { u"published on the site"_s, u"reported"_s });
        row("bold entries",
            "### 2020-02-20\n- **21:31 UTC: the page\n  is updated**\n- 21:33 UTC: more\n",
            { u"2020-02-20T21:31:00Z"_s, u"2020-02-20T21:33:00Z"_s },
            { u"the page is updated"_s, u"more"_s });
        row("a table",
            "| Date and Time in CET | Event |\n|:--|--:|\n| 2019-11-29 12:00   | scaled *up* |\n| "
            "2019-12-03 --:-- |  surge |\n",
            { u"2019-11-29T11:00:00Z"_s, u"2019-12-02T23:00:00Z"_s },
            { u"scaled up"_s, u"surge"_s });
        row("day and time in two columns",
            "| Date | Time | What | Who |\n|--|--|--|--|\n| 2019-11-29 | 12:00 | up | Asha |\n| "
            "2019-11-30 | 13:00 | down | |\n",
            { u"2019-11-29T12:00:00Z"_s, u"2019-11-30T13:00:00Z"_s },
            { u"up – Asha"_s, u"down"_s });
        row("paragraphs",
            "## Timeline (all times PST) Oct 30th 2021\n\n12:45 PM PST Saturday Oct 30th: First "
            "wave\n\n13:55 PM PST Saturday Oct 30th: Alarms\n",
            { u"2021-10-30T20:45:00Z"_s, u"2021-10-30T21:55:00Z"_s },
            { u"First wave"_s, u"Alarms"_s });
        row("plain lines",
            "Timeline:\n2024-01-05 09:00 it began\n09:30 it went on\n  and on\n10:00 it ended\n",
            { u"2024-01-05T09:00:00Z"_s, u"2024-01-05T09:30:00Z"_s, u"2024-01-05T10:00:00Z"_s },
            { u"it began"_s, u"it went on and on"_s, u"it ended"_s });
        row("ranges and about",
            "# 2018-04-18\n### ~13:30-13:45\n\nLaunches fail.\n### 07:30am - First report\n",
            { u"2018-04-18T13:30:00Z / 2018-04-18T13:45:00Z"_s, u"2018-04-18T07:30:00Z"_s },
            { u"Launches fail."_s, u"First report"_s });
        row("midnight passed", "# 2019-05-30\n- 23:55 done\n- 07:00 still fine\n",
            { u"2019-05-30T23:55:00Z"_s, u"2019-05-31T07:00:00Z"_s },
            { u"done"_s, u"still fine"_s });
        row("a range over midnight",
            "# 2019-05-30\n- 23:30-00:15 waiting\n- 22:00-24:00 sleeping\n",
            { u"2019-05-30T23:30:00Z / 2019-05-31T00:15:00Z"_s,
              u"2019-05-30T22:00:00Z / 2019-05-31T00:00:00Z"_s },
            { u"waiting"_s, u"sleeping"_s });
        row("the year of the last heading", "## Dec 30, 2017\n- 10:00 a\n## Jan 2, 09:00\n\nb\n",
            { u"2017-12-30T10:00:00Z"_s, u"2018-01-02T09:00:00Z"_s }, { u"a"_s, u"b"_s });
        row("one day for all",
            "## Timeline\n\nUnless otherwise noted all events happened on 2019-10-21, and all "
            "times are in\nUTC.\n\n"
            "- **2019-10-20 00:55: builds fail**\n- 01:38: alerts fired\n",
            { u"2019-10-20T00:55:00Z"_s, u"2019-10-21T01:38:00Z"_s },
            { u"builds fail"_s, u"alerts fired"_s });
        row("underlined headings",
            "Timeline\n========\n\n2024-01-05 09:00\n----------------\n\nIt "
            "began.\n\n09:30\n-----\n\nIt ended.\n",
            { u"2024-01-05T09:00:00Z"_s, u"2024-01-05T09:30:00Z"_s },
            { u"It began."_s, u"It ended."_s });
        row("carriage returns alone", "# 2019-05-30\r- 10:00 a\r- 11:00 b\r",
            { u"2019-05-30T10:00:00Z"_s, u"2019-05-30T11:00:00Z"_s }, { u"a"_s, u"b"_s });
        row("a clock and its offset", "# 2019-05-30\n- 14:20 -0500 a\n- 15:00-05:00 b\n",
            { u"2019-05-30T19:20:00Z"_s, u"2019-05-30T20:00:00Z"_s }, { u"a"_s, u"b"_s });
        row("a short range", "# 2019-05-30\n- 14:20-14:29 a\n- 14:30 b\n",
            { u"2019-05-30T14:20:00Z / 2019-05-30T14:29:00Z"_s, u"2019-05-30T14:30:00Z"_s },
            { u"a"_s, u"b"_s });
        row("two clocks in one entry",
            "# 2019-05-30\n- 10:15 CEST / 08:15 UTC - a\n- 14:00 IST (08:30 UTC): b\n",
            { u"2019-05-30T08:15:00Z"_s, u"2019-05-30T08:30:00Z"_s }, { u"a"_s, u"b"_s });
        row("half days in headings",
            "# 2019-05-30\n## Timeline\n### Morning (AM)\n- 11:50 a\n- 12:10 b\n### Later (p.m.)\n"
            "- 12:30 c\n- 1:15-1:20 d\n- 4:00 e\n",
            { u"2019-05-30T11:50:00Z"_s, u"2019-05-30T00:10:00Z"_s, u"2019-05-30T12:30:00Z"_s,
              u"2019-05-30T13:15:00Z / 2019-05-30T13:20:00Z"_s, u"2019-05-30T16:00:00Z"_s },
            { u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s });
        row("a day in numbers alone",
            "# 2025-07-23\n\n20:45 \xE2\x80\x93 a\n\n24/07/25\n\n12:34 \xE2\x80\x93 b\n",
            { u"2025-07-23T20:45:00Z"_s, u"2025-07-24T12:34:00Z"_s }, { u"a"_s, u"b"_s });
        row("numbers that may be two days", "# 2025-03-02\n\n20:45 a\n\n03/04/25\n\n21:00 b\n",
            { u"2025-03-02T20:45:00Z"_s, u"2025-03-02T21:00:00Z"_s }, { u"a"_s, u"b"_s });
        row("heights are no times",
            "# 2021-10-30\n## Timeline\n\nIn block heights:\n1st wave: 1071900 - 1072525\n\n12:45 "
            "a\n\n13:00 b\n",
            { u"2021-10-30T12:45:00Z"_s, u"2021-10-30T13:00:00Z"_s }, { u"a"_s, u"b"_s });
        row("front matter", "---\ntitle: Outage\ndate: 2020-02-26\n---\n- 10:00 a\n- 11:00 b\n",
            { u"2020-02-26T10:00:00Z"_s, u"2020-02-26T11:00:00Z"_s }, { u"a"_s, u"b"_s });
    }

    void everyFormOfEntryIsRead()
    {
        QFETCH(QByteArray, report);
        QFETCH(QStringList, times);
        QFETCH(QStringList, titles);
        const auto sink = read(report, in(u"UTC"_s));
        QCOMPARE(sink.times(), times);
        QCOMPARE(sink.titles(), titles);
    }

    void timesKeepWhatTheyCountFrom()
    {
        const auto referencesOf = [this](const QByteArray &bytes, const ImportOptions &options) {
            QList<ClockReference> list;
            for (const ParsedEvent &event : read(bytes, options).events)
                list.append(event.time.reference);
            return list;
        };
        using enum ClockReference;
        QCOMPARE(
            referencesOf("# 2018-02-20\nAll times in CET\n- 14:00 a\n- 15:00 UTC b\n- 16:00 PST "
                         "c\n- 2018-02-21 10:00 d\n",
                         {}),
            (QList{ Wall, Instant, Instant, Wall }));
        ImportOptions dated = in(u"UTC"_s);
        dated.date = CivilTime{ 2018, 2, 20 };
        QCOMPARE(
            referencesOf("- 14:00 a\n- 01:00 b\n- 15:00 +0100 c\n- Mar 3, 10:00 d\n- 11:00 e\n- "
                         "2019-01-01 12:00 f\n- 13:00 g\n",
                         dated),
            (QList{ DayWall, DayWall, DayInstant, YearWall, YearWall, Wall, Wall }));
        ImportOptions chosen;
        chosen.zone = u"Europe/Paris"_s;
        QCOMPARE(referencesOf("- 2018-02-20 14:00 PST a\n- 2018-02-20 14:00Z b\n", chosen),
                 (QList{ Wall, Instant }));
        // Two stated zones: the first is the source's, the other stays what it says.
        QCOMPARE(referencesOf("| Time (CET) | What |\n|--|--|\n| 2018-02-20 14:00 | a |\n\n"
                              "| Time (PST) | What |\n|--|--|\n| 2018-02-20 14:00 | b |\n",
                              {}),
                 (QList{ Wall, Instant }));
    }

    void anotherClockMovesExactlyWhatWasAssumed()
    {
        ImportOptions options = in(u"UTC"_s);
        options.date = CivilTime{ 2018, 2, 20 };
        RecordingSink sink;
        const QByteArray report =
            "- 23:00 a\n- 01:00-02:00 b\n- 03:00 +0100 c\n- Feb 22, 10:00 d\n- "
            "2018-03-01 12:00 e\n- 2018-03-01 13:00Z f\n";
        const auto summary = readBytes(m_importer, report, sink, options);
        QVERIFY(summary);
        const SourceClock before{ summary->zone, options.date, {}, 0 };
        const SourceClock after{ u"Europe/Paris"_s, CivilTime{ 2019, 5, 20 }, {}, 0 };
        const ReadingResolver resolver(after);
        for (ParsedEvent &event : sink.events)
            event.time = resolver.retimed(event.time, before);
        QCOMPARE(sink.times(),
                 (QStringList{ u"2019-05-20T21:00:00Z"_s,
                               u"2019-05-20T23:00:00Z / 2019-05-21T00:00:00Z"_s,
                               u"2019-05-21T02:00:00Z"_s, u"2019-02-22T09:00:00Z"_s,
                               u"2018-03-01T11:00:00Z"_s, u"2018-03-01T13:00:00Z"_s }));
    }

    void anUnchangedClockLeavesEveryRealReportAsItIs()
    {
        const QDir samples(sample({}));
        if (!samples.exists(u"incident-report-md"_s))
            QSKIP("the sample reports are not here");
        ImportOptions plain = in(u"Europe/London"_s);
        ImportOptions chosen;
        chosen.zone = u"America/New_York"_s;
        ImportOptions dated = plain;
        dated.date = CivilTime{ 2020, 12, 30 };
        qsizetype checked = 0;
        for (const auto *folder : { u"incident-report-md", u"cases/mybinder-2018-02-20",
                                    u"corpus-icco-postmortems", u"corpus-moj-incidents" }) {
            const QDir dir(samples.filePath(QString::fromUtf16(folder)));
            for (const QString &file : dir.entryList({ u"*.md"_s, u"*.erb"_s }, QDir::Files)) {
                for (const ImportOptions &options : { plain, chosen, dated }) {
                    const auto input = EvidenceInput::open(dir.filePath(file));
                    RecordingSink sink;
                    const auto summary = m_importer.read(**input, options, sink);
                    if (!summary)
                        continue;
                    const SourceClock clock{ summary->zone, options.date, {}, 0 };
                    const ReadingResolver resolver(clock);
                    for (const ParsedEvent &event : sink.events) {
                        QCOMPARE(resolver.retimed(event.time, clock), event.time);
                        QCOMPARE(event.time.reading.has_value(), event.time.isDated());
                        ++checked;
                    }
                }
            }
        }
        QVERIFY(checked > 1'000);
    }

    void aDayThatNeverWasIsSkipped()
    {
        const auto sink =
            read("# 2019-02-20\n- 10:00 a\n- Feb 29, 11:00 b\n- 12:00 c\n", in(u"UTC"_s));
        QCOMPARE(sink.titles(), (QStringList{ u"a"_s, u"c"_s }));
        QCOMPARE(sink.skipped.size(), 1);
        QVERIFY(sink.skipped.first().startsWith(u"line 3: "_s));
    }

    void anOpenTimeGivesAnUndatedEvent()
    {
        const auto sink = read("# 2018-02-20\n### 20:00\n\na\n\n### 2X:XX (not sure exact "
                               "time)\n\nSame errors as before.\n\n### 21:57\n\nb\n",
                               in(u"UTC"_s));
        QCOMPARE(
            sink.times(),
            (QStringList{ u"2018-02-20T20:00:00Z"_s, u"undated"_s, u"2018-02-20T21:57:00Z"_s }));
        QCOMPARE(sink.events[1].title, u"Same errors as before."_s);
        QVERIFY(sink.events[1].time.basis == TimeBasis::None);
        QCOMPARE(sink.events[1].time.text, u"2X:XX (not sure exact time)"_s);
    }

    void aNoteOnTheTimeMakesItApproximate()
    {
        const auto sink =
            read("# 2018-02-20\n### 22:52 (maybe earlier?)\n\nAn idea.\n\n### 22:53\n\nb\n",
                 in(u"UTC"_s));
        QVERIFY(sink.events[0].time.approximate);
        QVERIFY(!sink.events[1].time.approximate);
    }

    void timesInCodeNeverBeginAnEvent()
    {
        const auto sink = read("# 2018-02-20\n### 10:00\n\nLogs:\n\n```\n### 11:00\n- 12:00 "
                               "no\n13:00 no\n```\n\n### 14:00\n\nb\n",
                               in(u"UTC"_s));
        QCOMPARE(sink.events.size(), 2);
        QVERIFY(sink.events[0].text.contains(u"```\n### 11:00\n- 12:00 no\n13:00 no\n```"_s));
    }

    void aClockThatGoesBackALittleKeepsItsPlaceAndIsRemarked()
    {
        const auto sink = read("# 2018-04-18\n- 14:49 a\n- 14:43 b\n- 14:55 c\n", in(u"UTC"_s));
        QCOMPARE(sink.times(),
                 (QStringList{ u"2018-04-18T14:49:00Z"_s, u"2018-04-18T14:43:00Z"_s,
                               u"2018-04-18T14:55:00Z"_s }));
        QCOMPARE(sink.remarks.size(), 1);
        QVERIFY(sink.remarks.first().startsWith(u"line 3: "_s));
    }

    void theChosenZoneGoesBeforeTheStatedOne()
    {
        const QByteArray report =
            "# 2018-07-20\n\nAll times in CET\n\n- 14:00 a\n- 15:00 UTC b\n- 15:00 PST c\n";
        QCOMPARE(read(report).times(),
                 (QStringList{ u"2018-07-20T13:00:00Z"_s, u"2018-07-20T15:00:00Z"_s,
                               u"2018-07-20T23:00:00Z"_s }));
        ImportOptions options;
        options.zone = u"America/New_York"_s;
        const auto chosen = read(report, options);
        // UTC is nothing to be mistaken about; an abbreviation is.
        QCOMPARE(chosen.times(),
                 (QStringList{ u"2018-07-20T18:00:00Z"_s, u"2018-07-20T15:00:00Z"_s,
                               u"2018-07-20T19:00:00Z"_s }));
    }

    void theStatedZoneGoesBeforeTheReviews()
    {
        RecordingSink sink;
        const auto summary =
            readBytes(m_importer, "# 2018-02-20\nAll times PDT.\n- 14:00 a\n- 15:00 b\n", sink,
                      in(u"Europe/Paris"_s));
        QVERIFY(summary);
        QCOMPARE(summary->zone, u"-07:00"_s);
        QVERIFY(summary->basis == TimeBasis::DateAssumed);
    }

    void theReviewsZoneIsAnAssumption()
    {
        RecordingSink sink;
        const auto summary = readBytes(m_importer, "- 2018-02-20 14:00 a\n- 2018-07-20 14:00 b\n",
                                       sink, in(u"Europe/Paris"_s));
        QVERIFY(summary);
        QCOMPARE(sink.times(),
                 (QStringList{ u"2018-02-20T13:00:00Z"_s, u"2018-07-20T12:00:00Z"_s }));
        QVERIFY(sink.events.first().time.basis == TimeBasis::ZoneAssumed);
        QCOMPARE(summary->zone, u"Europe/Paris"_s);
    }

    void aWinterAbbreviationInSummerIsRemarkedOnce()
    {
        const auto sink = read("All times in PST\n\n- 2017-09-27 13:06 a\n- 2017-09-27 13:35 b\n");
        QCOMPARE(sink.times().first(), u"2017-09-27T21:06:00Z"_s);
        QCOMPARE(sink.remarks.size(), 1);
        QVERIFY(sink.remarks.first().contains(u"PST"_s));
    }

    void changesOfTheClocksAreRemarked()
    {
        const auto sink = read("- 2018-03-25 02:30 never shown\n- 2018-10-28 02:30 shown twice\n",
                               in(u"Europe/Paris"_s));
        QCOMPARE(sink.events.size(), 2);
        QCOMPARE(sink.remarks.size(), 2);
    }

    void whatIsMissingIsAskedFor()
    {
        const auto lacks = [this](const QByteArray &bytes, const ImportOptions &options) {
            const auto input = EvidenceInput::fromBytes(u"notes.txt"_s, bytes);
            return m_importer.missing(*input, options);
        };
        const QByteArray bare = "- 14:00 a\n- 15:00 b\n";
        QCOMPARE(lacks(bare, {}), Needs(Need::Zone | Need::Date));
        QCOMPARE(lacks(bare, in(u"UTC"_s)), Needs(Need::Date));
        ImportOptions whole = in(u"UTC"_s);
        whole.date = CivilTime{ 2018, 2, 20 };
        QCOMPARE(lacks(bare, whole), Needs());
        QCOMPARE(lacks("- 2018-02-20 14:00 UTC a\n- 15:00 UTC b\n", {}), Needs());
        QCOMPARE(lacks("- Feb 20, 14:00 UTC a\n- 15:00 UTC b\n", {}), Needs(Need::Date));
        RecordingSink sink;
        const auto refused = readBytes(m_importer, bare, sink, in(u"UTC"_s));
        QVERIFY(!refused);
        QVERIFY(refused.error().code == ErrorCode::Usage);
        QVERIFY(sink.events.isEmpty());
        QCOMPARE(read(bare, whole).times(),
                 (QStringList{ u"2018-02-20T14:00:00Z"_s, u"2018-02-20T15:00:00Z"_s }));
    }

    void theGivenDayGoesBeforeTheTitles()
    {
        ImportOptions options = in(u"UTC"_s);
        options.date = CivilTime{ 2018, 2, 21 };
        QCOMPARE(read("# 2018-02-20 outage\n\n## Timeline\n- 14:00 a\n- 15:00 b\n", options)
                     .times()
                     .first(),
                 u"2018-02-21T14:00:00Z"_s);
    }

    void clearWordsGiveTheKind()
    {
        const auto sink = read(
            "# 2018-02-20\n- 10:00 We decided to restart it\n- 10:01 Hub is restarted\n- 10:02 Fix "
            "deployed\n"
            "- 10:03 Users reported errors\n- 10:04 It is slow\n- 10:05 The on-call got paged\n",
            in(u"UTC"_s));
        const QList<EventKind> kinds{ EventKind::Decision,    EventKind::Action,
                                      EventKind::Change,      EventKind::Message,
                                      EventKind::Observation, EventKind::Page };
        QCOMPARE(sink.events.size(), kinds.size());
        for (qsizetype i = 0; i < kinds.size(); ++i)
            QVERIFY2(sink.events[i].kind == kinds[i], qPrintable(sink.events[i].title));
    }

    void aTextWithoutTimesIsNotClaimed()
    {
        const auto prose = EvidenceInput::fromBytes(
            u"notes.md"_s,
            "# Notes\n\nAt 14:05 we met. It was 15:00 when we left.\n\n- milk\n- 12:30 bread\n");
        QCOMPARE(m_importer.probe(*prose), 0);
        const auto report = EvidenceInput::fromBytes(u"report.md"_s, "# R\n- 12:30 a\n- 12:40 b\n");
        QVERIFY(m_importer.probe(*report) > 50);
        RecordingSink sink;
        const auto refused = readBytes(m_importer, "# Notes\n\nNothing here.\n", sink);
        QVERIFY(!refused);
        QVERIFY(refused.error().code == ErrorCode::BadInput);
    }

    void bytesThatAreNoTextAreReplacedAndRemarked()
    {
        const auto sink = read("# 2018-02-20\n- 10:00 caf\xE9\n- 11:00 b\n", in(u"UTC"_s));
        QCOMPARE(sink.events.first().title, u"caf\uFFFD"_s);
        QVERIFY(sink.remarks.first().startsWith(u"line 2: "_s));
    }

    void aStatementAboutZonesMayWrap()
    {
        const QByteArray entries = "\n- 10:00 a\n- 11:00 b\n";
        // The statements of many lines overlap; the zone stands behind the last of them.
        for (const QByteArray &before : { QByteArray("All times of this text\nare, as ever,\n"),
                                          QByteArray("All times are\n").repeated(30) }) {
            const auto sink = read("# 2018-02-20\n" + entries + '\n' + before + "in CET.\n");
            QCOMPARE(sink.events.first().time.zone, u"+01:00"_s);
        }
        const auto far = read("# 2018-02-20\n" + entries + "\nAll times are\n"
                                  + QByteArray("so\n").repeated(30) + "in CET.\n",
                              in(u"UTC"_s));
        QCOMPARE(far.events.first().time.zone, u"UTC"_s);
    }

    void hostileMarkupStaysText()
    {
        const auto sink = read("# 2018-02-20\n- 10:00 <img src=file:///etc/passwd> "
                               "[x](javascript:alert(1)) ![p](http://evil/p.png)\n- 11:00 b\n",
                               in(u"UTC"_s));
        QCOMPARE(sink.events.first().title, u"<img src=file:///etc/passwd> x) p"_s);
        const auto coloured =
            read("# 2018-02-20\n- 10:00 a\x1B[0mb\x02\n- 11:00 c\n", in(u"UTC"_s));
        QCOMPARE(coloured.events.first().title, u"a[0mb"_s);
    }

    // The case of February 2018, and the reports beside it.

    void theCaseGivesOneEventPerHeading()
    {
        QFile file(sample(u"cases/mybinder-2018-02-20/report.md"_s));
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("the sample case is not here");
        const QByteArray bytes = file.readAll();
        QStringList places;
        const QList<QByteArray> lines = bytes.split('\n');
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const QByteArray &line = lines[i];
            const bool isTime = line.startsWith("### ") && line.mid(4, 6).contains(':');
            if (isTime || line.startsWith("### Feb ") || line.startsWith("## Feb "))
                places.append(u"line "_s + QString::number(i + 1));
        }
        QCOMPARE(places.size(), 41);
        RecordingSink sink;
        const auto summary = readBytes(m_importer, bytes, sink);
        QVERIFY(summary);
        QCOMPARE(summary->zone, u"+01:00"_s);
        QStringList found;
        for (const ParsedEvent &event : sink.events)
            found.append(event.place);
        QCOMPARE(found, places);
        QCOMPARE(sink.times().first(), u"2018-02-20T13:17:00Z"_s);
        QCOMPARE(sink.times().last(), u"2018-02-22T06:18:00Z"_s);
        QCOMPARE(sink.times().count(u"undated"_s), 1);
        QVERIFY(sink.times().contains(u"2018-02-20T16:00:00Z / 2018-02-20T17:00:00Z"_s));
        QVERIFY(sink.times().contains(u"2018-02-21T12:00:00Z"_s));
        QVERIFY(sink.skipped.isEmpty());
    }

    void realReportsGiveTheirEvents_data()
    {
        QTest::addColumn<int>("events");
        QTest::addColumn<int>("undated");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("last");
        const auto row = [](const char *name, int events, int undated, const char *first,
                            const char *last) {
            QTest::newRow(name) << events << undated << QString::fromUtf8(first)
                                << QString::fromUtf8(last);
        };
        row("cases/mybinder-2018-02-20/related-2018-01-18-reddit-hug.md", 25, 0,
            "2018-01-18T12:19:00Z", "2018-01-18T17:14:00Z");
        row("cases/mybinder-2018-02-20/related-2018-02-12-launch-fail.md", 4, 0,
            "2018-02-12T22:03:00Z", "2018-02-12T22:09:00Z");
        row("cases/mybinder-2018-02-20/related-2018-02-22-nginx-down.md", 4, 0,
            "2018-02-23T00:30:00Z", "2018-02-23T00:35:00Z");
        row("incident-report-md/chia-2021-10-31.md", 19, 0, "2021-10-30T20:45:00Z",
            "2021-11-01T18:00:00Z");
        row("incident-report-md/dfds-PM2019-009.md", 14, 0, "2019-11-29T11:00:00Z",
            "2019-12-05T11:00:00Z");
        row("incident-report-md/eslint-2018-07-12.md", 9, 0, "2018-07-12T00:00:00Z",
            "2018-07-12T18:42:00Z");
        row("incident-report-md/ethereum-holesky-2025-02.md", 79, 0,
            "2025-02-24T22:04:00Z / 2025-02-24T23:00:00Z", "2025-02-26T19:09:00Z");
        row("incident-report-md/k8s-testinfra-2019-05-30.md", 11, 1, "undated",
            "2019-05-31T14:00:00Z");
        row("incident-report-md/mybinder-2017-09-27-hub-403.md", 6, 0, "2017-09-27T21:06:00Z",
            "2017-09-27T23:25:00Z");
        row("incident-report-md/mybinder-2017-11-30-oom-proxy.md", 11, 0, "2017-12-01T00:22:00Z",
            "2017-12-01T01:21:00Z");
        row("incident-report-md/mybinder-2018-04-18-cull-flood.md", 15, 0, "2018-04-18T10:35:00Z",
            "2018-04-19T09:58:00Z");
        row("incident-report-md/mybinder-2019-03-24-r2d-upgrade.md", 8, 0, "2019-03-24T07:54:00Z",
            "2019-03-25T06:01:00Z");
        row("incident-report-md/posthog-2025-10-21.md", 41, 0, "2025-10-21T21:45:00Z",
            "2025-10-30T05:39:00Z");
        row("incident-report-md/rust-crates-io-incident-report.md", 17, 0, "2020-02-20T21:17:00Z",
            "2020-02-21T14:10:00Z");
        row("incident-report-md/rust-docsrs-outage-postmortem.md", 13, 0, "2019-10-20T00:55:00Z",
            "2019-10-21T19:27:00Z");
        row("incident-report-md/cloudgov-2018-01-11.md", 0, 0, "", "");
        row("incident-report-md/nodejs-2023-03-17.md", 0, 0, "", "");
        row("cases/mybinder-2018-02-20/template.md", 0, 0, "", "");
    }

    void realReportsGiveTheirEvents()
    {
        QFETCH(int, events);
        QFETCH(int, undated);
        QFETCH(QString, first);
        QFETCH(QString, last);
        const auto input = EvidenceInput::open(sample(QString::fromUtf8(QTest::currentDataTag())));
        if (!input)
            QSKIP("the sample reports are not here");
        QCOMPARE(m_importer.probe(**input) > 0, events > 0);
        RecordingSink sink;
        const auto summary = m_importer.read(**input, {}, sink);
        QCOMPARE(summary.has_value(), events > 0);
        QCOMPARE(sink.events.size(), events);
        if (events == 0)
            return;
        QCOMPARE(sink.times().count(u"undated"_s), undated);
        QCOMPARE(sink.times().first(), first);
        QCOMPARE(sink.times().last(), last);
    }
};

QTEST_GUILESS_MAIN(TextTimelineImporterTest)
#include "tst_texttimelineimporter.moc"
