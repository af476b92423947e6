// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/timeline/timescale.h"

#include <algorithm>
#include <cmath>

namespace SecondStory::Figures {

namespace {

constexpr qint64 kMinute = 60'000'000;

} // namespace

TimeScale::TimeScale() = default;

TimeScale::TimeScale(TimeSpan span, double width)
    : m_start(std::clamp(std::min(span.start, span.end), kEarliestTime, kLatestTime).us)
    , m_length(std::clamp(std::max(span.start, span.end), kEarliestTime, kLatestTime).us - m_start)
    , m_width(std::max(1.0, width))
{
    hold();
}

TimeScale TimeScale::fitting(TimeSpan span, double width, double air)
{
    const TimeScale exact(span, width);
    const qint64 length = std::max(exact.m_length, span.length() <= kShortest ? 10 * kMinute : 0);
    const auto margin = static_cast<qint64>(static_cast<double>(length) * air);
    const qint64 middle = exact.m_start + exact.m_length / 2;
    TimeScale result = exact;
    result.m_start = middle - length / 2 - margin;
    result.m_length = length + 2 * margin;
    result.hold();
    return result;
}

TimePoint TimeScale::time(double x) const
{
    const double us = std::clamp(x * perPixel(), -1.0 * static_cast<double>(kLongest),
                                 2.0 * static_cast<double>(kLongest));
    return std::clamp(TimePoint{ m_start + std::llround(us) }, kEarliestTime, kLatestTime);
}

TimeScale TimeScale::zoomed(double factor, double aroundX) const
{
    if (!(factor > 0))
        return *this;
    const double wanted = std::clamp(static_cast<double>(m_length) / factor,
                                     static_cast<double>(kShortest), static_cast<double>(kLongest));
    const double share = aroundX / m_width;
    TimeScale result = *this;
    result.m_length = std::llround(wanted);
    result.m_start = m_start
        + std::llround(share
                       * (static_cast<double>(m_length) - static_cast<double>(result.m_length)));
    result.hold();
    return result;
}

TimeScale TimeScale::panned(double pixels) const
{
    TimeScale result = *this;
    const double limit = static_cast<double>(kLongest);
    result.m_start += std::llround(std::clamp(pixels * perPixel(), -limit, limit));
    result.hold();
    return result;
}

TimeScale TimeScale::centredOn(TimePoint time) const
{
    TimeScale result = *this;
    result.m_start = time.us - m_length / 2;
    result.hold();
    return result;
}

TimeScale TimeScale::resized(double width) const
{
    TimeScale result = *this;
    result.m_width = std::max(1.0, width);
    return result;
}

void TimeScale::hold()
{
    if (m_length < kShortest) {
        m_start -= (kShortest - m_length) / 2;
        m_length = kShortest;
    }
    m_length = std::min(m_length, kLongest);
    m_start = std::clamp(m_start, kEarliestTime.us, kLatestTime.us - m_length);
}

} // namespace SecondStory::Figures
