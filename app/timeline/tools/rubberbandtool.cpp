// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/tools/rubberbandtool.h"

#include "theme/theme.h"
#include "timeline/timelinetracks.h"

#include <QPainter>

#include <limits>

namespace SecondStory::Ui {

namespace {

/// So many events are taken from a rectangle at most: more than anyone means to handle one by one.
constexpr qsizetype kMost = 100'000;

} // namespace

void RubberBandTool::press(const QMouseEvent &event)
{
    m_before = tracks().selection().seqs();
    m_from = event.position();
}

void RubberBandTool::move(const QMouseEvent &event)
{
    m_area = QRectF(m_from, event.position()).normalized();
    tracks().update();
}

void RubberBandTool::release(const QMouseEvent &event)
{
    if (m_area.width() < 2 && m_area.height() < 2) {
        const auto hit = tracks().hitAt(event.position());
        if (hit.row)
            tracks().selection().toggle(tracks().model().events().rows[*hit.row].seq);
        return;
    }
    tracks().selection().add(seqsInside());
}

QList<qint64> RubberBandTool::seqsInside() const
{
    // Asked of the index, not of the drawing: events inside a density strip count as well.
    const TimelineModel &model = tracks().model();
    const TimePoint from = tracks().timeAt(m_area.left());
    const TimePoint until = tracks().timeAt(m_area.right());
    QList<qint64> seqs;
    for (int lane = 0; lane < tracks().layout().count(); ++lane) {
        const Figures::LaneRow &row = tracks().layout().rows()[static_cast<size_t>(lane)];
        const double scroll = tracks().scrollOf(row);
        const double top =
            row.isPinned ? m_area.top() : std::max(m_area.top(), tracks().layout().pinnedHeight());
        if (row.bottom() < top + scroll || row.y > m_area.bottom() + scroll)
            continue;
        const Figures::EventIndex::Lane &events = model.index().lane(lane);
        for (size_t i = model.index().lowerBound(lane, from);
             i < events.starts.size() && events.starts[i] <= until.us; ++i) {
            if (seqs.size() < kMost)
                seqs.append(model.events().rows[events.rows[i]].seq);
        }
    }
    return seqs;
}

void RubberBandTool::cancel()
{
    tracks().selection().select(m_before);
    tracks().update();
}

void RubberBandTool::paint(QPainter &painter) const
{
    const Figures::Palette &palette = paletteFor(&tracks());
    QColor fill = palette.accent;
    fill.setAlphaF(0.10F);
    painter.setPen(QPen(palette.accent, 1));
    painter.setBrush(fill);
    painter.drawRect(m_area.toAlignedRect());
}

} // namespace SecondStory::Ui
