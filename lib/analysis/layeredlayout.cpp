// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/layeredlayout.h"

#include "analysis/layoutgraph.h"
#include "analysis/rowplacement.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace SecondStory::Analysis {

namespace {

/// Passes that pull boxes towards their neighbours; more no longer shows.
constexpr int kPullPasses = 6;
constexpr int kIdeas = 4; ///< ways to look for a better order
/// Neighbours in another phase pull weakly: they would drag every box to its column's edge.
constexpr double kForeignPull = 0.25;
constexpr double kCentrePull = 0.25;
/// Up to this many boxes, swapping neighbours one by one is cheap enough.
constexpr int kLargestForSwaps = 260;

using Extents = std::array<LayoutExtent, kLayoutColumns>;
enum class Direction { Down, Up };

/// One layout run: an order goes in, coordinates come out, and only orders with fewer crossings are
/// kept.
class Layout {
public:
    explicit Layout(const LayoutGraph &graph)
        : m_graph(graph)
        , m_counter(graph.edges())
        , m_pinned(nodesWhere(graph, [](const LayoutNode &node) { return node.isPinned; }))
        , m_rows(initialRows(graph))
        , m_rowOf(static_cast<size_t>(graph.size()), -1)
    {
        for (size_t row = 0; row < m_rows.size(); ++row) {
            for (const auto &cell : m_rows[row].cells) {
                for (const int index : cell)
                    m_rowOf[static_cast<size_t>(index)] = static_cast<int>(row);
            }
        }
        layOutRows();
        layOutColumns();
    }

    [[nodiscard]] LayoutResult run()
    {
        std::vector<LayoutPoint> centres = centresOf(m_rows);
        int crossings = m_counter.count(centres);
        // Every accepted order has fewer crossings, and none of the ideas betters the last one: so
        // the loop ends, and a second run starts and ends with that order.
        int idea = 0;
        for (int failures = 0; crossings > 0 && failures < kIdeas;) {
            const bool isBetter = improve(idea, centres, crossings);
            failures = isBetter ? 0 : failures + 1;
            idea = isBetter ? idea : (idea + 1) % kIdeas;
        }
        LayoutResult result;
        result.bands = m_bands;
        result.columns = m_columns;
        result.positions = cornersOf(centres);
        return result;
    }

private:
    [[nodiscard]] LayoutRows orderOf(int idea, const std::vector<LayoutPoint> &centres)
    {
        switch (idea) {
        case 0:
            return swept(centres, false, Direction::Down);
        case 1:
            return swept(centres, false, Direction::Up);
        case 2:
            return swept(centres, true, Direction::Down);
        default:
            return swapped(centres);
        }
    }

    bool improve(int idea, std::vector<LayoutPoint> &centres, int &crossings)
    {
        LayoutRows rows = orderOf(idea, centres);
        if (rows == m_rows)
            return false;
        std::vector<LayoutPoint> candidate = centresOf(rows);
        const int count = m_counter.count(candidate);
        if (count >= crossings)
            return false;
        m_rows = std::move(rows);
        centres = std::move(candidate);
        crossings = count;
        return true;
    }

    void layOutRows()
    {
        const LayoutOptions &options = m_graph.options();
        std::array<double, kLayoutBands> needs{};
        needs.fill(options.minimumBandHeight);
        std::array<double, kLayoutBands> used{};
        for (const LayoutRow &row : m_rows) {
            double height = 0;
            for (const auto &cell : row.cells) {
                for (const int index : cell)
                    height = std::max(height, m_graph.height(index));
            }
            const auto band = static_cast<size_t>(row.band);
            m_rowTops.push_back(used[band] > 0 ? used[band] + options.rowGap : options.bandPadding);
            used[band] = m_rowTops.back() + height;
            needs[band] = std::max(needs[band], used[band] + options.bandPadding);
            m_rowHeights.push_back(height);
        }
        m_bands = bandExtents(m_graph, needs, m_pinned);
        for (size_t row = 0; row < m_rows.size(); ++row)
            m_rowTops[row] += m_bands[static_cast<size_t>(m_rows[row].band)].from;
    }

