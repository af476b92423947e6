// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/laneheaders.h"

#include "theme/theme.h"
#include "timeline/wheelsteps.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr double kFoldWidth = 20;

} // namespace

LaneHeaders::LaneHeaders(TimelineTracks &tracks, QWidget *parent)
    : QWidget(parent)
    , m_tracks(tracks)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setAccessibleName(tr("Lanes"));
    connect(&tracks, &TimelineTracks::layoutChanged, this, qOverload<>(&QWidget::update));
    connect(&tracks.viewport(), &TimelineViewport::scrolled, this, qOverload<>(&QWidget::update));
}

int LaneHeaders::rowAt(double y) const
{
    return m_tracks.layout().rowAt(y + m_tracks.viewport().scrollY());
}

QRectF LaneHeaders::rectOf(const Figures::LaneRow &row) const
{
    return { 0, row.y - m_tracks.viewport().scrollY(), width() + 0.0, row.height };
}

void LaneHeaders::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    const Figures::Palette &palette = paletteFor(this);
    painter.fillRect(rect(), palette.window);
    for (int i = 0; i < m_tracks.layout().count(); ++i)
        paintRow(painter, i);
    if (m_targetRow >= 0) {
        const QRectF at = rectOf(m_tracks.layout().rows()[static_cast<size_t>(m_targetRow)]);
        const double y = m_targetRow > m_pressedRow ? at.bottom() + 2 : at.top() - 2;
        painter.setPen(QPen(palette.accent, 2));
        painter.drawLine(QPointF(4, y), QPointF(width() - 4, y));
    }
}

void LaneHeaders::paintRow(QPainter &painter, int number)
{
    const Figures::Palette &palette = paletteFor(this);
    const Figures::LaneRow &row = m_tracks.layout().rows()[static_cast<size_t>(number)];
    const QRectF area = rectOf(row);
    if (area.bottom() < 0 || area.top() > height())
        return;
    const QColor hue = palette.category(row.hue);
    painter.fillRect(QRectF(width() - 3, area.top(), 3, area.height()),
                     Figures::blend(hue, palette.window, 0.25));
    const QFont nameFont = fontAt(font(), row.collapsed ? 0.85 : 1.0);
    const QFont countFont = fontAt(font(), 0.85);
    const QFontMetricsF metrics(nameFont);
    const bool hasTwoLines =
        area.height() >= metrics.height() + QFontMetricsF(countFont).height() + 6;
    const double nameTop =
        area.center().y() - (hasTwoLines ? metrics.height() : metrics.height() / 2);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette.faint, 1.3));
    const QPointF c(kFoldWidth / 2, area.center().y());
    painter.drawPolyline(
        row.collapsed ? QPolygonF({ c + QPointF(-2, -4), c + QPointF(2, 0), c + QPointF(-2, 4) })
                      : QPolygonF({ c + QPointF(-4, -2), c + QPointF(0, 2), c + QPointF(4, -2) }));
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setFont(nameFont);
    painter.setPen(row.collapsed ? palette.muted : palette.text);
    const double room = width() - kFoldWidth - 14;
    painter.drawText(QPointF(kFoldWidth, nameTop + metrics.ascent()),
                     metrics.elidedText(row.name, Qt::ElideRight, room));
    if (!hasTwoLines)
        return;
    const QFontMetricsF small(countFont);
    const auto count = static_cast<qlonglong>(m_tracks.model().index().lane(number).starts.size());
    painter.setFont(countFont);
    painter.setPen(palette.muted);
    const auto curves = m_tracks.model().curves().value(row.lane).size();
    const QString text = curves > 0 && count == 0
        ? tr("%n curve(s)", nullptr, static_cast<int>(curves))
        : QLocale().toString(count);
    painter.drawText(QPointF(kFoldWidth, nameTop + metrics.height() + small.ascent()), text);
}

void LaneHeaders::mousePressEvent(QMouseEvent *event)
{
    m_from = event->position();
    m_pressedRow = rowAt(event->position().y());
    m_targetRow = -1;
}

void LaneHeaders::mouseMoveEvent(QMouseEvent *event)
{
    if (m_pressedRow < 0
        || (event->position() - m_from).manhattanLength() < QApplication::startDragDistance())
        return;
    const int over = rowAt(event->position().y());
    m_targetRow = over == m_pressedRow ? -1 : over;
    update();
}

void LaneHeaders::mouseReleaseEvent(QMouseEvent *event)
{
    const int pressed = std::exchange(m_pressedRow, -1);
    const int target = std::exchange(m_targetRow, -1);
    update();
    if (pressed < 0 || pressed >= m_tracks.layout().count())
        return;
    const Figures::LaneRow &row = m_tracks.layout().rows()[static_cast<size_t>(pressed)];
    if (row.lane.isNull())
        return;
    if (target >= 0)
        Q_EMIT moveRequested(row.lane, target);
    else if (event->position().x() <= kFoldWidth && rowAt(event->position().y()) == pressed)
        Q_EMIT foldRequested(row.lane, !row.collapsed);
}

void LaneHeaders::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int number = rowAt(event->position().y());
    m_pressedRow = -1;
    if (number < 0 || event->position().x() <= kFoldWidth)
        return;
    const Figures::LaneRow &row = m_tracks.layout().rows()[static_cast<size_t>(number)];
    if (!row.lane.isNull())
        Q_EMIT renameRequested(
            row.lane, rectOf(row).adjusted(kFoldWidth - 4, 0, -6, 0).toAlignedRect(), row.name);
}

void LaneHeaders::wheelEvent(QWheelEvent *event)
{
    Q_EMIT scrollRequested(-WheelSteps(*event).any() * 48);
    event->accept();
}

void LaneHeaders::contextMenuEvent(QContextMenuEvent *event)
{
    m_pressedRow = -1;
    const int row = rowAt(event->pos().y());
    Q_EMIT menuRequested(row < 0 ? LaneId()
                                 : m_tracks.layout().rows()[static_cast<size_t>(row)].lane,
                         event->globalPos());
}

bool LaneHeaders::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int row = rowAt(help->pos().y());
    const QString name =
        row < 0 ? QString() : m_tracks.layout().rows()[static_cast<size_t>(row)].name;
    QToolTip::showText(help->globalPos(), name.toHtmlEscaped(), this);
    return true;
}

} // namespace SecondStory::Ui
