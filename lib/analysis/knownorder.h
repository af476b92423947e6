// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/knownat.h"
#include "domain/eventtable.h"

namespace SecondStory::Analysis {

/// A review's events by lane, so that what a viewpoint knew at a time is counted, and the next
/// thing it learns is found, without looking at every event.
class KnownOrder {
public:
    KnownOrder() = default;
    /// Cost: linear; 16 bytes an event.
    explicit KnownOrder(const EventTable &events);

    /// All events, undated ones too.
    [[nodiscard]] qsizetype size() const { return m_size; }
    /// How many events a viewpoint knew at a time. Cost: lanes × log events + statements.
    [[nodiscard]] qsizetype countKnown(const Viewpoint &eyes, TimePoint at) const;
    /// How many events had happened by then of which nothing says that anybody knew.
    [[nodiscard]] qsizetype countUnsaid(const Viewpoint &eyes, const Viewpoint &cast,
                                        TimePoint at) const;
    /// The first instant after `at` at which something becomes known; nothing at the end.
    [[nodiscard]] std::optional<TimePoint> next(const Viewpoint &eyes, TimePoint at) const;
    /// The last such instant before `at`.
    [[nodiscard]] std::optional<TimePoint> previous(const Viewpoint &eyes, TimePoint at) const;
    /// What becomes known exactly at an instant, the latest happenings first, at most `most`.
    [[nodiscard]] QList<qint64> learnedAt(const Viewpoint &eyes, TimePoint at, int most) const;

private:
    struct Lane {
        std::vector<qint64> starts; ///< ascending
        std::vector<qint64> seqs; ///< beside `starts`
        /// How many start at or before `at`.
        [[nodiscard]] size_t until(TimePoint at) const;
    };
    [[nodiscard]] bool holds(const EventFact &event) const;
    [[nodiscard]] std::optional<TimePoint> candidateAfter(const Viewpoint &eyes,
                                                          TimePoint at) const;
    [[nodiscard]] std::optional<TimePoint> candidateBefore(const Viewpoint &eyes,
                                                           TimePoint at) const;

    QHash<LaneId, Lane> m_lanes;
    std::vector<qint64> m_undated; ///< ascending
    qsizetype m_size = 0;
};

} // namespace SecondStory::Analysis
