// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/canvas/curverouting.h"

#include "figures/canvas/factorcard.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace SecondStory::Figures {

namespace {

constexpr double kClearance = 12; ///< between a curve and a card it passes

struct Port {
    qsizetype link;
    bool isStart;
    double order; ///< where the other end lies along the side
};

/// The cards by height, so that those between two heights are found fast.
class Obstacles {
public:
    explicit Obstacles(const QList<QPointF> &centres)
        : m_cards(centres.begin(), centres.end())
    {
        std::sort(m_cards.begin(), m_cards.end(),
                  [](QPointF a, QPointF b) { return a.y() < b.y(); });
    }

    /// True when a card stands in the row between two others of it.
    [[nodiscard]] bool isBetween(QPointF a, QPointF b) const
    {
        const double left = std::min(a.x(), b.x()) + kCardSize.width() / 2;
        const double right = std::max(a.x(), b.x()) - kCardSize.width() / 2;
        const double low = std::min(a.y(), b.y()) - kCardSize.height() / 2;
        for (auto card = firstBelow(low);
             card != m_cards.end() && card->y() < low + kCardSize.height() * 2; ++card) {
            if (card->x() > left && card->x() < right)
                return true;
        }
        return false;
    }

    /// The gaps to take from one height down to another. A slope would cut corners, so every row
    /// that has a card between the two ends is passed upright.
    [[nodiscard]] QList<Stretch> gaps(QPointF from, QPointF to, double clearance) const
    {
        QList<Stretch> result;
        const double half = kCardSize.height() / 2;
        QPointF at = from;
        for (auto card = firstBelow(from.y() + half - 1);
             card != m_cards.end() && card->y() + half <= to.y() + 1;) {
            auto end = card;
            while (end != m_cards.end() && end->y() < card->y() + half
                   && end->y() + half <= to.y() + 1)
                ++end;
            const double top = card->y() - half - 4;
            const double bottom = (end - 1)->y() + half + 4;
            const double wanted =
                at.x() + (to.x() - at.x()) * ((top + bottom) / 2 - at.y()) / (to.y() - at.y());
            if (isInWay(card, end, at.x(), to.x())) {
                const double x = freeAt(wanted, card, end, clearance);
                result.append({ x, std::max(top, at.y()), std::min(bottom, to.y()) });
                at = { x, bottom };
            }
            card = end;
        }
        return result;
    }

private:
    using Cards = std::vector<QPointF>;

    [[nodiscard]] Cards::const_iterator firstBelow(double y) const
    {
        return std::lower_bound(m_cards.begin(), m_cards.end(), y,
                                [](QPointF card, double v) { return card.y() < v; });
    }

    [[nodiscard]] static bool isInWay(Cards::const_iterator first, Cards::const_iterator last,
                                      double a, double b)
    {
        const double reach = kCardSize.width() / 2 + kClearance;
        return std::any_of(first, last, [&](QPointF card) {
            return card.x() > std::min(a, b) - reach && card.x() < std::max(a, b) + reach;
        });
    }

    /// The place nearest to `wanted` that no card of a row covers.
    [[nodiscard]] static double freeAt(double wanted, Cards::const_iterator first,
                                       Cards::const_iterator last, double clearance)
    {
        const double reach = kCardSize.width() / 2 + clearance;
        const auto push = [&](double x, double direction) {
            bool isMoved = true;
            while (isMoved) {
                isMoved = false;
                for (auto card = first; card != last; ++card) {
                    if (std::abs(card->x() - x) < reach - 0.5) {
                        x = card->x() + direction * reach;
                        isMoved = true;
                    }
                }
            }
            return x;
        };
        const double right = push(wanted, 1);
        const double left = push(wanted, -1);
        return right - wanted <= wanted - left ? right : left;
    }

