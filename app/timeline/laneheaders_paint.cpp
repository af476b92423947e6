// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/laneheaders.h"

#include "theme/theme.h"

#include <QLocale>
#include <QPainter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr double kFoldWidth = 20;

} // namespace

void LaneHeaders::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    const Figures::Palette &palette = paletteFor(this);
    const Figures::LaneLayout &layout = m_tracks.layout();
    painter.fillRect(rect(), palette.window);
    const double pinned = layout.pinnedHeight();
    const double scroll = m_tracks.viewport().scrollY();
    const auto [first, end] = layout.rowsBetween(scroll + pinned, scroll + height());
    painter.setClipRect(QRectF(0, pinned, width(), height() - pinned));
    paintRows(painter, std::max(first, layout.pinnedCount()), end);
    painter.setClipping(false);
    paintRows(painter, 0, layout.pinnedCount());
    if (layout.pinnedCount() > 0 && scroll > 0) {
        painter.setPen(palette.strongLine);
        const double y = std::floor(pinned) - 1.5;
        painter.drawLine(QPointF(0, y), QPointF(width(), y));
    }
    paintTarget(painter);
}

void LaneHeaders::paintTarget(QPainter &painter)
{
    if (m_targetRow < 0 || m_targetRow >= m_tracks.layout().count())
        return;
    const QRectF at = rectOf(m_tracks.layout().rows()[static_cast<size_t>(m_targetRow)]);
    const double y = m_targetRow > m_pressedRow ? at.bottom() + 2 : at.top() - 2;
    painter.setPen(QPen(paletteFor(this).accent, 2));
    painter.drawLine(QPointF(4, y), QPointF(width() - 4, y));
}

void LaneHeaders::paintRows(QPainter &painter, int first, int end)
{
    for (int i = first; i < end; ++i)
        paintRow(painter, i);
}

void LaneHeaders::paintRow(QPainter &painter, int number)
{
    const Figures::Palette &palette = paletteFor(this);
    const Figures::LaneRow &row = m_tracks.layout().rows()[static_cast<size_t>(number)];
    const QRectF area = rectOf(row);
    if (!row.isGroup || row.collapsed)
        painter.fillRect(QRectF(width() - 3, area.top(), 3, area.height()),
                         Figures::blend(palette.category(row.hue), palette.window, 0.25));
    // A line at the left holds together what is under one name.
    if (!row.isGroup && !row.group.isNull() && !row.isPinned)
        painter.fillRect(QRectF(kFoldWidth / 2 - 1, area.top() - 4, 1, area.height() + 4),
                         palette.line);
    paintArrow(painter, row, area);
    paintWords(painter, number, area);
    if (number == m_current && hasFocus()) {
        painter.setPen(QPen(palette.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(area.adjusted(2, 1, -5, -1));
    }
}

void LaneHeaders::paintArrow(QPainter &painter, const Figures::LaneRow &row, const QRectF &area)
{
    const Figures::Palette &palette = paletteFor(this);
    const QPointF c(foldX(row) + kFoldWidth / 2, area.center().y());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(row.isGroup ? palette.muted : palette.faint, 1.3));
    painter.drawPolyline(
        row.collapsed ? QPolygonF({ c + QPointF(-2, -4), c + QPointF(2, 0), c + QPointF(-2, 4) })
                      : QPolygonF({ c + QPointF(-4, -2), c + QPointF(0, 2), c + QPointF(4, -2) }));
    if (row.isPinned) {
        const QPointF pin(width() - 14, area.top() + std::min(10.0, area.height() / 2));
        painter.setPen(QPen(palette.muted, 1.3));
        painter.setBrush(palette.muted);
        painter.drawEllipse(pin, 2.5, 2.5);
        painter.drawLine(pin + QPointF(0, 2), pin + QPointF(0, 7));
        painter.setBrush(Qt::NoBrush);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void LaneHeaders::paintWords(QPainter &painter, int number, const QRectF &area)
{
    const Figures::Palette &palette = paletteFor(this);
    const Figures::LaneRow &row = m_tracks.layout().rows()[static_cast<size_t>(number)];
    const QFont nameFont = fontAt(font(), row.collapsed || row.isGroup ? 0.85 : 1.0,
                                  row.isGroup ? QFont::DemiBold : QFont::Normal);
    const QFont countFont = fontAt(font(), 0.85);
    const QFontMetricsF metrics(nameFont);
    const QFontMetricsF small(countFont);
    const bool hasTwoLines = !row.isGroup && area.height() >= metrics.height() + small.height() + 6;
    const double left = foldX(row) + kFoldWidth;
    const double top = area.center().y() - (hasTwoLines ? metrics.height() : metrics.height() / 2);
    painter.setFont(nameFont);
    painter.setPen(row.collapsed || row.isGroup ? palette.muted : palette.text);
    const double room = width() - left - (row.isPinned ? 26 : 14);
    painter.drawText(QPointF(left, top + metrics.ascent()),
                     metrics.elidedText(row.name, Qt::ElideRight, room));
    if (!hasTwoLines)
        return;
    const auto count = static_cast<qlonglong>(m_tracks.model().index().lane(number).starts.size());
    painter.setFont(countFont);
    painter.setPen(palette.muted);
    const auto curves = m_tracks.model().curves().value(row.lane).size();
    const QString text = curves > 0 && count == 0
        ? tr("%n curve(s)", nullptr, static_cast<int>(curves))
        : QLocale().toString(count);
    painter.drawText(QPointF(left, top + metrics.height() + small.ascent()), text);
}

} // namespace SecondStory::Ui