    void layOutColumns()
    {
        const LayoutOptions &options = m_graph.options();
        double left = 0;
        for (size_t column = 0; column < kLayoutColumns; ++column) {
            double width = options.minimumColumnWidth;
            for (const LayoutRow &row : m_rows) {
                double sum = -options.nodeGap;
                for (const int index : row.cells[column])
                    sum += m_graph.width(index) + options.nodeGap;
                width = std::max(width, sum);
            }
            m_columns[column] = { left, left + width };
            left += width + options.columnGap;
        }
        if (m_pinned.empty())
            return;
        // The picture gathers around what is pinned.
        double shift = 0;
        for (const int index : m_pinned) {
            const LayoutNode &node = m_graph.node(index);
            const LayoutExtent column = m_columns[static_cast<size_t>(node.column)];
            shift +=
                (node.x + node.width / 2 - (column.from + column.to) / 2) / double(m_pinned.size());
        }
        for (LayoutExtent &column : m_columns)
            column = { column.from + m_graph.near(shift), column.to + m_graph.near(shift) };
    }

    [[nodiscard]] std::vector<double> widthsOf(const std::vector<int> &cell) const
    {
        std::vector<double> widths;
        widths.reserve(cell.size());
        for (const int index : cell)
            widths.push_back(m_graph.width(index));
        return widths;
    }

    void setCell(const std::vector<int> &cell, size_t column, const std::vector<double> &wanted,
                 std::vector<LayoutPoint> &centres)
    {
        m_placement.place(wanted, widthsOf(cell), m_graph.options().nodeGap, m_columns[column],
                          m_placed);
        for (size_t i = 0; i < cell.size(); ++i)
            centres[static_cast<size_t>(cell[i])].x = m_placed[i];
    }

    [[nodiscard]] double pulledTo(int index, size_t column,
                                  const std::vector<LayoutPoint> &centres) const
    {
        double sum = kCentrePull * (m_columns[column].from + m_columns[column].to) / 2;
        double weight = kCentrePull;
        for (const int other : m_graph.neighbours(index)) {
            const bool isNear = m_graph.node(other).column == static_cast<int>(column);
            const double pull = isNear ? 1.0 : kForeignPull;
            sum += pull * centres[static_cast<size_t>(other)].x;
            weight += pull;
        }
        return sum / weight;
    }

    void pull(size_t row, const LayoutRows &rows, std::vector<LayoutPoint> &centres)
    {
        std::vector<double> wanted;
        for (size_t column = 0; column < kLayoutColumns; ++column) {
            const auto &cell = rows[row].cells[column];
            wanted.clear();
            for (const int index : cell)
                wanted.push_back(pulledTo(index, column, centres));
            setCell(cell, column, wanted, centres);
        }
    }

    /// Coordinates as a function of the order alone.
    std::vector<LayoutPoint> centresOf(const LayoutRows &rows)
    {
        std::vector<LayoutPoint> centres(static_cast<size_t>(m_graph.size()));
        for (const int index : m_pinned) {
            const LayoutNode &node = m_graph.node(index);
            centres[static_cast<size_t>(index)] = { node.x + node.width / 2,
                                                    node.y + node.height / 2 };
        }
        for (size_t row = 0; row < rows.size(); ++row) {
            for (size_t column = 0; column < kLayoutColumns; ++column) {
                const auto &cell = rows[row].cells[column];
                const double middle = (m_columns[column].from + m_columns[column].to) / 2;
                setCell(cell, column, std::vector<double>(cell.size(), middle), centres);
                for (const int index : cell)
                    centres[static_cast<size_t>(index)].y =
                        m_rowTops[row] + m_graph.node(index).height / 2;
            }
        }
        for (int pass = 0; pass < kPullPasses; ++pass) {
            for (size_t i = 0; i < rows.size(); ++i)
                pull(pass % 2 ? rows.size() - 1 - i : i, rows, centres);
        }
        snap(rows, centres);
        return centres;
    }

