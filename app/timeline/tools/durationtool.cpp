// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/tools/durationtool.h"

#include "figures/timeline/timeticks.h"
#include "theme/theme.h"
#include "timeline/timelinetracks.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

DurationTool::DurationTool(TimelineTracks &tracks, qint64 seq)
    : TrackTool(tracks)
    , m_seq(seq)
{
}

void DurationTool::press(const QMouseEvent &event)
{
    Q_UNUSED(event)
    tracks().selection().selectOnly(m_seq);
    if (const auto row = tracks().model().rowOf(m_seq)) {
        const EventRow &event_ = tracks().model().events().rows[*row];
        m_start = { event_.start };
        m_end = { event_.end };
        m_isOwn = event_.isOwn() && tracks().model().document();
    }
}

void DurationTool::move(const QMouseEvent &event)
{
    if (!m_isOwn) {
        if (!m_isDrag)
            Q_EMIT tracks().moveRefused(m_seq);
        m_isDrag = true;
        return;
    }
    m_isDrag = true;
    TimePoint end = tracks().timeAt(event.position().x());
    QString snappedTo;
    if (!(event.modifiers() & Qt::AltModifier)) {
        const auto snap = tracks().snap(end);
        end = snap.time;
        snappedTo = snap.what;
    }
    m_end = std::max(m_start, end);
    tracks().setHint(tracks().model().clock().clockText(m_end) + u"  ·  "_s
                         + Figures::durationText(m_end.us - m_start.us) + snapText(snappedTo),
                     event.position());
}

void DurationTool::release(const QMouseEvent &event)
{
    Q_UNUSED(event)
    tracks().setHint({});
    if (m_isDrag && m_isOwn)
        Q_EMIT tracks().endRequested(m_seq, m_end);
}

void DurationTool::cancel()
{
    m_isDrag = false;
    m_isOwn = false;
    tracks().setHint({});
}

void DurationTool::paint(QPainter &painter) const
{
    if (!m_isDrag || !m_isOwn)
        return;
    const Figures::Palette &palette = paletteFor(&tracks());
    QRectF ghost = tracks().rectOf(m_seq);
    if (!ghost.isValid())
        return;
    ghost.setRight(std::max(ghost.left() + 2, tracks().viewport().scale().x(m_end)));
    QColor fill = palette.accent;
    fill.setAlphaF(0.25F);
    painter.setPen(QPen(palette.accent, 1, Qt::DashLine));
    painter.setBrush(fill);
    painter.drawRoundedRect(ghost, 3, 3);
}

} // namespace SecondStory::Ui
