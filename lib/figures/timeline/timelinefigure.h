// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/event.h"
#include "domain/eventtable.h"
#include "domain/lane.h"
#include "figures/timeline/activitybar.h"
#include "figures/timeline/eventindex.h"
#include "figures/timeline/lanelayout.h"
#include "figures/timeline/momentrows.h"
#include "figures/timeline/rulerpainter.h"
#include "figures/timeline/seriescurve.h"
#include "figures/timeline/trackgeometry.h"

#include <QRectF>
#include <QSizeF>

#include <functional>

class QPainter;

namespace SecondStory::Figures {

/// What a picture of a review's timeline is made of.
struct TimelineFigureInput {
    EventTable events;
    QList<Lane> lanes;
    IncidentFrame frame;
    QList<TimeMark> marks;
    LaneCurves curves;
    QList<LaneGroup> groups;
    QList<FigureActivity> activities;
    MomentRows moments;
    QString zone; ///< times are written in it; empty: UTC
    std::optional<TimeSpan> span; ///< what to show; none: the frame with some air, else everything
    std::function<QList<Event>(const QList<qint64> &seqs)> fetch; ///< gives the words; may be empty
    QString nameWithoutLane;
    Palette palette = Palette::print();
    QString fontFamily; ///< empty: the application's
    int fontSize = 9; ///< height of text in the units of the rectangle painted into
};

/// A still picture of a timeline for a report: vectors at any size. Lanes with their names, a ruler
/// with the zone, the incident's frame and its moments, marks and bars where they can be told
/// apart, density where not, and what the signs mean; starred events and decisions are named where
/// there is room.
class TimelineFigure {
public:
    explicit TimelineFigure(TimelineFigureInput input);

    /// Units: those of `width`.
    [[nodiscard]] QSizeF sizeFor(double width) const;
    /// Draws into `area`, which should have the size from sizeFor(). The painter's state is kept.
    void paint(QPainter &painter, const QRectF &area) const;
    /// The picture in a sentence, for those who cannot see it.
    [[nodiscard]] QString description() const;

private:
    struct Parts;
    [[nodiscard]] Parts partsFor(double width) const;
    [[nodiscard]] TimeSpan shownSpan() const;
    [[nodiscard]] QFont font(double scale, QFont::Weight weight = QFont::Normal) const;
    [[nodiscard]] QFont nameFont(const LaneRow &row) const;
    [[nodiscard]] double indentOf(const LaneRow &row) const;
    void fetchLabels();
    [[nodiscard]] const EventLabel *label(quint32 row) const;
    [[nodiscard]] bool hasBrackets() const;
    [[nodiscard]] bool isShown(const EventRow &row) const;
    void buildGeometry(Parts &parts) const;
    void paintHead(QPainter &painter, const Parts &parts) const;
    void paintNames(QPainter &painter, const Parts &parts) const;
    void paintName(QPainter &painter, const Parts &parts, const LaneRow &row) const;
    void paintGrounds(QPainter &painter, const Parts &parts) const;
    void paintLanes(QPainter &painter, const Parts &parts) const;

    TimelineFigureInput m_input;
    ZoneClock m_clock;
    LaneLayout m_layout;
    EventIndex m_index;
    DensityPyramid m_pyramid;
    QList<RulerInstant> m_instants;
    QHash<quint32, EventLabel> m_labels;
};

} // namespace SecondStory::Figures
