// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/eventtable.h"
#include "domain/lane.h"

#include <QRandomGenerator>

#include <algorithm>

namespace SecondStory::Test {

inline constexpr qint64 kNoon = 1'519'128'000'000'000; ///< 2018-02-20T12:00:00Z
inline constexpr qint64 kMinute = 60'000'000;

inline QList<Lane> makeLanes(int count)
{
    QList<Lane> lanes;
    for (int i = 0; i < count; ++i) {
        Lane lane;
        lane.id = LaneId::create();
        lane.name = QString::number(i + 1);
        lane.position = i;
        lane.hue = i % 8;
        lanes.append(lane);
    }
    return lanes;
}

/// Events in bursts and quiet stretches; about one in twenty lasts.
inline EventTable makeEvents(const QList<Lane> &lanes, int count, qint64 range, quint32 seed = 1)
{
    QRandomGenerator random(seed);
    EventTable table;
    for (const Lane &lane : lanes)
        table.lanes.append(lane.id);
    for (int i = 0; i < count; ++i) {
        const bool isBurst = random.bounded(3) == 0;
        const double at = isBurst ? 0.4 + random.generateDouble() * 0.02 : random.generateDouble();
        EventRow row;
        row.seq = i + 1;
        row.start = kNoon + static_cast<qint64>(at * static_cast<double>(range));
        row.end = row.start + (random.bounded(20) == 0 ? random.bounded(1, 90) * kMinute : 0);
        row.lane = static_cast<quint16>(random.bounded(static_cast<int>(lanes.size())));
        row.kind = static_cast<EventKind>(random.bounded(18));
        table.rows.push_back(row);
    }
    std::sort(table.rows.begin(), table.rows.end(), [](const EventRow &a, const EventRow &b) {
        return a.start != b.start ? a.start < b.start : a.seq < b.seq;
    });
    return table;
}

} // namespace SecondStory::Test
