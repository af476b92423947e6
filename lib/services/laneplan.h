// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/changeset.h"
#include "services/importservice.h"

#include <functional>

namespace SecondStory::Services {

/// Sorting the events of sources into lanes by a rule: what it would do, and the edit that does it.
struct LanePlan {
    struct Share {
        QString lane;
        qint64 events = 0;
        bool isNew = false;
    };

    LaneRule rule = LaneRule::Suggested;
    qint64 events = 0; ///< of the sources
    qint64 moved = 0; ///< that stand in another lane today
    int sources = 0;
    QList<Share> shares; ///< the lanes they end up in, the fullest first
    ChangeSet changes; ///< a LaneAssignment for each source in which an event moves

    [[nodiscard]] bool changesNothing() const { return moved == 0; }
};

/// Plans how the events of `sources` (empty: of all that are in the review) go into lanes, one plan
/// for each of `rules`, all from one reading. A lane is taken by its name, and made where there is
/// none. Every imported event of a source goes where the rule says, also one that a person had put
/// elsewhere; events of the analyst stay. `goOn` is asked every few thousand events.
/// Errors: NotFound (a source that is not in the review), Cancelled, Storage. Cost: linear in the
/// events; about 1 s for a million. Threads: that of the library.
[[nodiscard]] Result<QList<LanePlan>> planLanes(Store::Library &library, ReviewId review,
                                                const QList<SourceId> &sources,
                                                const QList<LaneRule> &rules,
                                                const std::function<bool()> &goOn = {});

/// "1,204 of 1,310 events move; all stand in 4 lanes, 2 of them new".
[[nodiscard]] QString sentenceOf(const LanePlan &plan);
/// What a rule is called in a menu: "Channel or system".
[[nodiscard]] QString labelOf(LaneRule rule);

} // namespace SecondStory::Services
