// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/timeline/timelinefigure.h"

#include "figures/timeline/bracketpainter.h"
#include "figures/timeline/figurelegend.h"
#include "figures/timeline/trackpainter.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace SecondStory::Figures {

namespace {

/// So many events are named at most, whatever the width.
constexpr qsizetype kMostNamed = 300;

/// The events that the bars of collapsed activities stand for.
QSet<qint64> foldedIn(const QList<FigureActivity> &activities)
{
    QSet<qint64> folded;
    for (const FigureActivity &activity : activities) {
        if (activity.isCollapsed)
            folded.unite(QSet<qint64>(activity.seqs.begin(), activity.seqs.end()));
    }
    return folded;
}

bool deservesName(const EventRow &row)
{
    return row.isStarred() || row.kind == EventKind::Decision || row.kind == EventKind::Milestone;
}

} // namespace

struct TimelineFigure::Parts {
    double names = 0; ///< width of the lane names
    double ruler = 0; ///< height of the ruler
    double strip = 0; ///< height of the frame's names
    double moments = 0; ///< height of the moments
    double air = 0; ///< between lanes
    double height = 0;
    TimeScale scale;
    RulerStyle rulerStyle;
    LaneLayout layout;
    TrackGeometry geometry;
    FigureLegend legend;
};

TimelineFigure::TimelineFigure(TimelineFigureInput input)
    : m_input(std::move(input))
    , m_clock(m_input.zone)
    , m_layout(m_input.lanes, m_input.events, m_input.nameWithoutLane, m_input.groups)
    , m_index(m_input.events, m_layout.tableLanes(), m_layout.count(), {},
              foldedIn(m_input.activities))
    , m_pyramid(m_index)
    , m_instants(rulerInstants(m_input.frame, m_input.marks))
{
    // Moments out of view would only make rows.
    const auto [first, end] = m_input.moments.reachingInto(shownSpan());
    m_input.moments = MomentRows(m_input.moments.all().mid(first, end - first));
    fetchLabels();
}

TimeSpan TimelineFigure::shownSpan() const
{
    if (m_input.span)
        return *m_input.span;
    std::optional<TimeSpan> framed;
    for (const RulerInstant &instant : m_instants) {
        if (!instant.isFrame)
            continue;
        if (!framed)
            framed = TimeSpan{ instant.start, instant.start };
        framed->end = std::max(framed->end, instant.start);
    }
    if (framed && framed->length() > 0) {
        const qint64 air = framed->length() / 8;
        return { { framed->start.us - air }, { framed->end.us + air } };
    }
    auto events = m_index.span();
    for (const FigureActivity &activity : m_input.activities) {
        if (!activity.isCollapsed)
            continue; // its events count themselves
        const TimeSpan bar{ activity.bar.start, activity.bar.end };
        events = events
            ? TimeSpan{ std::min(events->start, bar.start), std::max(events->end, bar.end) }
            : bar;
    }
    const auto curves = spanOf(m_input.curves);
    return (events ? events : curves).value_or(framed.value_or(TimeSpan{ { 0 }, { 0 } }));
}

QFont TimelineFigure::font(double scale, QFont::Weight weight) const
{
    QFont font;
    if (!m_input.fontFamily.isEmpty())
        font.setFamily(m_input.fontFamily);
    font.setPixelSize(std::max(1, qRound(m_input.fontSize * scale)));
    font.setWeight(weight);
    return font;
}

void TimelineFigure::fetchLabels()
{
    const TimeSpan span = shownSpan();
    QList<qint64> seqs;
    QList<quint32> rows;
    const QSet<qint64> folded = foldedIn(m_input.activities);
    for (size_t i = m_input.events.lowerBound(span.start); i < m_input.events.rows.size(); ++i) {
        const EventRow &row = m_input.events.rows[i];
        if (row.start > span.end.us || rows.size() >= kMostNamed)
            break;
        if (deservesName(row) && !folded.contains(row.seq)) {
            seqs.append(row.seq);
            rows.append(static_cast<quint32>(i));
        }
    }
    const QList<Event> events =
        m_input.fetch && !seqs.isEmpty() ? m_input.fetch(seqs) : QList<Event>();
    const QFontMetricsF metrics(font(0.9));
    for (qsizetype i = 0; i < events.size() && events.size() == rows.size(); ++i) {
        EventLabel label;
        label.text = events[i].displayTitle().simplified();
        label.width = metrics.horizontalAdvance(label.text) + 1;
        if (events[i].asserted) {
            label.earliest = events[i].asserted->earliest;
            label.latest = events[i].asserted->latest;
        }
        m_labels.insert(rows[i], label);
    }
}

const EventLabel *TimelineFigure::label(quint32 row) const
{
    const auto it = m_labels.constFind(row);
    return it == m_labels.constEnd() ? nullptr : &*it;
}

bool TimelineFigure::hasBrackets() const
{
    const TimeSpan span = shownSpan();
    return std::any_of(m_input.activities.cbegin(), m_input.activities.cend(),
                       [&](const FigureActivity &each) {
                           return !each.isCollapsed && each.bar.end >= span.start
                               && each.bar.start <= span.end && m_layout.rowOf(each.bar.lane) >= 0;
                       });
}

