// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/canvas/levelbands.h"

#include "figures/canvas/factorcard.h"
#include "figures/canvas/factorwords.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <vector>

namespace SecondStory::Figures {

namespace {

constexpr double kPad = 22; ///< air between cards and the edge of their lane
constexpr double kEmptyBand = 72;
constexpr double kEmptyColumn = 264;

struct Extent {
    double low = 0;
    double high = 0;
    bool isUsed = false;

    void add(double centre, double half)
    {
        low = isUsed ? std::min(low, centre - half) : centre - half;
        high = isUsed ? std::max(high, centre + half) : centre + half;
        isUsed = true;
    }
};

/// Splits [from, to] evenly among the lanes first..last.
void spread(QList<Stripe> &stripes, int first, int last, double from, double to)
{
    const double step = (to - from) / (last - first + 1);
    for (int i = first; i <= last; ++i)
        stripes[i] = { from + step * (i - first), from + step * (i - first + 1) };
}

/// Lanes that touch each other around what stands in them. Hand-placed cards may lie outside their
/// lane; then the border goes through the middle of the disorder.
QList<Stripe> stripesAround(const std::vector<Extent> &extents, double emptySize)
{
    const int count = static_cast<int>(extents.size());
    QList<Stripe> stripes(count);
    std::vector<int> used;
    for (int i = 0; i < count; ++i) {
        if (extents[static_cast<size_t>(i)].isUsed)
            used.push_back(i);
    }
    if (used.empty()) {
        spread(stripes, 0, count - 1, -emptySize * count / 2, emptySize * count / 2);
        return stripes;
    }
    const auto at = [&](int i) -> const Extent & { return extents[static_cast<size_t>(i)]; };
    double from = at(used.front()).low - kPad;
    for (const int i : used)
        from = std::min(from, at(i).low - kPad);
    if (used.front() > 0)
        spread(stripes, 0, used.front() - 1, from - emptySize * used.front(), from);
    double reached = at(used.front()).high;
    for (size_t k = 0; k + 1 < used.size(); ++k) {
        reached = std::max(reached, at(used[k]).high);
        double next = at(used[k + 1]).low;
        for (size_t j = k + 1; j < used.size(); ++j)
            next = std::min(next, at(used[j]).low);
        const int empties = used[k + 1] - used[k] - 1;
        const bool hasRoom = empties > 0 && next - reached > 2 * kPad;
        const double middle = std::max(from, (reached + next) / 2);
        const double low = hasRoom ? reached + kPad : middle;
        const double high = hasRoom ? next - kPad : middle;
        stripes[used[k]] = { from, std::max(from, low) };
        if (empties > 0)
            spread(stripes, used[k] + 1, used[k + 1] - 1, std::max(from, low),
                   std::max(from, high));
        from = std::max(from, high);
    }
    double end = from;
    for (const int i : used)
        end = std::max(end, at(i).high + kPad);
    stripes[used.back()] = { from, end };
    if (used.back() + 1 < count)
        spread(stripes, used.back() + 1, count - 1, end,
               end + emptySize * (count - 1 - used.back()));
    return stripes;
}

int stripeAt(const QList<Stripe> &stripes, double value)
{
    for (int i = 0; i < stripes.size(); ++i) {
        if (value < stripes[i].to)
            return i;
    }
    return static_cast<int>(stripes.size()) - 1;
}

int columnOf(Phase phase)
{
    return phase == Phase::Before ? 0 : phase == Phase::During ? 1 : 2;
}

} // namespace

const Stripe &CanvasLanes::of(Phase phase) const
{
    return phases[columnOf(phase)];
}

Level CanvasLanes::levelAt(double y) const
{
    return static_cast<Level>(stripeAt(levels, y) + 1);
}

Phase CanvasLanes::phaseAt(double x) const
{
    return std::array{ Phase::Before, Phase::During,
                       Phase::After }[static_cast<size_t>(stripeAt(phases, x))];
}

CanvasLanes lanesFor(const QList<Factor> &placed)
{
    std::vector<Extent> levels(7);
    std::vector<Extent> phases(3);
    for (const Factor &factor : placed) {
        levels[static_cast<size_t>(factor.level) - 1].add(factor.y, kCardSize.height() / 2);
        phases[static_cast<size_t>(columnOf(factor.phase))].add(factor.x, kCardSize.width() / 2);
    }
    return { stripesAround(levels, kEmptyBand), stripesAround(phases, kEmptyColumn) };
}

void paintLanes(QPainter &painter, const CanvasLanes &lanes, const QRectF &area,
                const Palette &palette, bool withPhases)
{
    const QColor tint =
        blend(palette.window, palette.isDark() ? palette.raised : palette.strongLine,
              palette.isDark() ? 0.45 : 0.16);
    for (int i = 0; i < lanes.levels.size(); ++i) {
        const QRectF band(area.left(), lanes.levels[i].from, area.width(),
                          lanes.levels[i].length());
        if (i % 2 == 1)
            painter.fillRect(band.intersected(area), tint);
    }
    if (!withPhases)
        return;
    QPen pen(palette.strongLine, 1, Qt::CustomDashLine, Qt::RoundCap);
    pen.setDashPattern({ 0.1, 6 });
    painter.setPen(pen);
    for (int i = 0; i + 1 < lanes.phases.size(); ++i) {
        const double x = lanes.phases[i].to;
        if (x > area.left() && x < area.right())
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    }
}

void paintLevelNames(QPainter &painter, const CanvasLanes &lanes, const QRectF &area,
                     const Palette &palette, const QFont &font)
{
    painter.setFont(font);
    painter.setPen(palette.muted);
    const double line = QFontMetricsF(font).height();
    for (const Level level : allValues<Level>()) {
        const QRectF band(area.left(), lanes.of(level).from, area.width(),
                          lanes.of(level).length());
        const QRectF visible = band.intersected(area);
        if (visible.height() >= line)
            painter.drawText(visible, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap,
                             capitalised(wordFor(level)));
    }
}

void paintPhaseNames(QPainter &painter, const CanvasLanes &lanes, const QRectF &area,
                     const Palette &palette, const QFont &font)
{
    painter.setFont(font);
    painter.setPen(palette.muted);
    const QFontMetricsF metrics(font);
    for (const Phase phase : allValues<Phase>()) {
        const QRectF column(lanes.of(phase).from, area.top(), lanes.of(phase).length(),
                            area.height());
        const QString word = capitalised(wordFor(phase));
        const QRectF visible = column.intersected(area);
        if (visible.width() >= metrics.horizontalAdvance(word))
            painter.drawText(visible, Qt::AlignCenter, word);
    }
}

} // namespace SecondStory::Figures
