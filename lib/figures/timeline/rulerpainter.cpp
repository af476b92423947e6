// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/timeline/rulerpainter.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace SecondStory::Figures {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Timeline", text);
}

double crisp(double x)
{
    return std::floor(x) + 0.5;
}

QFont semibold(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

/// Draws the names of the band's stretches; the one under the left edge stays readable while it is
/// passed.
void paintBand(QPainter &painter, const QRectF &line, const TimeScale &scale, const TickStep &band,
               const ZoneClock &clock, const RulerStyle &style)
{
    const QFontMetricsF metrics(semibold(style.font));
    painter.setFont(semibold(style.font));
    TimePoint begin = tickBefore(scale.start(), band, clock);
    for (int guard = 0; begin < scale.end() && guard < 400; ++guard) {
        const TimePoint next = tickAfter(begin, band, clock);
        const double left = std::max(scale.x(begin), 0.0);
        const double right = scale.x(next);
        const QString name = bandLabel(begin, band, clock);
        if (scale.x(begin) > 0) {
            painter.setPen(style.palette.strongLine);
            painter.drawLine(QPointF(crisp(line.left() + left), line.top() + 2),
                             QPointF(crisp(line.left() + left), line.bottom()));
        }
        const double width = metrics.horizontalAdvance(name);
        if (right - left >= width + 12) {
            painter.setPen(style.palette.text);
            painter.drawText(QPointF(line.left() + left + 6, line.top() + metrics.ascent() + 2),
                             name);
        }
        begin = next;
    }
}

/// The zones' names at the left end, on a ground of their own so that ticks pass behind them.
void paintZoneName(QPainter &painter, const QRectF &line, const QString &name,
                   const RulerStyle &style)
{
    const QFontMetricsF metrics(style.font);
    const QRectF ground(line.left(), line.top(), metrics.horizontalAdvance(name) + 14,
                        line.height() - 1);
    painter.fillRect(ground, style.palette.window);
    painter.setPen(style.palette.muted);
    painter.drawText(QPointF(line.left() + 6, line.top() + metrics.ascent() + 1), name);
}

void paintTicks(QPainter &painter, const QRectF &area, const RulerRows &rows,
                const TimeScale &scale, const ZoneClock &clock, const RulerStyle &style)
{
    const QFontMetricsF metrics(style.font);
    const TickStep step = namedStep(scale, style);
    const ZoneClock utc;
    const double first = area.top() + rows.band;
    const double zoneWidth =
        rows.hasSecondZone ? metrics.horizontalAdvance(clock.offsetText(scale.start())) + 14 : 0;
    painter.setFont(style.font);
    for (const TimePoint tick : ticksIn(scale.span(), step, clock)) {
        const double x = area.left() + scale.x(tick);
        const auto write = [&](const QString &text, double top, const QColor &color) {
            const double half = metrics.horizontalAdvance(text) / 2;
            if (x - half < area.left() + zoneWidth || x + half > area.right())
                return;
            painter.setPen(color);
            painter.drawText(
                QPointF(x - metrics.horizontalAdvance(text) / 2, top + metrics.ascent() + 1), text);
        };
        write(tickLabel(tick, step, clock), first, style.palette.text);
        if (rows.hasSecondZone)
            write(tickLabel(tick, step, utc), first + rows.band, style.palette.muted);
        painter.setPen(style.palette.strongLine);
        painter.drawLine(QPointF(crisp(x), area.bottom() - 6), QPointF(crisp(x), area.bottom()));
    }
    painter.setPen(style.palette.line);
    for (const TimePoint tick : ticksIn(scale.span(), fineStep(scale), clock)) {
        const double x = crisp(area.left() + scale.x(tick));
        painter.drawLine(QPointF(x, area.bottom() - 3), QPointF(x, area.bottom()));
    }
}

} // namespace

QList<RulerInstant> rulerInstants(const IncidentFrame &frame, const QList<TimeMark> &marks)
{
    QList<RulerInstant> instants;
    const auto add = [&](FramePoint point, const char *name) {
        if (const auto time = timeOf(frame, point))
            instants.append({ say(name), *time, {}, true, {}, point });
    };
    add(FramePoint::Began, QT_TRANSLATE_NOOP("Timeline", "began"));
    add(FramePoint::Detected, QT_TRANSLATE_NOOP("Timeline", "detected"));
    add(FramePoint::Declared, QT_TRANSLATE_NOOP("Timeline", "declared"));
    add(FramePoint::Mitigated, QT_TRANSLATE_NOOP("Timeline", "mitigated"));
    add(FramePoint::Resolved, QT_TRANSLATE_NOOP("Timeline", "resolved"));
    for (const TimeMark &mark : marks)
        instants.append({ mark.name, mark.start, mark.end, false, mark.id, {} });
    std::stable_sort(
        instants.begin(), instants.end(),
        [](const RulerInstant &a, const RulerInstant &b) { return a.start < b.start; });
    return instants;
}

