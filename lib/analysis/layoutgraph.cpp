// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/layoutgraph.h"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

namespace SecondStory::Analysis {

namespace {

constexpr double kFar = std::numeric_limits<double>::infinity();
/// Chains within one cell step down at most this often, so that a long chain makes no tower.
constexpr int kDeepestRank = 3;

double finite(double value)
{
    return std::isfinite(value) ? value : 0;
}

} // namespace

LayoutGraph::LayoutGraph(const LayoutInput &input, const LayoutOptions &options)
    : m_options(options)
    , m_nodes(input.nodes)
    , m_neighbours(input.nodes.size())
{
    m_options.grid = options.grid > 0 ? options.grid : 1;
    for (double *gap :
         { &m_options.nodeGap, &m_options.rowGap, &m_options.bandPadding, &m_options.bandGap,
           &m_options.columnGap, &m_options.minimumBandHeight, &m_options.minimumColumnWidth })
        *gap = up(std::max(0.0, finite(*gap)));
    for (LayoutNode &node : m_nodes) {
        node.band = std::clamp(node.band, 0, kLayoutBands - 1);
        node.column = std::clamp(node.column, 0, kLayoutColumns - 1);
        node.width = std::max(1.0, finite(node.width));
        node.height = std::max(1.0, finite(node.height));
        node.x = finite(node.x);
        node.y = finite(node.y);
        node.isPlaced = node.isPlaced || node.isPinned;
    }
    const int count = size();
    for (const LayoutEdge &edge : input.edges) {
        if (std::min(edge.from, edge.to) < 0 || std::max(edge.from, edge.to) >= count
            || edge.from == edge.to)
            continue;
        m_edges.push_back(edge);
        m_neighbours[static_cast<size_t>(edge.from)].push_back(edge.to);
        m_neighbours[static_cast<size_t>(edge.to)].push_back(edge.from);
    }
}

CrossingCounter::CrossingCounter(const std::vector<LayoutEdge> &edges)
    : m_edges(edges)
    , m_x1(edges.size())
    , m_y1(edges.size())
    , m_x2(edges.size())
    , m_y2(edges.size())
{
    for (size_t i = 0; i < edges.size(); ++i) {
        for (const int index : { edges[i].from, edges[i].to }) {
            if (m_edgesAt.size() <= static_cast<size_t>(index))
                m_edgesAt.resize(static_cast<size_t>(index) + 1);
            m_edgesAt[static_cast<size_t>(index)].push_back(static_cast<int>(i));
        }
    }
}

void CrossingCounter::load(const std::vector<LayoutPoint> &centres)
{
    for (size_t i = 0; i < m_edges.size(); ++i) {
        const LayoutPoint a = centres[static_cast<size_t>(m_edges[i].from)];
        const LayoutPoint b = centres[static_cast<size_t>(m_edges[i].to)];
        m_x1[i] = static_cast<float>(a.x);
        m_y1[i] = static_cast<float>(a.y);
        m_x2[i] = static_cast<float>(b.x);
        m_y2[i] = static_cast<float>(b.y);
    }
}

void CrossingCounter::moveTo(int index, double x)
{
    if (static_cast<size_t>(index) >= m_edgesAt.size())
        return;
    for (const int edge : m_edgesAt[static_cast<size_t>(index)]) {
        const auto at = static_cast<size_t>(edge);
        (m_edges[at].from == index ? m_x1 : m_x2)[at] = static_cast<float>(x);
    }
}

int CrossingCounter::countFrom(size_t edge, size_t first) const
{
    const float ax = m_x1[edge];
    const float ay = m_y1[edge];
    const float bx = m_x2[edge];
    const float by = m_y2[edge];
    const size_t n = m_edges.size();
    int crossings = 0;
    // No branches: the compiler turns this loop into vector code. Edges that share an end give a
    // zero.
    for (size_t j = first; j < n; ++j) {
        const float cx = m_x1[j];
        const float cy = m_y1[j];
        const float dx = m_x2[j];
        const float dy = m_y2[j];
        const float s1 = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
        const float s2 = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax);
        const float s3 = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx);
        const float s4 = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx);
        crossings += int(s1 * s2 < 0) & int(s3 * s4 < 0);
    }
    return crossings;
}

int CrossingCounter::count(const std::vector<LayoutPoint> &centres)
{
    load(centres);
    int crossings = 0;
    for (size_t i = 0; i < m_edges.size(); ++i)
        crossings += countFrom(i, i + 1);
    return crossings;
}

int CrossingCounter::countAt(int one, int other) const
{
    int crossings = 0;
    for (const int index : { one, other }) {
        if (static_cast<size_t>(index) >= m_edgesAt.size())
            continue;
        for (const int edge : m_edgesAt[static_cast<size_t>(index)])
            crossings += countFrom(static_cast<size_t>(edge), 0);
    }
    return crossings;
}

