// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/timeline/timelinefigure.h"

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

bool deservesName(const EventRow &row)
{
    return row.isStarred() || row.kind == EventKind::Decision || row.kind == EventKind::Milestone;
}

} // namespace

struct TimelineFigure::Parts {
    double names = 0; ///< width of the lane names
    double ruler = 0; ///< height of the ruler
    double strip = 0; ///< height of the frame's names
    double height = 0;
    TimeScale scale;
    RulerStyle rulerStyle;
    LaneLayout layout;
};

TimelineFigure::TimelineFigure(TimelineFigureInput input)
    : m_input(std::move(input))
    , m_clock(m_input.zone)
    , m_layout(m_input.lanes, m_input.events, m_input.nameWithoutLane)
    , m_index(m_input.events, m_layout.tableLanes(), m_layout.count(), {})
    , m_pyramid(m_index)
    , m_instants(rulerInstants(m_input.frame, m_input.marks))
{
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
    const auto events = m_index.span();
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
    for (size_t i = m_input.events.lowerBound(span.start); i < m_input.events.rows.size(); ++i) {
        const EventRow &row = m_input.events.rows[i];
        if (row.start > span.end.us || rows.size() >= kMostNamed)
            break;
        if (deservesName(row)) {
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

TimelineFigure::Parts TimelineFigure::partsFor(double width) const
{
    Parts parts;
    const QFontMetricsF metrics(font(1));
    for (const LaneRow &row : m_layout.rows())
        parts.names = std::max(parts.names, metrics.horizontalAdvance(row.name));
    parts.names = std::min(parts.names + m_input.fontSize, width / 4);
    parts.rulerStyle = { m_input.palette, font(0.85), m_input.fontSize * 6.0, true };
    parts.scale = TimeScale::fitting(shownSpan(), width - parts.names, 0.02);
    parts.ruler = RulerRows(parts.rulerStyle, m_clock, parts.scale).height;
    parts.strip =
        m_instants.isEmpty() ? 0 : std::ceil(QFontMetricsF(parts.rulerStyle.font).height()) + 4;
    parts.layout = m_layout;
    const double line = m_input.fontSize * 1.5;
    parts.layout.arrange(line * 2, line, m_input.fontSize * 0.4, m_input.fontSize * 0.4);
    parts.height = parts.ruler + parts.strip + parts.layout.height() + 1;
    return parts;
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
    const double tracksWidth = area.width() - parts.names;
    painter.save();
    painter.translate(parts.names, 0);
    paintRuler(painter, { 0, 0, tracksWidth, parts.ruler }, parts.scale, m_clock, parts.rulerStyle);
    if (parts.strip > 0)
        paintInstantNames(painter, { 0, parts.ruler, tracksWidth, parts.strip }, parts.scale,
                          m_instants, parts.rulerStyle);
    painter.restore();
    painter.translate(0, parts.ruler + parts.strip);
    paintNames(painter, parts);
    painter.translate(parts.names, 0);
    paintLanes(painter, parts);
    painter.restore();
}

void TimelineFigure::paintNames(QPainter &painter, const Parts &parts) const
{
    const QFont nameFont = font(1);
    const QFontMetricsF metrics(nameFont);
    painter.setFont(nameFont);
    for (const LaneRow &row : parts.layout.rows()) {
        painter.fillRect(QRectF(parts.names - 2, row.y, 2, row.height),
                         m_input.palette.category(row.hue));
        painter.setPen(m_input.palette.text);
        const QString name =
            metrics.elidedText(row.name, Qt::ElideRight, parts.names - m_input.fontSize * 0.8);
        painter.drawText(QPointF(0, row.middle() - metrics.height() / 2 + metrics.ascent()), name);
    }
}

void TimelineFigure::paintLanes(QPainter &painter, const Parts &parts) const
{
    const QRectF area(0, 0, parts.scale.width(), parts.layout.height());
    painter.setClipRect(area, Qt::IntersectClip);
    paintGrid(painter, area, parts.scale, m_clock, parts.rulerStyle);
    paintInstantLines(painter, area, parts.scale, m_instants, parts.rulerStyle);
    for (const LaneRow &row : parts.layout.rows())
        paintSeries(painter, { 0, row.y, parts.scale.width(), row.height }, parts.scale,
                    m_input.curves.value(row.lane), row.hue,
                    { m_input.palette, font(0.8), 1, true });
    TrackMetrics metrics;
    metrics.mark = m_input.fontSize * 0.85;
    metrics.textRow = m_input.fontSize * 1.45;
    metrics.longestLabel = m_input.fontSize * 18.0;
    metrics.shortestLabel = m_input.fontSize * 4.0;
    metrics.resolution = 2;
    metrics.textEdge = parts.scale.width();
    const auto labels = [this](quint32 row) -> const EventLabel * {
        const auto it = m_labels.constFind(row);
        return it == m_labels.constEnd() ? nullptr : &*it;
    };
    TrackGeometry geometry;
    geometry.build(m_input.events, m_index, m_pyramid, parts.layout, parts.scale, metrics);
    geometry.place(labels);
    TrackPainter tracks({ m_input.palette, font(0.9), true });
    tracks.paint(painter, m_input.events, parts.layout, geometry, labels,
                 [](qint64) { return false; });
}

QString TimelineFigure::description() const
{
    const TimeSpan span = shownSpan();
    const auto count = static_cast<int>(m_index.countIn(span));
    return QCoreApplication::translate("Timeline", "Timeline from %1 to %2, %3 lanes: ")
               .arg(m_clock.isoText(span.start), m_clock.isoText(span.end))
               .arg(m_layout.count())
        + QCoreApplication::translate("Timeline", "%n event(s)", nullptr, count);
}

} // namespace SecondStory::Figures
