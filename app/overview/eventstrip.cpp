// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "overview/eventstrip.h"

#include "editing/reviewdocument.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr int kMostLanes = 8;

/// The stretch most people mean: the incident's frame with air around it, else all events.
TimeSpan shownSpan(const Editing::ReviewDocument &document)
{
    const IncidentFrame &frame = document.contents().review.frame;
    TimeSpan span = *document.events().span();
    if (frame.began && frame.resolved && *frame.resolved > *frame.began) {
        const qint64 air = (frame.resolved->us - frame.began->us) / 4;
        span.start.us = std::max(span.start.us, frame.began->us - air);
        span.end.us = std::min(span.end.us, frame.resolved->us + air);
    }
    if (span.end <= span.start)
        span.end.us = span.start.us + 1;
    return span;
}

} // namespace

void paintEventStrip(QPainter &painter, const QRectF &rect, const Editing::ReviewDocument &document,
                     const Figures::Palette &palette)
{
    const EventTable &events = document.events();
    const TimeSpan span = shownSpan(document);
    QList<Lane> lanes = document.contents().lanes;
    const auto columns = static_cast<size_t>(std::max(1.0, rect.width() / 2));
    QHash<LaneId, std::vector<int>> counts;
    for (size_t i = events.lowerBound(span.start);
         i < events.rows.size() && events.rows[i].start <= span.end.us; ++i) {
        const EventRow &row = events.rows[i];
        std::vector<int> &bins = counts[events.lanes.value(row.lane)];
        if (bins.empty())
            bins.resize(columns + 1);
        const double at =
            static_cast<double>(row.start - span.start.us) / static_cast<double>(span.length());
        ++bins[static_cast<size_t>(std::clamp(at, 0.0, 1.0) * static_cast<double>(columns))];
    }
    lanes.removeIf([&](const Lane &lane) { return !counts.contains(lane.id); });
    if (counts.contains(LaneId{}))
        lanes.append(Lane{});
    if (lanes.size() > kMostLanes)
        lanes.resize(kMostLanes);
    if (lanes.isEmpty())
        return;
    const double footer = painter.fontMetrics().height() + 2;
    const double rowHeight =
        std::min(24.0, (rect.height() - footer) / static_cast<double>(lanes.size()));
    const double step = rect.width() / static_cast<double>(columns);
    painter.setPen(Qt::NoPen);
    double y = rect.top();
    for (const Lane &lane : std::as_const(lanes)) {
        const std::vector<int> &bins = counts[lane.id];
        for (size_t i = 0; i < bins.size(); ++i) {
            if (bins[i] == 0)
                continue;
            const double tone = std::min(1.0, 0.35 + 0.2 * std::log2(1 + bins[i]));
            painter.fillRect(QRectF(rect.left() + static_cast<double>(i) * step, y + 2,
                                    std::max(1.5, step), rowHeight - 4),
                             Figures::blend(palette.surface, palette.category(lane.hue), tone));
        }
        y += rowHeight;
    }
    const auto line = [&](std::optional<TimePoint> time, const QString &word,
                          Qt::AlignmentFlag side) {
        if (!time || *time < span.start || *time > span.end)
            return;
        const double x = rect.left()
            + rect.width() * static_cast<double>(time->us - span.start.us)
                / static_cast<double>(span.length());
        painter.setPen(QPen(palette.strongLine, 1, Qt::DashLine));
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, y));
        painter.setPen(palette.muted);
        const QString text =
            word + u' ' + document.clock().clockText(*time, ZoneClock::Detail::Minutes);
        const QRectF place =
            side == Qt::AlignLeft ? QRectF(x, y, 200, footer) : QRectF(x - 200, y, 200, footer);
        painter.drawText(place, static_cast<int>(side) | static_cast<int>(Qt::AlignVCenter), text);
    };
    const IncidentFrame &frame = document.contents().review.frame;
    line(frame.began, QCoreApplication::translate("EventStrip", "began"), Qt::AlignLeft);
    line(frame.resolved, QCoreApplication::translate("EventStrip", "resolved"), Qt::AlignRight);
}

} // namespace SecondStory::Ui
