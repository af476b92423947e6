// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/calendar/icalendarimporter.h"
#include "support/readwith.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

class ICalendarImporterTest : public QObject {
    Q_OBJECT

    ICalendarImporter m_importer;

    static QByteArray calendar(const QByteArray &inside)
    {
        return "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//y\n" + inside + "END:VCALENDAR\n";
    }

    static QByteArray entry(const QByteArray &lines, const QByteArray &summary = "x")
    {
        return "BEGIN:VEVENT\nUID:u1\nSUMMARY:" + summary + "\n" + lines + "\nEND:VEVENT\n";
    }

    static ImportOptions inParis()
    {
        ImportOptions options;
        options.fallbackZone = u"Europe/Paris"_s;
        return options;
    }

    RecordingSink read(const QByteArray &bytes, const ImportOptions &options = inParis())
    {
        return readWith(m_importer, calendar(bytes), options);
    }

private slots:
    void everyFormOfATimeIsRead_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QString>("time");
        QTest::addColumn<int>("basis");
        const auto row = [](const char *name, const char *lines, const char *time,
                            TimeBasis basis) {
            QTest::newRow(name) << QByteArray(lines) << QString::fromUtf8(time)
                                << static_cast<int>(basis);
        };
        row("UTC", "DTSTART:20180220T140000Z\nDTEND:20180220T150000Z",
            "2018-02-20T14:00:00Z / 2018-02-20T15:00:00Z", TimeBasis::Absolute);
        row("zone of the database",
            "DTSTART;TZID=America/New_York:20180220T140000\nDURATION:PT1H30M",
            "2018-02-20T19:00:00Z / 2018-02-20T20:30:00Z", TimeBasis::Absolute);
        row("zone behind a program's name",
            "DTSTART;TZID=/example.net/2018/Europe/Berlin:20180720T140000", "2018-07-20T12:00:00Z",
            TimeBasis::Absolute);
        row("zone of Windows", "DTSTART;TZID=\"Pacific Standard Time\":20180720T140000",
            "2018-07-20T21:00:00Z", TimeBasis::Absolute);
        row("floating", "DTSTART:20180220T140000\nDTEND:20180220T150000",
            "2018-02-20T13:00:00Z / 2018-02-20T14:00:00Z", TimeBasis::ZoneAssumed);
        row("day", "DTSTART;VALUE=DATE:20180220\nDTEND;VALUE=DATE:20180222",
            "2018-02-19T23:00:00Z / 2018-02-21T23:00:00Z", TimeBasis::ZoneAssumed);
        row("day alone", "DTSTART;VALUE=DATE:20180220",
            "2018-02-19T23:00:00Z / 2018-02-20T23:00:00Z", TimeBasis::ZoneAssumed);
        row("day that ends on itself", "DTSTART:20180220\nDTEND:20180220",
            "2018-02-19T23:00:00Z / 2018-02-20T23:00:00Z", TimeBasis::ZoneAssumed);
        row("two clocks", "DTSTART;TZID=Europe/London:20180220T140000\nDTEND:20180220T150000Z",
            "2018-02-20T14:00:00Z / 2018-02-20T15:00:00Z", TimeBasis::Absolute);
    }

    void everyFormOfATimeIsRead()
    {
        QFETCH(QByteArray, lines);
        QFETCH(QString, time);
        QFETCH(int, basis);
        const auto sink = read(entry(lines));
        QCOMPARE(sink.times(), QStringList{ time });
        QCOMPARE(static_cast<int>(sink.events[0].time.basis), basis);
        const bool isDay = lines.contains("DATE") || !lines.contains("T1");
        QCOMPARE(static_cast<int>(sink.events[0].time.precision),
                 static_cast<int>(isDay ? TimePrecision::Day : TimePrecision::Second));
    }

    void wordsPeopleAndPlaceAreTaken()
    {
        const auto sink = read(
            "BEGIN:VEVENT\r\nUID:u1\r\nDTSTART:20180220T140000Z\r\nSUMMARY:Review\\, part 2\\; "
            "caf\xC3\r\n \xA9\r\nDESCRIPTION:First\\nsecond\\\\\r\nLOCATION:Room 7\r\n"
            "ORGANIZER;CN=\"Rao; Asha\":mailto:asha@example.com\r\n"
            "ATTENDEE;CN=Ben;PARTSTAT=ACCEPTED:mailto:ben@example.com\r\n"
            "ATTENDEE;CN=Cleo;PARTSTAT=DECLINED:mailto:cleo@example.com\r\n"
            "ATTENDEE;CUTYPE=ROOM;CN=Room 7:mailto:room@example.com\r\n"
            "ATTENDEE;CUTYPE=GROUP:mailto:team@example.com\r\n"
            "BEGIN:VALARM\r\nDESCRIPTION:not this\r\nEND:VALARM\r\nEND:VEVENT\r\n");
        const ParsedEvent &event = sink.events.first();
        QCOMPARE(event.title, u"Review, part 2; café"_s);
        QCOMPARE(event.text,
                 u"Review, part 2; café\n\nFirst\nsecond\\\n\nLocation: Room 7\nDeclined: Cleo"_s);
        QCOMPARE(event.actors.size(), 3);
        QCOMPARE(event.actors[0].name, u"Ben"_s);
        QCOMPARE(event.actors[0].handle, u"ben@example.com"_s);
        QVERIFY(event.actors[1].kind == PersonKind::Group);
        QCOMPARE(event.actors[2].name, u"Rao; Asha"_s);
        QCOMPARE(event.naturalKey, u"u1"_s);
        QCOMPARE(event.place, u"line 4"_s);
        QVERIFY(event.kind == EventKind::Other && event.lane.isEmpty());
    }

    void leaveAndShiftsAreTold_data()
    {
        QTest::addColumn<QString>("summary");
        QTest::addColumn<QString>("lane");
        QTest::addColumn<QString>("person");
        const auto row = [](const char *summary, const char *lane, const char *person) {
            QTest::newRow(summary) << QString::fromUtf8(summary) << QString::fromUtf8(lane)
                                   << QString::fromUtf8(person);
        };
        row("Asha Rao on vacation", "Away", "Asha Rao");
        row("Ben OOO", "Away", "Ben");
        row("Out of office: Cleo", "Away", "Cleo");
        row("PTO - Asha", "Away", "Asha");
        row("Urlaub Max Mustermann", "Away", "Max Mustermann");
        row("Zoë (sick leave)", "Away", "Zoë");
        row("Asha: leave", "Away", "Asha");
        row("Public holiday", "Away", "");
        row("Company holidays", "Away", "");
        row("On Call - Asha Rao - Payments Primary", "On call", "Asha Rao");
        row("Payments on-call", "On call", "");
        row("Rufbereitschaft: Max Mustermann", "On call", "Max Mustermann");
        row("@Asha", "", "Asha");
        row("Leave the old cluster", "", "");
        row("Deploy review", "", "");
        row("Callback on call quality", "On call", "");
    }

    void leaveAndShiftsAreTold()
    {
        QFETCH(QString, summary);
        QFETCH(QString, lane);
        QFETCH(QString, person);
        const auto sink = read(entry("DTSTART:20180220T140000Z", summary.toUtf8()));
        const ParsedEvent &event = sink.events.first();
        QCOMPARE(event.lane, lane);
        QCOMPARE(event.kind == EventKind::Away, lane == u"Away"_s);
        QCOMPARE(event.kind == EventKind::OnCall, lane == u"On call"_s);
        QCOMPARE(event.actors.isEmpty() ? QString() : event.actors.first().name, person);
    }

    void theCalendarsNameTellsToo()
    {
        const auto sink =
            read("X-WR-CALNAME:Payments on-call\n"
                 + entry("DTSTART:20180220T140000Z\nORGANIZER:mailto:o@x", "Asha Rao"));
        QVERIFY(sink.events[0].kind == EventKind::OnCall);
        QCOMPARE(sink.events[0].actors.first().name, u"Asha Rao"_s);
        QCOMPARE(sink.events[0].actors.size(), 1);
    }

    void zonesOfTheCalendarsOwnAreUnderstoodWhereverTheyStand()
    {
        const QByteArray zone =
            "BEGIN:VTIMEZONE\nTZID:Ours\nBEGIN:DAYLIGHT\nDTSTART:19810329T020000\n"
            "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\n"
            "END:DAYLIGHT\nBEGIN:STANDARD\nDTSTART:19961027T030000\n"
            "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\n"
            "END:STANDARD\nEND:VTIMEZONE\n";
        const QByteArray events = entry("DTSTART;TZID=Ours:20180220T140000")
            + entry("DTSTART;TZID=Ours:20180720T140000")
            + entry("DTSTART;TZID=Ours:20180325T023000")
            + entry("DTSTART;TZID=Ours:20181028T023000")
            + entry("DTSTART;TZID=Ours:20181028T033000");
        for (const QByteArray &bytes : { QByteArray(zone + events), QByteArray(events + zone) }) {
            const auto sink = read(bytes);
            QCOMPARE(sink.times(),
                     (QStringList{ u"2018-02-20T13:00:00Z"_s, u"2018-07-20T12:00:00Z"_s,
                                   u"2018-03-25T01:30:00Z"_s, u"2018-10-28T00:30:00Z"_s,
                                   u"2018-10-28T02:30:00Z"_s }));
            QCOMPARE(sink.remarks.size(), 2);
            QVERIFY(sink.remarks[0].contains(u"went forward"_s));
            QVERIFY(sink.remarks[1].contains(u"came twice"_s));
        }
    }

    void unknownZonesAreRemarkedOn()
    {
        const auto sink = read(entry("DTSTART;TZID=Nowhere:20180220T140000"));
        QCOMPARE(sink.times(), QStringList{ u"2018-02-20T13:00:00Z"_s });
        QVERIFY(sink.remarks[0].contains(u"“Nowhere”"_s));
    }

    void seriesAreFollowedTimeByTime()
    {
        const auto sink = read(
            entry("DTSTART;TZID=Europe/Paris:20180319T090000\nDTEND;TZID=Europe/"
                  "Paris:20180319T100000\nRRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20180430T070000Z\n"
                  "EXDATE;TZID=Europe/Paris:20180416T090000\nRDATE:20180405T080000Z"));
        QCOMPARE(sink.times(),
                 (QStringList{ u"2018-03-19T08:00:00Z / 2018-03-19T09:00:00Z"_s,
                               u"2018-04-02T07:00:00Z / 2018-04-02T08:00:00Z"_s,
                               u"2018-04-05T08:00:00Z / 2018-04-05T09:00:00Z"_s,
                               u"2018-04-30T07:00:00Z / 2018-04-30T08:00:00Z"_s }));
        QCOMPARE(sink.events[1].naturalKey, u"u1:20180402T090000"_s);
        QCOMPARE(sink.events[1].place, u"line 4, 20180402T090000"_s);
        QVERIFY(sink.remarks.isEmpty());
    }

    void aChangedTimeStandsInPlaceOfItsOwn()
    {
        const auto sink = read(
            entry("DTSTART;TZID=Europe/Paris:20180219T090000\nRRULE:FREQ=DAILY;COUNT=4")
            + entry("DTSTART;TZID=Europe/Paris:20180220T110000\nRECURRENCE-ID:20180220T080000Z",
                    "y")
            + entry("DTSTART;TZID=Europe/Paris:20180221T090000\nRECURRENCE-ID;TZID=Europe/"
                    "Paris:20180221T090000\nSTATUS:CANCELLED",
                    "z"));
        QCOMPARE(sink.times(),
                 (QStringList{ u"2018-02-19T08:00:00Z"_s, u"2018-02-22T08:00:00Z"_s,
                               u"2018-02-20T10:00:00Z"_s }));
        QCOMPARE(sink.skipped.size(), 1);
        QVERIFY(sink.skipped[0].contains(u"was cancelled"_s));
    }

    void seriesStayAroundTheReview()
    {
        ImportOptions options = inParis();
        options.date = CivilTime{ 2018, 2, 20 };
        const auto sink =
            read(entry("DTSTART:20000103T090000Z\nRRULE:FREQ=WEEKLY;INTERVAL=2"), options);
        QCOMPARE(sink.times().first(), u"2013-02-11T09:00:00Z"_s);
        QCOMPARE(sink.times().last(), u"2023-01-30T09:00:00Z"_s);
        QCOMPARE(sink.events.size(), 261);
        QVERIFY(sink.remarks[0].contains(u"goes on repeating"_s));
        RecordingSink none;
        QVERIFY(!readBytes(m_importer,
                           calendar(entry("DTSTART:20000103T090000Z\nRRULE:FREQ=WEEKLY;COUNT=3")),
                           none, options));
        QCOMPARE(none.skipped.size(), 1);
    }

    void endlessAndImpossibleRulesEnd_data()
    {
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<int>("events");
        QTest::newRow("every second") << QByteArray("FREQ=SECONDLY") << 10'000;
        QTest::newRow("a second that never comes")
            << QByteArray("FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30") << 1;
        QTest::newRow("a minute that never comes")
            << QByteArray("FREQ=MINUTELY;INTERVAL=2;BYMINUTE=1") << 1;
        QTest::newRow("a day that never comes")
            << QByteArray("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30") << 1;
        QTest::newRow("a month that never comes")
            << QByteArray("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6") << 1;
        QTest::newRow("a year that never comes")
            << QByteArray("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30") << 1;
        QTest::newRow("no rule") << QByteArray("FREQ=SOMETIMES") << 1;
        QTest::newRow("another calendar") << QByteArray("FREQ=MONTHLY;RSCALE=CHINESE") << 1;
        QTest::newRow("no interval") << QByteArray("FREQ=DAILY;INTERVAL=0") << 1;
        QTest::newRow("a huge count") << QByteArray("FREQ=SECONDLY;COUNT=2000000000") << 10'000;
        QTest::newRow("bytes") << QByteArray("FREQ=DAILY;\x01\xff") << 1;
    }

    void endlessAndImpossibleRulesEnd()
    {
        QFETCH(QByteArray, rule);
        QFETCH(int, events);
        const auto sink = read(entry("DTSTART:20180220T140000Z\nRRULE:" + rule));
        QCOMPARE(sink.events.size(), events);
        QVERIFY(!sink.remarks.isEmpty());
    }

    void aFileFullOfImpossibleRulesEndsToo()
    {
        QByteArray bytes;
        for (int i = 0; i < 2'000; ++i)
            bytes += "BEGIN:VEVENT\nUID:u" + QByteArray::number(i)
                + "\nSUMMARY:x\nDTSTART:20180220T140000Z\n"
                  "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\nEND:VEVENT\n";
        QCOMPARE(read(bytes).events.size(), 2'000);
    }

    void oneBadEntrySkipsItselfAlone()
    {
        const auto sink = read(entry("DTSTART:20171032T100000Z") + entry("DTSTART:20180220T140000Z")
                               + entry("STATUS:CANCELLED\nDTSTART:20180220T140000Z")
                               + "BEGIN:VEVENT\nSUMMARY:no time\nEND:VEVENT\n"
                               + "BEGIN:VTODO\nSUMMARY:buy\nEND:VTODO\n"
                               + "BEGIN:VEVENT\nSUMMARY:open\nDTSTART:20180220T140000Z\n"
                               + entry("DTSTART:20180220T150000Z\nDTEND:20180220T140000Z"));
        QCOMPARE(sink.times(),
                 (QStringList{ u"2018-02-20T14:00:00Z"_s, u"2018-02-20T15:00:00Z"_s }));
        QCOMPARE(sink.skipped.size(), 5);
        QVERIFY(sink.skipped[0].startsWith(u"line 4: “20171032T100000Z” is not a time"_s));
        QVERIFY(sink.skipped[4].contains(u"has no end in the file"_s));
        QVERIFY(sink.remarks[0].contains(u"lies before the start"_s));
    }

    void aZoneIsAskedForOnlyWhereItLacks()
    {
        const auto missing = [this](const QByteArray &inside, const ImportOptions &options) {
            return m_importer.missing(*EvidenceInput::fromBytes(u"x"_s, calendar(inside)), options);
        };
        QCOMPARE(missing(entry("DTSTART:20180220T140000Z"), {}), Needs());
        QCOMPARE(missing(entry("DTSTART;TZID=Europe/Paris:20180220T140000"), {}), Needs());
        QCOMPARE(missing(entry("DTSTART;VALUE=DATE:20180220"), {}), Needs(Need::Zone));
        QCOMPARE(missing(entry("DTSTART:20180220T140000"), {}), Needs(Need::Zone));
        QCOMPARE(missing(entry("DTSTART;TZID=Nowhere:20180220T140000"), {}), Needs(Need::Zone));
        QCOMPARE(missing(entry("DTSTART:20180220T140000"), inParis()), Needs());
        QCOMPARE(missing("X-WR-TIMEZONE:Asia/Tokyo\n" + entry("DTSTART:20180220T140000"), {}),
                 Needs());
        const auto sink =
            read("X-WR-TIMEZONE:Asia/Tokyo\n" + entry("DTSTART:20180220T140000"), inParis());
        QCOMPARE(sink.times(), QStringList{ u"2018-02-20T05:00:00Z"_s });
    }

    void itsOwnFilesAreTold()
    {
        const auto probe = [this](const QByteArray &bytes) {
            return m_importer.probe(*EvidenceInput::fromBytes(u"x"_s, bytes));
        };
        QCOMPARE(probe("\xEF\xBB\xBF" + calendar(entry("DTSTART:20180220T140000Z"))), 100);
        QCOMPARE(probe("begin:vcalendar\n"), 100);
        QCOMPARE(probe("BEGIN:VCARD\n"), 0);
    }
};

QTEST_GUILESS_MAIN(ICalendarImporterTest)
#include "tst_icalendarimporter.moc"
