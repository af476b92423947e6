// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "triage/readingpace.h"

#include <algorithm>
#include <cmath>

namespace SecondStory::Ui {

namespace {

constexpr int kFewest = 5;
constexpr qint64 kLongestPause = 60'000;
constexpr double kMinute = 60'000;

} // namespace

void ReadingPace::restart()
{
    m_spent = 0;
    m_items = 0;
    m_since.start();
}

void ReadingPace::step()
{
    if (!m_since.isValid())
        m_since.start();
    m_spent += std::min(m_since.restart(), kLongestPause);
    ++m_items;
}

int ReadingPace::perMinute() const
{
    if (m_items < kFewest || m_spent < 1)
        return 0;
    return static_cast<int>(std::lround(m_items * kMinute / static_cast<double>(m_spent)));
}

} // namespace SecondStory::Ui