namespace {

/// How deep each box stands within its cell by the influences there; loops are cut at the lowest
/// number.
std::vector<int> ranksWithinCells(const LayoutGraph &graph)
{
    const auto count = static_cast<size_t>(graph.size());
    std::vector<int> ranks(count);
    std::vector<int> waiting(count);
    std::vector<std::vector<int>> successors(count);
    for (const LayoutEdge &edge : graph.edges()) {
        const LayoutNode &from = graph.node(edge.from);
        const LayoutNode &to = graph.node(edge.to);
        if (from.band != to.band || from.column != to.column || from.isPinned || to.isPinned)
            continue;
        successors[static_cast<size_t>(edge.from)].push_back(edge.to);
        ++waiting[static_cast<size_t>(edge.to)];
    }
    std::vector<bool> isDone(count);
    std::vector<int> ready;
    const auto release = [&](int index) {
        isDone[static_cast<size_t>(index)] = true;
        ready.push_back(index);
    };
    const auto drain = [&] {
        while (!ready.empty()) {
            const int index = ready.back();
            ready.pop_back();
            for (const int next : successors[static_cast<size_t>(index)]) {
                const auto n = static_cast<size_t>(next);
                if (isDone[n])
                    continue;
                ranks[n] = std::min(kDeepestRank,
                                    std::max(ranks[n], ranks[static_cast<size_t>(index)] + 1));
                if (--waiting[n] == 0)
                    release(next);
            }
        }
    };
    for (int i = 0; i < graph.size(); ++i) {
        if (waiting[static_cast<size_t>(i)] == 0 && !isDone[static_cast<size_t>(i)]) {
            release(i);
            drain();
        }
    }
    for (int i = 0; i < graph.size(); ++i) {
        if (!isDone[static_cast<size_t>(i)]) {
            release(i);
            drain();
        }
    }
    return ranks;
}

/// Where a box would like to stand: where it is, or else amid its placed neighbours.
double presentX(const LayoutGraph &graph, int index)
{
    if (graph.node(index).isPlaced)
        return graph.node(index).x;
    double sum = 0;
    int count = 0;
    for (const int other : graph.neighbours(index)) {
        if (graph.node(other).isPlaced) {
            sum += graph.node(other).x;
            ++count;
        }
    }
    return count ? sum / count : kFar;
}

} // namespace

LayoutRows initialRows(const LayoutGraph &graph)
{
    using Key = std::tuple<int, double, double, int>; // rank, y, x, number
    const std::vector<int> ranks = ranksWithinCells(graph);
    std::array<std::array<std::vector<Key>, kLayoutColumns>, kLayoutBands> cells;
    size_t largest = 0;
    for (int i = 0; i < graph.size(); ++i) {
        const LayoutNode &node = graph.node(i);
        if (node.isPinned)
            continue;
        auto &cell = cells[static_cast<size_t>(node.band)][static_cast<size_t>(node.column)];
        cell.emplace_back(ranks[static_cast<size_t>(i)], node.isPlaced ? node.y : kFar,
                          presentX(graph, i), i);
        largest = std::max(largest, cell.size());
    }
    // Counted in boxes, not in pixels: so the same rows come out when a result is laid out again.
    const auto capacity =
        std::max(size_t(3), static_cast<size_t>(std::ceil(std::sqrt(1.5 * double(largest)))));
    LayoutRows rows;
    for (size_t band = 0; band < kLayoutBands; ++band) {
        const size_t first = rows.size();
        for (size_t column = 0; column < kLayoutColumns; ++column) {
            auto &cell = cells[band][column];
            std::sort(cell.begin(), cell.end());
            std::vector<std::vector<Key>> lines;
            for (const Key &key : cell) {
                if (lines.empty() || lines.back().size() == capacity
                    || std::get<0>(lines.back()[0]) != std::get<0>(key))
                    lines.emplace_back();
                lines.back().push_back(key);
            }
            for (size_t line = 0; line < lines.size(); ++line) {
                if (rows.size() == first + line)
                    rows.push_back({ static_cast<int>(band), {} });
                auto &ordered = lines[line];
                std::sort(ordered.begin(), ordered.end(), [](const Key &a, const Key &b) {
                    return std::pair(std::get<2>(a), std::get<3>(a))
                        < std::pair(std::get<2>(b), std::get<3>(b));
                });
                for (const Key &key : ordered)
                    rows[first + line].cells[column].push_back(std::get<3>(key));
            }
        }
    }
    return rows;
}

LayoutBands bandExtents(const LayoutGraph &graph, const std::array<double, kLayoutBands> &needs,
                        const std::vector<int> &fixed)
{
    const LayoutOptions &options = graph.options();
    std::array<double, kLayoutBands> highest{};
    std::array<double, kLayoutBands> lowest{};
    highest.fill(kFar);
    lowest.fill(-kFar);
    for (const int index : fixed) {
        const LayoutNode &node = graph.node(index);
        const auto band = static_cast<size_t>(node.band);
        highest[band] = std::min(highest[band], graph.down(node.y - options.bandPadding));
        lowest[band] = std::max(lowest[band], graph.up(node.y + node.height + options.bandPadding));
    }
    // The latest top that still leaves room above each fixed box, from the bottom up.
    std::array<double, kLayoutBands> latest = highest;
    for (size_t band = kLayoutBands - 1; band-- > 0;)
        latest[band] = std::min(latest[band], latest[band + 1] - options.bandGap - needs[band]);
    LayoutBands bands{};
    double earliest = std::isfinite(latest[0]) ? latest[0] : 0;
    for (size_t band = 0; band < kLayoutBands; ++band) {
        const double top =
            std::isfinite(latest[band]) ? std::max(earliest, latest[band]) : earliest;
        bands[band] = { top, std::max(top + needs[band], lowest[band]) };
        if (band > 0)
            bands[band - 1].to = top - options.bandGap;
        earliest = bands[band].to + options.bandGap;
    }
    return bands;
}

} // namespace SecondStory::Analysis
