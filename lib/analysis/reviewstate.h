// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/eventtable.h"
#include "domain/reviewcontents.h"

namespace SecondStory::Analysis {

/// What a review still lacks, as counts: the status line, the overview and `check` say the same.
struct ReviewState {
    qint64 events = 0;
    qint64 undated = 0;
    int sources = 0; ///< not removed
    int sourcesAssumed = 0; ///< of them, with an assumed zone, date or start
    int sourcesSkipping = 0; ///< of them, with records that could not be taken
    int factors = 0;
    int factorsWithoutEvidence = 0;
    int factorsUnconnected = 0;
    int claims = 0;
    int claimsWithoutEvidence = 0;
    int pressures = 0;
    int pressuresUncoded = 0;
    int openQuestions = 0;
    int emptySections = 0;
    int actionsWithoutFactor = 0;
    int helped = 0; ///< factors that made it easier
    bool hasFrame = false; ///< both when it began and when it was resolved are stated
};

/// Cost: linear in the records; the event rows are not gone through.
[[nodiscard]] ReviewState stateOf(const ReviewContents &contents, const EventTable &events);

} // namespace SecondStory::Analysis
