// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/timelinenavigation.h"

#include <algorithm>

namespace SecondStory::Ui {

TimelineNavigation::TimelineNavigation(TimelineTracks &tracks)
    : QObject(&tracks)
    , m_tracks(tracks)
    , m_model(tracks.model())
    , m_viewport(tracks.viewport())
    , m_selection(tracks.selection())
{
}

void TimelineNavigation::zoom(double factor)
{
    const Figures::TimeScale &scale = m_viewport.scale();
    double around = scale.width() / 2;
    if (const auto &cursor = m_selection.cursor()) {
        const double x = scale.x(*cursor);
        if (x >= 0 && x <= scale.width())
            around = x;
    }
    m_viewport.setScale(scale.zoomed(factor, around));
}

void TimelineNavigation::pan(double screens)
{
    panPixels(screens * m_viewport.scale().width());
}

void TimelineNavigation::panPixels(double pixels)
{
    m_viewport.setScale(m_viewport.scale().panned(pixels));
}

void TimelineNavigation::fit(TimeSpan span)
{
    m_viewport.jumpTo(Figures::TimeScale::fitting(span, m_viewport.scale().width()));
}

void TimelineNavigation::fitSelection()
{
    if (m_selection.range()) {
        fit(*m_selection.range());
        return;
    }
    std::optional<TimeSpan> span;
    for (const EventRow &row : m_model.events().rows) {
        if (!m_selection.contains(row.seq))
            continue;
        if (!span)
            span = TimeSpan{ { row.start }, { row.end } };
        span->end.us = std::max(span->end.us, row.end);
    }
    if (span)
        fit(*span);
    else
        fitAll();
}

void TimelineNavigation::fitAll()
{
    if (const auto span = m_model.span())
        fit(*span);
}

void TimelineNavigation::fitFrame()
{
    const IncidentFrame &frame = m_model.frame();
    std::vector<TimePoint> instants;
    for (const auto &instant :
         { frame.began, frame.detected, frame.declared, frame.mitigated, frame.resolved }) {
        if (instant)
            instants.push_back(*instant);
    }
    if (instants.empty()) {
        fitAll();
        return;
    }
    const auto [from, until] = std::minmax_element(instants.begin(), instants.end());
    m_viewport.jumpTo(
        Figures::TimeScale::fitting({ *from, *until }, m_viewport.scale().width(), 0.12));
}

void TimelineNavigation::show(TimePoint time)
{
    const Figures::TimeScale &scale = m_viewport.scale();
    const double x = scale.x(time);
    const double margin = std::min(40.0, scale.width() / 4);
    if (x < margin || x > scale.width() - margin)
        m_viewport.setScale(scale.centredOn(time));
}

std::optional<quint32> TimelineNavigation::currentRow() const
{
    return m_selection.current() == 0 ? std::nullopt : m_model.rowOf(m_selection.current());
}

TimePoint TimelineNavigation::origin() const
{
    return m_selection.cursor().value_or(m_viewport.scale().time(m_viewport.scale().width() / 2));
}

void TimelineNavigation::standOn(quint32 row)
{
    const EventRow &event = m_model.events().rows[row];
    m_selection.selectOnly(event.seq);
    m_selection.setCursor(TimePoint{ event.start });
    show({ event.start });
    m_tracks.reveal(m_model.layout().rowOfTableLane(event.lane));
}

void TimelineNavigation::step(int direction, bool isInLane)
{
    const Figures::EventIndex &index = m_model.index();
    const auto current = currentRow();
    const int ownLane =
        current ? m_model.layout().rowOfTableLane(m_model.events().rows[*current].lane) : -1;
    const TimePoint from = current ? TimePoint{ m_model.events().rows[*current].start } : origin();
    std::optional<quint32> best;
    for (int lane = 0; lane < index.laneCount(); ++lane) {
        if (isInLane && ownLane >= 0 && lane != ownLane)
            continue;
        // Rows are in the order of time, so that a position in the table is also a rank among
        // equals.
        const std::vector<quint32> &rows = index.lane(lane).rows;
        const quint32 here =
            current.value_or(static_cast<quint32>(m_model.events().lowerBound(from)));
        std::optional<quint32> candidate;
        if (direction > 0) {
            const auto it = current ? std::upper_bound(rows.begin(), rows.end(), here)
                                    : std::lower_bound(rows.begin(), rows.end(), here);
            if (it != rows.end())
                candidate = *it;
        } else {
            const auto it = std::lower_bound(rows.begin(), rows.end(), here);
            if (it != rows.begin())
                candidate = *(it - 1);
        }
        if (candidate && (!best || (direction > 0 ? *candidate < *best : *candidate > *best)))
            best = candidate;
    }
    if (best)
        standOn(*best);
}

void TimelineNavigation::stepLane(int direction)
{
    const Figures::EventIndex &index = m_model.index();
    const auto current = currentRow();
    const TimePoint from = current ? TimePoint{ m_model.events().rows[*current].start } : origin();
    int lane = current ? m_model.layout().rowOfTableLane(m_model.events().rows[*current].lane)
                       : (direction > 0 ? -1 : index.laneCount());
    for (lane += direction; lane >= 0 && lane < index.laneCount(); lane += direction) {
        const Figures::EventIndex::Lane &events = index.lane(lane);
        if (events.starts.empty())
            continue;
        size_t at = std::min(index.lowerBound(lane, from), events.starts.size() - 1);
        if (at > 0
            && std::abs(events.starts[at - 1] - from.us) < std::abs(events.starts[at] - from.us))
            --at;
        standOn(events.rows[at]);
        return;
    }
}

void TimelineNavigation::first()
{
    std::optional<quint32> best;
    for (int lane = 0; lane < m_model.index().laneCount(); ++lane) {
        const auto &rows = m_model.index().lane(lane).rows;
        if (!rows.empty() && (!best || rows.front() < *best))
            best = rows.front();
    }
    if (best)
        standOn(*best);
}

void TimelineNavigation::last()
{
    std::optional<quint32> best;
    for (int lane = 0; lane < m_model.index().laneCount(); ++lane) {
        const auto &rows = m_model.index().lane(lane).rows;
        if (!rows.empty() && (!best || rows.back() > *best))
            best = rows.back();
    }
    if (best)
        standOn(*best);
}

void TimelineNavigation::selectAllIn(TimeSpan span)
{
    QList<qint64> seqs;
    for (int lane = 0; lane < m_model.index().laneCount(); ++lane) {
        const Figures::EventIndex::Lane &events = m_model.index().lane(lane);
        for (size_t i = m_model.index().lowerBound(lane, span.start);
             i < events.starts.size() && events.starts[i] < span.end.us; ++i)
            seqs.append(m_model.events().rows[events.rows[i]].seq);
    }
    m_selection.select(seqs);
}

} // namespace SecondStory::Ui
