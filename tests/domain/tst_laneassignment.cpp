// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/laneassignment.h"

#include <QTest>

using namespace SecondStory;

class LaneAssignmentTest : public QObject {
    Q_OBJECT

private slots:
    void whatIsPackedComesOutAgain()
    {
        const QList<LaneId> lanes{ LaneId::create(), LaneId::create(), LaneId() };
        LanesOfEvents events;
        for (const int lane : { 1, 0, 1, 2, 0 })
            events.append(lanes[lane]);
        const auto again = unpackLanes(packLanes(events));
        QVERIFY(again);
        QCOMPARE(again->lanes, (QList<LaneId>{ lanes[1], lanes[0], lanes[2] }));
        QCOMPARE(again->rows.size(), size_t(5));
        for (size_t i = 0; i < 5; ++i)
            QCOMPARE(again->at(i), events.at(i));
        LanesOfEvents more = *again;
        more.append(lanes[0]);
        QCOMPARE(more.lanes.size(), 3);
        QCOMPARE(more.at(5), lanes[0]);
        QCOMPARE(unpackLanes(packLanes({}))->rows.size(), size_t(0));
    }

    void aMillionEventsTakeFewBytes()
    {
        LanesOfEvents events;
        const QList<LaneId> lanes{ LaneId::create(), LaneId::create(), LaneId::create() };
        quint32 random = 1;
        for (int i = 0; i < 1'000'000; ++i) {
            random = random * 1664525U + 1013904223U;
            events.append(lanes[static_cast<qsizetype>((random >> 16) % 3)]);
        }
        QVERIFY(packLanes(events).size() < 1'000'000);
    }

    void otherBytesAreRefused()
    {
        LanesOfEvents events;
        events.append(LaneId::create());
        QByteArray bytes = qUncompress(packLanes(events));
        QVERIFY(!unpackLanes({}));
        QVERIFY(!unpackLanes("no bytes of ours"));
        QVERIFY(!unpackLanes(qCompress(bytes.chopped(1))));
        QVERIFY(!unpackLanes(qCompress(bytes + 'x')));
        bytes.back() = 7; // a lane that is not in the list
        QVERIFY(!unpackLanes(qCompress(bytes)));
        QVERIFY(!unpackLanes(qCompress(QByteArray(16, '\xff'))));
    }
};

QTEST_MAIN(LaneAssignmentTest)
#include "tst_laneassignment.moc"