    /// On the grid, and clear of pinned boxes. Room is a multiple of the grid, so rounding keeps
    /// it.
    void snap(const LayoutRows &rows, std::vector<LayoutPoint> &centres) const
    {
        const double gap = m_graph.options().nodeGap;
        for (size_t row = 0; row < rows.size(); ++row) {
            const std::vector<LayoutExtent> taken = pinnedBeside(row);
            double free = -std::numeric_limits<double>::infinity();
            for (const auto &cell : rows[row].cells) {
                for (const int index : cell) {
                    LayoutPoint &centre = centres[static_cast<size_t>(index)];
                    const double width = m_graph.width(index);
                    double left = std::max(free, m_graph.near(centre.x - width / 2));
                    for (const LayoutExtent &extent : taken) {
                        if (left < extent.to && left + width > extent.from)
                            left = m_graph.up(extent.to);
                    }
                    free = left + width + gap;
                    centre.x = left + m_graph.node(index).width / 2;
                }
            }
        }
    }

    /// What pinned boxes take of a row, with their gaps, from left to right.
    [[nodiscard]] std::vector<LayoutExtent> pinnedBeside(size_t row) const
    {
        const double gap = m_graph.options().nodeGap;
        std::vector<LayoutExtent> taken;
        for (const int index : m_pinned) {
            const LayoutNode &node = m_graph.node(index);
            const bool isBeside = node.y < m_rowTops[row] + m_rowHeights[row] + gap / 2
                && node.y + node.height > m_rowTops[row] - gap / 2;
            if (isBeside)
                taken.push_back({ node.x - gap, node.x + node.width + gap });
        }
        std::sort(taken.begin(), taken.end(), [](const LayoutExtent &a, const LayoutExtent &b) {
            return std::pair(a.from, a.to) < std::pair(b.from, b.to);
        });
        return taken;
    }

    /// Whether `other` counts in a sweep that has come to `row` from above (or below).
    [[nodiscard]] bool isBehind(int other, size_t row, Direction direction) const
    {
        const int otherRow = m_rowOf[static_cast<size_t>(other)];
        if (otherRow < 0)
            return true;
        return direction == Direction::Down ? otherRow < static_cast<int>(row)
                                            : otherRow > static_cast<int>(row);
    }

    [[nodiscard]] double key(int index, size_t row, bool useMedian, Direction direction,
                             const std::vector<LayoutPoint> &centres, std::vector<double> &xs) const
    {
        xs.clear();
        for (const int other : m_graph.neighbours(index)) {
            if (isBehind(other, row, direction))
                xs.push_back(centres[static_cast<size_t>(other)].x);
        }
        if (xs.empty())
            return centres[static_cast<size_t>(index)].x;
        if (!useMedian)
            return std::accumulate(xs.begin(), xs.end(), 0.0) / double(xs.size());
        std::sort(xs.begin(), xs.end());
        return (xs[xs.size() / 2] + xs[(xs.size() - 1) / 2]) / 2;
    }

    void sweep(Direction direction, bool useMedian, LayoutRows &rows,
               std::vector<LayoutPoint> &centres)
    {
        std::vector<double> xs;
        std::vector<std::pair<double, int>> keyed;
        std::vector<double> wanted;
        for (size_t i = 0; i < rows.size(); ++i) {
            const size_t row = direction == Direction::Down ? i : rows.size() - 1 - i;
            for (size_t column = 0; column < kLayoutColumns; ++column) {
                auto &cell = rows[row].cells[column];
                keyed.clear();
                for (const int index : cell)
                    keyed.emplace_back(key(index, row, useMedian, direction, centres, xs), index);
                std::stable_sort(keyed.begin(), keyed.end(),
                                 [](const auto &a, const auto &b) { return a.first < b.first; });
                wanted.clear();
                for (size_t k = 0; k < keyed.size(); ++k) {
                    cell[k] = keyed[k].second;
                    wanted.push_back(keyed[k].first);
                }
                setCell(cell, column, wanted, centres);
            }
        }
    }

