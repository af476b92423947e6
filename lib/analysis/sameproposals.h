// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/event.h"

#include <QSet>
#include <QStringList>

#include <vector>

namespace SecondStory::Analysis {

/// What is compared of an event.
struct RecordedFact {
    EventId id;
    SourceId source;
    qint64 start = 0; ///< effective, microseconds UTC
    QString words;
};

/// Two records of different sources that may be one happening: a proposal, for a person to decide.
struct SameProposal {
    EventId first; ///< the earlier one
    EventId second;
    double likeness = 0; ///< share of the rarer words they have in common, 0..1
    qint64 apartUs = 0; ///< time between them
    QStringList shared; ///< the rarest words both have, at most five

    bool operator==(const SameProposal &) const = default;
};

struct SameProposalLimits {
    qint64 withinUs = 5LL * 60 * 1'000'000;
    double leastLikeness = 0.4;
    qsizetype most = 500;
};

/// Pairs of facts from different sources that lie within a few minutes of each other and share
/// words that are rare in this review. Words weigh by their rarity (inverse document frequency), so
/// that a pull request's number counts and "the" does not; every event is proposed with the one
/// that is most like it only. Pairs in `decided` are left out.
/// Order: likeliest first, ties by time. Cost: linear in the words, for words that occur in at most
/// forty facts; those in more say too little to be followed.
[[nodiscard]] std::vector<SameProposal>
proposeSame(std::vector<RecordedFact> facts, const QSet<QPair<EventId, EventId>> &decided = {},
            const SameProposalLimits &limits = {});

/// The words of a text as they are compared: lower case, numbers and identifiers whole.
[[nodiscard]] QStringList comparedWords(QStringView text);

} // namespace SecondStory::Analysis
