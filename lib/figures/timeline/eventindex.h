// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/eventtable.h"

#include <QSet>

#include <atomic>
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
    std::optional<QSet<qint64>> found; ///< numbers of the events that hold text, person and source
    QSet<PersonId> people; ///< somebody of these is named; `found` holds the answer
    QSet<SourceId> sources; ///< from one of these; `found` holds the answer
    std::optional<TimeSpan> span; ///< at least a part of the event lies in it

    bool operator==(const EventFilter &) const = default;
    /// True when something is asked that only whole events can answer.
    [[nodiscard]] bool needsLooking() const
    {
        return !text.isEmpty() || !people.isEmpty() || !sources.isEmpty();
    }
    [[nodiscard]] bool isActive() const
    {
        return !kinds.isEmpty() || !lanes.isEmpty() || onlyStarred || found || span
            || needsLooking();
    }
};

/// Decides which events are shown: the filter in the form that is asked once for every event.
class EventSieve {
public:
    EventSieve(const EventTable &events, const std::vector<int> &rowOfTableLane,
               const EventFilter &filter, const QSet<qint64> &folded);
    /// The row an event is drawn in; -1 when it is not shown.
    [[nodiscard]] int laneOf(const EventRow &row) const
    {
        const int lane = row.lane < m_rowOf.size() ? m_rowOf[row.lane] : -1;
        return lane >= 0 && passes(row) ? lane : -1;
    }
    /// The row of an event's lane, whether the event itself passes or not.
    [[nodiscard]] int rowOf(quint16 lane) const
    {
        return lane < m_rowOf.size() ? m_rowOf[lane] : -1;
    }

private:
    [[nodiscard]] bool passes(const EventRow &row) const;

    std::vector<int> m_rowOf;
    quint32 m_kinds = ~0U;
    const EventFilter &m_filter;
    const QSet<qint64> &m_folded;
};

/// The shown events of each row of the drawing, by start, with long ones findable by their length.
/// Holds positions in EventTable::rows: it has to follow every change of the table.
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
    /// events that something else stands for. Cost: linear. Setting `isCancelled` from another
    /// thread ends the work early; the index is then good for nothing.
    EventIndex(const EventTable &events, const std::vector<int> &rowOfTableLane, int laneCount,
               const EventFilter &filter, const QSet<qint64> &folded = {},
               const std::atomic_bool *isCancelled = nullptr);

    /// An event that came into a lane of the index or went out of it.
    struct Step {
        int lane = 0;
        qint64 start = 0;
        int by = 0; ///< 1 or -1
    };
    /// Follows one change of the table; `lane` is the row in which the event it puts in is shown,
    /// -1 for nowhere. Order: one edit after the other, as they were made. Cost: a pass over the
    /// positions between the two places of the event.
    [[nodiscard]] std::vector<Step> follow(const EventRowEdit &edit, int lane);
    /// The lanes in another order: the new lane i is the old lane `from[i]`, or empty for -1.
    void reorder(const std::vector<int> &from);

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
    static void addBar(Lane &lane, const EventRow &row, quint32 position);
    std::optional<Step> takeOut(const EventRow &row, quint32 position);
    Step putIn(int lane, const EventRow &row, quint32 position);
    void movePositions(size_t from, size_t until, bool isUp);
    void updateSpan();

    std::vector<Lane> m_lanes;
    std::optional<TimeSpan> m_span;
    qsizetype m_shown = 0;
};

} // namespace SecondStory::Figures
