// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/readwith.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

class ChaosToolkitImporterTest : public QObject {
    Q_OBJECT

private slots:

    static QByteArray journal()
    {
        return R"({"chaoslib-version": "1.9.0", "start": "2026-03-12T13:00:00.5", "end": "2026-03-12T13:02:00.5", "status": "completed", "deviated": true,
 "experiment": {"title": "The shop stays open", "description": "Does it?", "method": [{"type": "action", "name": "drain", "provider": {"module": "k8s", "func": "drain"}}]},
 "steady_states": {"before": {"probes": [{"activity": {"type": "probe", "name": "answers"}, "output": 200, "status": "succeeded", "start": "2026-03-12T13:00:01", "end": "2026-03-12T13:00:02", "tolerance_met": true}]}, "after": null},
 "run": [{"activity": {"type": "action", "name": "drain"}, "status": "failed", "start": "2026-03-12T13:01:00+00:00", "end": "2026-03-12T13:01:30+00:00", "exception": ["Traceback\n", "ActivityFailed: no such node\n"]}, {"status": "failed"}], "rollbacks": []})";
    }

    void aJournalIsTheExperimentAndItsActivities()
    {
        QCOMPARE(detected(journal()), u"chaos-toolkit"_s);
        const auto sink = readWith(u"chaos-toolkit"_s, journal());
        QCOMPARE(sink.titles(),
                 (QStringList{ u"The shop stays open: completed, deviated"_s,
                               u"answers: succeeded"_s, u"drain: failed"_s }));
        QCOMPARE(sink.times(),
                 (QStringList{ u"2026-03-12T13:00:00.500Z / 2026-03-12T13:02:00.500Z"_s,
                               u"2026-03-12T13:00:01Z / 2026-03-12T13:00:02Z"_s,
                               u"2026-03-12T13:01:00Z / 2026-03-12T13:01:30Z"_s }));
        QCOMPARE(sink.events[1].place, u"line 1, /steady_states/before/probes/0"_s);
        QVERIFY(sink.events[2].text.contains(u"exception: ActivityFailed: no such node"_s));
        QVERIFY(sink.events[2].kind == EventKind::Action);
        QVERIFY(sink.events[1].kind == EventKind::Observation);
        QCOMPARE(sink.skipped, QStringList{ u"line 1, /run/1: names no activity"_s });
    }

    void timesWithoutAZoneAreUtcAndThatIsSaid()
    {
        ImportOptions options;
        options.fallbackZone = u"America/New_York"_s;
        QVERIFY(missingFor(u"chaos-toolkit"_s, journal()) == Needs());
        const auto sink = readWith(u"chaos-toolkit"_s, journal(), options);
        QCOMPARE(sink.times()[1], u"2026-03-12T13:00:01Z / 2026-03-12T13:00:02Z"_s);
        QCOMPARE(sink.remarks.size(), 1);
        QVERIFY(sink.remarks.first().contains(u"states no time zone"_s));
        QVERIFY(sink.events[0].time.basis == TimeBasis::ZoneAssumed);
        QVERIFY(sink.events[0].time.reading.has_value());
        options.zone = u"Europe/Paris"_s;
        QCOMPARE(readWith(u"chaos-toolkit"_s, journal(), options).times()[1],
                 u"2026-03-12T12:00:01Z / 2026-03-12T12:00:02Z"_s);
    }

    void aPlanIsOneUndatedEvent()
    {
        const QByteArray plan =
            R"({"title": "The shop stays open", "description": "Does it?", "steady-state-hypothesis": {"title": "It answers", "probes": [{"name": "answers", "provider": {"type": "http", "url": "http://shop"}}]}, "method": [{"type": "action", "ref": "drain"}], "rollbacks": []})";
        QCOMPARE(detected(plan), u"chaos-toolkit"_s);
        const auto sink = readWith(u"chaos-toolkit"_s, plan);
        QCOMPARE(sink.times(), QStringList{ u"undated"_s });
        QCOMPARE(
            sink.events.first().text,
            u"Does it?\n\nhypothesis: It answers\nprobes:\n- answers (http://shop)\nmethod:\n- drain"_s);
    }

    void whatIsNeitherIsRefused()
    {
        RecordingSink sink;
        const ImporterRegistry registry;
        QVERIFY(!readBytes(*registry.find(u"chaos-toolkit"_s), R"({"title": "x"})", sink));
        QCOMPARE(sink.skipped.size(), 1);
    }
};

QTEST_GUILESS_MAIN(ChaosToolkitImporterTest)
#include "tst_chaostoolkitimporter.moc"
