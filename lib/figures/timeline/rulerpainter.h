// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/review.h"
#include "domain/timemark.h"
#include "figures/palette.h"
#include "figures/timeline/timescale.h"
#include "figures/timeline/timeticks.h"

#include <QFont>
#include <QList>
#include <QRectF>

class QPainter;

namespace SecondStory::Figures {

/// A named instant or stretch drawn across all lanes: part of the incident's frame, or the
/// analyst's mark.
struct RulerInstant {
    QString name;
    TimePoint start;
    std::optional<TimePoint> end;
    bool isFrame = false;
    TimeMarkId mark; ///< null for the frame
    FramePoint point = FramePoint::Began; ///< of the frame
};

/// The frame's instants and the marks. Order: by time.
[[nodiscard]] QList<RulerInstant> rulerInstants(const IncidentFrame &frame,
                                                const QList<TimeMark> &marks);

/// How a ruler looks.
struct RulerStyle {
    Palette palette;
    QFont font; ///< the small one
    double tickDistance = 84; ///< least distance of named ticks
    bool isPrint = false;
};

/// Where the lines of a ruler stand, from the font. Units: pixels.
struct RulerRows {
    double band = 0; ///< height of each line of text
    double height = 0;
    bool hasSecondZone = false;

    RulerRows(const RulerStyle &style, const ZoneClock &clock, const TimeScale &scale);
};

/// The step of the named ticks and of the fine ones between, for a scale.
[[nodiscard]] TickStep namedStep(const TimeScale &scale, const RulerStyle &style);
[[nodiscard]] TickStep fineStep(const TimeScale &scale);

/// Draws dates, times in the zone of `clock`, and, where that is not UTC, the same instants in UTC.
void paintRuler(QPainter &painter, const QRectF &area, const TimeScale &scale,
                const ZoneClock &clock, const RulerStyle &style);
/// Draws the quiet vertical lines behind the lanes: ticks, and the beginnings of days a little
/// stronger.
void paintGrid(QPainter &painter, const QRectF &area, const TimeScale &scale,
               const ZoneClock &clock, const RulerStyle &style);
/// Draws the lines (and tinted stretches) of named instants across the lanes.
void paintInstantLines(QPainter &painter, const QRectF &area, const TimeScale &scale,
                       const QList<RulerInstant> &instants, const RulerStyle &style);
/// Draws their names in a strip, leaving out what would overlap; gives the rectangles of the names
/// drawn.
QList<QPair<QRectF, RulerInstant>> paintInstantNames(QPainter &painter, const QRectF &strip,
                                                     const TimeScale &scale,
                                                     const QList<RulerInstant> &instants,
                                                     const RulerStyle &style);

} // namespace SecondStory::Figures
