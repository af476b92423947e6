// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/factorarrangement.h"

#include <algorithm>

namespace SecondStory::Editing {

namespace {

double along(QPointF at, bool isAcross)
{
    return isAcross ? at.x() : at.y();
}

void setAlong(QPointF &at, bool isAcross, double value)
{
    isAcross ? at.setX(value) : at.setY(value);
}

} // namespace

Placements aligned(const Placements &drawn, Alignment alignment)
{
    if (drawn.size() < 2)
        return {};
    const bool isAcross = alignment <= Alignment::Right;
    double low = along(*drawn.begin(), isAcross);
    double high = low;
    for (const QPointF at : drawn) {
        low = std::min(low, along(at, isAcross));
        high = std::max(high, along(at, isAcross));
    }
    const bool isLow = alignment == Alignment::Left || alignment == Alignment::Top;
    const bool isHigh = alignment == Alignment::Right || alignment == Alignment::Bottom;
    const double line = isLow ? low : isHigh ? high : (low + high) / 2;
    Placements after = drawn;
    for (QPointF &at : after)
        setAlong(at, isAcross, line);
    return after;
}

Placements distributed(const Placements &drawn, Direction direction)
{
    if (drawn.size() < 3)
        return {};
    const bool isAcross = direction == Direction::Horizontally;
    const auto value = [&](FactorId id) { return along(drawn.value(id), isAcross); };
    QList<FactorId> order = drawn.keys();
    std::sort(order.begin(), order.end(), [&](FactorId a, FactorId b) {
        return value(a) != value(b) ? value(a) < value(b) : a < b;
    });
    const double low = value(order.first());
    const double step = (value(order.last()) - low) / static_cast<double>(order.size() - 1);
    Placements after = drawn;
    for (qsizetype i = 0; i < order.size(); ++i)
        setAlong(after[order[i]], isAcross, low + step * static_cast<double>(i));
    return after;
}

} // namespace SecondStory::Editing
