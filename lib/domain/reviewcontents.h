// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/changeset.h"

namespace SecondStory {

/// Everything of one review but its events, which may be millions and are read as they are needed.
struct ReviewContents {
    Review review;
    QList<Person> people;
    QList<Lane> lanes; ///< by position
    QList<EvidenceSource> sources; ///< by time of import, removed ones included
    QList<LaneGroup> laneGroups; ///< by position
    QList<Moment> moments;
    QList<Account> accounts; ///< of all moments, in the order they were written down
    QList<Contradiction> contradictions;
    QList<Activity> activities;
    QList<Claim> claims;
    QList<Factor> factors;
    QList<Influence> influences;
    QList<Pressure> pressures;
    QList<Coding> codings;
    QList<EvidenceLink> evidenceLinks;
    QList<Question> questions;
    QList<Learning> learnings; ///< by position
    QList<Action> actions; ///< by position
    QList<Section> sections; ///< by position
    QList<TimeMark> marks;
    QList<Series> series; ///< without their samples
    QList<SameAs> sameAs;
    QList<KnownTo> knownTo;
    QList<StatedDuration> statedDurations;
    QList<SavedView> savedViews; ///< by position

    bool operator==(const ReviewContents &) const = default;
};

/// The list of `contents` that holds records of type T.
template <class T, class Contents>
[[nodiscard]] auto &listOf(Contents &contents)
{
    if constexpr (std::is_same_v<T, Person>)
        return contents.people;
    else if constexpr (std::is_same_v<T, Lane>)
        return contents.lanes;
    else if constexpr (std::is_same_v<T, EvidenceSource>)
        return contents.sources;
    else if constexpr (std::is_same_v<T, Moment>)
        return contents.moments;
    else if constexpr (std::is_same_v<T, Claim>)
        return contents.claims;
    else if constexpr (std::is_same_v<T, Factor>)
        return contents.factors;
    else if constexpr (std::is_same_v<T, Influence>)
        return contents.influences;
    else if constexpr (std::is_same_v<T, Pressure>)
        return contents.pressures;
    else if constexpr (std::is_same_v<T, Coding>)
        return contents.codings;
    else if constexpr (std::is_same_v<T, EvidenceLink>)
        return contents.evidenceLinks;
    else if constexpr (std::is_same_v<T, Question>)
        return contents.questions;
    else if constexpr (std::is_same_v<T, Learning>)
        return contents.learnings;
    else if constexpr (std::is_same_v<T, Action>)
        return contents.actions;
    else if constexpr (std::is_same_v<T, Section>)
        return contents.sections;
    else if constexpr (std::is_same_v<T, TimeMark>)
        return contents.marks;
    else if constexpr (std::is_same_v<T, Series>)
        return contents.series;
    else if constexpr (std::is_same_v<T, SameAs>)
        return contents.sameAs;
    else if constexpr (std::is_same_v<T, Account>)
        return contents.accounts;
    else if constexpr (std::is_same_v<T, Contradiction>)
        return contents.contradictions;
    else if constexpr (std::is_same_v<T, Activity>)
        return contents.activities;
    else if constexpr (std::is_same_v<T, SavedView>)
        return contents.savedViews;
    else if constexpr (std::is_same_v<T, LaneGroup>)
        return contents.laneGroups;
    else if constexpr (std::is_same_v<T, KnownTo>)
        return contents.knownTo;
    else {
        static_assert(std::is_same_v<T, StatedDuration>, "no list of this type");
        return contents.statedDurations;
    }
}

/// The record with this id, or nothing. Cost: linear in the list.
template <class T, class IdType>
[[nodiscard]] const T *findRecord(const ReviewContents &contents, IdType id)
{
    for (const T &record : listOf<T>(contents)) {
        if (record.id == id)
            return &record;
    }
    return nullptr;
}

} // namespace SecondStory
