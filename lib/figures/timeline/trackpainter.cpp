// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/timeline/trackpainter.h"

#include "figures/timeline/hatch.h"

#include <QPainter>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace SecondStory::Figures {

namespace {

constexpr double kBarHeight = 12;

/// Twice the binary logarithm, rounded down: fine enough for a ramp of tones.
size_t toneStep(quint32 count)
{
    const auto whole = static_cast<quint32>(std::bit_width(count)) - 1;
    const bool upperHalf = whole > 0 && (count >> (whole - 1) & 1U);
    return 2 * size_t(whole) + (upperHalf ? 1 : 0);
}

} // namespace

QRectF densityStrip(const LaneRow &row)
{
    const double height = row.collapsed ? row.height - 2 : std::clamp(row.height * 0.62, 8.0, 28.0);
    return { 0, std::round(row.middle() - height / 2), 0, std::round(height) };
}

struct TrackPainter::Lane {
    QColor ink; ///< edges
    QColor fill;
    const TrackGeometry *geometry = nullptr;
    bool isStriped = false;
};

TrackPainter::TrackPainter(const TrackStyle &style)
    : m_style(style)
    , m_metrics(style.labelFont)
    , m_tones()
    , m_hatches()
    , m_texts(2'000)
{
    const QColor ground = laneGround();
    for (int hue = 0; hue < 8; ++hue) {
        const QColor full = blend(m_style.palette.category(hue), m_style.palette.text, 0.12);
        for (size_t step = 0; step < 33; ++step) {
            // Sixteen doublings reach the full tone; a single event is still plainly there.
            const double share = 0.26 + 0.74 * std::min(1.0, static_cast<double>(step) / 22.0);
            const QColor tone = blend(ground, full, share);
            m_tones[static_cast<size_t>(hue)][step] = tone.rgb();
            m_hatches[static_cast<size_t>(hue)][step] =
                blend(tone, m_style.palette.surface, 0.45).rgb();
        }
    }
}

QColor TrackPainter::laneGround() const
{
    return m_style.isPrint ? m_style.palette.surface
                           : blend(m_style.palette.surface, m_style.palette.window, 0.6);
}

QRgb TrackPainter::densityTone(int hue, quint32 count) const
{
    return m_tones[static_cast<size_t>(hue & 7)][std::min<size_t>(32, toneStep(count))];
}

QRgb TrackPainter::hatchTone(int hue, quint32 count) const
{
    return m_hatches[static_cast<size_t>(hue & 7)][std::min<size_t>(32, toneStep(count))];
}

void TrackPainter::paint(QPainter &painter, const EventTable &events, const LaneLayout &layout,
                         const TrackGeometry &geometry, const LabelLookup &labels,
                         const std::function<bool(qint64 seq)> &isSelected, const TrackVeil &veil)
{
    const size_t end = std::min({ geometry.lanes().size(), layout.rows().size(), m_endRow });
    for (size_t i = m_firstRow; i < end; ++i) {
        const LaneRow &row = layout.rows()[i];
        const LaneTracks &tracks = geometry.lanes()[i];
        if (m_style.isPrint)
            paintDensityVectors(painter, row, tracks, geometry);
        else
            paintDensity(painter, row, tracks, geometry);
        paintVeiledDensity(painter, static_cast<int>(i), row, geometry, veil);
        paintVeilExceptions(painter, static_cast<int>(i), row, geometry, veil);
        const Lane ownLane = inkOf(row.hue & 7, geometry);
        for (const TrackItem &item : tracks.items) {
            const EventRow &event = events.rows[item.row];
            const float held = veil.share(event);
            if (held >= 1)
                continue;
            if (held > 0)
                painter.setOpacity(1 - static_cast<double>(held));
            const EventLabel *label = item.mayHaveLabel ? labels(item.row) : nullptr;
            const bool selected = isSelected(event.seq);
            const Lane lane = m_hueOf ? inkOf(m_hueOf(event), geometry) : ownLane;
            if (label && (label->earliest || label->latest)) {
                if (item.isBar)
                    paintFades(painter, item, *label, lane);
                else
                    paintWhisker(painter, item, *label, geometry.scale());
            }
            paintItem(painter, event, item, lane, selected);
            if (label && item.labelWidth > 0)
                paintLabel(painter, item, *label, event.seq, selected);
            if (held > 0)
                painter.setOpacity(1);
        }
        for (const ActivityItem &item : tracks.activities) {
            if (geometry.activities()[item.activity].isExpanded)
                paintBracket(painter, item, ownLane);
            else
                paintActivity(painter, item, ownLane);
        }
    }
}

void TrackPainter::paintDensity(QPainter &painter, const LaneRow &row, const LaneTracks &tracks,
                                const TrackGeometry &geometry)
{
    const double resolution = geometry.metrics().resolution;
    const QRectF strip = densityStrip(row);
    const int height = static_cast<int>(std::ceil(strip.height() * resolution));
    const int firstVisible = static_cast<int>(std::max(0.0, -geometry.firstColumnX() * resolution));
    const auto columns = static_cast<int>(tracks.columns.size());
    if (m_strip.width() < columns || m_strip.height() < height)
        m_strip = QImage(std::max(columns, m_strip.width()), std::max(height, m_strip.height()),
                         QImage::Format_RGB32);
    m_strip.setDevicePixelRatio(resolution);
    const QRgb ground = laneGround().rgb();
    for (const DensityRun &run : tracks.runs) {
        const int first = std::max(run.firstColumn, firstVisible);
        const int count = std::min(run.firstColumn + run.columns, columns) - first;
        if (count <= 0)
            continue;
        const bool isBlock = run.columns <= kDensityBlock * resolution;
        const auto hue = static_cast<size_t>(row.hue & 7);
        auto *line = reinterpret_cast<QRgb *>(m_strip.scanLine(0));
        for (int x = 0; x < count; ++x) {
            const quint32 events =
                isBlock ? run.events : tracks.columns[static_cast<size_t>(first + x)];
            line[x] = events == 0 ? ground : densityTone(row.hue, events);
        }
        for (int y = 1; y < height; ++y)
            std::memcpy(m_strip.scanLine(y), line, static_cast<size_t>(count) * sizeof(QRgb));
        // Slanted lines where a pixel stands for more than one event: zoom in to see them.
        const int pitch = static_cast<int>(kHatchPitch * resolution);
        for (int y = 0; y < height; ++y) {
            auto *pixels = reinterpret_cast<QRgb *>(m_strip.scanLine(y));
            for (int x = (pitch - (first + y) % pitch) % pitch; x < count; x += pitch) {
                const quint32 events =
                    isBlock ? run.events : tracks.columns[static_cast<size_t>(first + x)];
                if (isCrowded(events))
                    pixels[x] = m_hatches[hue][std::min<size_t>(32, toneStep(events))];
            }
        }
        painter.drawImage(QPointF(geometry.firstColumnX() + first / resolution, strip.top()),
                          m_strip, QRectF(0, 0, count, height));
    }
}

void TrackPainter::paintItem(QPainter &painter, const EventRow &event, const TrackItem &item,
                             const Lane &lane, bool isSelected)
{
    const Palette &palette = m_style.palette;
    if (item.isBar) {
        paintBar(painter, event, item, lane, isSelected);
        return;
    }
    const bool isOpen = event.flags & EventRow::Approximate;
    MarkLook look;
    look.fill = isSelected ? palette.accent : isOpen ? palette.surface : lane.fill;
    look.edge = isSelected ? palette.accent : lane.ink;
    look.isOpen = isOpen;
    look.line = lineOf(event.flags);
    look.isStriped = lane.isStriped && !isOpen;
    if (event.isStarred())
        look.star = isSelected ? palette.accent : palette.text;
    if (event.flags & EventRow::AssumedTime)
        look.assumed = palette.uncertain;
    const QPointF centre(item.x0, item.y);
    const double size = lane.geometry->metrics().mark;
    if (isSelected) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette.selection);
        painter.drawEllipse(centre, size * 0.95, size * 0.95);
    }
    if (m_style.isPrint)
        paintMark(painter, centre, size, markShapeOf(event.kind), look);
    else
        m_sprites.draw(painter, centre, size, markShapeOf(event.kind), look);
}

