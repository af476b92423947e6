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
    if (m_isRefused) {
        moveRefused(event);
        return;
    }
    const auto [time, snappedTo] = target(event);
    const Figures::TimeScale &scale = tracks().viewport().scale();
    m_delta = time.us - m_start.us;
    m_ghostX = scale.x(time) - scale.x(m_start);
    const QString sign = m_delta < 0 ? u"−"_s : u"+"_s;
    tracks().setHint(tracks().model().clock().clockText(time) + u"  ·  "_s + sign
                         + Figures::durationText(m_delta) + snappedTo,
                     event.position());
}

std::pair<TimePoint, QString> RetimeTool::target(const QMouseEvent &event) const
{
    const Figures::TimeScale &scale = tracks().viewport().scale();
    const TimePoint time = scale.time(scale.x(m_start) + event.position().x() - m_from.x());
    if (event.modifiers() & Qt::AltModifier)
        return { time, {} };
    const auto snap = tracks().snap(time);
    return { snap.time, snapText(snap.what) };
}

/// Evidence stays where it is; what the hand shows may be asserted beside it.
void RetimeTool::moveRefused(const QMouseEvent &event)
{
    if (!canOffer())
        return;
    const auto [time, snappedTo] = target(event);
    m_offered = time;
    const ZoneClock &clock = tracks().model().clock();
    tracks().setHint(TimelineTracks::tr("Evidence keeps %1  ·  let go to assert %2 beside it")
                             .arg(clock.clockText(m_start), clock.clockText(time))
                         + snappedTo,
                     event.position());
}

bool RetimeTool::canOffer() const
{
    const TimelineModel &model = tracks().model();
    return model.document() && !model.isArranged() && tracks().selection().seqs().size() == 1;
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
    if (m_isDrag && m_isRefused && !m_isCarried && m_offered && *m_offered != m_start)
        Q_EMIT tracks().assertionOffered(m_seq, *m_offered, event.globalPosition().toPoint());
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
    m_offered.reset();
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
