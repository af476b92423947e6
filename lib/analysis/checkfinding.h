// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/enumnames.h"
#include "domain/ids.h"
#include "domain/timepoint.h"

#include <QList>
#include <QString>

#include <optional>

namespace SecondStory::Analysis {

/// What stands out in the evidence of a review, in the order people look at it.
enum class CheckKind : quint8 {
    Silence, ///< nothing of a lane, or of all, while something else went on
    OutOfOrder, ///< against the order of its source
    Future, ///< later than its source was brought in
    Duplicate, ///< same lane, words and time
    PerhapsSame, ///< two records that may be one happening
    ZoneSuspect, ///< a source a whole number of hours off the others
    DaySuspect, ///< day and month may be exchanged
    HalfDay, ///< twelve hours off its neighbours
    FarAway, ///< days outside the incident's frame
    Undated,
    Stated, ///< a stated duration that differs from the frame
};

} // namespace SecondStory::Analysis

namespace SecondStory {

template <>
struct EnumNames<Analysis::CheckKind> {
    static constexpr std::array entries{
        std::pair{ Analysis::CheckKind::Silence, u"silence" },
        std::pair{ Analysis::CheckKind::OutOfOrder, u"order" },
        std::pair{ Analysis::CheckKind::Future, u"future" },
        std::pair{ Analysis::CheckKind::Duplicate, u"duplicate" },
        std::pair{ Analysis::CheckKind::PerhapsSame, u"perhaps-same" },
        std::pair{ Analysis::CheckKind::ZoneSuspect, u"zone" },
        std::pair{ Analysis::CheckKind::DaySuspect, u"day" },
        std::pair{ Analysis::CheckKind::HalfDay, u"half-day" },
        std::pair{ Analysis::CheckKind::FarAway, u"outside" },
        std::pair{ Analysis::CheckKind::Undated, u"undated" },
        std::pair{ Analysis::CheckKind::Stated, u"stated" },
    };
};

} // namespace SecondStory

namespace SecondStory::Analysis {

/// Something a person may want to look at: never a verdict, and nothing is mended by it.
struct CheckFinding {
    CheckKind kind = CheckKind::Silence;
    SourceId source; ///< null: the analyst's own events, or a silence of something else
    LaneId lane; ///< of a silence; null: of the events without one
    bool isWhole = false; ///< a silence of all lanes
    PersonId person; ///< of a person's silence
    StatedDurationId stated; ///< of a stated duration
    QList<qint64> seqs; ///< the events, at most kMostSeqs of them; of a silence those around it
    qint64 count = 1; ///< how many events it speaks of
    std::optional<TimeSpan> span; ///< of a silence; of a stated duration as the frame has it
    QString what; ///< one translated sentence
    QString rule; ///< by which rule it is listed, in words
    QString title; ///< of the first event
    QString place; ///< of the first event in its source

    bool operator==(const CheckFinding &) const = default;
    /// True for a silence that belongs to a lane, or to all of them.
    [[nodiscard]] bool isOfLanes() const
    {
        return kind == CheckKind::Silence && source.isNull() && person.isNull();
    }
    /// The same for the same finding whenever it is looked for.
    [[nodiscard]] QString key() const;
};

/// Findings of one kind and source are listed one by one up to this many, and then as one.
inline constexpr qsizetype kMostListed = 100;
inline constexpr qsizetype kMostSeqs = 1'000;

/// "Out of order", for the head of a list.
[[nodiscard]] QString titleOf(CheckKind kind);
/// What one can do about findings of a kind, in a sentence.
[[nodiscard]] QString adviceFor(CheckKind kind);
/// True when the clock of the source is the place to look at.
[[nodiscard]] bool isAboutClock(CheckKind kind);

} // namespace SecondStory::Analysis
