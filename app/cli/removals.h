// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/reviewcontents.h"

namespace SecondStory::Cli {

/// Takes out what points at a record that is about to go, so that nothing points nowhere.
inline void removePointers(const ReviewContents &contents, const QUuid &id, ChangeSet &set)
{
    for (const Coding &coding : contents.codings) {
        if (coding.target.id == id)
            set.remove(coding);
    }
    for (const EvidenceLink &link : contents.evidenceLinks) {
        if (link.target.id == id || link.eventId.value == id)
            set.remove(link);
    }
    for (const Influence &influence : contents.influences) {
        if (influence.from.value != id && influence.to.value != id)
            continue;
        removePointers(contents, influence.id.value, set);
        set.remove(influence);
    }
    const auto change = [&set](const auto &before, auto &&edit) {
        auto after = before;
        edit(after);
        set.update(before, after);
    };
    for (const Question &question : contents.questions) {
        if (question.about.id == id)
            change(question, [](Question &alone) { alone.about = {}; });
    }
    for (const Action &action : contents.actions) {
        if (action.factorId.value == id)
            change(action, [](Action &alone) { alone.factorId = {}; });
    }
    for (const Claim &claim : contents.claims) {
        if (claim.sectionId.value == id)
            change(claim, [](Claim &alone) { alone.sectionId = {}; });
    }
    for (const Contradiction &difference : contents.contradictions) {
        if (difference.first.value != id && difference.second.value != id)
            continue;
        // With a moment both of its accounts go, and what is said of them goes once.
        const AnyChange out = RecordChange<Contradiction>{ difference, std::nullopt };
        if (!set.changes.contains(out))
            set.changes.append(out);
    }
    for (const Account &account : contents.accounts) {
        if (account.momentId.value != id)
            continue;
        removePointers(contents, account.id.value, set);
        set.remove(account);
    }
    for (const Moment &moment : contents.moments) {
        if (moment.events.contains(EventId{ id }))
            change(moment, [&id](Moment &without) { without.events.removeAll(EventId{ id }); });
    }
}

} // namespace SecondStory::Cli
