// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/reviewcontents.h"
#include "figures/timeline/timescale.h"

#include <QList>
#include <QRectF>

namespace SecondStory::Figures {

/// A dated moment as a timeline draws it.
struct MomentSpan {
    MomentId id;
    TimePoint start;
    TimePoint end; ///< not before the start; the start for an instant
    QString title;
    int accounts = 0;
    int differences = 0;

    bool operator==(const MomentSpan &) const = default;
};

/// The place of one moment, or of several that stand on the same pixels.
struct MomentBracket {
    QRectF bracket; ///< over the moment's time
    QRectF words; ///< room for its words; empty where there is none
    qsizetype first = 0; ///< of MomentRows::all()
    qsizetype last = 0; ///< the same for a single one; between them every second, those of its row

    bool operator==(const MomentBracket &) const = default;
    [[nodiscard]] int count() const { return static_cast<int>(last - first) / 2 + 1; }
    [[nodiscard]] bool holds(qsizetype index) const
    {
        return index >= first && index <= last && (index - first) % 2 == 0;
    }
};

/// The moments of a review by time, for drawing. Neighbours take turns in two rows, so that a row
/// stays a moment's own at every zoom and their words have room. Cost of what is drawn: that of
/// the moments in view.
class MomentRows {
public:
    MomentRows() = default;
    explicit MomentRows(QList<MomentSpan> moments, int undated = 0);
    explicit MomentRows(const ReviewContents &contents);

    /// By start.
    [[nodiscard]] const QList<MomentSpan> &all() const { return m_moments; }
    [[nodiscard]] int undated() const { return m_undated; }
    [[nodiscard]] int rows() const;
    /// Where one stands in all(); -1 when it is not there.
    [[nodiscard]] qsizetype indexOf(MomentId id) const;
    /// What to draw of the time in `scale`. Units: pixels; rows are `rowHeight` high from 0 on.
    /// Order: by row, then from the left.
    [[nodiscard]] QList<MomentBracket> brackets(const TimeScale &scale, double rowHeight) const;
    /// From first to last those that reach into the span; an empty range when none does.
    [[nodiscard]] std::pair<qsizetype, qsizetype> reachingInto(TimeSpan span) const;

    bool operator==(const MomentRows &) const = default;

private:
    QList<MomentSpan> m_moments;
    QList<TimePoint> m_maxEnds; ///< the latest end up to each
    int m_undated = 0;
};

} // namespace SecondStory::Figures