void TrackPainter::paintBar(QPainter &painter, const EventRow &event, const TrackItem &item,
                            const Lane &lane, bool isSelected)
{
    const Palette &palette = m_style.palette;
    const double width = lane.geometry->scale().width();
    const double left = std::max(item.x0, -20.0);
    const double right = std::min(item.x1, width + 20.0);
    if (right <= left)
        return;
    // As high as its label at any size of the font.
    const double thickness = std::min(std::max(kBarHeight + 4, std::ceil(m_metrics.height())),
                                      lane.geometry->metrics().textRow - 4);
    const auto onGrid = [this](double value) {
        return m_style.isPrint ? value : std::round(value);
    };
    const QRectF bar(onGrid(left), onGrid(item.y - thickness / 2),
                     std::max(2.0, onGrid(right - left)), thickness);
    const QColor fill = isSelected ? palette.selection : blend(laneGround(), lane.fill, 0.55);
    const QColor edge = isSelected ? palette.accent : lane.ink;
    const bool isVague = event.flags & (EventRow::Approximate | EventRow::AssumedTime);
    // Filled rectangles only: outlines with dashes or round corners cost more than all the rest of
    // a frame.
    const double fade = isVague && bar.width() >= 48 ? std::min(24.0, bar.width() / 4) : 0;
    const QRectF sure = bar.adjusted(fade, 0, -fade, 0);
    painter.fillRect(sure, fill);
    const Qt::PenStyle line = lineOf(event.flags);
    paintEdge(painter, QRectF(sure.left(), bar.top(), sure.width(), 1), edge, line);
    paintEdge(painter, QRectF(sure.left(), bar.bottom() - 1, sure.width(), 1), edge, line);
    if (lane.isStriped)
        painter.fillRect(QRectF(sure.left(), std::round(bar.center().y()), sure.width(), 2), edge);
    if (fade == 0) {
        painter.fillRect(QRectF(bar.left(), bar.top(), 1, bar.height()), edge);
        painter.fillRect(QRectF(bar.right() - 1, bar.top(), 1, bar.height()), edge);
        return;
    }
    for (int step = 0; step < 4; ++step) {
        QColor paler = fill;
        paler.setAlphaF(0.8F - 0.2F * static_cast<float>(step));
        const double from = fade * step / 4;
        painter.fillRect(QRectF(sure.left() - from - fade / 4, bar.top() + step, fade / 4,
                                bar.height() - 2 * step),
                         paler);
        painter.fillRect(
            QRectF(sure.right() + from, bar.top() + step, fade / 4, bar.height() - 2 * step),
            paler);
    }
}

