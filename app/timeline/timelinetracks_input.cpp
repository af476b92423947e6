// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/timelinetracks.h"

#include "figures/timeline/eventmarks.h"
#include "figures/timeline/timeticks.h"
#include "theme/tooltip.h"
#include "timeline/activityinwords.h"
#include "timeline/tools/durationtool.h"
#include "timeline/tools/pantool.h"
#include "timeline/tools/rangetool.h"
#include "timeline/tools/retimetool.h"
#include "timeline/tools/rubberbandtool.h"
#include "timeline/wheelsteps.h"

#include <QHelpEvent>
#include <QMimeData>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

std::unique_ptr<TrackTool> TimelineTracks::toolFor(const QMouseEvent &event)
{
    if (event.button() == Qt::MiddleButton || (event.button() == Qt::LeftButton && m_isPanning))
        return std::make_unique<PanTool>(*this);
    if (event.button() != Qt::LeftButton)
        return nullptr;
    const Figures::TrackHit hit = hitAt(event.position());
    if (hit.row) {
        const qint64 seq = m_model.events().rows[*hit.row].seq;
        if (hit.isNearEnd && !(event.modifiers() & (Qt::ControlModifier | Qt::ShiftModifier)))
            return std::make_unique<DurationTool>(*this, seq);
        return std::make_unique<RetimeTool>(*this, seq);
    }
    if (event.modifiers() & Qt::ShiftModifier)
        return std::make_unique<RubberBandTool>(*this);
    const bool isAtEdge = RangeTool::isAtEdge(*this, event.position().x());
    if (m_profile == TimelineProfile::Map && !(event.modifiers() & Qt::ControlModifier)
        && !isAtEdge)
        return std::make_unique<PanTool>(*this, true);
    return std::make_unique<RangeTool>(*this);
}

void TimelineTracks::mousePressEvent(QMouseEvent *event)
{
    // A drag that left the widget ends without a release here: a press of one button alone begins
    // anew.
    if (m_tool && event->buttons() != Qt::MouseButtons(event->button()))
        return;
    m_tool = toolFor(*event);
    if (!m_tool)
        return;
    setCursor(m_tool->cursor());
    m_tool->press(*event);
    update();
}

void TimelineTracks::mouseMoveEvent(QMouseEvent *event)
{
    m_hoverX = event->position().x();
    if (m_tool)
        m_tool->move(*event);
    else
        updatePointer(*event);
    update();
}

void TimelineTracks::updatePointer(const QMouseEvent &event)
{
    if (m_isPanning)
        return;
    const Figures::TrackHit hit = hitAt(event.position());
    if (hit.row)
        setCursor(hit.isNearEnd ? Qt::SizeHorCursor : Qt::PointingHandCursor);
    else if (hit.activity)
        setCursor(Qt::PointingHandCursor);
    else if (RangeTool::isAtEdge(*this, event.position().x()))
        setCursor(Qt::SizeHorCursor);
    else
        unsetCursor();
}

void TimelineTracks::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_tool)
        return;
    const std::unique_ptr<TrackTool> tool = std::move(m_tool);
    if (m_isPanning)
        setCursor(Qt::OpenHandCursor);
    else
        unsetCursor();
    tool->release(*event);
    update();
}

void TimelineTracks::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_tool.reset();
    const Figures::TrackHit hit = hitAt(event->position());
    if (hit.row)
        Q_EMIT eventActivated(m_model.events().rows[*hit.row].seq);
    else if (hit.activity)
        Q_EMIT activityActivated(*hit.activity);
    else if (hit.cluster)
        Q_EMIT clusterActivated(*hit.cluster);
    else
        Q_EMIT emptyActivated(snapped(timeAt(event->position().x())), hit.lane);
}

void TimelineTracks::contextMenuEvent(QContextMenuEvent *event)
{
    cancelGesture();
    const Figures::TrackHit hit = hitAt(event->pos());
    if (hit.row && event->reason() == QContextMenuEvent::Mouse) {
        const qint64 seq = m_model.events().rows[*hit.row].seq;
        if (!m_selection.contains(seq))
            m_selection.selectOnly(seq);
    }
    Q_EMIT menuRequested(event->globalPos(), event->pos());
}

void TimelineTracks::wheelEvent(QWheelEvent *event)
{
    wheel(*event);
    event->accept();
}

void TimelineTracks::wheel(const QWheelEvent &event)
{
    const WheelSteps steps(event);
    const bool isControl = event.modifiers() & Qt::ControlModifier;
    const bool isMap = m_profile == TimelineProfile::Map;
    if (event.modifiers() & Qt::AltModifier)
        setLaneZoom(m_laneZoom * std::pow(1.1, steps.any()));
    else if (steps.isSideways())
        m_viewport.setScale(m_viewport.scale().panned(-steps.distance(60)));
    else if (isMap && !isControl)
        scrollBy(-steps.distance(48));
    else
        m_viewport.setScale(m_viewport.scale().zoomed(
            std::pow(isControl && !isMap ? 1.05 : 1.15, steps.vertical), event.position().x()));
}

void TimelineTracks::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    m_hoverX = -1;
    update();
}

bool TimelineTracks::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const Figures::TrackHit hit = hitAt(help->pos());
    QString text;
    if (hit.row) {
        const EventRow &row = m_model.events().rows[*hit.row];
        if (const auto whole = m_model.eventBySeq(row.seq)) {
            text = m_model.clock().isoText({ row.start }) + u"  "_s
                + Figures::eventKindLabel(row.kind) + u'\n' + whole->displayTitle();
            if (row.flags & EventRow::AssumedTime)
                text += u'\n' + tr("The zone or date of this time was assumed.");
        }
    } else if (const Figures::ActivityBar *activity =
                   hit.activity ? m_model.activity(*hit.activity) : nullptr) {
        text = activityInWords(*activity, m_model.clock());
    } else if (hit.cluster) {
        text = tr("%n event(s) close together. Double-click to look closer.", nullptr,
                  static_cast<int>(hit.clusterEvents));
    } else {
        text = curvesText(help->pos());
    }
    // Tool tips read tags where they see them: imported text must stay text.
    QToolTip::showText(help->globalPos(), plainToolTip(text), this);
    return true;
}

void TimelineTracks::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasFormat(QString::fromUtf16(kEventsMime)) && event->source() != this)
        event->acceptProposedAction();
}

void TimelineTracks::dragMoveEvent(QDragMoveEvent *event)
{
    const TimePoint time = snapped(timeAt(event->position().x()));
    setHint(tr("Assert %1").arg(m_model.clock().isoText(time)), event->position());
}

void TimelineTracks::dragLeaveEvent(QDragLeaveEvent *event)
{
    Q_UNUSED(event)
    setHint({});
}

void TimelineTracks::dropEvent(QDropEvent *event)
{
    setHint({});
    QList<EventId> ids;
    const QByteArray lines = event->mimeData()->data(QString::fromUtf16(kEventsMime));
    for (const QByteArray &line : lines.split('\n')) {
        const EventId id = EventId::fromString(QString::fromLatin1(line));
        if (!id.isNull())
            ids.append(id);
    }
    if (!ids.isEmpty())
        Q_EMIT datesDropped(ids, snapped(timeAt(event->position().x())), event->position());
    event->acceptProposedAction();
}

} // namespace SecondStory::Ui