RulerRows::RulerRows(const RulerStyle &style, const ZoneClock &clock, const TimeScale &scale)
    : band(std::ceil(QFontMetricsF(style.font).height()) + 3)
    , hasSecondZone(namedStep(scale, style).unit == TickStep::Unit::Fixed
                    && clock.zoneId() != u"UTC"_s)
{
    // The second zone keeps its line even where only dates are shown, so that zooming does not move
    // the lanes.
    height = band * (clock.zoneId() != u"UTC"_s ? 3 : 2) + 6;
}

TickStep namedStep(const TimeScale &scale, const RulerStyle &style)
{
    return tickStepFor(scale.perPixel(), style.tickDistance);
}

TickStep fineStep(const TimeScale &scale)
{
    return subdivisionOf(tickStepFor(scale.perPixel(), 84), scale.perPixel(), 9);
}

void paintRuler(QPainter &painter, const QRectF &area, const TimeScale &scale,
                const ZoneClock &clock, const RulerStyle &style)
{
    painter.save();
    painter.setClipRect(area);
    const RulerRows rows(style, clock, scale);
    const TickStep band = bandStepFor(namedStep(scale, style));
    paintBand(painter, { area.left(), area.top(), area.width(), rows.band }, scale, band, clock,
              style);
    paintTicks(painter, area, rows, scale, clock, style);
    if (rows.hasSecondZone) {
        const QRectF first(area.left(), area.top() + rows.band, area.width(), rows.band);
        painter.setFont(style.font);
        paintZoneName(painter, first, clock.offsetText(scale.start()), style);
        paintZoneName(painter, first.translated(0, rows.band), u"UTC"_s, style);
    }
    painter.setPen(style.palette.strongLine);
    painter.drawLine(QPointF(area.left(), area.bottom() - 0.5),
                     QPointF(area.right(), area.bottom() - 0.5));
    painter.restore();
}

void paintGrid(QPainter &painter, const QRectF &area, const TimeScale &scale,
               const ZoneClock &clock, const RulerStyle &style)
{
    const TickStep step = namedStep(scale, style);
    const auto line = [&](TimePoint time) {
        const double x = crisp(area.left() + scale.x(time));
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    };
    painter.setPen(blend(style.palette.surface, style.palette.line, 0.7));
    for (const TimePoint tick : ticksIn(scale.span(), step, clock))
        line(tick);
    const TickStep band = bandStepFor(step);
    painter.setPen(style.palette.strongLine);
    for (const TimePoint tick : ticksIn(scale.span(), band, clock))
        line(tick);
}

void paintInstantLines(QPainter &painter, const QRectF &area, const TimeScale &scale,
                       const QList<RulerInstant> &instants, const RulerStyle &style)
{
    for (const RulerInstant &instant : instants) {
        const double x = area.left() + scale.x(instant.start);
        const double end = instant.end ? area.left() + scale.x(*instant.end) : x;
        if (end < area.left() || x > area.right())
            continue;
        const QColor ink = instant.isFrame ? style.palette.text : style.palette.muted;
        if (instant.end) {
            QColor tint = style.palette.muted;
            tint.setAlphaF(0.08F);
            painter.fillRect(QRectF(std::max(x, area.left()), area.top(),
                                    std::min(end, area.right()) - std::max(x, area.left()),
                                    area.height()),
                             tint);
        }
        QPen pen(blend(ink, style.palette.surface, instant.isFrame ? 0.55 : 0.4), 1);
        if (!instant.isFrame)
            pen.setDashPattern({ 3, 3 });
        painter.setPen(pen);
        for (const double at : instant.end ? QList<double>{ x, end } : QList<double>{ x }) {
            if (at >= area.left() && at <= area.right())
                painter.drawLine(QPointF(crisp(at), area.top()), QPointF(crisp(at), area.bottom()));
        }
    }
}

QList<QPair<QRectF, RulerInstant>> paintInstantNames(QPainter &painter, const QRectF &strip,
                                                     const TimeScale &scale,
                                                     const QList<RulerInstant> &instants,
                                                     const RulerStyle &style)
{
    QList<QPair<QRectF, RulerInstant>> drawn;
    const QFontMetricsF metrics(style.font);
    double right = strip.left() - 1;
    painter.setFont(style.font);
    for (const RulerInstant &instant : instants) {
        const double x = strip.left() + scale.x(instant.start);
        const double end = instant.end ? strip.left() + scale.x(*instant.end) : x;
        if (end < strip.left() || x > strip.right())
            continue;
        const double foot = crisp(x);
        painter.setPen(instant.isFrame ? style.palette.text : style.palette.muted);
        if (x >= strip.left())
            painter.drawLine(QPointF(foot, strip.bottom() - (instant.isFrame ? strip.height() : 5)),
                             QPointF(foot, strip.bottom()));
        const double left = std::max(x, strip.left()) + 4;
        const double room = strip.right() - left - 2;
        const QString name =
            metrics.elidedText(instant.name, Qt::ElideRight, std::min(160.0, room));
        const double width = metrics.horizontalAdvance(name);
        if (left <= right + 4 || room < 16)
            continue;
        painter.drawText(QPointF(left, strip.top() + metrics.ascent() + 1), name);
        right = left + width;
        drawn.append({ QRectF(left - 4, strip.top(), width + 8, strip.height()), instant });
    }
    return drawn;
}

} // namespace SecondStory::Figures
