// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHashFunctions>
#include <QString>
#include <QUuid>

#include <compare>

namespace SecondStory {

/// Makes a time-ordered random UUID (version 7 of RFC 9562).
/// Order: later calls in one process sort after earlier ones, so that indexes grow at their end.
/// Threads: any.
[[nodiscard]] QUuid newUuid();

/// An identity that cannot be passed where another kind of identity is meant.
template <class Tag>
struct Id {
    QUuid value;

    [[nodiscard]] static Id create() { return Id{ newUuid() }; }
    /// Reads the usual 36-character form; null when the text is something else.
    [[nodiscard]] static Id fromString(const QString &text)
    {
        return Id{ QUuid::fromString(text) };
    }
    [[nodiscard]] QString toString() const { return value.toString(QUuid::WithoutBraces); }
    [[nodiscard]] bool isNull() const { return value.isNull(); }
    bool operator==(const Id &) const = default;
    friend bool operator<(const Id &a, const Id &b) { return a.value < b.value; }
};

template <class Tag>
size_t qHash(const Id<Tag> &id, size_t seed = 0) noexcept
{
    return ::qHash(id.value, seed);
}

using ReviewId = Id<struct ReviewTag>;
using PersonId = Id<struct PersonTag>;
using SourceId = Id<struct SourceTag>;
using LaneId = Id<struct LaneTag>;
using EventId = Id<struct EventTag>;
using MomentId = Id<struct MomentTag>;
using ClaimId = Id<struct ClaimTag>;
using FactorId = Id<struct FactorTag>;
using InfluenceId = Id<struct InfluenceTag>;
using PressureId = Id<struct PressureTag>;
using CodeId = Id<struct CodeTag>;
using CodingId = Id<struct CodingTag>;
using EvidenceLinkId = Id<struct EvidenceLinkTag>;
using QuestionId = Id<struct QuestionTag>;
using LearningId = Id<struct LearningTag>;
using ActionId = Id<struct ActionTag>;
using SectionId = Id<struct SectionTag>;
using TimeMarkId = Id<struct TimeMarkTag>;
using SeriesId = Id<struct SeriesTag>;
using SameAsId = Id<struct SameAsTag>;
using AccountId = Id<struct AccountTag>;
using ContradictionId = Id<struct ContradictionTag>;
using ActivityId = Id<struct ActivityTag>;
using SavedViewId = Id<struct SavedViewTag>;
using LaneGroupId = Id<struct LaneGroupTag>;
using KnownToId = Id<struct KnownToTag>;
using StatedDurationId = Id<struct StatedDurationTag>;

} // namespace SecondStory
