// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/rowplacement.h"

#include <algorithm>

namespace SecondStory::Analysis {

void RowPlacement::pool(const std::vector<double> &wanted, const std::vector<double> &widths,
                        double gap)
{
    m_blocks.clear();
    double room = 0;
    for (size_t i = 0; i < wanted.size(); ++i) {
        m_blocks.push_back({ wanted[i] - widths[i] / 2 - room, 1 });
        while (m_blocks.size() > 1
               && m_blocks[m_blocks.size() - 2].mean() >= m_blocks.back().mean()) {
            const Block last = m_blocks.back();
            m_blocks.pop_back();
            m_blocks.back().sum += last.sum;
            m_blocks.back().count += last.count;
        }
        room += widths[i] + gap;
    }
}

void RowPlacement::place(const std::vector<double> &wanted, const std::vector<double> &widths,
                         double gap, LayoutExtent bounds, std::vector<double> &centres)
{
    pool(wanted, widths, gap);
    double total = -gap;
    for (const double width : widths)
        total += width + gap;
    const double lastStart = std::max(bounds.from, bounds.to - total);
    centres.resize(wanted.size());
    size_t next = 0;
    double room = 0;
    for (const Block &block : m_blocks) {
        const double start = std::clamp(block.mean(), bounds.from, lastStart);
        for (int i = 0; i < block.count; ++i, ++next) {
            centres[next] = start + room + widths[next] / 2;
            room += widths[next] + gap;
        }
    }
}

} // namespace SecondStory::Analysis
