// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/layeredlayout.h"

#include <vector>

namespace SecondStory::Analysis {

/// Moves a row's boxes as little as possible (least squares) from where they want to be, so that
/// none is nearer to the next than `gap` and none leaves the bounds. A row too wide for its bounds
/// begins at their beginning and leaves them at the end. Source: isotonic regression by pooling
/// neighbours, on positions less the room before each box.
class RowPlacement {
public:
    /// `wanted` and `centres` are centres, in the row's order. Cost: linear.
    void place(const std::vector<double> &wanted, const std::vector<double> &widths, double gap,
               LayoutExtent bounds, std::vector<double> &centres);

private:
    struct Block {
        double sum = 0;
        int count = 0;

        [[nodiscard]] double mean() const { return sum / count; }
    };

    void pool(const std::vector<double> &wanted, const std::vector<double> &widths, double gap);

    std::vector<Block> m_blocks;
};

} // namespace SecondStory::Analysis
