// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/logs/accesslogimporter.h"
#include "support/readwith.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

class AccessLogImporterTest : public QObject {
    Q_OBJECT

    AccessLogImporter m_importer;

    RecordingSink read(const QByteArray &bytes, const ImportOptions &options = {})
    {
        return readWith(m_importer, bytes, options);
    }

    static QByteArray request(const char *clock, const char *status,
                              const char *path = "GET / HTTP/1.1")
    {
        return QByteArray("203.0.113.7 - - [20/Feb/2018:") + clock + "] \"" + path + "\" " + status
            + " 12 \"-\" \"curl\"\n";
    }

private slots:
    void requestsAreSummedUpByTheMinute()
    {
        const auto sink = read(request("14:17:01 +0100", "200") + request("14:17:59 +0100", "503")
                               + request("14:18:00 +0100", "404") + request("14:17:30 +0100", "301")
                               + request("14:19:10 +0100", "200"));
        QCOMPARE(sink.times(),
                 (QStringList{ u"2018-02-20T13:17:00Z / 2018-02-20T13:18:00Z"_s,
                               u"2018-02-20T13:18:00Z / 2018-02-20T13:19:00Z"_s,
                               u"2018-02-20T13:19:00Z / 2018-02-20T13:20:00Z"_s }));
        QCOMPARE(sink.titles(),
                 (QStringList{ u"Requests: 3, server errors (5xx): 1"_s,
                               u"Requests: 1, client errors (4xx): 1"_s, u"Requests: 1"_s }));
        const ParsedEvent &first = sink.events[0];
        QCOMPARE(
            first.text,
            u"Requests: 3, server errors (5xx): 1\n\n2xx: 1\n3xx: 1\n4xx: 0\n5xx: 1\nfirst 5xx "
            "in line 2"_s);
        QCOMPARE(first.place, u"lines 1 to 4"_s);
        QCOMPARE(sink.events[1].place, u"line 3"_s);
        QCOMPARE(first.time.text, u"20/Feb/2018:14:17:01 +0100"_s);
        QCOMPARE(first.time.zone, u"+01:00"_s);
        QVERIFY(first.kind == EventKind::Metric);
        QVERIFY(first.time.precision == TimePrecision::Minute);
        QVERIFY(first.time.basis == TimeBasis::Absolute);
    }

    void twoSeriesGoWithThemAndGapsAreZero()
    {
        const auto sink = read(request("14:17:01 +0000", "500") + request("14:22:00 +0000", "200")
                               + request("14:22:01 +0000", "200"));
        QCOMPARE(sink.seriesTaken.size(), 2);
        const auto values = [](const ParsedSeries &series) {
            QStringList list;
            for (const SeriesSample &sample : series.samples)
                list.append(toRfc3339(sample.time).mid(11, 5) + u' '
                            + QString::number(sample.value));
            return list;
        };
        QCOMPARE(sink.seriesTaken[0].name, u"requests per minute"_s);
        QCOMPARE(values(sink.seriesTaken[0]),
                 (QStringList{ u"14:17 1"_s, u"14:18 0"_s, u"14:21 0"_s, u"14:22 2"_s }));
        QCOMPARE(sink.seriesTaken[1].name, u"5xx per minute"_s);
        QCOMPARE(values(sink.seriesTaken[1]),
                 (QStringList{ u"14:17 1"_s, u"14:18 0"_s, u"14:21 0"_s, u"14:22 0"_s }));
    }

