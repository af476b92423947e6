// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/alerts/gcpstatusimporter.h"
#include "importing/alerts/statuspageatomimporter.h"
#include "importing/alerts/statuspageimporter.h"
#include "support/readwith.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

class StatuspageImportersTest : public QObject {
    Q_OBJECT

    static RecordingSink read(const Importer &importer, const QByteArray &bytes,
                              const ImportOptions &options = {})
    {
        return readWith(importer, bytes, options, u"status"_s);
    }
    static QByteArray update(const char *when, const char *zone, const char *words)
    {
        const QByteArrayList parts = QByteArray(when).split(' ');
        return "&lt;p&gt; &lt;small&gt;" + parts[0] + " &lt;var data-var='date'&gt;" + parts[1]
            + "&lt;/var&gt;, &lt;var data-var='time'&gt;" + parts[2] + "&lt;/var&gt; " + zone
            + "&lt;/small&gt;&lt;br&gt; " + words + " &lt;/p&gt;";
    }
    static QByteArray entry(const char *published, const QByteArray &content)
    {
        return QByteArray("<entry><id>tag:x:Incident/1</id><published>") + published
            + "</published><link href=\"http://st.example/incidents/1\"/><title>Orders are "
              "late</title><content type=\"html\">"
            + content + "</content></entry>\n";
    }
    static QByteArray feed(const QByteArray &entries)
    {
        return "<?xml version=\"1.0\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n"
               "<title>History</title><author><name>Orders Shop</name></author>\n"
            + entries + "</feed>\n";
    }
    static constexpr auto kResolved = "&lt;strong&gt;Resolved&lt;/strong&gt; - All sent.";

private slots:
    void yearsComeFromWhenTheEntryWasPublished()
    {
        const auto sink =
            read(StatuspageAtomImporter(),
                 feed(entry("2026-01-01T00:25:10Z",
                            update("Jan 1 00:25", "UTC", kResolved)
                                + update("Dec 31 23:40", "UTC",
                                         "&lt;strong&gt;Investigating&lt;/strong&gt; - Late "
                                         "&amp;amp; odd &lt;small&gt;print&lt;/small&gt;"))));
        QCOMPARE(sink.times(),
                 (QStringList{ u"2025-12-31T23:40:00Z / 2026-01-01T00:25:00Z"_s,
                               u"2026-01-01T00:25:00Z"_s, u"2025-12-31T23:40:00Z"_s }));
        QCOMPARE(sink.titles(),
                 (QStringList{ u"Orders are late"_s, u"Resolved: All sent."_s,
                               u"Investigating: Late & odd print"_s }));
        const ParsedEvent &resolved = sink.events[1];
        QCOMPARE(resolved.time.text, u"Jan 1, 00:25 UTC"_s);
        QVERIFY(resolved.time.precision == TimePrecision::Minute);
        QVERIFY(resolved.time.basis == TimeBasis::Absolute);
        QCOMPARE(resolved.place, u"line 4, entry 1, update 1"_s);
        QVERIFY(resolved.kind == EventKind::Message);
        QCOMPARE(resolved.actors.first().name, u"Orders Shop"_s);
        QVERIFY(resolved.actors.first().kind == PersonKind::Group);
        QVERIFY(resolved.text.contains(u"incident: Orders are late"_s));
        QVERIFY(sink.events[0].text.contains(u"http://st.example/incidents/1"_s));
    }

    void anIncidentThatGoesOnHasNoEnd()
    {
        const auto sink =
            read(StatuspageAtomImporter(),
                 feed(entry("2026-03-12T13:40:00Z",
                            update("Mar 12 13:40", "UTC", "&lt;strong&gt;Update&lt;/strong&gt; - b")
                                + update("Mar 12 13:10", "UTC",
                                         "&lt;strong&gt;Investigating&lt;/strong&gt; - a"))));
        QCOMPARE(sink.times().first(), u"2026-03-12T13:10:00Z"_s);
    }

