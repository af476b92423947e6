// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/timeline/trackgeometry.h"

#include <algorithm>
#include <cmath>

namespace SecondStory::Figures {

namespace {

/// Lasting events narrower than this are marks.
constexpr double kShortestBar = 8;
/// Below the upper edge of a lane that has no line to spare.
constexpr double kEdgeBracket = 3;
/// With more bars than this in a lane, those that would lie on others are left to the density.
constexpr std::ptrdiff_t kCrowdedBars = 40;
/// Events need this share of a mark's width each to be drawn on their own.
constexpr double kRoomShare = 0.9;

/// One line of a lane while it is filled from left to right.
struct Line {
    double glyphRight = -1e9;
    double labelRight = -1e9;
    TrackSpot *last = nullptr;
};

/// The lines of a lane in the order they are filled: the middle first.
std::vector<size_t> fillingOrder(size_t lines)
{
    std::vector<size_t> order{ (lines - 1) / 2 };
    for (size_t step = 1; order.size() < lines; ++step) {
        const size_t middle = (lines - 1) / 2;
        if (middle + step < lines)
            order.push_back(middle + step);
        if (step <= middle)
            order.push_back(middle - step);
    }
    return order;
}

double distanceTo(const TrackSpot &item, QPointF point, double half)
{
    const double right = item.isBar ? item.x1 : item.x0;
    const double dx = std::max({ item.x0 - point.x(), point.x() - right, 0.0 });
    return std::max(dx, std::abs(point.y() - item.y) - half / 4);
}

} // namespace

void TrackGeometry::addActivities(const LaneLayout &layout)
{
    for (size_t i = 0; i < m_activities.size(); ++i) {
        const ActivityBar &bar = m_activities[i];
        const int lane = layout.rowOf(bar.lane);
        // A bracket reaches around the marks at its ends.
        const double around = bar.isExpanded ? m_metrics.mark / 2 + 2 : 0;
        const double x0 = m_scale.x(bar.start) - around;
        const double x1 = std::max(m_scale.x(bar.end) + around, x0 + kShortestBar);
        if (lane >= 0 && isInReach(m_rows[static_cast<size_t>(lane)]) && x1 >= m_firstX
            && x0 <= m_scale.width() + m_metrics.mark)
            m_lanes[static_cast<size_t>(lane)].activities.push_back(
                { { x0, x1, 0, 0, 0, true }, i });
    }
    for (LaneTracks &lane : m_lanes)
        std::stable_sort(lane.activities.begin(), lane.activities.end(),
                         [](const ActivityItem &a, const ActivityItem &b) { return a.x0 < b.x0; });
}

void TrackGeometry::build(const EventTable &events, const EventIndex &index,
                          const DensityPyramid &pyramid, const LaneLayout &layout,
                          const TimeScale &scale, const TrackMetrics &metrics)
{
    m_scale = scale;
    m_metrics = metrics;
    m_rows = layout.rows();
    // Marks and labels that begin left of the view reach into it.
    const double ahead = metrics.longestLabel + metrics.mark;
    const double width = scale.width() + ahead + metrics.mark;
    m_firstX = -ahead;
    const TimePoint from{ scale.start().us - std::llround(ahead * scale.perPixel()) };
    const TimePoint until{ from.us + std::llround(width * scale.perPixel()) };
    if (from >= kEarliestTime && until <= kLatestTime) {
        m_columnScale = TimeScale({ from, until }, width * metrics.resolution);
    } else {
        m_firstX = 0;
        m_columnScale = scale.resized(scale.width() * metrics.resolution);
    }
    m_lanes.resize(m_rows.size());
    for (const int lane : rowsToBuild())
        buildLane(events, index, pyramid, lane);
    addActivities(layout);
}

std::vector<int> TrackGeometry::rowsToBuild()
{
    std::vector<int> rows;
    for (size_t i = 0; i < m_rows.size(); ++i) {
        const LaneRow &row = m_rows[i];
        if (row.holdsEvents() && isInReach(row))
            rows.push_back(static_cast<int>(i));
        else
            m_lanes[i] = {};
    }
    return rows;
}

void TrackGeometry::buildLane(const EventTable &events, const EventIndex &index,
                              const DensityPyramid &pyramid, int lane)
{
    LaneTracks &tracks = m_lanes[static_cast<size_t>(lane)];
    tracks.runs.clear();
    tracks.items.clear();
    tracks.activities.clear();
    tracks.columns.clear();
    pyramid.count(index, lane, m_columnScale, tracks.columns);
    const auto grain = static_cast<qint64>(m_scale.perPixel());
    index.visitBars(
        lane, m_columnScale.span(), static_cast<qint64>(kShortestBar * m_scale.perPixel()), grain,
        [&](const EventIndex::Bar &bar) {
            tracks.items.push_back(
                { { m_scale.x({ bar.start }), m_scale.x({ bar.end }), 0, 0, 0, true }, bar.row });
        });
    const int gap = static_cast<int>(kRoomShare * m_metrics.mark * m_metrics.resolution);
    const int count = static_cast<int>(tracks.columns.size());
    int first = -1;
    int last = -1;
    quint32 total = 0;
    for (int x = 0; x < count; ++x) {
        const quint32 here = tracks.columns[static_cast<size_t>(x)];
        if (here == 0)
            continue;
        if (first >= 0 && x - last > gap) {
            addRun(events, index, lane, first, last, total);
            first = -1;
            total = 0;
        }
        if (first < 0)
            first = x;
        last = x;
        total += here;
    }
    if (first >= 0)
        addRun(events, index, lane, first, last, total);
    std::sort(tracks.items.begin(), tracks.items.end(), [](const TrackItem &a, const TrackItem &b) {
        return a.x0 != b.x0 ? a.x0 < b.x0 : a.row < b.row;
    });
}

void TrackGeometry::addRun(const EventTable &events, const EventIndex &index, int lane, int first,
                           int last, quint32 count)
{
    const double width = (last - first + 1) / m_metrics.resolution;
    const double room = kRoomShare * m_metrics.mark;
    const bool isCollapsed = m_rows[static_cast<size_t>(lane)].collapsed;
    if (!isCollapsed && count * room <= width + 2 * room)
        addMarks(events, index, lane, first, last);
    else
        m_lanes[static_cast<size_t>(lane)].runs.push_back({ first, last - first + 1, count });
}

void TrackGeometry::addMarks(const EventTable &events, const EventIndex &index, int lane, int first,
                             int last)
{
    // Coarse counts may be half a column off: look a column further on both sides.
    const TimePoint from = m_columnScale.time(first - 1.0);
    const TimePoint until = m_columnScale.time(last + 2.0);
    const EventIndex::Lane &source = index.lane(lane);
    const double shortestBar = kShortestBar * m_scale.perPixel();
    for (size_t i = index.lowerBound(lane, from);
         i < source.starts.size() && (source.starts[i] < until.us || until == kLatestTime); ++i) {
        const EventRow &row = events.rows[source.rows[i]];
        if (static_cast<double>(row.end - row.start) >= shortestBar)
            continue;
        const double x = m_scale.x({ row.start });
        m_lanes[static_cast<size_t>(lane)].items.push_back(
            { { x, x, 0, 0, 0, false }, source.rows[i] });
    }
}

std::vector<quint32> TrackGeometry::wantedLabels() const
{
    std::vector<quint32> wanted;
    for (size_t lane = 0; lane < m_lanes.size(); ++lane) {
        const std::vector<TrackItem> &items = m_lanes[lane].items;
        const auto lines =
            std::max<size_t>(1, static_cast<size_t>(m_rows[lane].height / m_metrics.textRow));
        for (size_t i = 0; i < items.size(); ++i) {
            // An item has room when the one that follows on the same line is far enough away.
            const size_t next = i + lines;
            const bool hasRoom = items[i].isBar || next >= items.size()
                || items[next].x0 - items[i].x0 >= m_metrics.shortestLabel + m_metrics.mark;
            if (hasRoom && !m_rows[lane].collapsed)
                wanted.push_back(items[i].row);
            if (wanted.size() >= static_cast<size_t>(m_metrics.mostLabels))
                return wanted;
        }
    }
    return wanted;
}

/// Fills the lines of a lane from left to right.
class TrackGeometry::LanePlacer {
public:
    LanePlacer(const TrackGeometry &geometry, const LaneTracks &lane, const LaneRow &row,
               bool isCrowded)
        : m_geometry(geometry)
        , m_lane(lane)
        , m_row(row)
        , m_lines(std::clamp<size_t>(
              static_cast<size_t>((row.height + 2) / geometry.m_metrics.textRow), 1, 8))
        , m_order(fillingOrder(m_lines.size()))
        , m_isCrowded(isCrowded)
    {
    }

