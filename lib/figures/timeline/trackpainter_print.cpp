// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/timeline/hatch.h"
#include "figures/timeline/trackpainter.h"

#include <QPainter>

#include <algorithm>

namespace SecondStory::Figures {

namespace {

/// So that a single event in a folded row is seen on paper. Units: points, events.
constexpr double kNarrowestBlock = 1.6;
constexpr quint32 kPalestBlock = 24;

/// The stretches of columns that stand for more than one event each; small gaps do not end one, or
/// the lines would be crumbs. Units: columns, the second of a pair is the one after the last.
std::vector<std::pair<int, int>> crowdedStretches(const std::vector<quint32> &columns,
                                                  const DensityRun &run, int gap)
{
    std::vector<std::pair<int, int>> stretches;
    for (int x = run.firstColumn; x < run.firstColumn + run.columns; ++x) {
        if (columns[static_cast<size_t>(x)] <= 1) // as TrackPainter::isCrowded()
            continue;
        if (!stretches.empty() && x - stretches.back().second <= gap)
            stretches.back().second = x + 1;
        else
            stretches.emplace_back(x, x + 1);
    }
    return stretches;
}

} // namespace

void TrackPainter::paintDensityVectors(QPainter &painter, const LaneRow &row,
                                       const LaneTracks &tracks, const TrackGeometry &geometry)
{
    const double resolution = geometry.metrics().resolution;
    const QRectF strip = densityStrip(row);
    const auto rectOf = [&](double first, double end) {
        const double left = std::max(0.0, geometry.firstColumnX() + first / resolution);
        const double right = geometry.firstColumnX() + end / resolution;
        return QRectF(left, strip.top(), std::max(0.0, right - left), strip.height());
    };
    for (const DensityRun &run : tracks.runs) {
        const int end = run.firstColumn + run.columns;
        if (run.columns <= kDensityBlock * resolution) {
            QRectF block = rectOf(run.firstColumn, end);
            block.setWidth(std::max(block.width(), kNarrowestBlock));
            painter.fillRect(block,
                             QColor(densityTone(row.hue, std::max(run.events, kPalestBlock))));
            if (isCrowded(run.events))
                paintHatch(painter, block, hatchTone(row.hue, run.events));
            continue;
        }
        for (int x = run.firstColumn; x < end;) {
            const quint32 events = tracks.columns[static_cast<size_t>(x)];
            int until = x + 1;
            while (until < end && events > 0 && tracks.columns[static_cast<size_t>(until)] > 0
                   && densityTone(row.hue, tracks.columns[static_cast<size_t>(until)])
                       == densityTone(row.hue, events))
                ++until;
            if (events > 0)
                painter.fillRect(rectOf(x, until), QColor(densityTone(row.hue, events)));
            x = until;
        }
        const int gap = static_cast<int>(kHatchPitch * resolution);
        for (const auto &[from, until] : crowdedStretches(tracks.columns, run, gap)) {
            const auto most =
                *std::max_element(tracks.columns.begin() + from, tracks.columns.begin() + until);
            paintHatch(painter, rectOf(from, until), hatchTone(row.hue, most));
        }
    }
}

} // namespace SecondStory::Figures
