// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/readwith.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

class JiraImportersTest : public QObject {
    Q_OBJECT

private slots:

    void anIssueIsItsCreationItsCommentsAndItsChanges()
    {
        const QByteArray search = R"({"startAt": 0, "total": 3, "issues": [
 {"id": "10", "key": "OPS-4", "fields": {"summary": "Checkout slow", "created": "2026-03-12T14:50:00.000+0100", "resolutiondate": "2026-03-12T16:00:00.000+0100",
  "creator": {"displayName": "Cy Lund", "accountId": "a1"}, "project": {"key": "OPS"}, "priority": {"name": "High"},
  "description": {"type": "doc", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "since "}, {"type": "mention", "attrs": {"text": "@ben"}}]}, {"type": "bulletList", "content": [{"type": "listItem", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "one"}]}]}]}]},
  "comment": {"total": 2, "comments": [{"id": "77", "author": {"displayName": "Bot", "accountType": "app", "accountId": "a2"}, "created": "2026-03-12T15:00:00.000+0100", "body": "looking"}]}},
  "changelog": {"total": 9, "histories": [{"id": "5", "author": {"displayName": "Ben"}, "created": "2026-03-12T15:01:00.000+0100",
   "items": [{"field": "status", "fromString": "Open", "toString": "Done"}, {"field": "resolution", "fromString": null, "toString": "Fixed"}]}, {"id": "6", "created": "2026-03-12T15:02:00.000+0100", "items": []}]}}]})";
        QCOMPARE(detected(search), u"jira"_s);
        const auto sink = readWith(u"jira"_s, search);
        QCOMPARE(sink.titles(),
                 (QStringList{ u"OPS-4: Checkout slow"_s, u"looking"_s,
                               u"OPS-4: status: Open → Done; resolution: → Fixed"_s }));
        QCOMPARE(sink.times(),
                 (QStringList{ u"2026-03-12T13:50:00Z"_s, u"2026-03-12T14:00:00Z"_s,
                               u"2026-03-12T14:01:00Z"_s }));
        QCOMPARE(sink.events[0].text, u"since @ben\n- one\n\npriority: High"_s);
        QCOMPARE(sink.events[0].actors.first().handle, u"a1"_s);
        QVERIFY(sink.events[1].actors.first().kind == PersonKind::Bot);
        QVERIFY(sink.events[2].kind == EventKind::Action);
        QCOMPARE(sink.events[2].naturalKey, u"OPS-4:history:5"_s);
        QCOMPARE(sink.events[2].lane, u"OPS"_s);
        QCOMPARE(sink.skipped.size(), 1);
        QVERIFY(sink.remarks.join(u'\n').contains(u"lists 1 of 2 comments"_s));
        QVERIFY(sink.remarks.join(u'\n').contains(u"the changelog lists 2 of 9 changes"_s));
        QVERIFY(sink.remarks.join(u'\n').contains(u"lists 1 of 3 records"_s));
    }

    void aChangelogAloneIsRead()
    {
        const QByteArray page = R"({"startAt": 0, "total": 1, "values": [
 {"id": "5", "author": {"displayName": "Ben", "accountId": "a3"}, "created": "2026-03-12T15:01:00.000+0100", "items": [{"field": "status", "fromString": "Open", "toString": "Done"}]}]})";
        QCOMPARE(detected(page), u"jira"_s);
        const auto sink = readWith(u"jira"_s, page);
        QCOMPARE(sink.titles(), QStringList{ u"status: Open → Done"_s });
        QVERIFY(sink.remarks.isEmpty());
        QVERIFY(sink.events.first().text.isEmpty());
    }

    void whatIsNoIssueIsSkipped()
    {
        const auto sink = readWith(
            u"jira"_s,
            R"({"issues": [{"id": "1", "key": "A-1"}, {"id": "2", "key": "A-2", "fields": {"created": "yesterday"}}]})");
        QCOMPARE(sink.skipped,
                 QStringList{ u"line 1, /issues/0: is neither an issue nor a changelog"_s });
        QCOMPARE(sink.times(), QStringList{ u"undated"_s });
        QCOMPARE(sink.events.first().time.text, u"yesterday"_s);
        QVERIFY(sink.remarks.first().contains(u"“yesterday” is not a time"_s));
    }

    void datesOfTheCsvExportAreReadInTheZoneGiven_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("time");
        QTest::newRow("short year") << u"01/Feb/24 9:15 AM"_s << u"2024-02-01T14:15:00Z"_s;
        QTest::newRow("noon") << u"01/Feb/24 12:05 PM"_s << u"2024-02-01T17:05:00Z"_s;
        QTest::newRow("midnight") << u"01/Feb/24 12:05 AM"_s << u"2024-02-01T05:05:00Z"_s;
        QTest::newRow("24 hours") << u"1/Feb/2024 21:15"_s << u"2024-02-02T02:15:00Z"_s;
        QTest::newRow("dashes and seconds")
            << u"01-Feb-24 9:15:30 PM"_s << u"2024-02-02T02:15:30Z"_s;
        QTest::newRow("ISO") << u"2024-02-01 09:15"_s << u"2024-02-01T14:15:00Z"_s;
        QTest::newRow("its own offset")
            << u"2024-02-01T09:15:00.000+0100"_s << u"2024-02-01T08:15:00Z"_s;
        QTest::newRow("two ways to read it") << u"1/2/24 9:15"_s << u"undated"_s;
        QTest::newRow("no such day") << u"31/Feb/24 9:15 AM"_s << u"undated"_s;
        QTest::newRow("another language") << u"01/févr./24 9:15 AM"_s << u"undated"_s;
    }

    void datesOfTheCsvExportAreReadInTheZoneGiven()
    {
        QFETCH(QString, written);
        QFETCH(QString, time);
        ImportOptions options;
        options.zone = u"America/New_York"_s;
        const QByteArray csv =
            "Summary,Issue key,Issue id,Created\nSlow,OPS-4,10," + written.toUtf8() + "\n";
        const auto sink = readWith(u"jira-csv"_s, csv, options);
        QCOMPARE(sink.times(), QStringList{ time });
        QCOMPARE(sink.events.first().time.text, written);
        QCOMPARE(sink.remarks.size(), time == u"undated"_s ? 1 : 0);
    }

    void theCsvExportHasAColumnForEveryComment()
    {
        const QByteArray csv =
            "Summary,Issue key,Issue id,Issue "
            "Type,Created,Resolved,Resolution,Reporter,Comment,Comment\n"
            "Slow,OPS-4,10,Bug,12/Mar/26 2:50 PM,12/Mar/26 4:10 PM,Fixed,cy,\"12/Mar/26 3:00 "
            "PM;ben;looking;\nstill\",no head\n"
            "Lost,,11,Bug,12/Mar/26 2:50 PM,,,,,\n"
            "Odd,OPS-5,12,Bug,12/Mar/26 14:50 PM,,,,,\n";
        QCOMPARE(detected(csv, u"jira.csv"_s), u"jira-csv"_s);
        QVERIFY(missingFor(u"jira-csv"_s, csv) == Needs(Need::Zone));
        ImportOptions options;
        options.fallbackZone = u"UTC"_s;
        QVERIFY(missingFor(u"jira-csv"_s, csv, options) == Needs());
        const auto sink = readWith(u"jira-csv"_s, csv, options);
        QCOMPARE(sink.titles(),
                 (QStringList{ u"OPS-4: Slow"_s, u"looking;"_s, u"no head"_s,
                               u"OPS-4: resolved Fixed"_s, u"OPS-5: Odd"_s }));
        QCOMPARE(sink.times(),
                 (QStringList{ u"2026-03-12T14:50:00Z"_s, u"2026-03-12T15:00:00Z"_s, u"undated"_s,
                               u"2026-03-12T16:10:00Z"_s, u"2026-03-12T14:50:00Z"_s }));
        QCOMPARE(sink.events[1].actors.first().name, u"ben"_s);
        QCOMPARE(sink.events[1].place, u"line 2, column 9"_s);
        QVERIFY(sink.events[1].text.startsWith(u"looking;\nstill"_s));
        QVERIFY(sink.events[0].time.reference == ClockReference::Wall);
        QVERIFY(sink.events[0].time.basis == TimeBasis::ZoneAssumed);
        QVERIFY(sink.events[0].time.reading.has_value());
        QCOMPARE(sink.skipped, QStringList{ u"line 4: has no issue key"_s });
        QVERIFY(sink.remarks.last().contains(u"am or pm makes no sense"_s));
    }

    void otherTablesAreLeftToTheTableImporter()
    {
        QCOMPARE(detected("time,summary\n2026-03-12T14:50:00Z,x\n", u"t.csv"_s), u"csv"_s);
        RecordingSink sink;
        const ImporterRegistry registry;
        QVERIFY(!readBytes(*registry.find(u"jira-csv"_s), "a,b\n1,2\n", sink));
    }
};

QTEST_GUILESS_MAIN(JiraImportersTest)
#include "tst_jiraimporters.moc"
