// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/influence.h"

#include <QList>
#include <QPointF>

namespace SecondStory::Figures {

/// The side of a card where a curve leaves or arrives.
enum class CardSide : quint8 { Top, Right, Bottom, Left };

/// Two cards, by index, and what joins them.
struct CurveLink {
    qsizetype from = 0;
    qsizetype to = 0;
    InfluenceKind kind = InfluenceKind::ContributedTo;
};

/// A curve passes straight from one height to another at `x`.
struct Stretch {
    double x = 0;
    double from = 0;
    double to = 0;

    bool operator==(const Stretch &) const = default;
};

/// Where a curve begins and ends, and the gaps it takes on its way.
struct CurveRoute {
    QPointF from;
    QPointF to;
    CardSide fromSide = CardSide::Bottom;
    CardSide toSide = CardSide::Top;
    QList<Stretch> through; ///< upright stretches between other cards, in the order they are passed

    bool operator==(const CurveRoute &) const = default;
};

/// Gives every link its two places on the cards' edges, spread so that curves do not share one, and
/// leads it through the gaps between the cards on its way. Order: as `links`. Cost: links × cards
/// of the rows between, after a sort of both.
[[nodiscard]] QList<CurveRoute> routeCurves(const QList<QPointF> &centres,
                                            const QList<CurveLink> &links);
/// The direction that leads away from a card on one of its sides, of length one.
[[nodiscard]] QPointF outward(CardSide side);
[[nodiscard]] bool isHorizontal(CardSide side);

} // namespace SecondStory::Figures
