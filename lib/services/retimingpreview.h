// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/evidencesource.h"
#include "domain/result.h"
#include "domain/sourceclock.h"

#include <functional>

namespace SecondStory::Store {
class Library;
}

namespace SecondStory::Services {

/// One event before and after another clock is set.
struct RetimedLine {
    EventId event;
    QString title;
    QString text; ///< the time as found
    std::optional<TimePoint> before;
    std::optional<TimePoint> after;
};

/// What another clock would do to the events of a source; nothing is stored.
struct RetimingPreview {
    qint64 events = 0;
    qint64 moved = 0; ///< dated before and after, at another instant
    qint64 undated = 0; ///< would lose their instant
    qint64 dated = 0; ///< would gain one
    qint64 inGap = 0; ///< readings that the clocks of the new zone never showed
    qint64 inFold = 0; ///< readings that they showed twice
    qint64 asserted = 0; ///< stay where somebody stated them to be
    qint64 leastShiftUs = 0; ///< of those that move; equal to most when all move alike
    qint64 mostShiftUs = 0;
    // How many times need which part of the clock.
    qint64 needZone = 0;
    qint64 needDate = 0;
    qint64 needStart = 0;
    QList<RetimedLine> first; ///< the first that change, at most five

    [[nodiscard]] bool changesNothing() const { return moved == 0 && undated == 0 && dated == 0; }
};

/// Errors: Storage, Cancelled when `goOn` says no. Threads: that of the library.
/// Cost: reads every event of the source.
[[nodiscard]] Result<RetimingPreview> previewRetiming(Store::Library &library,
                                                      const EvidenceSource &source,
                                                      const SourceClock &clock,
                                                      const std::function<bool()> &goOn = {});

/// What a preview says, as one sentence for people: "57 of 102 events move by +5 h; 2 become
/// undated; 1 falls into a gap of the clocks".
[[nodiscard]] QString sentenceOf(const RetimingPreview &preview);

} // namespace SecondStory::Services