TrackPainter::Lane TrackPainter::inkOf(int hue, const TrackGeometry &geometry) const
{
    const Palette &palette = m_style.palette;
    const bool isColour = hue >= 0 && hue < 16;
    const QColor &colour = isColour ? palette.category(hue)
        : hue < 0                   ? palette.faint
                                    : palette.muted;
    return { blend(colour, palette.text, 0.25),
             blend(colour, laneGround(), m_style.isPrint ? 0.35 : 0.5), &geometry, hue >= 8 };
}

void TrackPainter::paintEdge(QPainter &painter, const QRectF &edge, const QColor &ink,
                             Qt::PenStyle line)
{
    if (line == Qt::SolidLine) {
        painter.fillRect(edge, ink);
        return;
    }
    // A repeated picture costs a fraction of a dashed line.
    std::array<QBrush, 2> &brushes = m_lines[ink.rgba()];
    if (brushes[0].style() == Qt::NoBrush) {
        const auto repeated = [&](int on, int length) {
            QImage tile(length, 1, QImage::Format_ARGB32_Premultiplied);
            tile.fill(Qt::transparent);
            for (int x = 0; x < on; ++x)
                tile.setPixelColor(x, 0, ink);
            return QBrush(tile);
        };
        brushes = { repeated(5, 9), repeated(2, 5) };
    }
    painter.fillRect(edge, brushes[line == Qt::DotLine ? 1 : 0]);
}

