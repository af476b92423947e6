// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/eventtable.h"

#include <functional>
#include <memory>
#include <optional>
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

    /// Starts of events of one lane. Order: ascending.
    struct Starts {
        std::shared_ptr<const std::vector<qint64>> times;
        TimePoint until = kLatestTime; ///< later ones do not count

        /// How many lie from `from` to before `end`. Cost: logarithmic.
        [[nodiscard]] quint32 countIn(TimePoint from, TimePoint end) const;
        /// The first at or after `from`. Cost: logarithmic.
        [[nodiscard]] std::optional<TimePoint> next(TimePoint from) const;
    };
    /// Events within a lane's density for which the stretches above say the wrong thing.
    struct Exceptions {
        int lane = 0; ///< row of the layout
        std::vector<Starts> shown; ///< not held back after all
        Starts heldBack; ///< held back nonetheless
        float share = 1; ///< of what is held back nonetheless
    };

    /// Asked for every event drawn on its own: its mark or bar, whisker and label. Empty: nothing
    /// is held back.
    std::function<float(const EventRow &)> ofEvent;
    std::vector<Stretch> ofDensity;
    std::vector<Exceptions> exceptions;

    [[nodiscard]] float share(const EventRow &row) const { return ofEvent ? ofEvent(row) : 0.0F; }
};

} // namespace SecondStory::Figures
