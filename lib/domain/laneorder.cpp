// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/laneorder.h"

#include <QHash>

#include <algorithm>

namespace SecondStory {

QList<LaneSlot> laneOrder(const QList<Lane> &lanes, const QList<LaneGroup> &groups)
{
    struct Placed {
        int position = 0;
        LaneSlot slot;
    };
    QList<Placed> placed;
    QHash<LaneGroupId, qsizetype> placeOf;
    for (const LaneGroup &group : groups) {
        placeOf.insert(group.id, placed.size());
        placed.append({ group.position, { group.id, {} } });
    }
    QList<Lane> ordered = lanes;
    const auto isBefore = [](const auto &a, const auto &b) { return a.position < b.position; };
    std::stable_sort(ordered.begin(), ordered.end(), isBefore);
    for (const Lane &lane : std::as_const(ordered)) {
        const auto at = placeOf.constFind(lane.groupId);
        if (at == placeOf.constEnd())
            placed.append({ lane.position, { {}, { lane.id } } });
        else
            placed[*at].slot.lanes.append(lane.id);
    }
    std::stable_sort(placed.begin(), placed.end(), isBefore);
    QList<LaneSlot> slots_;
    slots_.reserve(placed.size());
    for (const Placed &one : std::as_const(placed))
        slots_.append(one.slot);
    return slots_;
}

} // namespace SecondStory
