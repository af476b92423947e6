// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/eventtable.h"

#include <QSet>

#include <functional>
#include <optional>
#include <vector>

namespace SecondStory::Figures {

/// Which events are shown; an empty member lets everything through. Filtering hides, zooming does
/// not.
struct EventFilter {
    QSet<EventKind> kinds;
    QSet<LaneId> lanes;
    bool onlyStarred = false;
    QString text; ///< what was searched for; `found` holds the answer
    std::optional<QSet<qint64>> found; ///< numbers of the events that contain the text

    bool operator==(const EventFilter &) const = default;
    [[nodiscard]] bool isActive() const
    {
        return !kinds.isEmpty() || !lanes.isEmpty() || onlyStarred || found;
    }
};

/// The shown events of each row of the drawing, by start, with long ones findable by their length.
/// Holds positions in EventTable::rows: build it anew when the table changes.
class EventIndex {
public:
    /// An event that lasts, in a class of similar lengths.
    struct Bar {
        qint64 start = 0;
        qint64 end = 0;
        quint32 row = 0;
    };
    /// Bars whose length has the same number of binary digits.
    struct BarClass {
        qint64 longest = 0;
        std::vector<Bar> bars; ///< by start
    };
    struct Lane {
        std::vector<qint64> starts; ///< ascending
        std::vector<quint32> rows; ///< positions in EventTable::rows, beside `starts`
        std::vector<BarClass> barClasses; ///< only those in use
    };

    EventIndex() = default;
    /// `rowOfTableLane` says where each of EventTable::lanes is drawn (-1: nowhere); `folded` are
    /// events that something else stands for. Cost: linear.
    EventIndex(const EventTable &events, const std::vector<int> &rowOfTableLane, int laneCount,
               const EventFilter &filter, const QSet<qint64> &folded = {});

    [[nodiscard]] int laneCount() const { return static_cast<int>(m_lanes.size()); }
    [[nodiscard]] const Lane &lane(int lane) const { return m_lanes[static_cast<size_t>(lane)]; }
    /// How many events are shown at all.
    [[nodiscard]] qsizetype shown() const { return m_shown; }
    /// From the first start to the last end shown.
    [[nodiscard]] std::optional<TimeSpan> span() const { return m_span; }
    /// Position in a lane of the first event that starts at or after `time`. Cost: logarithmic.
    [[nodiscard]] size_t lowerBound(int lane, TimePoint time) const;
    /// How many of a lane's events start in the span. Cost: logarithmic.
    [[nodiscard]] qsizetype countIn(int lane, TimeSpan span) const;
    [[nodiscard]] qsizetype countIn(TimeSpan span) const;
    /// Visits the bars of a lane that touch `span` and are at least `shortest` long, at most one
    /// for every `grain` of start time and class of lengths. Cost: bounded by the span's length in
    /// grains, not by events.
    void visitBars(int lane, TimeSpan span, qint64 shortest, qint64 grain,
                   const std::function<void(const Bar &)> &visit) const;

private:
    void addBar(Lane &lane, const EventRow &row, quint32 position);

    std::vector<Lane> m_lanes;
    std::optional<TimeSpan> m_span;
    qsizetype m_shown = 0;
};

} // namespace SecondStory::Figures
