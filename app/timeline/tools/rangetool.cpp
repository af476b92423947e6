// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/tools/rangetool.h"

#include "figures/timeline/timeticks.h"
#include "timeline/timelinetracks.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr double kGrasp = 4;

} // namespace

bool RangeTool::isAtEdge(const TimelineTracks &tracks, double x)
{
    const auto &range = tracks.selection().range();
    const Figures::TimeScale &scale = tracks.viewport().scale();
    return range
        && (std::abs(scale.x(range->start) - x) <= kGrasp
            || std::abs(scale.x(range->end) - x) <= kGrasp);
}

void RangeTool::press(const QMouseEvent &event)
{
    m_from = event.position();
    m_before = tracks().selection().range();
    m_isEdge = isAtEdge(tracks(), m_from.x());
    m_anchor = tracks().timeAt(m_from.x());
    if (m_isEdge) {
        const bool isLeft =
            std::abs(tracks().viewport().scale().x(m_before->start) - m_from.x()) <= kGrasp;
        m_anchor = isLeft ? m_before->end : m_before->start;
        m_isDrag = true;
    }
}

void RangeTool::move(const QMouseEvent &event)
{
    m_isDrag = m_isDrag
        || std::abs(event.position().x() - m_from.x()) >= QApplication::startDragDistance() / 2.0;
    if (!m_isDrag)
        return;
    TimePoint end = tracks().timeAt(event.position().x());
    QString snappedTo;
    if (!(event.modifiers() & Qt::AltModifier)) {
        const auto snap = tracks().snap(end);
        end = snap.time;
        snappedTo = snap.what;
    }
    const TimeSpan range{ std::min(m_anchor, end), std::max(m_anchor, end) };
    tracks().selection().setRange(range);
    const ZoneClock &clock = tracks().model().clock();
    const qsizetype events = tracks().model().index().countIn(range);
    QString text = clock.clockText(range.start) + u" – "_s + clock.clockText(range.end) + u"  ·  "_s
        + Figures::durationText(range.length()) + u"  ·  "_s;
    text += TimelineTracks::tr("%n event(s)", nullptr, static_cast<int>(events));
    tracks().setHint(text + snapText(snappedTo), event.position());
}

void RangeTool::release(const QMouseEvent &event)
{
    tracks().setHint({});
    if (m_isDrag)
        return;
    tracks().selection().setRange({});
    tracks().selection().setCursor(tracks().timeAt(event.position().x()));
    if (!(event.modifiers() & Qt::ControlModifier))
        tracks().selection().clear();
}

void RangeTool::cancel()
{
    tracks().setHint({});
    tracks().selection().setRange(m_before);
}

} // namespace SecondStory::Ui
