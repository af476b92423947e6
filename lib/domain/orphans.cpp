// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/orphans.h"

#include <QSet>

namespace SecondStory {

Orphans takeOrphans(ReviewContents &contents, const EventTable &events)
{
    Orphans orphans;
    QSet<LaneId> inUse(events.lanes.begin(), events.lanes.end());
    for (const Series &series : std::as_const(contents.series)) {
        const auto *source = findRecord<EvidenceSource>(contents, series.sourceId);
        if (source && !source->removed)
            inUse << series.laneId;
    }
    for (const Activity &activity : std::as_const(contents.activities))
        inUse << activity.laneId;
    contents.lanes.removeIf([&](const Lane &lane) {
        // Lanes that an import or a rule made go with the last event, lanes of people stay.
        const bool isMade = findRecord<EvidenceSource>(contents, lane.origin) != nullptr;
        const bool isOut = !inUse.contains(lane.id) && isMade && lane.version <= 1;
        if (isOut)
            orphans.lanes << lane;
        return isOut;
    });
    contents.people.removeIf([&](const Person &person) {
        const bool isOut = isOrphan(contents, person);
        if (isOut)
            orphans.people << person;
        return isOut;
    });
    return orphans;
}

} // namespace SecondStory
