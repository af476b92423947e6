// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/tools/retimetool.h"

#include "figures/timeline/timeticks.h"
#include "theme/theme.h"
#include "timeline/timelinetracks.h"

#include <QApplication>
#include <QDrag>
#include <QMimeData>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

/// So many events travel with a drag at most.
constexpr qsizetype kMostCarried = 1'000;
/// More ghosts than these would only be a smear.
constexpr qsizetype kMostGhosts = 100;

} // namespace

RetimeTool::RetimeTool(TimelineTracks &tracks, qint64 seq)
    : TrackTool(tracks)
    , m_seq(seq)
{
}

void RetimeTool::press(const QMouseEvent &event)
{
    TimelineSelection &selection = tracks().selection();
    m_from = event.position();
    m_wasSelected = selection.contains(m_seq);
    if (event.modifiers() & (Qt::ControlModifier | Qt::ShiftModifier))
        selection.toggle(m_seq);
    else if (!m_wasSelected)
        selection.selectOnly(m_seq);
    if (const auto row = tracks().model().rowOf(m_seq)) {
        m_start = { tracks().model().events().rows[*row].start };
        selection.setCursor(m_start);
    }
}

bool RetimeTool::canMove() const
{
    const TimelineModel &model = tracks().model();
    const TimelineSelection &selection = tracks().selection();
    if (!model.document() || model.isArranged() || selection.isEmpty())
        return false;
    // One pass over the rows, however many are selected.
    const auto &rows = model.events().rows;
    return std::none_of(rows.begin(), rows.end(), [&](const EventRow &row) {
        return !row.isOwn() && selection.contains(row.seq);
    });
}

void RetimeTool::move(const QMouseEvent &event)
{
    if (m_isCarried)
        return;
    const double way = event.position().x() - m_from.x();
    if (!m_isDrag
        && (event.position() - m_from).manhattanLength() < QApplication::startDragDistance())
        return;
    if (!m_isDrag) {
        m_isDrag = true;
        m_isRefused = !canMove();
        if (m_isRefused
            && tracks().rect().adjusted(0, -4, 0, 4).contains(event.position().toPoint()))
            Q_EMIT tracks().moveRefused(m_seq);
    }
    if (event.position().y() < -6 || event.position().y() > tracks().height() + 6) {
        carryOut();
        return;
    }
    if (m_isRefused)
        return;
    const Figures::TimeScale &scale = tracks().viewport().scale();
    TimePoint target = scale.time(scale.x(m_start) + way);
    QString snappedTo;
    if (!(event.modifiers() & Qt::AltModifier)) {
        const auto snap = tracks().snap(target);
        target = snap.time;
        snappedTo = snap.what;
    }
    m_delta = target.us - m_start.us;
    m_ghostX = scale.x(target) - scale.x(m_start);
    const QString sign = m_delta < 0 ? u"−"_s : u"+"_s;
    tracks().setHint(tracks().model().clock().clockText(target) + u"  ·  "_s + sign
                         + Figures::durationText(m_delta) + snapText(snappedTo),
                     event.position());
}

void RetimeTool::carryOut()
{
    cancel();
    m_isCarried = true;
    QStringList ids;
    for (const Event &event :
         tracks().model().eventsBySeq(tracks().selection().seqs().mid(0, kMostCarried)))
        ids.append(event.id.toString());
    auto *data = new QMimeData;
    data->setData(QString::fromUtf16(kEventsMime), ids.join(u'\n').toLatin1());
    auto *drag = new QDrag(&tracks());
    drag->setMimeData(data);
    drag->exec(Qt::CopyAction | Qt::LinkAction, Qt::LinkAction);
}

void RetimeTool::release(const QMouseEvent &event)
{
    tracks().setHint({});
    if (m_isDrag && !m_isRefused && !m_isCarried && m_delta != 0)
        Q_EMIT tracks().moveRequested(m_delta);
    const bool isPlainClick =
        !m_isDrag && !(event.modifiers() & (Qt::ControlModifier | Qt::ShiftModifier));
    if (isPlainClick && m_wasSelected)
        tracks().selection().selectOnly(m_seq);
}

void RetimeTool::cancel()
{
    m_delta = 0;
    m_ghostX = 0;
    m_isDrag = false;
    m_isRefused = true;
    tracks().setHint({});
}

void RetimeTool::paint(QPainter &painter) const
{
    if (!m_isDrag || m_isRefused || m_delta == 0)
        return;
    const Figures::Palette &palette = paletteFor(&tracks());
    painter.setPen(QPen(palette.accent, 1, Qt::DashLine));
    QColor fill = palette.accent;
    fill.setAlphaF(0.25F);
    painter.setBrush(fill);
    for (const qint64 seq : tracks().selection().seqs().mid(0, kMostGhosts)) {
        const QRectF ghost = tracks().rectOf(seq).translated(m_ghostX, 0);
        if (ghost.isValid())
            painter.drawRoundedRect(ghost, 3, 3);
    }
}

} // namespace SecondStory::Ui
