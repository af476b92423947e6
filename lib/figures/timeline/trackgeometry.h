// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/timeline/activitybar.h"
#include "figures/timeline/densitypyramid.h"
#include "figures/timeline/lanelayout.h"

#include <QPointF>
#include <QRectF>

#include <functional>

namespace SecondStory::Figures {

/// What is known of a shown event beyond its row: asked for only where it can be seen.
struct EventLabel {
    QString text;
    double width = 0; ///< of the whole text in the label font
    std::optional<TimePoint> earliest; ///< whisker to the left
    std::optional<TimePoint> latest; ///< whisker to the right
};

/// The words on the bar of an activity: its title and how many events it stands for.
[[nodiscard]] QString activityLabel(const ActivityBar &activity);

/// Finds the label of an event by its position in EventTable::rows; null when it is not known.
using LabelLookup = std::function<const EventLabel *(quint32 row)>;

/// Sizes the drawing goes by. Units: pixels or points.
struct TrackMetrics {
    double mark = 11; ///< width of a mark
    double textRow = 20; ///< height of one line of marks and labels
    double longestLabel = 240;
    double shortestLabel = 44;
    double resolution = 1; ///< density columns in a pixel
    double textEdge = 1e9; ///< no text reaches further right: paper has an edge,
                           ///< a view can be panned
    int mostLabels = 400;
    double top = -1e18; ///< rows that lie wholly above are not built, unless pinned
    double bottom = 1e18; ///< nor those below
};

/// The place of something drawn on its own.
struct TrackSpot {
    double x0 = 0; ///< the start
    double x1 = 0; ///< the end; x0 for an instant
    double y = 0; ///< middle
    double labelX = 0;
    double labelWidth = 0; ///< room for the label; 0: none
    bool isBar = false;
    bool isDropped = false; ///< no room among too many bars
};

/// One event drawn on its own: a mark, or a bar when it lasts long enough to be seen.
struct TrackItem : TrackSpot {
    quint32 row = 0; ///< position in EventTable::rows
    bool mayHaveLabel = true; ///< false when place() found none: thousands need not be asked again
};

/// An activity, drawn as one bar or as a bracket over its events.
struct ActivityItem : TrackSpot {
    size_t activity = 0; ///< position in TrackGeometry::activities()
};

/// A stretch of a lane where events stand too close to be told apart.
struct DensityRun {
    int firstColumn = 0;
    int columns = 0;
    quint32 events = 0;
};

/// What is drawn of one lane.
struct LaneTracks {
    std::vector<quint32> columns; ///< events per column, for the runs
    std::vector<DensityRun> runs;
    std::vector<TrackItem> items; ///< by start
    std::vector<ActivityItem> activities; ///< by start
};

/// What lies under a point.
struct TrackHit {
    int lane = -1;
    std::optional<quint32> row; ///< an event of its own
    bool isNearEnd = false; ///< at the right end of its bar
    std::optional<ActivityId> activity; ///< the bar or bracket of an activity
    std::optional<TimeSpan> cluster; ///< the stretch of a run
    quint32 clusterEvents = 0;
};

/// Everything the tracks show at one scale, as plain numbers: built once for a scale, painted any
/// number of times. Cost: grows with width and lanes, not with events.
class TrackGeometry {
public:
    void build(const EventTable &events, const EventIndex &index, const DensityPyramid &pyramid,
               const LaneLayout &layout, const TimeScale &scale, const TrackMetrics &metrics);
    /// Draws the bars and brackets of activities as well: to be called before build(). `widths`
    /// gives the width of each bar's label in the label font.
    void setActivities(std::vector<ActivityBar> activities, std::vector<double> widths);
    [[nodiscard]] const std::vector<ActivityBar> &activities() const { return m_activities; }
    /// The events whose label could be shown, at most TrackMetrics::mostLabels.
    [[nodiscard]] std::vector<quint32> wantedLabels() const;
    /// Gives items their line and their labels the room there is, so that no two texts overlap.
    void place(const LabelLookup &labels);

    [[nodiscard]] const std::vector<LaneTracks> &lanes() const { return m_lanes; }
    [[nodiscard]] const TimeScale &scale() const { return m_scale; }
    [[nodiscard]] const TrackMetrics &metrics() const { return m_metrics; }
    /// Where column 0 of a lane's counts stands. Units: pixels.
    [[nodiscard]] double firstColumnX() const { return m_firstX; }
    /// Where a column begins in time, and the column of a time.
    [[nodiscard]] TimePoint columnTime(int column) const { return m_columnScale.time(column); }
    [[nodiscard]] double columnOf(TimePoint time) const { return m_columnScale.x(time); }
    [[nodiscard]] TrackHit hit(QPointF point) const;
    /// The events drawn on their own inside a rectangle.
    [[nodiscard]] std::vector<quint32> itemsIn(const QRectF &area) const;

private:
    class LanePlacer;
    void buildLane(const EventTable &events, const EventIndex &index, const DensityPyramid &pyramid,
                   int lane);
    void addRun(const EventTable &events, const EventIndex &index, int lane, int first, int last,
                quint32 count);
    void addMarks(const EventTable &events, const EventIndex &index, int lane, int first, int last);
    [[nodiscard]] bool isInReach(const LaneRow &row) const
    {
        return row.isPinned || (row.bottom() >= m_metrics.top && row.y <= m_metrics.bottom);
    }
    /// Empties the rows out of sight; the others are to be built.
    [[nodiscard]] std::vector<int> rowsToBuild();
    void addActivities(const LaneLayout &layout);
    /// How far a text from `x` on stays clear of the lane's density.
    [[nodiscard]] double roomBesideRuns(const LaneTracks &lane, double x) const;
    void placeLane(LaneTracks &lane, const LaneRow &row, const LabelLookup &labels) const;

    std::vector<LaneTracks> m_lanes;
    std::vector<ActivityBar> m_activities;
    std::vector<double> m_activityWidths;
    std::vector<LaneRow> m_rows;
    TimeScale m_scale;
    TimeScale m_columnScale;
    TrackMetrics m_metrics;
    double m_firstX = 0;
};

} // namespace SecondStory::Figures