    /// Gives `spot` a line and its label, `width` wide in full, the room there is; a whisker may
    /// reach to `reach`.
    void place(TrackSpot &spot, double width, bool mayDrop, double reach = -1e18)
    {
        const double half = m_geometry.m_metrics.mark / 2;
        const double left = spot.isBar ? spot.x0 : spot.x0 - half;
        put(spot, lineFor(left), width, mayDrop, reach);
    }
    /// Gives a bracket the highest line that is free, so that what it spans lies below. In a lane
    /// of one line it runs along the upper edge and has no label.
    void placeBracket(TrackSpot &spot, double width)
    {
        if (m_lines.size() == 1) {
            spot.y = m_row.y + kEdgeBracket;
            spot.labelWidth = 0;
            return;
        }
        const auto free = std::find_if(m_lines.begin(), m_lines.end(), [&](const Line &line) {
            return line.labelRight + 6 <= spot.x0;
        });
        put(spot, free == m_lines.end() ? m_lines.front() : *free, width, false, -1e18);
    }

private:
    void put(TrackSpot &spot, Line &line, double width, bool mayDrop, double reach)
    {
        const TrackMetrics &metrics = m_geometry.m_metrics;
        const double half = metrics.mark / 2;
        const double left = spot.isBar ? spot.x0 : spot.x0 - half;
        spot.isDropped = mayDrop && spot.isBar && m_isCrowded && line.glyphRight > left;
        if (spot.isDropped)
            return;
        if (line.last && line.labelRight + 6 > left) {
            const double room = left - 6 - line.last->labelX;
            line.last->labelWidth =
                room >= metrics.shortestLabel ? std::min(room, line.last->labelWidth) : 0;
        }
        const double pitch = m_row.height / static_cast<double>(m_lines.size());
        spot.y = m_row.y + pitch * (static_cast<double>(&line - m_lines.data()) + 0.5);
        const double glyphRight = spot.isBar ? spot.x1 : spot.x0 + half;
        placeLabel(spot, std::min(width, metrics.longestLabel), glyphRight, reach);
        if (spot.labelWidth <= 0 && width > 0 && glyphRight + width > metrics.textEdge)
            placeBefore(spot, std::min(width, metrics.longestLabel), left, line.labelRight + 6);
        line.glyphRight = std::max(line.glyphRight, glyphRight);
        line.labelRight = std::max(
            line.glyphRight, spot.labelWidth > 0 ? spot.labelX + spot.labelWidth : glyphRight);
        line.last = &spot;
    }
    Line &lineFor(double left)
    {
        const auto isFree = [&](size_t l) { return m_lines[l].labelRight + 6 <= left; };
        const auto freest = [&](size_t a, size_t b) {
            return m_lines[a].glyphRight < m_lines[b].glyphRight;
        };
        const auto found = std::find_if(m_order.begin(), m_order.end(), isFree);
        return m_lines[found != m_order.end()
                           ? *found
                           : *std::min_element(m_order.begin(), m_order.end(), freest)];
    }
    void placeLabel(TrackSpot &spot, double natural, double glyphRight, double reach) const
    {
        const double shownStart = std::max(spot.x0, 0.0);
        const bool fitsInside = spot.isBar && spot.x1 - shownStart >= natural + 12;
        spot.labelX = fitsInside ? shownStart + 6 : glyphRight + 6;
        // The end of a short whisker would be lost in the words: they come after it.
        if (!fitsInside && reach > glyphRight && reach < spot.labelX + natural)
            spot.labelX = reach + 6;
        spot.labelWidth = fitsInside
            ? natural
            : std::min(natural, m_geometry.roomBesideRuns(m_lane, spot.labelX));
        if (spot.labelWidth < std::min(natural, m_geometry.m_metrics.shortestLabel))
            spot.labelWidth = 0;
    }

