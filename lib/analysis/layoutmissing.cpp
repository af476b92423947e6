// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/layoutgraph.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace SecondStory::Analysis {

namespace {

constexpr double kFar = std::numeric_limits<double>::infinity();

/// Finds free places among the boxes that stay.
class Placer {
public:
    explicit Placer(const LayoutGraph &graph)
        : m_graph(graph)
        , m_placed(nodesWhere(graph, [](const LayoutNode &node) { return node.isPlaced; }))
        , m_isPlaced(static_cast<size_t>(graph.size()))
    {
        m_result.positions.resize(static_cast<size_t>(graph.size()));
        for (const int index : m_placed) {
            m_isPlaced[static_cast<size_t>(index)] = true;
            m_result.positions[static_cast<size_t>(index)] = { graph.node(index).x,
                                                               graph.node(index).y };
        }
        layOutBands();
        layOutColumns();
    }

    [[nodiscard]] LayoutResult run()
    {
        while (const auto next = nextNode())
            place(*next);
        return m_result;
    }

private:
    void layOutBands()
    {
        if (m_graph.options().bands) {
            m_result.bands = *m_graph.options().bands;
            return;
        }
        std::array<double, kLayoutBands> needs{};
        needs.fill(m_graph.options().minimumBandHeight);
        for (int i = 0; i < m_graph.size(); ++i) {
            auto &need = needs[static_cast<size_t>(m_graph.node(i).band)];
            need = std::max(need, m_graph.height(i) + 2 * m_graph.options().bandPadding);
        }
        m_result.bands = bandExtents(m_graph, needs, m_placed);
    }

    void layOutColumns()
    {
        std::array<std::optional<LayoutExtent>, kLayoutColumns> known;
        for (const int index : m_placed) {
            const LayoutNode &node = m_graph.node(index);
            auto &extent = known[static_cast<size_t>(node.column)];
            if (!extent)
                extent = LayoutExtent{ node.x, node.x + node.width };
            extent = LayoutExtent{ std::min(extent->from, node.x),
                                   std::max(extent->to, node.x + node.width) };
        }
        const double step = m_graph.options().minimumColumnWidth + m_graph.options().columnGap;
        for (size_t column = 0; column < kLayoutColumns; ++column) {
            // A column without boxes lies as many steps beside the nearest that has some.
            double best = kFar;
            for (size_t other = 0; other < kLayoutColumns; ++other) {
                const double steps = double(column) - double(other);
                if (!known[other] || std::abs(steps) >= best)
                    continue;
                best = std::abs(steps);
                m_result.columns[column] = *known[other];
                if (steps > 0)
                    m_result.columns[column] = { known[other]->to + steps * step
                                                     - m_graph.options().minimumColumnWidth,
                                                 known[other]->to + steps * step };
                else if (steps < 0)
                    m_result.columns[column] = { known[other]->from + steps * step,
                                                 known[other]->from + steps * step
                                                     + m_graph.options().minimumColumnWidth };
            }
        }
    }

    /// The box with most placed neighbours; the lowest number among equals.
    [[nodiscard]] std::optional<int> nextNode() const
    {
        std::optional<int> best;
        std::ptrdiff_t most = -1;
        for (int i = 0; i < m_graph.size(); ++i) {
            if (m_isPlaced[static_cast<size_t>(i)])
                continue;
            const auto &around = m_graph.neighbours(i);
            const auto count = std::count_if(around.begin(), around.end(), [this](int other) {
                return m_isPlaced[static_cast<size_t>(other)];
            });
            if (count > most) {
                most = count;
                best = i;
            }
        }
        return best;
    }

    /// The corner the box would have if nothing stood in its way.
    [[nodiscard]] LayoutPoint wish(int index) const
    {
        const LayoutNode &node = m_graph.node(index);
        const LayoutExtent column = m_result.columns[static_cast<size_t>(node.column)];
        LayoutPoint sum;
        int count = 0;
        for (const int other : m_graph.neighbours(index)) {
            if (!m_isPlaced[static_cast<size_t>(other)])
                continue;
            const LayoutPoint at = m_result.positions[static_cast<size_t>(other)];
            sum.x += at.x + m_graph.node(other).width / 2;
            sum.y += at.y;
            ++count;
        }
        if (count == 0)
            return { column.from, m_result.bands[static_cast<size_t>(node.band)].from };
        const double last = std::max(column.from, column.to - node.width);
        return { std::clamp(sum.x / count - node.width / 2, column.from, last), sum.y / count };
    }

    [[nodiscard]] std::vector<double> rowsFor(int index, double wishedY) const
    {
        const LayoutOptions &options = m_graph.options();
        const LayoutExtent band = m_result.bands[static_cast<size_t>(m_graph.node(index).band)];
        const double first = m_graph.up(band.from + options.bandPadding);
        const double last = std::max(
            first, m_graph.down(band.to - options.bandPadding - m_graph.node(index).height));
        std::vector<double> rows{ first, std::clamp(m_graph.near(wishedY), first, last) };
        for (const int other : m_placed) {
            const double top = m_result.positions[static_cast<size_t>(other)].y;
            const double below = m_graph.up(top + m_graph.node(other).height + options.rowGap);
            for (const double y : { top, below }) {
                if (y >= first && y <= last)
                    rows.push_back(y);
            }
        }
        std::sort(rows.begin(), rows.end());
        rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
        return rows;
    }

    /// The free x nearest to `wished` for the box at `y`.
    [[nodiscard]] double freeX(int index, double y, double wished) const
    {
        const double gap = m_graph.options().nodeGap;
        const double height = m_graph.node(index).height;
        const double width = m_graph.node(index).width;
        std::vector<LayoutExtent> taken; // corners the box may not have
        for (const int other : m_placed) {
            const LayoutPoint at = m_result.positions[static_cast<size_t>(other)];
            const LayoutNode &node = m_graph.node(other);
            if (at.y < y + height + gap / 2 && at.y + node.height > y - gap / 2)
                taken.push_back(
                    { m_graph.down(at.x - gap - width), m_graph.up(at.x + node.width + gap) });
        }
        std::vector<double> candidates{ m_graph.near(wished) };
        for (const LayoutExtent &extent : taken) {
            candidates.push_back(extent.from);
            candidates.push_back(extent.to);
        }
        double best = kFar;
        for (const double x : candidates) {
            const auto covers = [x](const LayoutExtent &extent) {
                return x > extent.from && x < extent.to;
            };
            if (std::abs(x - wished) < std::abs(best - wished)
                && std::none_of(taken.begin(), taken.end(), covers))
                best = x;
        }
        return best;
    }

    void place(int index)
    {
        const LayoutPoint wished = wish(index);
        LayoutPoint best;
        double least = kFar;
        for (const double y : rowsFor(index, wished.y)) {
            const double x = freeX(index, y, wished.x);
            const double cost = std::abs(x - wished.x) + std::abs(y - wished.y);
            if (cost < least) {
                least = cost;
                best = { x, y };
            }
        }
        m_result.positions[static_cast<size_t>(index)] = best;
        m_isPlaced[static_cast<size_t>(index)] = true;
        m_placed.push_back(index);
    }

    const LayoutGraph &m_graph;
    std::vector<int> m_placed;
    std::vector<bool> m_isPlaced;
    LayoutResult m_result;
};

} // namespace

LayoutResult placeMissing(const LayoutGraph &graph)
{
    return Placer(graph).run();
}

} // namespace SecondStory::Analysis