    void otherZonesAreUnderstoodOrAskedFor()
    {
        const QByteArray summer =
            feed(entry("2026-07-12T13:40:00Z", update("Jul 12 06:40", "PDT", kResolved)));
        QCOMPARE(read(StatuspageAtomImporter(), summer).times().last(), u"2026-07-12T13:40:00Z"_s);
        const QByteArray bare =
            feed(entry("2026-07-12T13:40:00Z", update("Jul 12 15:40", "", kResolved)));
        const auto input = EvidenceInput::fromBytes(u"a"_s, bare);
        QCOMPARE(StatuspageAtomImporter().missing(*input, {}), Needs(Need::Zone));
        ImportOptions options;
        options.zone = u"Europe/Paris"_s;
        QCOMPARE(StatuspageAtomImporter().missing(*input, options), Needs());
        QCOMPARE(read(StatuspageAtomImporter(), bare, options).times().last(),
                 u"2026-07-12T13:40:00Z"_s);
        QCOMPARE(StatuspageAtomImporter().missing(*EvidenceInput::fromBytes(u"a"_s, summer), {}),
                 Needs());
    }

    void anEntryWithoutUpdatesIsTakenWithItsWords()
    {
        const auto sink =
            read(StatuspageAtomImporter(),
                 feed(entry("2026-03-12T13:40:00Z", "&lt;p&gt;Just words&lt;/p&gt;")
                      + "<entry><published>2026-03-12T13:40:00Z</published></entry>"));
        QCOMPARE(sink.times(), QStringList{ u"2026-03-12T13:40:00Z"_s });
        QVERIFY(sink.events.first().text.contains(u"Just words"_s));
        QCOMPARE(sink.skipped, QStringList{ u"line 5, entry 2: has no words"_s });
    }

    void aRepeatedUpdateIsSkipped()
    {
        const QByteArray one = update("Mar 12 13:40", "UTC", kResolved);
        const auto sink =
            read(StatuspageAtomImporter(), feed(entry("2026-03-12T13:40:00Z", one + one)));
        QCOMPARE(sink.events.size(), 2);
        QCOMPARE(sink.skipped.size(), 1);
    }

