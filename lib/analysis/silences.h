// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/checkfinding.h"
#include "domain/eventtable.h"
#include "domain/incidentframe.h"
#include "domain/zoneclock.h"

#include <functional>
#include <vector>

namespace SecondStory::Analysis {

/// Whose silence it is. What is grouped by source or person has their ids in the shape of lane ids
/// (SilenceGroups).
enum class SilenceOf : quint8 { Lane, Source, Person };

/// When a silence is worth a look. Units: microseconds.
struct SilenceRules {
    qint64 leastUs = 10LL * 60'000'000; ///< shorter ones are never told
    int medians = 8; ///< so many times the lane's median interval
    qsizetype leastIntervals = 5; ///< a lane with fewer has no rhythm
    qint64 leastElsewhere = 3; ///< events of other lanes meanwhile
    qint64 leastWholeUs = 30LL * 60'000'000; ///< of all lanes
    qint64 wholeShare = 5; ///< and this part (1/5) of the incident
    qsizetype mostOfLane = kMostListed; ///< the longest ones
    SilenceOf of = SilenceOf::Lane; ///< of others, stretches without anything are not told

    /// For the events by their sources.
    [[nodiscard]] static SilenceRules ofSources();
    /// For the events by the people in them: half an hour, for people rest, eat and talk.
    [[nodiscard]] static SilenceRules ofPeople();
};

/// A stretch in which a lane, or the whole review, has nothing.
struct Silence {
    LaneId lane; ///< null with isWhole: of all lanes; else events without a lane
    bool isWhole = false;
    TimeSpan span;
    qint64 medianUs = 0; ///< between two events of the lane
    qsizetype intervals = 0; ///< the median is of
    qint64 elsewhere = 0; ///< events of other lanes meanwhile
    QList<LaneId> lanesElsewhere; ///< at most two, the busiest first
    QList<qint64> around; ///< seqs of the events before and after it
};

/// Silences of each lane between its first and last event while other lanes have events: longer
/// than ten minutes and than eight times the lane's own median interval. With a frame only those
/// that touch the incident; and then also stretches of the incident in which nothing at all is
/// recorded (half an hour, and a fifth of it). Events that last count as activity until they end.
/// Order: by time. Cost: linear, but for sorting each lane's intervals. `goOn` false stops early.
[[nodiscard]] std::vector<Silence> findSilences(const EventTable &events,
                                                const IncidentFrame &frame,
                                                const SilenceRules &rules = {},
                                                const std::function<bool()> &goOn = {});

/// The silence in words, with its rule; `nameOf` names lanes.
[[nodiscard]] CheckFinding toFinding(const Silence &silence, const ZoneClock &clock,
                                     const std::function<QString(LaneId)> &nameOf,
                                     const SilenceRules &rules = {});

} // namespace SecondStory::Analysis
