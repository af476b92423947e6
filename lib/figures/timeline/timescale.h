// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/timepoint.h"

namespace SecondStory::Figures {

/// A stretch of time laid over a width: time to x and back. A value; never degenerate, whatever it
/// is given. Units: x in pixels (or points) from the left edge; may lie outside 0..width.
class TimeScale {
public:
    /// The shortest stretch that can be looked at.
    static constexpr qint64 kShortest = 10'000;
    static constexpr qint64 kLongest = kLatestTime.us - kEarliestTime.us;

    TimeScale();
    /// A span that is empty, reversed or outside the years 1 to 9999 is widened or moved until it
    /// can be shown.
    TimeScale(TimeSpan span, double width);
    /// The scale that shows `span` with air on both sides; an instant gets a few minutes around it.
    [[nodiscard]] static TimeScale fitting(TimeSpan span, double width, double air = 0.04);

    [[nodiscard]] TimePoint start() const { return { m_start }; }
    [[nodiscard]] TimePoint end() const { return { m_start + m_length }; }
    [[nodiscard]] TimeSpan span() const { return { start(), end() }; }
    [[nodiscard]] qint64 length() const { return m_length; }
    [[nodiscard]] double width() const { return m_width; }
    /// Units: microseconds.
    [[nodiscard]] double perPixel() const { return static_cast<double>(m_length) / m_width; }

    [[nodiscard]] double x(TimePoint time) const
    {
        return static_cast<double>(time.us - m_start) / perPixel();
    }
    /// The instant at `x`, held within the years 1 to 9999.
    [[nodiscard]] TimePoint time(double x) const;

    /// Shows `1 / factor` of the time, keeping the instant under `aroundX` where it is.
    [[nodiscard]] TimeScale zoomed(double factor, double aroundX) const;
    /// Looks `pixels` further right.
    [[nodiscard]] TimeScale panned(double pixels) const;
    [[nodiscard]] TimeScale centredOn(TimePoint time) const;
    /// The same time over another width.
    [[nodiscard]] TimeScale resized(double width) const;

    bool operator==(const TimeScale &) const = default;

private:
    void hold();

    qint64 m_start = 0;
    qint64 m_length = 3'600'000'000;
    double m_width = 1;
};

} // namespace SecondStory::Figures