    void hostileXmlIsRefusedWithItsLine_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("what");
        QTest::newRow("doctype") << QByteArray("<?xml version=\"1.0\"?>\n<!DOCTYPE feed "
                                               "[<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>\n"
                                               "<feed>&b;</feed>")
                                 << u"DOCTYPE"_s;
        QTest::newRow("external") << QByteArray(
            "<!DOCTYPE feed SYSTEM \"file:///etc/issue\"><feed/>")
                                  << u"DOCTYPE"_s;
        QTest::newRow("undeclared entity")
            << feed(entry("2026-03-12T13:40:00Z", "&unknown;")) << u"not valid XML"_s;
        QTest::newRow("cut") << feed(entry("2026-03-12T13:40:00Z", "a")).chopped(20)
                             << u"in the middle"_s;
        QTest::newRow("another XML") << QByteArray("<rss><channel/></rss>") << u"Atom"_s;
        QTest::newRow("NUL") << feed(QByteArray("<entry>\0</entry>", 16)) << u"NUL"_s;
        QTest::newRow("deep") << feed(QByteArray("<a>").repeated(100)) << u"64 levels"_s;
        QTest::newRow("no entry") << feed({}) << u"no incident"_s;
        QTest::newRow("empty") << QByteArray() << u"empty"_s;
    }

    void hostileXmlIsRefusedWithItsLine()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, what);
        RecordingSink sink;
        const auto summary = readBytes(StatuspageAtomImporter(), bytes, sink, {}, u"a.atom"_s);
        QVERIFY(!summary);
        QVERIFY(summary.error().code == ErrorCode::BadInput);
        QVERIFY2(summary.error().what.contains(what), qPrintable(summary.error().toString()));
        QCOMPARE(summary.error().file, u"a.atom"_s);
    }

    void incidentsOfTheInterfaceAreRead()
    {
        const auto sink = read(StatuspageImporter(), R"({"page":{"name":"Orders Shop"},"incidents":[
            {"id":"i1","name":"Orders are late","status":"resolved","impact":"major","created_at":"2026-03-12T07:10:00.000-06:00",
             "started_at":"2026-03-12T07:05:00.000-06:00","resolved_at":"2026-03-12T08:10:00.000-06:00",
             "incident_updates":[{"id":"u2","status":"in_progress","body":"All sent.","display_at":"2026-03-12T08:10:00.000-06:00"},
                                 {"id":"u1","status":"investigating","body":"","display_at":null,"created_at":"2026-03-12T07:10:00.000-06:00"}],
             "components":[{"name":"Checkout"}]},
            {"id":"i2","name":"Open","impact":"none","created_at":"2026-03-12T07:10:00-06:00","resolved_at":null,"incident_updates":[]},
            {"id":"i3"}]})");
        QCOMPARE(sink.times(),
                 (QStringList{ u"2026-03-12T13:05:00Z / 2026-03-12T14:10:00Z"_s,
                               u"2026-03-12T14:10:00Z"_s, u"2026-03-12T13:10:00Z"_s,
                               u"2026-03-12T13:10:00Z"_s }));
        QCOMPARE(sink.titles(),
                 (QStringList{ u"Orders are late"_s, u"In progress: All sent."_s,
                               u"Investigating"_s, u"Open"_s }));
        QVERIFY(sink.events[0].text.contains(u"components: Checkout"_s));
        QCOMPARE(sink.events[1].naturalKey, u"u2"_s);
        QCOMPARE(sink.events[1].actors.first().name, u"Orders Shop"_s);
        QCOMPARE(sink.skipped.size(), 1);
        QVERIFY(sink.skipped.first().contains(u"/incidents/2: "_s));
    }

    void incidentsOneALineAreRead()
    {
        const QByteArray bytes =
            R"({"id":"1","title":"Late orders","started_at":"2026-03-12T13:10:00Z","resolved_at":"2026-03-12T14:10:00Z","impact":"minor","components":["Checkout"],"updates":[{"at":"2026-03-12T13:10:00Z","status":"Investigating","message":"We look."},{"at":"2026-03-12T13:10:00Z","status":"Investigating","message":"We look."}]})";
        QCOMPARE_GT(StatuspageImporter().probe(*EvidenceInput::fromBytes(u"a.jsonl"_s, bytes)), 90);
        const auto sink = read(StatuspageImporter(), bytes);
        QCOMPARE(sink.times(),
                 (QStringList{ u"2026-03-12T13:10:00Z / 2026-03-12T14:10:00Z"_s,
                               u"2026-03-12T13:10:00Z"_s }));
        QCOMPARE(sink.events[1].place, u"line 1, /updates/0"_s);
        QCOMPARE(sink.skipped.size(), 1);
    }

    void incidentsOfGoogleCloudAreRead()
    {
        const QByteArray bytes =
            R"([{"id":"g1","begin":"2026-03-12T13:02:00+00:00","created":"2026-03-12T13:10:00+00:00",
            "end":"2026-03-12T14:10:00+00:00","external_desc":"Orders in **one** region","service_name":"Orders","status_impact":"SERVICE_DISRUPTION",
            "affected_products":[{"title":"Orders"},{"title":"Checkout"}],
            "updates":[{"when":"2026-03-12T14:12:00+00:00","created":"2026-03-12T14:12:00+00:00","text":"# Summary\nOver at 07:10 US/Pacific.","status":"AVAILABLE"}]},
            {"id":"g2","begin":"2026-03-12T15:00:00+00:00","external_desc":"Open","updates":[],"status_impact":"x"},
            {"other":1}])";
        QCOMPARE_GT(GcpStatusImporter().probe(*EvidenceInput::fromBytes(u"a.json"_s, bytes)), 90);
        QCOMPARE(StatuspageImporter().probe(*EvidenceInput::fromBytes(u"a.json"_s, bytes)), 0);
        const auto sink = read(GcpStatusImporter(), bytes);
        QCOMPARE(sink.times(),
                 (QStringList{ u"2026-03-12T13:02:00Z / 2026-03-12T14:10:00Z"_s,
                               u"2026-03-12T14:12:00Z"_s, u"2026-03-12T14:10:00Z"_s,
                               u"2026-03-12T15:00:00Z"_s }));
        QCOMPARE(sink.titles(),
                 (QStringList{ u"Orders in one region"_s, u"Summary"_s,
                               u"Over: Orders in one region"_s, u"Open"_s }));
        QVERIFY(sink.events[1].text.contains(u"Over at 07:10 US/Pacific."_s));
        QVERIFY(sink.events[0].text.contains(u"products: Orders, Checkout"_s));
        QCOMPARE(sink.events[0].lane, u"Orders"_s);
        QCOMPARE(sink.skipped.size(), 1);
    }
};

QTEST_GUILESS_MAIN(StatuspageImportersTest)
#include "tst_statuspageimporters.moc"
