// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/timeline/trackpainter.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace SecondStory::Figures {

namespace {

/// Narrower than this, one event that is known among many that are not would not be seen.
constexpr double kNarrowestShown = 2;

/// The earliest of the exceptions at or after a time.
std::optional<TimePoint> nextOf(const TrackVeil::Exceptions &exceptions, TimePoint from)
{
    std::optional<TimePoint> next = exceptions.heldBack.next(from);
    for (const TrackVeil::Starts &starts : exceptions.shown) {
        if (const auto other = starts.next(from))
            next = next ? std::min(*next, *other) : *other;
    }
    return next;
}

quint32 shownIn(const TrackVeil::Exceptions &exceptions, TimePoint from, TimePoint end)
{
    quint32 count = 0;
    for (const TrackVeil::Starts &starts : exceptions.shown)
        count += starts.countIn(from, end);
    return count;
}

/// Whether of a column and those beside it nothing is left.
bool isAllHeldBack(const TrackVeil::Exceptions &exceptions, const LaneTracks &tracks,
                   const DensityRun &run, int column, const TrackGeometry &geometry)
{
    const int first = std::max(column - 1, run.firstColumn);
    const int end = std::min(column + 2, run.firstColumn + run.columns);
    quint32 all = 0;
    for (int at = first; at < end; ++at)
        all += tracks.columns[static_cast<size_t>(at)];
    return all > 0
        && exceptions.heldBack.countIn(geometry.columnTime(first), geometry.columnTime(end)) >= all;
}

} // namespace

quint32 TrackVeil::Starts::countIn(TimePoint from, TimePoint end) const
{
    if (!times)
        return 0;
    const qint64 last = end > until ? until.us + 1 : end.us;
    const auto first = std::lower_bound(times->begin(), times->end(), from.us);
    return static_cast<quint32>(
        std::max<std::ptrdiff_t>(0, std::lower_bound(first, times->end(), last) - first));
}

std::optional<TimePoint> TrackVeil::Starts::next(TimePoint from) const
{
    if (!times)
        return {};
    const auto found = std::lower_bound(times->begin(), times->end(), from.us);
    return found != times->end() && *found <= until.us ? std::optional(TimePoint{ *found })
                                                       : std::nullopt;
}

void TrackPainter::paintVeiledDensity(QPainter &painter, int lane, const LaneRow &row,
                                      const TrackGeometry &geometry, const TrackVeil &veil)
{
    const QRectF strip = densityStrip(row);
    const double width = geometry.scale().width();
    for (const TrackVeil::Stretch &stretch : veil.ofDensity) {
        if (stretch.lane != lane || stretch.share <= 0)
            continue;
        const double from = std::clamp(geometry.scale().x(stretch.span.start), 0.0, width);
        const double until = std::clamp(geometry.scale().x(stretch.span.end), 0.0, width);
        QColor cover = laneGround();
        cover.setAlphaF(std::min(1.0F, stretch.share));
        // Only what is drawn is covered: the grid between stays as it is.
        for (const DensityRun &run : geometry.lanes()[static_cast<size_t>(lane)].runs) {
            const double resolution = geometry.metrics().resolution;
            const double start = geometry.firstColumnX() + run.firstColumn / resolution;
            const double left = std::max(from, start);
            const double right = std::min(until, start + run.columns / resolution);
            if (right > left)
                painter.fillRect(QRectF(left, strip.top(), right - left, strip.height()), cover);
        }
    }
}

/// Goes from one exception to the next, so that the cost is that of the columns which hold one.
void TrackPainter::paintVeilExceptions(QPainter &painter, int lane, const LaneRow &row,
                                       const TrackGeometry &geometry, const TrackVeil &veil)
{
    const double resolution = geometry.metrics().resolution;
    for (const TrackVeil::Exceptions &exceptions : veil.exceptions) {
        if (exceptions.lane != lane)
            continue;
        for (const DensityRun &run : geometry.lanes()[static_cast<size_t>(lane)].runs) {
            const int end = run.firstColumn + run.columns;
            const auto offscreen = static_cast<int>(-geometry.firstColumnX() * resolution);
            for (int x = std::max(run.firstColumn, offscreen); x < end; ++x) {
                const auto next = nextOf(exceptions, geometry.columnTime(x));
                if (!next)
                    break;
                x = std::max(x, static_cast<int>(std::floor(geometry.columnOf(*next))));
                // Coarse counts may put an event into the column beside its own.
                for (int near = std::max(x - 1, run.firstColumn); near < std::min(x + 2, end);
                     ++near)
                    paintVeilException(painter, exceptions, run, near, row, geometry, veil);
            }
        }
    }
}

void TrackPainter::paintVeilException(QPainter &painter, const TrackVeil::Exceptions &exceptions,
                                      const DensityRun &run, int column, const LaneRow &row,
                                      const TrackGeometry &geometry, const TrackVeil &veil)
{
    const double resolution = geometry.metrics().resolution;
    const TimePoint from = geometry.columnTime(column);
    const TimePoint end = geometry.columnTime(column + 1);
    const bool isVeiled = std::any_of(
        veil.ofDensity.begin(), veil.ofDensity.end(), [&](const TrackVeil::Stretch &stretch) {
            return stretch.lane == exceptions.lane && stretch.share > 0 && stretch.span.start < end
                && from < stretch.span.end;
        });
    const QRectF strip = densityStrip(row);
    const double left = geometry.firstColumnX() + column / resolution;
    const QRectF place(left, strip.top(), 1 / resolution, strip.height());
    if (const quint32 shown = shownIn(exceptions, from, end); isVeiled && shown > 0) {
        const double wide = std::max(kNarrowestShown, place.width());
        painter.fillRect(QRectF(left, place.top(), wide, place.height()),
                         QColor(densityTone(row.hue, shown)));
        return;
    }
    const LaneTracks &tracks = geometry.lanes()[static_cast<size_t>(exceptions.lane)];
    quint32 held = exceptions.heldBack.countIn(from, end);
    if (isAllHeldBack(exceptions, tracks, run, column, geometry))
        held = std::max(held, tracks.columns[static_cast<size_t>(column)]);
    if (isVeiled || held == 0)
        return;
    const bool isBlock = run.columns <= kDensityBlock * resolution;
    // A block is one tone for all of its events: it gets that of the others.
    const QRectF whole(geometry.firstColumnX() + run.firstColumn / resolution, strip.top(),
                       run.columns / resolution, strip.height());
    const TimePoint blockEnd = geometry.columnTime(run.firstColumn + run.columns);
    const quint32 all = isBlock ? run.events : tracks.columns[static_cast<size_t>(column)];
    const quint32 gone = isBlock
        ? exceptions.heldBack.countIn(geometry.columnTime(run.firstColumn), blockEnd)
        : held;
    QColor cover = gone < all ? QColor(densityTone(row.hue, all - gone)) : laneGround();
    if (gone >= all)
        cover.setAlphaF(std::min(1.0F, exceptions.share));
    painter.fillRect(isBlock ? whole : place, cover);
}

} // namespace SecondStory::Figures
