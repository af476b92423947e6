// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <optional>
#include <vector>

namespace SecondStory::Analysis {

inline constexpr int kLayoutBands = 7; ///< level lanes, top to bottom
inline constexpr int kLayoutColumns = 3; ///< before, during, after

/// A box to place. Its number is its place in the list. Units: pixels, top left corner, y down.
struct LayoutNode {
    double width = 184;
    double height = 56;
    int band = 0;
    int column = 1;
    bool isPinned = false; ///< stays where it is
    bool isPlaced = false; ///< x and y mean something
    double x = 0;
    double y = 0;
};

struct LayoutEdge {
    int from = 0;
    int to = 0;
};

struct LayoutPoint {
    double x = 0;
    double y = 0;

    bool operator==(const LayoutPoint &) const = default;
};

struct LayoutExtent {
    double from = 0;
    double to = 0;

    bool operator==(const LayoutExtent &) const = default;
    [[nodiscard]] double length() const { return to - from; }
};

using LayoutBands = std::array<LayoutExtent, kLayoutBands>;

struct LayoutOptions {
    double grid = 8;
    double nodeGap = 24; ///< between boxes side by side
    double rowGap = 32; ///< between rows of one band
    double bandPadding = 16; ///< above and below the rows of a band
    double bandGap = 8;
    double columnGap = 48;
    double minimumBandHeight = 96;
    double minimumColumnWidth = 232;
    bool isIncremental = false; ///< only boxes without a place are placed; nothing else moves
    std::optional<LayoutBands> bands; ///< incremental: the lanes as they are drawn now
};

struct LayoutInput {
    std::vector<LayoutNode> nodes;
    std::vector<LayoutEdge> edges; ///< edges that name no node are ignored
};

struct LayoutResult {
    std::vector<LayoutPoint> positions;
    LayoutBands bands{};
    std::array<LayoutExtent, kLayoutColumns> columns{};

    bool operator==(const LayoutResult &) const = default;
};

/// Places the boxes in their level lanes and phase columns with few crossings. The present order is
/// the starting point; boxes never overlap (pinned ones may overlap each other), never leave their
/// lane, and laying out a result again gives the same result. Pinned boxes stay, even outside their
/// lane. Cost: about O(rounds × edges²) with a small constant; 1,000 boxes in some ten
/// milliseconds.
[[nodiscard]] LayoutResult layeredLayout(const LayoutInput &input,
                                         const LayoutOptions &options = {});

/// How many pairs of edges cross when drawn straight between the boxes' centres. Cost: O(edges²).
[[nodiscard]] int crossingCount(const LayoutInput &input,
                                const std::vector<LayoutPoint> &positions);

} // namespace SecondStory::Analysis
