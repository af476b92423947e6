// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/timelineviewport.h"

namespace SecondStory::Ui {

namespace {

constexpr qsizetype kLongestHistory = 100;

} // namespace

TimelineViewport::TimelineViewport(QObject *parent)
    : QObject(parent)
{
    m_history.first() = m_scale.span();
}

void TimelineViewport::setScale(const Figures::TimeScale &scale)
{
    if (scale == m_scale)
        return;
    m_scale = scale;
    // The entry one stands on follows small steps, so that going back returns to where one left.
    m_history[m_position] = scale.span();
    Q_EMIT scaleChanged();
}

void TimelineViewport::jumpTo(const Figures::TimeScale &scale)
{
    if (scale == m_scale)
        return;
    remember();
    m_scale = scale;
    m_history[m_position] = scale.span();
    Q_EMIT scaleChanged();
}

void TimelineViewport::remember()
{
    m_history.resize(m_position + 1);
    m_history.append(m_scale.span());
    if (m_history.size() > kLongestHistory)
        m_history.removeFirst();
    m_position = m_history.size() - 1;
}

void TimelineViewport::setWidth(double width)
{
    setScale(m_scale.resized(width));
}

void TimelineViewport::setScrollY(double y)
{
    if (y == m_scrollY)
        return;
    m_scrollY = y;
    Q_EMIT scrolled();
}

void TimelineViewport::back()
{
    if (!canGoBack())
        return;
    m_scale = Figures::TimeScale(m_history[--m_position], m_scale.width());
    Q_EMIT scaleChanged();
}

void TimelineViewport::forward()
{
    if (!canGoForward())
        return;
    m_scale = Figures::TimeScale(m_history[++m_position], m_scale.width());
    Q_EMIT scaleChanged();
}

} // namespace SecondStory::Ui
