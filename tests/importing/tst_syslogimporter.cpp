// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/importerregistry.h"
#include "importing/logs/syslogimporter.h"
#include "support/readwith.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

class SyslogImporterTest : public QObject {
    Q_OBJECT

    SyslogImporter m_importer;

    static ImportOptions inParis()
    {
        ImportOptions options;
        options.zone = u"Europe/Paris"_s;
        options.date = CivilTime{ 2018, 2, 20 };
        return options;
    }

    RecordingSink read(const QByteArray &bytes, const ImportOptions &options = inParis())
    {
        return readWith(m_importer, bytes, options);
    }

private slots:
    void everySpellingIsRead_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("time");
        QTest::addColumn<QString>("lane");
        QTest::addColumn<QString>("title");
        const auto row = [](const char *name, const char *line, const char *time, const char *lane,
                            const char *title) {
            QTest::newRow(name) << QByteArray(line) << QString::fromUtf8(time)
                                << QString::fromUtf8(lane) << QString::fromUtf8(title);
        };
        row("RFC 3164", "<34>Feb  5 22:14:15 gate su[12]: 'su root' failed", "2018-02-05T21:14:15Z",
            "gate", "su[12]: 'su root' failed");
        row("without priority", "Feb 20 14:17:35 db1 postgres[77]: checkpoint starting",
            "2018-02-20T13:17:35Z", "db1", "postgres[77]: checkpoint starting");
        row("fraction", "Feb 20 14:17:35.250 db1 postgres[77]: slow", "2018-02-20T13:17:35.250Z",
            "db1", "postgres[77]: slow");
        row("no host", "Feb 20 14:17:35 kernel: [ 99.1] oom", "2018-02-20T13:17:35Z", "",
            "kernel: [ 99.1] oom");
        row("no host and no tag", "Feb 20 14:17:35: --- last message repeated 5 times ---",
            "2018-02-20T13:17:35Z", "", "--- last message repeated 5 times ---");
        row("no tag", "Feb 20 14:17:35 db1 Job `cron.daily' ended", "2018-02-20T13:17:35Z", "db1",
            "Job `cron.daily' ended");
        row("year first", "Feb 20 2017 14:17:35 fw1 : %ASA-6-302013: built", "2017-02-20T13:17:35Z",
            "fw1", ": %ASA-6-302013: built");
        row("RFC 5424", "<165>1 2018-02-20T14:17:35.003-07:00 web1 pay 8710 ID47 - it broke",
            "2018-02-20T21:17:35.003Z", "web1", "pay[8710]: it broke");
        row("RFC 5424 without a time", "<165>1 - web1 pay - - - it broke", "undated", "web1",
            "pay: it broke");
        row("RFC 5424 without a head",
            "2018-02-20T14:17:35Z web1 pay - ID47 [a@1 b=\"c\"] it broke", "2018-02-20T14:17:35Z",
            "web1", "pay: it broke");
        row("octet counting", "58 <165>1 2018-02-20T14:17:35Z web1 pay 8 - - it broke",
            "2018-02-20T14:17:35Z", "web1", "pay[8]: it broke");
        row("rsyslog", "2018-02-20T14:17:35.698463+00:00 web1 systemd[1]: Started it.",
            "2018-02-20T14:17:35.698463Z", "web1", "systemd[1]: Started it.");
        row("rsyslog forward", "<14>2018-02-20T14:17:35+00:00 web1 tag this is it",
            "2018-02-20T14:17:35Z", "web1", "tag this is it");
        row("ChromeOS", "2018-02-20T14:17:35.297265-07:00 ERR update_engine[134]: no route",
            "2018-02-20T21:17:35.297265Z", "", "ERR update_engine[134]: no route");
        row("macOS", "2018-02-20 14:17:35.123456-0700  mini kernel[0]: (Net) down",
            "2018-02-20T21:17:35.123456Z", "mini", "kernel[0]: (Net) down");
        row("macOS installer", "2018-02-20 14:17:35-07 mini Installer[512]: done",
            "2018-02-20T21:17:35Z", "mini", "Installer[512]: done");
    }

    void everySpellingIsRead()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, time);
        QFETCH(QString, lane);
        QFETCH(QString, title);
        const auto sink = read(line + "\n");
        QCOMPARE(sink.events.size(), 1);
        QCOMPARE(RecordingSink::timeOf(sink.events[0]), time);
        QCOMPARE(sink.events[0].lane, lane);
        QCOMPARE(sink.events[0].title, title);
        QVERIFY(sink.events[0].kind == EventKind::Log);
        QVERIFY(sink.skipped.isEmpty());
        const auto input = EvidenceInput::fromBytes(u"x.log"_s, line + "\n");
        // A host, a tag and a process tell a file; words behind a time could be anybody's.
        const bool isTold = line.contains("]:") || line.contains("kernel:") || line.contains("<1")
            || line.startsWith("<34>") || line.contains(" ID47 ");
        QCOMPARE(m_importer.probe(*input), isTold ? 92 : 0);
    }

    void priorityAndStructuredDataStandBelowTheWords()
    {
        const auto sink = read("<165>1 2018-02-20T14:17:35Z web1 pay 8 ID47 "
                               "[a@1 q=\"1\\\"2\\]3\"][b@1 c=\"d\"] it broke\n");
        QCOMPARE(sink.events[0].text,
                 u"pay[8]: it broke\n\nmessage id: ID47\nstructured data: [a@1 "
                 "q=\"1\\\"2\\]3\"][b@1 c=\"d\"]\npriority: local4.notice"_s);
    }

    void aLineThatBeginsNoRecordJoinsTheOneAbove()
    {
        const auto sink = read("Feb 20 14:17:35 db1 app[1]: first\n\tsecond\n\nthird\nFeb 20 "
                               "14:17:36 db1 app[1]: next\n");
        QCOMPARE(sink.events.size(), 2);
        QCOMPARE(sink.events[0].text, u"app[1]: first\n\tsecond\nthird"_s);
        QCOMPARE(sink.events[1].place, u"line 5"_s);
    }

    void recordsWrittenBehindOneAnotherAreParted()
    {
        const auto sink =
            read("<15>2018-02-20T14:17:35.1+00:00 web1 tag a < b <14>2018-02-20T14:17:"
                 "36+00:00 web1 tag c\nand more<13>2018-02-20T14:17:37Z web1 tag d\n");
        QCOMPARE(sink.titles(), (QStringList{ u"tag a < b"_s, u"tag c"_s, u"tag d"_s }));
        QCOMPARE(sink.events[0].place, u"line 1"_s);
        QCOMPARE(sink.events[1].place, u"line 1, record 2"_s);
        QCOMPARE(sink.events[1].text, u"tag c\nand more\n\npriority: user.info"_s);
        QCOMPARE(sink.events[2].place, u"line 2, record 2"_s);
    }

    void damagedHeadsAreSkippedWithTheirPlaceAndWhatFollowsThem()
    {
        const auto sink =
            read("Feb 20 14:17:35 db1 app[1]: a\nMMM 20 14:17:36 db1 app[1]: b\n of b\n"
                 "<34>1 218-02-20T14:17:37Z db1 app 1 - - c\n<190)1 x\n"
                 "<999>Feb 20 14:17:35 db1 app[1]: d\nFeb 20 14:17:38 db1 app[1]: e\n");
        QCOMPARE(sink.titles(), (QStringList{ u"app[1]: a"_s, u"app[1]: e"_s }));
        QCOMPARE(sink.skipped.size(), 4);
        QVERIFY(sink.skipped[0].startsWith(u"line 2: "_s));
        QVERIFY(sink.skipped[1].startsWith(u"line 4: “218-02-20T14:17:37Z”"_s));
        QVERIFY(sink.skipped[2].startsWith(u"line 5: "_s));
        QVERIFY(sink.skipped[3].startsWith(u"line 6: "_s));
    }

    void decemberToJanuaryIsTheNextYearAndStragglersAreOfTheOld()
    {
        auto options = inParis();
        options.zone = u"UTC"_s;
        const auto sink = read("Nov 30 10:00:00 h a[1]: 1\nDec 31 23:59:59 h a[1]: 2\nJan  1 "
                               "00:00:01 h a[1]: 3\nDec 31 23:59:58 h a[1]: 4\nJan  1 00:00:02 h "
                               "a[1]: 5\nJan 20 00:00:00 h a[1]: 6\nDec 18 00:00:00 h a[1]: 7\n",
                               options);
        QCOMPARE(sink.times(),
                 (QStringList{ u"2018-11-30T10:00:00Z"_s, u"2018-12-31T23:59:59Z"_s,
                               u"2019-01-01T00:00:01Z"_s, u"2018-12-31T23:59:58Z"_s,
                               u"2019-01-01T00:00:02Z"_s, u"2019-01-20T00:00:00Z"_s,
                               u"2019-12-18T00:00:00Z"_s }));
        QVERIFY(sink.events[0].time.basis == TimeBasis::DateAssumed);
        QVERIFY(sink.events[0].time.reference == ClockReference::YearWall);
    }

    void foldsAndStepsBackAreTold()
    {
        auto options = inParis();
        options.zone = u"America/Los_Angeles"_s;
        options.date = CivilTime{ 2019, 1, 1 };
        const auto sink = read("Nov  3 01:59:14 mac syslogd[6]: x\nNov  3 01:24:56 mac syslogd[6]: "
                               "y\nNov  3 02:08:19 mac syslogd[6]: z\n",
                               options);
        QCOMPARE(sink.remarks.size(), 3);
        QVERIFY(sink.remarks[0].contains(u"came twice"_s));
        QVERIFY(sink.remarks[2].startsWith(u"line 2: stands after a later time"_s));
    }

    void leapDaysNeedALeapYear()
    {
        auto options = inParis();
        options.date = CivilTime{ 2012, 1, 1 };
        QCOMPARE(read("Feb 29 12:00:00 h a[1]: x\n", options).times().first(),
                 u"2012-02-29T11:00:00Z"_s);
        QCOMPARE(read("Feb 29 12:00:00 h a[1]: x\n").times().first(), u"undated"_s);
    }

    void yearAndZoneAreAskedForOnlyWhereTheyLack()
    {
        const auto missing = [this](const char *text, const ImportOptions &options) {
            return m_importer.missing(*EvidenceInput::fromBytes(u"x"_s, text), options);
        };
        const char *old = "Feb 20 14:17:35 db1 app[1]: a\n";
        QCOMPARE(missing(old, {}), Needs(Need::Zone | Need::Date));
        QCOMPARE(missing(old, inParis()), Needs());
        ImportOptions zone;
        zone.fallbackZone = u"UTC"_s;
        QCOMPARE(missing(old, zone), Needs(Need::Date));
        QCOMPARE(missing("<1>1 2018-02-20T14:17:35Z h a - - - x\n", {}), Needs());
    }

    void whatLacksAClockStaysUndatedWithItsReading()
    {
        const auto sink = read("Feb 20 14:17:35 db1 app[1]: a\n", {});
        QCOMPARE(sink.times(), QStringList{ u"undated"_s });
        QCOMPARE(sink.events[0].time.text, u"Feb 20 14:17:35"_s);
        QVERIFY(sink.events[0].time.reading.has_value());
    }

    void otherFormatsAreLeftToTheirImporters_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("application") << QByteArray("2018-02-20 14:17:35,123 INFO [main] up\n");
        QTest::newRow("access") << QByteArray(
            "1.1.1.1 - - [20/Feb/2018:14:17:35 +0000] \"GET / HTTP/1.1\" 200 1\n");
        QTest::newRow("JSON") << QByteArray("{\"time\": \"Feb 20 14:17:35 db1 app[1]: a\"}\n");
        QTest::newRow("prose") << QByteArray("On Feb 20 it broke.\nNobody knew: why?\n");
        QTest::newRow("git") << QByteArray(
            "commit 1ad71a95606d02c1a6d5\nAuthor: A B <a@x>\nDate:   Thu Feb 22 18:04:29 2018 "
            "-0800\n\n    subject\n");
    }

    void otherFormatsAreLeftToTheirImporters()
    {
        QFETCH(QByteArray, bytes);
        QCOMPARE(m_importer.probe(*EvidenceInput::fromBytes(u"x.log"_s, bytes)), 0);
    }
};

QTEST_GUILESS_MAIN(SyslogImporterTest)
#include "tst_syslogimporter.moc"
