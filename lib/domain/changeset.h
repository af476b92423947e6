// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/account.h"
#include "domain/action.h"
#include "domain/activity.h"
#include "domain/claim.h"
#include "domain/code.h"
#include "domain/event.h"
#include "domain/evidencelink.h"
#include "domain/evidencesource.h"
#include "domain/factor.h"
#include "domain/influence.h"
#include "domain/knownto.h"
#include "domain/lane.h"
#include "domain/laneassignment.h"
#include "domain/learning.h"
#include "domain/moment.h"
#include "domain/person.h"
#include "domain/pressure.h"
#include "domain/question.h"
#include "domain/review.h"
#include "domain/sameas.h"
#include "domain/savedview.h"
#include "domain/section.h"
#include "domain/series.h"
#include "domain/statedduration.h"
#include "domain/timemark.h"

#include <QList>

#include <optional>
#include <variant>

namespace SecondStory {

/// One record before and after an edit: no before is an insertion, no after a removal.
template <class T>
struct RecordChange {
    std::optional<T> before;
    std::optional<T> after;

    bool operator==(const RecordChange &) const = default;
    [[nodiscard]] bool isInsertion() const { return !before && after; }
    [[nodiscard]] bool isRemoval() const { return before && !after; }
    /// The record's identity, whichever side holds it.
    [[nodiscard]] auto id() const { return after ? after->id : before->id; }
};

/// Every kind of record that can be edited. Views visit it: a forgotten kind does not compile.
using AnyChange = std::variant<
    RecordChange<Review>, RecordChange<Person>, RecordChange<Lane>, RecordChange<EvidenceSource>,
    RecordChange<Event>, RecordChange<Moment>, RecordChange<Claim>, RecordChange<Factor>,
    RecordChange<Influence>, RecordChange<Pressure>, RecordChange<Code>, RecordChange<Coding>,
    RecordChange<EvidenceLink>, RecordChange<Question>, RecordChange<Learning>,
    RecordChange<Action>, RecordChange<Section>, RecordChange<TimeMark>, RecordChange<Series>,
    RecordChange<SameAs>, RecordChange<Account>, RecordChange<Contradiction>,
    RecordChange<Activity>, RecordChange<SavedView>, RecordChange<LaneGroup>, RecordChange<KnownTo>,
    RecordChange<StatedDuration>, RecordChange<LaneAssignment>>;

/// What one user action changes, as values: applied in one transaction, all or nothing, in order.
struct ChangeSet {
    QList<AnyChange> changes;

    [[nodiscard]] bool isEmpty() const { return changes.isEmpty(); }

    template <class T>
    ChangeSet &insert(T record)
    {
        changes.append(RecordChange<T>{ std::nullopt, std::move(record) });
        return *this;
    }
    template <class T>
    ChangeSet &update(T before, T after)
    {
        changes.append(RecordChange<T>{ std::move(before), std::move(after) });
        return *this;
    }
    template <class T>
    ChangeSet &remove(T record)
    {
        changes.append(RecordChange<T>{ std::move(record), std::nullopt });
        return *this;
    }
};

/// The change set that takes back `set`: each change turned round, in reverse order.
[[nodiscard]] ChangeSet inverted(const ChangeSet &set);

} // namespace SecondStory
