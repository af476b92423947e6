// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/event.h"
#include "domain/sharedvector.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <vector>

namespace SecondStory {

/// What the timeline needs of one event, small enough to keep millions of.
struct EventRow {
    qint64 seq = 0; ///< the store's own number: asks for the whole event
    qint64 start = 0; ///< effective start, microseconds UTC; meaningless when undated
    qint64 end = 0; ///< effective end; equals start for an instant
    quint16 lane = 0; ///< index into EventTable::lanes
    EventKind kind = EventKind::Other;
    quint8 flags = 0;

    enum Flag : quint8 {
        Own = 1, ///< added by the analyst, so it may be retimed and removed
        Starred = 2,
        Asserted = 4, ///< drawn at the analyst's time, not the recorded one
        Approximate = 8, ///< about, between, before, after, or a recorded "~"
        AssumedTime = 16, ///< zone, date or start was assumed
        Remembered = 32, ///< known because somebody remembers it
        Inferred = 64, ///< concluded from other things
    };
    bool operator==(const EventRow &) const = default;
    [[nodiscard]] bool isOwn() const { return flags & Own; }
    [[nodiscard]] bool isStarred() const { return flags & Starred; }
};

/// One change of the dated rows of a table. Both positions count what was changed before.
struct EventRowEdit {
    std::optional<EventRow> before; ///< the row taken out
    std::optional<EventRow> after; ///< the row put in
    size_t from = 0; ///< where `before` stood
    size_t to = 0; ///< where `after` stands now
};

/// The events of one review in memory: rows by start time (ties by seq), undated ones apart.
struct EventTable {
    SharedVector<EventRow> rows; ///< dated, sorted by (start, seq)
    SharedVector<EventRow> undated; ///< in order of seq
    QList<LaneId> lanes; ///< what EventRow::lane indexes

    [[nodiscard]] qsizetype size() const
    {
        return static_cast<qsizetype>(rows.size() + undated.size());
    }
    /// From the first start to the last end; nothing when no event is dated. Cost: linear.
    [[nodiscard]] std::optional<TimeSpan> span() const;
    /// Index of the first row that starts at or after `t`. Cost: logarithmic.
    [[nodiscard]] size_t lowerBound(TimePoint t) const;
    /// The index in `lanes`, appended when new. At most 65,535 lanes; more share the last one.
    [[nodiscard]] quint16 laneIndex(LaneId lane);
    /// Where a dated row stands. Cost: logarithmic.
    [[nodiscard]] std::optional<size_t> find(TimePoint start, qint64 seq) const;
    /// Where a dated row stands. Cost: linear.
    [[nodiscard]] std::optional<size_t> find(qint64 seq) const;
    /// Takes out the dated row at `from`, puts in `after`, or both. Cost: moves the memory between
    /// the two places, or to the end when there is only one.
    EventRowEdit replace(std::optional<size_t> from, const std::optional<EventRow> &after);
    /// Takes out all rows with these seqs, dated or not, and puts in others. Cost: linear.
    void replaceMany(const QSet<qint64> &out, std::vector<EventRow> dated,
                     std::vector<EventRow> undatedRows);
    /// Puts a row where it belongs (dated or not). Cost: linear move of memory.
    void insert(const EventRow &row, bool isDated);
    /// Takes out the undated row with this seq; false when it is not there.
    bool removeUndated(qint64 seq);
    /// Takes out the row with this seq; false when it is not there. Cost: linear.
    bool remove(qint64 seq);
};

/// The row of an event; `seq` is the store's number for it.
[[nodiscard]] EventRow rowOf(const Event &event, qint64 seq, quint16 laneIndex);

} // namespace SecondStory
