// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/reviewstate.h"

#include <QSet>

#include <algorithm>

namespace SecondStory::Analysis {

namespace {

template <class List, class Test>
int countIf(const List &list, Test test)
{
    return static_cast<int>(std::count_if(list.begin(), list.end(), test));
}

} // namespace

ReviewState stateOf(const ReviewContents &contents, const EventTable &events)
{
    ReviewState state;
    QSet<TargetRef> supported;
    for (const EvidenceLink &link : contents.evidenceLinks)
        supported << link.target;
    QSet<FactorId> connected;
    for (const Influence &influence : contents.influences)
        connected << influence.from << influence.to;

    state.events = events.size();
    state.undated = static_cast<qint64>(events.undated.size());
    for (const EvidenceSource &source : contents.sources) {
        if (source.removed)
            continue;
        ++state.sources;
        state.sourcesAssumed += source.basis != TimeBasis::Absolute ? 1 : 0;
        state.sourcesSkipping += source.skipped > 0 ? 1 : 0;
    }
    state.factors = static_cast<int>(contents.factors.size());
    state.factorsWithoutEvidence = countIf(contents.factors, [&](const Factor &f) {
        return !supported.contains({ TargetKind::Factor, f.id.value });
    });
    state.factorsUnconnected =
        countIf(contents.factors, [&](const Factor &f) { return !connected.contains(f.id); });
    state.helped =
        countIf(contents.factors, [](const Factor &f) { return f.polarity == Polarity::Helped; });
    state.claims = static_cast<int>(contents.claims.size());
    state.claimsWithoutEvidence = countIf(contents.claims, [&](const Claim &c) {
        return !supported.contains({ TargetKind::Claim, c.id.value });
    });
    state.pressures = static_cast<int>(contents.pressures.size());
    state.pressuresUncoded =
        countIf(contents.pressures, [](const Pressure &p) { return p.codeId.isNull(); });
    state.openQuestions = countIf(
        contents.questions, [](const Question &q) { return q.status == QuestionStatus::Open; });
    state.emptySections =
        countIf(contents.sections, [](const Section &s) { return s.body.trimmed().isEmpty(); });
    state.actionsWithoutFactor = countIf(contents.actions, [](const Action &a) {
        return a.factorId.isNull() && a.status != ActionStatus::Dropped;
    });
    state.hasFrame = contents.review.frame.began && contents.review.frame.resolved;
    return state;
}

} // namespace SecondStory::Analysis