void TrackPainter::paintFades(QPainter &painter, const TrackItem &item, const EventLabel &label,
                              const Lane &lane)
{
    constexpr int kSteps = 8;
    const double width = lane.geometry->scale().width();
    const double thickness = std::min(kBarHeight + 4, lane.geometry->metrics().textRow - 4);
    const auto fade = [&](double from, double to) {
        for (int step = 0; step < kSteps; ++step) {
            const double near = from + (to - from) * step / kSteps;
            const double far = from + (to - from) * (step + 1) / kSteps;
            const double left = std::clamp(std::min(near, far), -20.0, width + 20.0);
            const double right = std::clamp(std::max(near, far), -20.0, width + 20.0);
            QColor paler = blend(laneGround(), lane.ink, 0.55);
            paler.setAlphaF(0.85F - 0.1F * static_cast<float>(step));
            painter.fillRect(
                QRectF(left, std::round(item.y - thickness / 2), right - left, thickness), paler);
        }
    };
    const TimeScale &scale = lane.geometry->scale();
    if (label.earliest && scale.x(*label.earliest) < item.x0)
        fade(item.x0, scale.x(*label.earliest));
    if (label.latest && scale.x(*label.latest) > item.x1)
        fade(item.x1, scale.x(*label.latest));
}

void TrackPainter::paintWhisker(QPainter &painter, const TrackItem &item, const EventLabel &label,
                                const TimeScale &scale)
{
    const double left =
        std::clamp(label.earliest ? scale.x(*label.earliest) : item.x0, -8.0, scale.width() + 8);
    const double right =
        std::clamp(label.latest ? scale.x(*label.latest) : item.x1, -8.0, scale.width() + 8);
    const double y = std::round(item.y) + 0.5;
    painter.setPen(QPen(m_style.palette.uncertain, 1));
    painter.drawLine(QPointF(left, y), QPointF(right, y));
    for (const double end : { left, right })
        painter.drawLine(QPointF(std::round(end) + 0.5, y - 4),
                         QPointF(std::round(end) + 0.5, y + 4));
}

void TrackPainter::paintActivity(QPainter &painter, const ActivityItem &item, const Lane &lane)
{
    const TrackGeometry &geometry = *lane.geometry;
    const double left = std::max(std::round(item.x0), -20.0);
    const double right = std::min(std::round(item.x1), geometry.scale().width() + 20.0);
    if (right <= left)
        return;
    const double thickness = std::min(kBarHeight + 4, geometry.metrics().textRow - 4);
    const QRectF bar(left, std::round(item.y - thickness / 2), right - left, thickness);
    painter.fillRect(bar, blend(laneGround(), lane.fill, 0.3));
    // Two brackets, and a second edge above: several things lie behind this one.
    for (const QRectF &edge :
         { QRectF(left, bar.top(), 3, thickness), QRectF(right - 3, bar.top(), 3, thickness),
           QRectF(left, bar.top(), std::min(5.0, bar.width()), 2),
           QRectF(left, bar.bottom() - 2, std::min(5.0, bar.width()), 2),
           QRectF(right - std::min(5.0, bar.width()), bar.top(), std::min(5.0, bar.width()), 2),
           QRectF(right - std::min(5.0, bar.width()), bar.bottom() - 2, std::min(5.0, bar.width()),
                  2),
           QRectF(left + 4, bar.top() - 2, std::max(0.0, bar.width() - 8), 1) })
        painter.fillRect(edge, lane.ink);
    if (item.labelWidth <= 0)
        return;
    painter.setFont(m_style.labelFont);
    painter.setPen(m_style.palette.text);
    const ActivityBar &activity = geometry.activities()[item.activity];
    paintText(painter, { item.labelX, item.y - m_metrics.height() / 2 },
              text(activityLabel(activity), -1 - static_cast<qint64>(item.activity),
                   static_cast<int>(std::ceil(item.labelWidth))));
}