    void linesOfEverySpellingCount()
    {
        const auto sink = read(
            request("14:17:01 +0000", "200", "GET /?a=\"b\" <script>alert(\"x\")</script> HTTP/1.0")
            + request("14:17:01 +0000", "408", "-") + request("14:17:01 +0000", "400", "\\x16\\x03")
            + "shop.example.com:443 198.51.100.2 - asha@EXAMPLE.COM [20/Feb/2018:14:17:02 +0000] "
              "\"GET / HTTP/2\" 200 -\n"
              "gull.example.net - fred [9/Feb/2018:14:17:03 -0000] \"GET /a\" 502 215\n");
        QCOMPARE(sink.titles(),
                 (QStringList{ u"Requests: 1, server errors (5xx): 1"_s,
                               u"Requests: 4, client errors (4xx): 2"_s }));
        QVERIFY(sink.skipped.isEmpty());
    }

    void whatIsNoRequestIsSkippedWithItsPlace()
    {
        const auto sink =
            read(request("14:17:01 +0000", "200") + "something else\n"
                 + request("14:61:01 +0000", "200") + request("14:17:01 +0000", "999") + "\n");
        QCOMPARE(sink.titles(), QStringList{ u"Requests: 1"_s });
        QCOMPARE(sink.skipped.size(), 3);
        QVERIFY(sink.skipped[0].startsWith(u"line 2: "_s));
        QVERIFY(sink.skipped[1].startsWith(u"line 3: "_s));
        QVERIFY(sink.skipped[2].startsWith(u"line 4: "_s));
    }

    void columnsMayChangeInTheMiddle()
    {
        const auto sink = read(
            "#Software: x\n#Fields: date time cs-method sc-status\n2018-02-20 14:17:35 GET 200\n"
            "2018-02-20 14:17 GET\n#Date: 2018-02-21 00:00:00\n#Fields: time\tsc-status\tcs-uri\n"
            "00:00:05\t503\t\"/a b\"\n00:00:06\t-\t/c\n");
        QCOMPARE(sink.times(),
                 (QStringList{ u"2018-02-20T14:17:00Z / 2018-02-20T14:18:00Z"_s,
                               u"2018-02-21T00:00:00Z / 2018-02-21T00:01:00Z"_s }));
        QCOMPARE(sink.events[1].title, u"Requests: 2, server errors (5xx): 1"_s);
        QVERIFY(sink.events[1].text.endsWith(u"without a status: 1\nfirst 5xx in line 7"_s));
        QVERIFY(sink.events[0].time.basis == TimeBasis::Absolute);
        QCOMPARE(sink.skipped.size(), 1);
        QVERIFY(sink.skipped[0].startsWith(u"line 4: "_s));
    }

    void aZoneIsAskedForOnlyWhereItLacks()
    {
        const QByteArray bare = request("14:17:01", "200");
        const auto input = EvidenceInput::fromBytes(u"x"_s, bare);
        QCOMPARE(m_importer.missing(*input, {}), Needs(Need::Zone));
        ImportOptions options;
        options.zone = u"Europe/Paris"_s;
        QCOMPARE(m_importer.missing(*input, options), Needs());
        QCOMPARE(read(bare, options).times(),
                 QStringList{ u"2018-02-20T13:17:00Z / 2018-02-20T13:18:00Z"_s });
        const auto stated = EvidenceInput::fromBytes(u"x"_s, request("14:17:01 +0100", "200"));
        QCOMPARE(m_importer.missing(*stated, {}), Needs());
    }

    void itsOwnFilesAreTold()
    {
        const auto probe = [this](const QByteArray &bytes) {
            return m_importer.probe(*EvidenceInput::fromBytes(u"x.log"_s, bytes));
        };
        QCOMPARE(probe(request("14:17:01 +0000", "200")), 95);
        QCOMPARE(probe("#Fields: date time c-ip sc-status\n"), 97);
        QCOMPARE(probe("#Fields: ts uid id.orig_h\n"), 0);
        QCOMPARE(probe("Feb 20 14:17:35 db1 app[1]: a\n"), 0);
        QCOMPARE(probe("2018-02-20 14:17:35 INFO a\n"), 0);
    }
};

QTEST_GUILESS_MAIN(AccessLogImporterTest)
#include "tst_accesslogimporter.moc"