    Cards m_cards;
};

CurveRoute sidesBetween(QPointF from, QPointF to, InfluenceKind kind, const Obstacles &obstacles)
{
    const QPointF d = to - from;
    CurveRoute ends;
    const bool isSameRow = std::abs(d.y()) < kCardSize.height();
    if (kind == InfluenceKind::FedBack && !isSameRow) {
        const CardSide side = d.x() >= 0 ? CardSide::Right : CardSide::Left;
        ends.fromSide = ends.toSide = side;
    } else if (!isSameRow) {
        ends.fromSide = d.y() > 0 ? CardSide::Bottom : CardSide::Top;
        ends.toSide = d.y() > 0 ? CardSide::Top : CardSide::Bottom;
    } else if (obstacles.isBetween(from, to)) {
        // Past other cards of the row: below them, or above when it leads back.
        ends.fromSide = ends.toSide = d.x() > 0 ? CardSide::Bottom : CardSide::Top;
    } else {
        ends.fromSide = d.x() > 0 ? CardSide::Right : CardSide::Left;
        ends.toSide = d.x() > 0 ? CardSide::Left : CardSide::Right;
    }
    return ends;
}

QPointF portAt(QPointF centre, CardSide side, double share)
{
    const QRectF rect = cardRect(centre);
    const double across = rect.left() + rect.width() * (0.16 + 0.68 * share);
    const double down = rect.top() + rect.height() * (0.25 + 0.5 * share);
    switch (side) {
    case CardSide::Top:
        return { across, rect.top() };
    case CardSide::Bottom:
        return { across, rect.bottom() };
    case CardSide::Left:
        return { rect.left(), down };
    case CardSide::Right:
        return { rect.right(), down };
    }
    return centre;
}

/// Leads an upright curve through the gaps between the rows it crosses.
void leadThroughGaps(CurveRoute &route, const Obstacles &obstacles, double clearance)
{
    if (!isHorizontal(route.fromSide) || route.fromSide == route.toSide)
        return;
    const bool isDown = route.to.y() > route.from.y();
    route.through = isDown ? obstacles.gaps(route.from, route.to, clearance)
                           : obstacles.gaps(route.to, route.from, clearance);
    if (isDown)
        return;
    std::reverse(route.through.begin(), route.through.end());
    for (Stretch &stretch : route.through)
        std::swap(stretch.from, stretch.to);
}

} // namespace

bool isHorizontal(CardSide side)
{
    return side == CardSide::Top || side == CardSide::Bottom;
}

QPointF outward(CardSide side)
{
    switch (side) {
    case CardSide::Top:
        return { 0, -1 };
    case CardSide::Right:
        return { 1, 0 };
    case CardSide::Bottom:
        return { 0, 1 };
    case CardSide::Left:
        return { -1, 0 };
    }
    return {};
}

QList<CurveRoute> routeCurves(const QList<QPointF> &centres, const QList<CurveLink> &links)
{
    QList<CurveRoute> result;
    result.reserve(links.size());
    const Obstacles obstacles(centres);
    QList<std::array<QList<Port>, 4>> sides(centres.size());
    for (qsizetype i = 0; i < links.size(); ++i) {
        const QPointF a = centres[links[i].from];
        const QPointF b = centres[links[i].to];
        const CurveRoute ends = sidesBetween(a, b, links[i].kind, obstacles);
        const auto order = [](CardSide side, QPointF other) {
            return isHorizontal(side) ? other.x() : other.y();
        };
        sides[links[i].from][static_cast<size_t>(ends.fromSide)].append(
            { i, true, order(ends.fromSide, b) });
        sides[links[i].to][static_cast<size_t>(ends.toSide)].append(
            { i, false, order(ends.toSide, a) });
        result.append(ends);
    }
    for (qsizetype node = 0; node < centres.size(); ++node) {
        for (size_t s = 0; s < 4; ++s) {
            QList<Port> &ports = sides[node][s];
            std::stable_sort(ports.begin(), ports.end(),
                             [](const Port &a, const Port &b) { return a.order < b.order; });
            for (qsizetype k = 0; k < ports.size(); ++k) {
                const double share =
                    static_cast<double>(k + 1) / static_cast<double>(ports.size() + 1);
                CurveRoute &ends = result[ports[k].link];
                (ports[k].isStart ? ends.from : ends.to) =
                    portAt(centres[node], static_cast<CardSide>(s), share);
            }
        }
    }
    for (qsizetype i = 0; i < result.size(); ++i) {
        // Neighbours keep three tracks apart, so that curves through one gap stay tellable.
        leadThroughGaps(result[i], obstacles, kClearance + static_cast<double>(i % 3) * 6);
    }
    return result;
}

} // namespace SecondStory::Figures