/// A line over the events of an activity, turned down at its ends, with the title in it.
void TrackPainter::paintBracket(QPainter &painter, const ActivityItem &item, const Lane &lane)
{
    const TrackGeometry &geometry = *lane.geometry;
    const double left = std::max(std::round(item.x0), -20.0);
    const double right = std::min(std::round(item.x1), geometry.scale().width() + 20.0);
    if (right <= left)
        return;
    const double y = std::round(item.y);
    const double drop = std::min(7.0, geometry.metrics().textRow / 2 - 2);
    for (const QRectF &edge : { QRectF(left, y - 1, right - left, 2), QRectF(left, y - 1, 2, drop),
                                QRectF(right - 2, y - 1, 2, drop) })
        painter.fillRect(edge, lane.ink);
    if (item.labelWidth <= 0)
        return;
    const ActivityBar &activity = geometry.activities()[item.activity];
    const QString words = activityLabel(activity);
    const double top = item.y - m_metrics.height() / 2;
    // The line stops at the words.
    const double width = std::min(m_metrics.horizontalAdvance(words), item.labelWidth);
    painter.fillRect(QRectF(item.labelX - 4, top, width + 8, m_metrics.height()), laneGround());
    painter.setFont(m_style.labelFont);
    painter.setPen(m_style.palette.text);
    paintText(painter, { item.labelX, top },
              text(words, -1 - static_cast<qint64>(item.activity),
                   static_cast<int>(std::ceil(item.labelWidth))));
}

void TrackPainter::paintText(QPainter &painter, QPointF topLeft, const QStaticText &words)
{
    if (m_style.isPrint)
        painter.drawText(topLeft + QPointF(0, m_metrics.ascent()), words.text());
    else
        painter.drawStaticText(QPointF(std::round(topLeft.x()), std::round(topLeft.y())), words);
}

void TrackPainter::paintLabel(QPainter &painter, const TrackItem &item, const EventLabel &label,
                              qint64 seq, bool isSelected)
{
    painter.setFont(m_style.labelFont);
    // A whisker stops at the words and goes on behind them, so that nothing is struck through.
    if (!item.isBar && label.latest)
        painter.fillRect(QRectF(item.labelX - 3, item.y - m_metrics.height() / 2 + 2,
                                std::min(label.width, item.labelWidth) + 6, m_metrics.height() - 4),
                         laneGround());
    painter.setPen(isSelected ? m_style.palette.accent : m_style.palette.text);
    paintText(painter, { item.labelX, item.y - m_metrics.height() / 2 },
              text(label.text, seq, static_cast<int>(std::ceil(item.labelWidth))));
}

const QStaticText &TrackPainter::text(const QString &full, qint64 key, int width)
{
    const QPair<qint64, int> place(key, width);
    if (const auto *known = m_texts.object(place); known && known->first == full)
        return known->second;
    QStaticText words(m_metrics.elidedText(full, Qt::ElideRight, width));
    words.setTextFormat(Qt::PlainText);
    words.setPerformanceHint(QStaticText::AggressiveCaching);
    words.prepare({}, m_style.labelFont);
    m_texts.insert(place, new QPair<QString, QStaticText>(full, words));
    return m_texts.object(place)->second;
}

} // namespace SecondStory::Figures
