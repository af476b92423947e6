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

namespace {

/// Which names a strip has room for: none over another, none struck through by a frame's line.
class NameStrip {
public:
    NameStrip(const QRectF &strip, const TimeScale &scale, const QList<RulerInstant> &instants,
              const QFontMetricsF &metrics, bool isPrint)
        : m_isPrint(isPrint)
        , m_strip(strip)
        , m_scale(scale)
        , m_metrics(metrics)
    {
        for (const RulerInstant &instant : instants) {
            if (instant.isFrame)
                m_lines.append(strip.left() + scale.x(instant.start));
        }
    }

    /// Where the name of an instant goes; nothing when there is no room for it.
    std::optional<QPair<QRectF, QString>> take(const RulerInstant &instant)
    {
        const double x = m_strip.left() + m_scale.x(instant.start);
        const double end = instant.end ? m_strip.left() + m_scale.x(*instant.end) : x;
        if (end < m_strip.left() || x > m_strip.right())
            return {};
        const double left = std::max(x, m_strip.left()) + 4;
        const double room = std::min(kWidest, roomFrom(left));
        const QString name = m_metrics.elidedText(instant.name, Qt::ElideRight, room);
        const double whole = std::min(kWidest, m_metrics.horizontalAdvance(instant.name));
        if (room >= std::min(whole, kShortest) && !name.isEmpty())
            return taken(left, name);
        // The first of several close together has its room at the other side.
        const double before = x - 4 - whole;
        if ((instant.isFrame || m_isPrint) && before >= m_strip.left()
            && roomFrom(before) >= whole - 0.5)
            return taken(before, m_metrics.elidedText(instant.name, Qt::ElideRight, kWidest));
        return {};
    }

private:
    static constexpr double kWidest = 160;
    static constexpr double kShortest = 60;

    std::optional<QPair<QRectF, QString>> taken(double left, const QString &name)
    {
        const QRectF place(left - 4, m_strip.top(), m_metrics.horizontalAdvance(name) + 8,
                           m_strip.height());
        m_places.append(place);
        return QPair(place, name);
    }
    /// How far a text from `left` gets; negative when something stands there already.
    [[nodiscard]] double roomFrom(double left) const
    {
        double right = m_strip.right() - 2;
        for (const double line : m_lines) {
            if (line > left - 3)
                right = std::min(right, line - 4);
        }
        for (const QRectF &place : m_places) {
            if (place.right() > left - 4)
                right = std::min(right, place.left() - 2);
        }
        return right - left;
    }

    bool m_isPrint; ///< paper cannot be pointed at
    QRectF m_strip;
    const TimeScale &m_scale;
    const QFontMetricsF &m_metrics;
    QList<double> m_lines;
    QList<QRectF> m_places;
};

} // namespace

QList<QPair<QRectF, RulerInstant>> paintInstantNames(QPainter &painter, const QRectF &strip,
                                                     const TimeScale &scale,
                                                     const QList<RulerInstant> &instants,
                                                     const RulerStyle &style)
{
    const QFontMetricsF metrics(style.font);
    painter.setFont(style.font);
    for (const RulerInstant &instant : instants) {
        const double x = strip.left() + scale.x(instant.start);
        if (x < strip.left() || x > strip.right())
            continue;
        painter.setPen(instant.isFrame ? style.palette.text : style.palette.muted);
        painter.drawLine(QPointF(crisp(x), instant.isFrame ? strip.top() : strip.bottom() - 5),
                         QPointF(crisp(x), strip.bottom()));
    }
    // The frame's names come first: marks can be found by pointing, too.
    QList<QPair<QRectF, RulerInstant>> drawn;
    NameStrip names(strip, scale, instants, metrics, style.isPrint);
    for (const bool isFrame : { true, false }) {
        for (const RulerInstant &instant : instants) {
            const auto name = instant.isFrame == isFrame ? names.take(instant) : std::nullopt;
            if (!name)
                continue;
            painter.setPen(isFrame ? style.palette.text : style.palette.muted);
            painter.drawText(QPointF(name->first.left() + 4, strip.top() + metrics.ascent() + 1),
                             name->second);
            drawn.append({ name->first, instant });
        }
    }
    return drawn;
}

} // namespace SecondStory::Figures
