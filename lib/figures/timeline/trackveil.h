// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/eventtable.h"

#include <functional>
#include <vector>

namespace SecondStory::Figures {

/// What is held back of a drawing, between 0 (shown as it is) and 1 (not drawn at all).
struct TrackVeil {
    /// A stretch of a lane's density that is held back.
    struct Stretch {
        int lane = 0; ///< row of the layout
        TimeSpan span;
        float share = 1;

        bool operator==(const Stretch &) const = default;
    };

    /// Asked for every event drawn on its own: its mark or bar, whisker and label. Empty: nothing
    /// is held back.
    std::function<float(const EventRow &)> ofEvent;
    std::vector<Stretch> ofDensity;

    [[nodiscard]] float share(const EventRow &row) const { return ofEvent ? ofEvent(row) : 0.0F; }
};

} // namespace SecondStory::Figures
