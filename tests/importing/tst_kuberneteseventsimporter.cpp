// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/readwith.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

class KubernetesEventsImporterTest : public QObject {
    Q_OBJECT

private slots:

    void repeatsAreOneEventWithARange()
    {
        const QByteArray list = R"({"kind": "List", "items": [
 {"kind": "Event", "metadata": {"uid": "u1", "creationTimestamp": "2026-03-12T13:50:00Z"}, "involvedObject": {"kind": "Pod", "name": "web-1", "namespace": "shop"},
  "reason": "BackOff", "message": "Back-off", "firstTimestamp": "2026-03-12T13:50:00Z", "lastTimestamp": "2026-03-12T13:58:00Z", "count": 7, "type": "Warning", "eventTime": null}]})";
        QCOMPARE(detected(list), u"kubernetes-events"_s);
        const auto sink = readWith(u"kubernetes-events"_s, list);
        QCOMPARE(sink.titles(), QStringList{ u"BackOff (Pod web-1) ×7: Back-off"_s });
        QCOMPARE(sink.times(), QStringList{ u"2026-03-12T13:50:00Z / 2026-03-12T13:58:00Z"_s });
        const ParsedEvent &event = sink.events.first();
        QCOMPARE(event.naturalKey, u"u1"_s);
        QCOMPARE(event.lane, u"shop"_s);
        QVERIFY(event.kind == EventKind::Log);
        QVERIFY(event.actors.isEmpty());
        QVERIFY(event.time.reference == ClockReference::Instant);
    }

    void newStyleEventsHaveTheirOwnKeys()
    {
        const QByteArray list = R"({"items": [
 {"metadata": {"uid": "u2"}, "regarding": {"kind": "Pod", "name": "web-2", "namespace": "shop"}, "reason": "Scheduled", "note": "to n1",
  "eventTime": "2026-03-12T13:49:59.123456Z", "series": {"count": 2, "lastObservedTime": "2026-03-12T13:51:00.000001Z"}},
 {"metadata": {"uid": "u3"}, "regarding": {"kind": "Pod", "name": "web-3"}, "reason": "Killing", "note": "stop",
  "deprecatedFirstTimestamp": "2026-03-12T13:40:00Z", "deprecatedLastTimestamp": "2026-03-12T13:41:00Z", "deprecatedCount": 3, "eventTime": null}]})";
        QCOMPARE(detected(list), u"kubernetes-events"_s);
        const auto sink = readWith(u"kubernetes-events"_s, list);
        QCOMPARE(sink.times(),
                 (QStringList{ u"2026-03-12T13:49:59.123456Z / 2026-03-12T13:51:00.000001Z"_s,
                               u"2026-03-12T13:40:00Z / 2026-03-12T13:41:00Z"_s }));
        QCOMPARE(sink.titles(),
                 (QStringList{ u"Scheduled (Pod web-2) ×2: to n1"_s,
                               u"Killing (Pod web-3) ×3: stop"_s }));
    }

    void withoutTimesTheCreationCounts()
    {
        const auto sink = readWith(
            u"kubernetes-events"_s,
            R"({"type": "ADDED", "object": {"kind": "Event", "metadata": {"creationTimestamp": "2026-03-12T13:50:00Z"}, "involvedObject": {"kind": "Node", "name": "n1"}, "reason": "Ready", "count": 4, "firstTimestamp": null, "lastTimestamp": null}}
{"type": "ADDED", "object": {"kind": "Pod", "metadata": {}}}
)");
        QCOMPARE(sink.times(), QStringList{ u"2026-03-12T13:50:00Z"_s });
        QCOMPARE(sink.skipped, QStringList{ u"line 2: is not a Kubernetes event"_s });
        QCOMPARE(sink.remarks,
                 QStringList{ u"line 1: counts 4 repeats but states one time only"_s });
    }

    void otherListsOfKubernetesAreNotTaken()
    {
        QCOMPARE(detected(R"({"kind": "List", "items": [{"kind": "Pod", "metadata": {}}]})"),
                 QString());
    }
};

QTEST_GUILESS_MAIN(KubernetesEventsImporterTest)
#include "tst_kuberneteseventsimporter.moc"