    /// Paper has an edge: words that do not fit before it stand on the other side of the mark.
    void placeBefore(TrackSpot &spot, double natural, double glyphLeft, double from) const
    {
        double free = std::max(from, 0.0);
        for (const DensityRun &run : m_lane.runs) {
            const double runEnd = m_geometry.m_firstX
                + (run.firstColumn + run.columns) / m_geometry.m_metrics.resolution;
            if (runEnd <= glyphLeft)
                free = std::max(free, runEnd + 6);
        }
        const double room = glyphLeft - 6 - free;
        if (room < std::min(natural, m_geometry.m_metrics.shortestLabel))
            return;
        spot.labelWidth = std::min(natural, room);
        spot.labelX = glyphLeft - 6 - spot.labelWidth;
    }

    const TrackGeometry &m_geometry;
    const LaneTracks &m_lane;
    const LaneRow &m_row;
    std::vector<Line> m_lines;
    std::vector<size_t> m_order;
    bool m_isCrowded;
};

void TrackGeometry::place(const LabelLookup &labels)
{
    for (size_t lane = 0; lane < m_lanes.size(); ++lane)
        placeLane(m_lanes[lane], m_rows[lane], labels);
}

double TrackGeometry::roomBesideRuns(const LaneTracks &lane, double x) const
{
    const double column = (x - m_firstX) * m_metrics.resolution;
    const auto endsBefore = [](const DensityRun &run, double at) {
        return run.firstColumn + run.columns <= at;
    };
    const auto next = std::lower_bound(lane.runs.begin(), lane.runs.end(), column, endsBefore);
    const double free = next == lane.runs.end()
        ? m_metrics.longestLabel
        : (next->firstColumn - column) / m_metrics.resolution - 6;
    return std::max(0.0, std::min(free, m_metrics.textEdge - x));
}

void TrackGeometry::placeLane(LaneTracks &lane, const LaneRow &row, const LabelLookup &labels) const
{
    const auto bars = std::count_if(lane.items.begin(), lane.items.end(),
                                    [](const TrackItem &item) { return item.isBar; });
    LanePlacer placer(*this, lane, row, bars > kCrowdedBars);
    auto activity = lane.activities.begin();
    const auto placeActivitiesUpTo = [&](double x) {
        for (; activity != lane.activities.end() && activity->x0 <= x; ++activity) {
            const double width = row.collapsed ? 0 : m_activityWidths[activity->activity];
            if (m_activities[activity->activity].isExpanded)
                placer.placeBracket(*activity, width);
            else
                placer.place(*activity, width, false);
        }
    };
    for (TrackItem &item : lane.items) {
        placeActivitiesUpTo(item.x0);
        const EventLabel *label = row.collapsed ? nullptr : labels(item.row);
        item.mayHaveLabel = label || row.collapsed;
        const double reach = label && label->latest ? m_scale.x(*label->latest) : -1e18;
        placer.place(item, label ? label->width : 0, true, reach);
    }
    placeActivitiesUpTo(1e12);
    std::erase_if(lane.items, [](const TrackItem &item) { return item.isDropped; });
}

TrackHit TrackGeometry::hit(QPointF point) const
{
    TrackHit result;
    for (size_t lane = 0; lane < m_lanes.size(); ++lane) {
        if (point.y() < m_rows[lane].y || point.y() >= m_rows[lane].bottom())
            continue;
        result.lane = static_cast<int>(lane);
        double nearest = std::max(12.0, m_metrics.mark * 0.75); // 24 to hit, at least
        for (const TrackItem &item : m_lanes[lane].items) {
            const double distance = distanceTo(item, point, m_metrics.textRow);
            if (distance > nearest)
                continue;
            nearest = distance;
            result.row = item.row;
            result.isNearEnd = item.isBar && std::abs(point.x() - item.x1) <= 4;
        }
        for (const ActivityItem &item : m_lanes[lane].activities) {
            if (distanceTo(item, point, m_metrics.textRow) > nearest)
                continue;
            nearest = distanceTo(item, point, m_metrics.textRow);
            result.activity = m_activities[item.activity].id;
            result.row.reset();
            result.isNearEnd = false;
        }
        const double column = (point.x() - m_firstX) * m_metrics.resolution;
        const double slack = 3 * m_metrics.resolution;
        for (const DensityRun &run : m_lanes[lane].runs) {
            if (result.row || result.activity || column < run.firstColumn - slack
                || column > run.firstColumn + run.columns + slack)
                continue;
            result.cluster = TimeSpan{ m_columnScale.time(run.firstColumn),
                                       m_columnScale.time(run.firstColumn + run.columns) };
            result.clusterEvents = run.events;
        }
    }
    return result;
}

std::vector<quint32> TrackGeometry::itemsIn(const QRectF &area) const
{
    std::vector<quint32> found;
    for (const LaneTracks &lane : m_lanes) {
        for (const TrackItem &item : lane.items) {
            const double right = item.isBar ? item.x1 : item.x0;
            if (item.y >= area.top() && item.y <= area.bottom() && right >= area.left()
                && item.x0 <= area.right())
                found.push_back(item.row);
        }
    }
    return found;
}

} // namespace SecondStory::Figures