bool TimelineFigure::isShown(const EventRow &row) const
{
    const TimeSpan span = shownSpan();
    return row.end >= span.start.us && row.start <= span.end.us;
}

TimelineFigure::Parts TimelineFigure::partsFor(double width) const
{
    Parts parts;
    for (const LaneRow &row : m_layout.rows()) {
        const QFontMetricsF metrics(nameFont(row));
        parts.names = std::max(parts.names, indentOf(row) + metrics.horizontalAdvance(row.name));
    }
    parts.names = std::min(parts.names + m_input.fontSize, width / 4);
    parts.rulerStyle = { m_input.palette, font(0.85), m_input.fontSize * 6.0, true };
    // So much air at both ends that no mark is cut.
    const double tracks = std::max(1.0, width - parts.names);
    const double air = std::min(0.2, m_input.fontSize * 1.2 / tracks);
    parts.scale = TimeScale::fitting(shownSpan(), tracks, air);
    parts.ruler = RulerRows(parts.rulerStyle, m_clock, parts.scale).height;
    parts.strip =
        m_instants.isEmpty() ? 0 : std::ceil(QFontMetricsF(parts.rulerStyle.font).height()) + 4;
    const bool hasMoments = !m_input.moments.brackets(parts.scale, 1).isEmpty();
    parts.moments = hasMoments ? m_input.moments.rows() * momentRowHeight(parts.rulerStyle) + 2 : 0;
    parts.layout = m_layout;
    const double line = m_input.fontSize * 1.5;
    parts.air = hasBrackets() ? activityBracketHeight(parts.rulerStyle) : m_input.fontSize * 0.4;
    parts.layout.arrange(line * 2, line, parts.air, m_input.fontSize * 0.4);
    buildGeometry(parts);
    parts.legend =
        FigureLegend(m_input.events, parts.geometry, [this](quint32 row) { return label(row); });
    parts.legend.arrange(width, parts.rulerStyle);
    parts.height = parts.ruler + parts.strip + parts.moments + parts.layout.height() + 1
        + parts.legend.height();
    return parts;
}

void TimelineFigure::buildGeometry(Parts &parts) const
{
    TrackMetrics metrics;
    metrics.mark = m_input.fontSize * 0.85;
    metrics.textRow = m_input.fontSize * 1.45;
    metrics.longestLabel = m_input.fontSize * 18.0;
    metrics.shortestLabel = m_input.fontSize * 4.0;
    metrics.resolution = 2;
    // A printer's letters may be a little wider than the screen's.
    metrics.textEdge = parts.scale.width() - m_input.fontSize * 0.3;
    const QFontMetricsF labelMetrics(font(0.9));
    std::vector<ActivityBar> bars;
    std::vector<double> widths;
    for (const FigureActivity &activity : m_input.activities) {
        if (!activity.isCollapsed)
            continue;
        bars.push_back(activity.bar);
        widths.push_back(labelMetrics.horizontalAdvance(activityLabel(activity.bar)) + 1);
    }
    parts.geometry.setActivities(std::move(bars), std::move(widths));
    parts.geometry.build(m_input.events, m_index, m_pyramid, parts.layout, parts.scale, metrics);
    parts.geometry.place([this](quint32 row) { return label(row); });
}

QSizeF TimelineFigure::sizeFor(double width) const
{
    return { width, partsFor(width).height };
}

void TimelineFigure::paint(QPainter &painter, const QRectF &area) const
{
    const Parts parts = partsFor(area.width());
    painter.save();
    painter.translate(area.topLeft());
    painter.setClipRect(QRectF(0, 0, area.width(), area.height()), Qt::IntersectClip);
    paintHead(painter, parts);
    const double top = parts.ruler + parts.strip + parts.moments;
    parts.legend.paint(painter, { 0, top + parts.layout.height() + 1 });
    painter.translate(0, top);
    paintGrounds(painter, parts);
    paintNames(painter, parts);
    painter.translate(parts.names, 0);
    paintLanes(painter, parts);
    painter.restore();
}

void TimelineFigure::paintHead(QPainter &painter, const Parts &parts) const
{
    const double width = parts.scale.width();
    painter.save();
    painter.translate(parts.names, 0);
    paintRuler(painter, { 0, 0, width, parts.ruler }, parts.scale, m_clock, parts.rulerStyle);
    if (parts.strip > 0)
        paintInstantNames(painter, { 0, parts.ruler, width, parts.strip }, parts.scale, m_instants,
                          parts.rulerStyle);
    if (parts.moments > 0) {
        const double top = parts.ruler + parts.strip;
        paintInstantLines(painter, { 0, top, width, parts.moments }, parts.scale, m_instants,
                          parts.rulerStyle);
        paintMoments(painter, { 0, top, width, parts.moments }, m_input.moments, parts.scale,
                     parts.rulerStyle);
    }
    painter.restore();
}

