// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/chat/ircline.h"
#include "support/readwith.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

class IrcImporterTest : public QObject {
    Q_OBJECT

    const ImporterRegistry m_registry;

    static ImportOptions given()
    {
        ImportOptions options;
        options.fallbackZone = u"UTC"_s;
        options.date = CivilTime{ 2024, 1, 31 };
        return options;
    }

    RecordingSink read(const QByteArray &bytes, const ImportOptions &options = given(),
                       const QString &name = u"ops.log"_s)
    {
        return readDetected(u"irc"_s, bytes, options, name);
    }

    static QStringList names(const RecordingSink &sink)
    {
        QStringList list;
        for (const ParsedEvent &event : sink.events)
            list.append(event.actors.isEmpty() ? u"-"_s : event.actors.first().name);
        return list;
    }

    static QStringList handles(const RecordingSink &sink)
    {
        QStringList list;
        for (const ParsedEvent &event : sink.events)
            list.append(event.actors.isEmpty() ? u"-"_s : event.actors.first().handle);
        return list;
    }

private slots:
    void everyClientsSpellingIsRead_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("titles");
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QStringList>("times");
        QTest::newRow("Ubuntu")
            << QByteArray("[12:18] <@ana> is it down?\n[12:18]  * ben nods\n=== cy [~c@h] has "
                          "joined #ops\n=== dan looks\n[12:19] <ana> hm\n")
            << QStringList{ u"is it down?"_s, u"ben nods"_s, u"cy [~c@h] has joined #ops"_s,
                            u"dan looks"_s, u"hm"_s }
            << QStringList{ u"ana"_s, u"ben"_s, u"cy"_s, u"dan"_s, u"ana"_s }
            << QStringList{ u"2024-01-31T12:18:00Z"_s, u"2024-01-31T12:18:00Z"_s, u"undated"_s,
                            u"undated"_s, u"2024-01-31T12:19:00Z"_s };
        QTest::newRow("irssi") << QByteArray(
            "--- Log opened Mon Dec 31 21:11:55 2012\n21:12 -!- ana [~a@h] has "
            "joined #ops\n21:13 <+ana> a\n23:59 < ben> b\n--- Day changed Tue Jan 01 "
            "2013\n00:01  * ben sleeps\n00:02 -srv:#ops- restart\n--- Log closed Tue "
            "Jan 01 00:03:00 2013\n")
                               << QStringList{ u"ana [~a@h] has joined #ops"_s, u"a"_s, u"b"_s,
                                               u"ben sleeps"_s, u"restart"_s }
                               << QStringList{ u"ana"_s, u"ana"_s, u"ben"_s, u"ben"_s, u"srv"_s }
                               << QStringList{ u"2012-12-31T21:12:00Z"_s, u"2012-12-31T21:13:00Z"_s,
                                               u"2012-12-31T23:59:00Z"_s, u"2013-01-01T00:01:00Z"_s,
                                               u"2013-01-01T00:02:00Z"_s };
        QTest::newRow("WeeChat") << QByteArray(
            "2014-12-01 12:18:05\t-->\tana (~a@h) has joined #ops\n2014-12-01 "
            "12:18:06\t@ana\thello\n2014-12-01 12:18:07\t *\tana waves\n2014-12-01 "
            "12:18:08\t--\tMode #ops [+v ben]\n")
                                 << QStringList{ u"ana (~a@h) has joined #ops"_s, u"hello"_s,
                                                 u"ana waves"_s, u"Mode #ops [+v ben]"_s }
                                 << QStringList{ u"ana"_s, u"ana"_s, u"ana"_s, u"-"_s }
                                 << QStringList{ u"2014-12-01T12:18:05Z"_s,
                                                 u"2014-12-01T12:18:06Z"_s,
                                                 u"2014-12-01T12:18:07Z"_s,
                                                 u"2014-12-01T12:18:08Z"_s };
        QTest::newRow("XChat") << QByteArray(
            "**** BEGIN LOGGING AT Mon Dec 31 21:11:55 2011\n\n dec 31 21:11:55 --> You are "
            "talking on #ops\ndec 31 21:11:58 <ana>\tola\nene 01 00:01:00 *\tben nods\ngen "
            "01 39:95:90 <ana> odd\n**** FINE DEL LOG Sun Jan 01 00:02:00 2012\n\n**** "
            "INIZIO DEL LOG Sun Feb 26 19:52:46 2012\nfeb 26 19:53:01 <ana> c\n")
                               << QStringList{ u"You are talking on #ops"_s, u"ola"_s,
                                               u"ben nods"_s, u"odd"_s, u"c"_s }
                               << QStringList{ u"-"_s, u"ana"_s, u"ben"_s, u"ana"_s, u"ana"_s }
                               << QStringList{ u"2011-12-31T21:11:55Z"_s, u"2011-12-31T21:11:58Z"_s,
                                               u"2012-01-01T00:01:00Z"_s, u"undated"_s,
                                               u"2012-02-26T19:53:01Z"_s };
        QTest::newRow("XChat without its first line")
            << QByteArray("dec 31 23:59:00 <ana> a\njan 01 00:01:00 <ana> b\n")
            << QStringList{ u"a"_s, u"b"_s } << QStringList{ u"ana"_s, u"ana"_s }
            << QStringList{ u"2024-12-31T23:59:00Z"_s, u"2025-01-01T00:01:00Z"_s };
        QTest::newRow("scrollback")
            << QByteArray("T 1700000000 \x03"
                          "18<\x03"
                          "18,01ana\x03"
                          "18>\x0f\t\x02"
                          "bold\x02 and \x1f"
                          "7\x0f\nT 0 <ben> when\nT 1700000001 *\tana nods\nT <cy> lost\n")
            << QStringList{ u"bold and 7"_s, u"when"_s, u"ana nods"_s, u"lost"_s }
            << QStringList{ u"ana"_s, u"ben"_s, u"ana"_s, u"cy"_s }
            << QStringList{ u"2023-11-14T22:13:20Z"_s, u"undated"_s, u"2023-11-14T22:13:21Z"_s,
                            u"undated"_s };
        QTest::newRow("ZNC") << QByteArray(
            "[12:18:05] *** Joins: ana (~a@h)\n[12:18:06] <ana> a\n[12:18:07] * ana "
            "nods\n[12:18:08] *** Quits: ana (~a@h) (bye)\n")
                             << QStringList{ u"Joins: ana (~a@h)"_s, u"a"_s, u"ana nods"_s,
                                             u"Quits: ana (~a@h) (bye)"_s }
                             << QStringList{ u"ana"_s, u"ana"_s, u"ana"_s, u"ana"_s }
                             << QStringList{ u"2024-01-31T12:18:05Z"_s, u"2024-01-31T12:18:06Z"_s,
                                             u"2024-01-31T12:18:07Z"_s, u"2024-01-31T12:18:08Z"_s };
        QTest::newRow("meetbot")
            << QByteArray("12:18:05 <ana> #startmeeting\n12:18:06 <ben> .hello\n")
            << QStringList{ u"#startmeeting"_s, u".hello"_s } << QStringList{ u"ana"_s, u"ben"_s }
            << QStringList{ u"2024-01-31T12:18:05Z"_s, u"2024-01-31T12:18:06Z"_s };
        QTest::newRow("with an offset")
            << QByteArray("[2024-01-31T12:18:05+01:00] <ana> a\n2024-01-31T12:18:06Z <ben> b\n")
            << QStringList{ u"a"_s, u"b"_s } << QStringList{ u"ana"_s, u"ben"_s }
            << QStringList{ u"2024-01-31T11:18:05Z"_s, u"2024-01-31T12:18:06Z"_s };
    }

    void everyClientsSpellingIsRead()
    {
        QFETCH(QByteArray, bytes);
        const auto sink = read(bytes);
        QTEST(sink.titles(), "titles");
        QTEST(names(sink), "names");
        QTEST(sink.times(), "times");
        QVERIFY2(sink.skipped.isEmpty(), qPrintable(sink.skipped.join(u'\n')));
    }

    void aChangeOfNickKeepsThePerson()
    {
        const auto sink =
            read("[12:18] <ana> a\n=== ana is now known as ana_afk\n[12:19] <ana_afk> "
                 "b\n[12:20] -!- ana_afk is now known as lunch\n[12:21] <Lunch> c\n"
                 "[12:22] <ben> d\n[12:23] *** lunch is now known as ana\n[12:24] "
                 "<ana> e\n[12:25] *** cy is now known as ben\n[12:26] <ben> f\n");
        QCOMPARE(names(sink),
                 (QStringList{ u"ana"_s, u"ana_afk"_s, u"ana_afk"_s, u"lunch"_s, u"Lunch"_s,
                               u"ben"_s, u"ana"_s, u"ana"_s, u"ben"_s, u"ben"_s }));
        QCOMPARE(handles(sink),
                 (QStringList{ u"ana"_s, u"ana"_s, u"ana"_s, u"ana"_s, u"ana"_s, u"ben"_s, u"ana"_s,
                               u"ana"_s, u"ben"_s, u"ben"_s }));
    }

    void theDayComesFromTheNameUnlessSomebodySaysIt()
    {
        const QByteArray bytes = "[12:18:05] <ana> a\n[12:18:06] <ben> b\n";
        const Importer &irc = *m_registry.find(u"irc"_s);
        ImportOptions zone;
        zone.zone = u"UTC"_s;
        const auto sink = read(bytes, zone, u"#ops_20141201.log"_s);
        QCOMPARE(sink.times().first(), u"2014-12-01T12:18:05Z"_s);
        QCOMPARE(sink.remarks.size(), 1);
        QCOMPARE(read(bytes, given(), u"#ops_20141201.log"_s).times().first(),
                 u"2024-01-31T12:18:05Z"_s);
        QCOMPARE(irc.missing(*EvidenceInput::fromBytes(u"ops.log"_s, bytes), {}),
                 Needs(Need::Date | Need::Zone));
        QCOMPARE(irc.missing(*EvidenceInput::fromBytes(u"ops-2014-12-01_03.log"_s, bytes), {}),
                 Needs(Need::Zone));
        QCOMPARE(irc.missing(*EvidenceInput::fromBytes(u"a"_s, "T 1700000000 <ana> a\n"), {}),
                 Needs());
    }

    void linesThatAreNoneAreSkipped()
    {
        const auto sink = read("[12:18] <ana> a\n[12:18] <ben> b\n[12:19] <ben>\nwhat is this\n"
                               "[11:00] <ana> early\n[00:10] <ana> next day\n");
        QCOMPARE(sink.titles(), (QStringList{ u"a"_s, u"b"_s, u"early"_s, u"next day"_s }));
        QCOMPARE(sink.skipped.size(), 2);
        QVERIFY(sink.skipped[0].startsWith(u"line 3: "_s));
        QVERIFY(sink.skipped[1].startsWith(u"line 4: "_s));
        QCOMPARE(sink.remarks.size(), 2);
    }

    void marksOfMircAreTakenOut_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QString>("plain");
        QTest::newRow("colour") << u"\x03"
                                   "04,12red\x03 5"_s
                                << u"red 5"_s;
        QTest::newRow("colour and comma") << u"\x03"
                                             "4,x"_s
                                          << u",x"_s;
        QTest::newRow("three digits") << u"\x03"
                                         "041"_s
                                      << u"1"_s;
        QTest::newRow("hex") << u"\x04"
                                "ff00aax\x04"_s
                             << u"x"_s;
        QTest::newRow("others") << u"\x02"
                                   "a\x1d"
                                   "b\x1f"
                                   "c\x16\x0f\x11\x1e"_s
                                << u"abc"_s;
        QTest::newRow("at the end") << u"a\x03"_s << u"a"_s;
        QTest::newRow("tab") << u"a\tb"_s << u"a\tb"_s;
    }

    void marksOfMircAreTakenOut()
    {
        QFETCH(QString, raw);
        QFETCH(QString, plain);
        QCOMPARE(withoutIrcMarks(raw), plain);
    }

    void otherTextIsNotTakenForIrc_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("notes") << QByteArray("14:00 it began\n14:05 it ended\n");
        QTest::newRow("bullets") << QByteArray("* 14:00 it began\n* 14:05 it ended\n");
        QTest::newRow("syslog") << QByteArray(
            "Dec 31 21:11:55 host app[1]: a\nDec 31 21:11:56 host "
            "app[1]: b\n");
        QTest::newRow("a table") << QByteArray("2014-12-01 12:18:05\tINFO\ta\n");
        QTest::newRow("HTML") << QByteArray("<html>\n<b>x</b>\n");
    }

    void otherTextIsNotTakenForIrc()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(m_registry.find(u"irc"_s)->probe(*EvidenceInput::fromBytes(u"x.txt"_s, bytes))
                <= 55);
    }
};

QTEST_GUILESS_MAIN(IrcImporterTest)
#include "tst_ircimporter.moc"
