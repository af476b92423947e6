// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/enumnames.h"
#include "domain/timepoint.h"

#include <array>
#include <optional>

namespace SecondStory {

/// The instants that frame an incident; each is a statement of the analyst and may be missing.
struct IncidentFrame {
    std::optional<TimePoint> began;
    std::optional<TimePoint> detected;
    std::optional<TimePoint> declared;
    std::optional<TimePoint> mitigated;
    std::optional<TimePoint> resolved;

    bool operator==(const IncidentFrame &) const = default;
};

enum class FramePoint : quint8 { Began, Detected, Declared, Mitigated, Resolved };

template <>
struct EnumNames<FramePoint> {
    static constexpr std::array entries{
        std::pair{ FramePoint::Began, u"began" },
        std::pair{ FramePoint::Detected, u"detected" },
        std::pair{ FramePoint::Declared, u"declared" },
        std::pair{ FramePoint::Mitigated, u"mitigated" },
        std::pair{ FramePoint::Resolved, u"resolved" },
    };
};

/// The points of a frame in their usual order, with the instant of each.
struct FrameField {
    FramePoint point;
    std::optional<TimePoint> IncidentFrame::*time;
};
inline constexpr std::array kFrameFields{
    FrameField{ FramePoint::Began, &IncidentFrame::began },
    FrameField{ FramePoint::Detected, &IncidentFrame::detected },
    FrameField{ FramePoint::Declared, &IncidentFrame::declared },
    FrameField{ FramePoint::Mitigated, &IncidentFrame::mitigated },
    FrameField{ FramePoint::Resolved, &IncidentFrame::resolved },
};

[[nodiscard]] inline std::optional<TimePoint> timeOf(const IncidentFrame &frame, FramePoint point)
{
    return frame.*kFrameFields[static_cast<size_t>(point)].time;
}

} // namespace SecondStory