QFont TimelineFigure::nameFont(const LaneRow &row) const
{
    return row.isGroup ? font(0.9, QFont::DemiBold) : font(1);
}

double TimelineFigure::indentOf(const LaneRow &row) const
{
    const bool isMember = !row.isGroup && !row.group.isNull() && !row.isPinned;
    return row.isGroup || isMember ? m_input.fontSize * 0.9 : 0;
}

/// A hairline above each lane and each heading, so that the eye keeps to a row on white paper.
void TimelineFigure::paintGrounds(QPainter &painter, const Parts &parts) const
{
    const double right = parts.names + parts.scale.width();
    for (const LaneRow &row : parts.layout.rows()) {
        const bool isMember = !row.isGroup && !row.group.isNull() && !row.isPinned;
        painter.setPen(QPen(row.isGroup ? m_input.palette.strongLine : m_input.palette.line, 0.5));
        const double y = row.y - m_input.fontSize * 0.2;
        painter.drawLine(QPointF(isMember ? indentOf(row) : 0, y), QPointF(right, y));
    }
}

void TimelineFigure::paintNames(QPainter &painter, const Parts &parts) const
{
    for (const LaneRow &row : parts.layout.rows())
        paintName(painter, parts, row);
}

void TimelineFigure::paintName(QPainter &painter, const Parts &parts, const LaneRow &row) const
{
    const Palette &palette = m_input.palette;
    if (row.holdsEvents())
        painter.fillRect(QRectF(parts.names - 2, row.y, 2, row.height), palette.category(row.hue));
    const double indent = indentOf(row);
    if (row.isGroup) {
        // As the window shows it: pointing down with its lanes below, to the right when folded.
        const double size = m_input.fontSize * 0.22;
        const QPointF c(indent * 0.4, row.middle());
        painter.setPen(QPen(palette.muted, 0.8));
        painter.drawPolyline(
            row.collapsed ? QPolygonF({ c + QPointF(-size / 2, -size), c + QPointF(size / 2, 0),
                                        c + QPointF(-size / 2, size) })
                          : QPolygonF({ c + QPointF(-size, -size / 2), c + QPointF(0, size / 2),
                                        c + QPointF(size, -size / 2) }));
    } else if (indent > 0) {
        painter.setPen(QPen(palette.line, 0.8));
        painter.drawLine(QPointF(indent * 0.4, row.y - parts.air),
                         QPointF(indent * 0.4, row.bottom()));
    }
    const QFont face = nameFont(row);
    const QFontMetricsF metrics(face);
    painter.setFont(face);
    painter.setPen(row.isGroup ? palette.muted : palette.text);
    const QString name = metrics.elidedText(row.name.simplified(), Qt::ElideRight,
                                            parts.names - indent - m_input.fontSize * 0.8);
    painter.drawText(QPointF(indent, row.middle() - metrics.height() / 2 + metrics.ascent()), name);
}

void TimelineFigure::paintLanes(QPainter &painter, const Parts &parts) const
{
    const QRectF area(0, 0, parts.scale.width(), parts.layout.height());
    painter.setClipRect(area, Qt::IntersectClip);
    paintGrid(painter, area, parts.scale, m_clock, parts.rulerStyle);
    paintInstantLines(painter, area, parts.scale, m_instants, parts.rulerStyle);
    for (const LaneRow &row : parts.layout.rows()) {
        if (!row.isGroup)
            paintSeries(painter, { 0, row.y, parts.scale.width(), row.height }, parts.scale,
                        m_input.curves.value(row.lane), row.hue,
                        { m_input.palette, font(0.8), 1, true });
    }
    TrackPainter tracks({ m_input.palette, font(0.9), true });
    TrackVeil veil; // what lies beyond the span would be half a mark at the edge
    veil.ofEvent = [this](const EventRow &row) { return isShown(row) ? 0.0F : 1.0F; };
    tracks.paint(
        painter, m_input.events, parts.layout, parts.geometry,
        [this](quint32 row) { return label(row); }, [](qint64) { return false; }, veil);
    paintActivityBrackets(painter, parts.layout, parts.scale, m_input.activities, parts.rulerStyle);
}

QString TimelineFigure::description() const
{
    const TimeSpan span = shownSpan();
    const auto count = static_cast<int>(m_index.countIn(span));
    QString text = QCoreApplication::translate("Timeline", "Timeline from %1 to %2, %3 lanes: ")
                       .arg(m_clock.isoText(span.start), m_clock.isoText(span.end))
                       .arg(std::count_if(m_layout.rows().cbegin(), m_layout.rows().cend(),
                                          [](const LaneRow &row) { return row.holdsEvents(); }))
        + QCoreApplication::translate("Timeline", "%n event(s)", nullptr, count);
    const auto [first, end] = m_input.moments.reachingInto(span);
    if (end > first)
        text += u", "_s
            + QCoreApplication::translate("Timeline", "%n moment(s)", nullptr,
                                          static_cast<int>(end - first));
    return text;
}

} // namespace SecondStory::Figures