    [[nodiscard]] LayoutRows swept(std::vector<LayoutPoint> centres, bool useMedian,
                                   Direction first)
    {
        LayoutRows rows = m_rows;
        sweep(first, useMedian, rows, centres);
        sweep(first == Direction::Down ? Direction::Up : Direction::Down, useMedian, rows, centres);
        return rows;
    }

    [[nodiscard]] LayoutRows swapped(std::vector<LayoutPoint> centres)
    {
        LayoutRows rows = m_rows;
        if (m_graph.size() > kLargestForSwaps)
            return rows;
        m_counter.load(centres);
        for (LayoutRow &row : rows) {
            for (auto &cell : row.cells) {
                for (size_t i = 1; i < cell.size(); ++i) {
                    if (trySwap(cell[i - 1], cell[i], centres))
                        std::swap(cell[i - 1], cell[i]);
                }
            }
        }
        return rows;
    }

    [[nodiscard]] bool trySwap(int one, int other, std::vector<LayoutPoint> &centres)
    {
        double &x = centres[static_cast<size_t>(one)].x;
        double &otherX = centres[static_cast<size_t>(other)].x;
        const int before = m_counter.countAt(one, other);
        m_counter.moveTo(one, otherX);
        m_counter.moveTo(other, x);
        if (m_counter.countAt(one, other) < before) {
            std::swap(x, otherX);
            return true;
        }
        m_counter.moveTo(one, x);
        m_counter.moveTo(other, otherX);
        return false;
    }

    [[nodiscard]] std::vector<LayoutPoint> cornersOf(const std::vector<LayoutPoint> &centres) const
    {
        std::vector<LayoutPoint> corners(centres.size());
        for (int i = 0; i < m_graph.size(); ++i) {
            const LayoutNode &node = m_graph.node(i);
            const auto at = static_cast<size_t>(i);
            corners[at] = node.isPinned
                ? LayoutPoint{ node.x, node.y }
                : LayoutPoint{ centres[at].x - node.width / 2, centres[at].y - node.height / 2 };
        }
        return corners;
    }

    const LayoutGraph &m_graph;
    CrossingCounter m_counter;
    std::vector<int> m_pinned;
    LayoutRows m_rows;
    std::vector<int> m_rowOf; ///< by node; -1: pinned
    std::vector<double> m_rowTops;
    std::vector<double> m_rowHeights;
    LayoutBands m_bands{};
    Extents m_columns{};
    RowPlacement m_placement;
    std::vector<double> m_placed;
};

} // namespace

LayoutResult layeredLayout(const LayoutInput &input, const LayoutOptions &options)
{
    const LayoutGraph graph(input, options);
    const auto isPlaced = [](const LayoutNode &node) { return node.isPlaced; };
    if (options.isIncremental && !nodesWhere(graph, isPlaced).empty())
        return placeMissing(graph);
    return Layout(graph).run();
}

int crossingCount(const LayoutInput &input, const std::vector<LayoutPoint> &positions)
{
    const LayoutGraph graph(input, {});
    std::vector<LayoutPoint> centres;
    for (int i = 0; i < graph.size(); ++i) {
        const LayoutPoint corner = positions[static_cast<size_t>(i)];
        centres.push_back(
            { corner.x + graph.node(i).width / 2, corner.y + graph.node(i).height / 2 });
    }
    return CrossingCounter(graph.edges()).count(centres);
}

} // namespace SecondStory::Analysis
