// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/layeredlayout.h"

#include <cmath>

namespace SecondStory::Analysis {

/// The cleaned input of a layout: edges between known nodes, neighbours by node, sizes on the grid.
class LayoutGraph {
public:
    LayoutGraph(const LayoutInput &input, const LayoutOptions &options);

    [[nodiscard]] int size() const { return static_cast<int>(m_nodes.size()); }
    [[nodiscard]] const LayoutNode &node(int index) const
    {
        return m_nodes[static_cast<size_t>(index)];
    }
    [[nodiscard]] const std::vector<LayoutEdge> &edges() const { return m_edges; }
    [[nodiscard]] const std::vector<int> &neighbours(int index) const
    {
        return m_neighbours[static_cast<size_t>(index)];
    }
    [[nodiscard]] const LayoutOptions &options() const { return m_options; }

    /// Width and height rounded up to the grid.
    [[nodiscard]] double width(int index) const { return up(node(index).width); }
    [[nodiscard]] double height(int index) const { return up(node(index).height); }
    [[nodiscard]] double up(double value) const
    {
        return std::ceil(value / m_options.grid - 1e-9) * m_options.grid;
    }
    [[nodiscard]] double down(double value) const
    {
        return std::floor(value / m_options.grid + 1e-9) * m_options.grid;
    }
    [[nodiscard]] double near(double value) const
    {
        return std::round(value / m_options.grid) * m_options.grid;
    }

private:
    LayoutOptions m_options;
    std::vector<LayoutNode> m_nodes;
    std::vector<LayoutEdge> m_edges;
    std::vector<std::vector<int>> m_neighbours;
};

/// Counts crossings of one graph over and over. Coordinates are centres.
class CrossingCounter {
public:
    explicit CrossingCounter(const std::vector<LayoutEdge> &edges);

    /// All crossings. Cost: O(edges²).
    [[nodiscard]] int count(const std::vector<LayoutPoint> &centres);

    /// Takes coordinates over, for `countAt`.
    void load(const std::vector<LayoutPoint> &centres);
    /// Moves one box sideways in what was loaded.
    void moveTo(int index, double x);
    /// The crossings of the edges at two boxes with all edges; pairs among these edges count twice.
    /// Cost: O(edges at the boxes × edges).
    [[nodiscard]] int countAt(int one, int other) const;

private:
    [[nodiscard]] int countFrom(size_t edge, size_t first) const;

    const std::vector<LayoutEdge> &m_edges;
    std::vector<float> m_x1, m_y1, m_x2, m_y2;
    std::vector<std::vector<int>> m_edgesAt; ///< by node
};

/// The order of the boxes: bands hold rows, rows hold their boxes column by column.
struct LayoutRow {
    int band = 0;
    std::array<std::vector<int>, kLayoutColumns> cells;

    bool operator==(const LayoutRow &) const = default;
};
using LayoutRows = std::vector<LayoutRow>;

/// The rows the graph starts from: by influence within a cell, then as placed now, then by number.
[[nodiscard]] LayoutRows initialRows(const LayoutGraph &graph);

/// The lanes' extents: at least `needs` high each, around the fixed boxes where these allow it.
[[nodiscard]] LayoutBands bandExtents(const LayoutGraph &graph,
                                      const std::array<double, kLayoutBands> &needs,
                                      const std::vector<int> &fixed);

/// The boxes that `isFixed` says stay, in order.
template <class Predicate>
[[nodiscard]] std::vector<int> nodesWhere(const LayoutGraph &graph, Predicate isFixed)
{
    std::vector<int> result;
    for (int i = 0; i < graph.size(); ++i) {
        if (isFixed(graph.node(i)))
            result.push_back(i);
    }
    return result;
}

/// Places the boxes that have no place yet, next to their neighbours; nothing else moves.
[[nodiscard]] LayoutResult placeMissing(const LayoutGraph &graph);

} // namespace SecondStory::Analysis
