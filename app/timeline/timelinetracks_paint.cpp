// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/timelinetracks.h"

#include "figures/timeline/timeticks.h"
#include "theme/theme.h"
#include "timeline/tools/tracktool.h"

#include <QElapsedTimer>
#include <QPainter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

void TimelineTracks::paintBand(QPainter &painter, const Band &band)
{
    const Figures::TrackGeometry &tracks = geometry();
    painter.setClipRect(band.area);
    painter.translate(0, -band.scroll);
    paintGrounds(painter, band);
    paintCurves(painter, band);
    paintRange(painter);
    m_painter->setRows(band.first, band.end);
    m_painter->paint(
        painter, m_model.events(), m_layout, tracks,
        [this](quint32 row) { return m_model.label(row); },
        [this](qint64 seq) { return m_selection.contains(seq); }, m_veil);
    paintFocus(painter, band);
    painter.resetTransform();
    painter.setClipping(false);
}

void TimelineTracks::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QElapsedTimer timer;
    timer.start();
    QPainter painter(this);
    for (const Band &band : bands())
        paintBand(painter, band);
    if (m_layout.pinnedCount() > 0 && m_viewport.scrollY() > 0) {
        painter.setPen(m_rulerStyle.palette.strongLine);
        const double y = std::floor(m_layout.pinnedHeight()) - 1.5;
        painter.drawLine(QPointF(0, y), QPointF(width(), y));
    }
    paintRangeTag(painter);
    paintCursor(painter);
    if (m_tool)
        m_tool->paint(painter);
    paintHint(painter);
    painter.end();
    Q_EMIT painted(timer.nsecsElapsed());
}

void TimelineTracks::paintGrounds(QPainter &painter, const Band &band)
{
    const Figures::Palette &palette = m_rulerStyle.palette;
    const QColor ground = m_painter->laneGround();
    const double scroll = band.scroll;
    double y = scroll + band.area.top();
    for (int i = band.first; i < band.end; ++i) {
        const Figures::LaneRow &row = m_layout.rows()[static_cast<size_t>(i)];
        painter.fillRect(QRectF(0, y, width(), row.y - y), palette.surface);
        painter.fillRect(QRectF(0, row.y, width(), row.height),
                         row.holdsEvents() ? ground : palette.window);
        y = row.bottom();
    }
    painter.fillRect(QRectF(0, y, width(), scroll + height() - y), palette.surface);
    const QRectF area(0, scroll, width(), height());
    Figures::paintGrid(painter, area, m_viewport.scale(), m_model.clock(), m_rulerStyle);
    Figures::paintInstantLines(painter, area, m_viewport.scale(), m_model.instants(), m_rulerStyle);
    Figures::paintSilences(painter, m_layout, m_viewport.scale(), width(), m_silences, palette);
}

void TimelineTracks::setSilences(const QList<Figures::SilentStretch> &silences)
{
    if (m_silences == silences)
        return;
    m_silences = silences;
    update();
}

void TimelineTracks::paintCurves(QPainter &painter, const Band &band)
{
    const Figures::SeriesStyle style{ m_rulerStyle.palette, fontAt(font(), 0.8) };
    for (int i = band.first; i < band.end; ++i) {
        const Figures::LaneRow &row = m_layout.rows()[static_cast<size_t>(i)];
        const auto curves = m_model.curves().constFind(row.lane);
        if (!row.isGroup && curves != m_model.curves().constEnd())
            Figures::paintSeries(painter, { 0, row.y, width() + 0.0, row.height },
                                 m_viewport.scale(), *curves, row.hue, style);
    }
}

/// The values of a lane's curves at a place, a line each; the highest first.
QString TimelineTracks::curvesText(QPointF place) const
{
    constexpr size_t kMostLines = 12;
    const int row = m_layout.rowAt(layoutY(place.y()));
    const auto curves = m_model.curves().value(m_model.laneAt(row));
    const TimePoint time = timeAt(place.x());
    std::vector<std::pair<double, QString>> lines;
    for (const auto &curve : curves) {
        if (const SeriesSample *sample = curve->at(time))
            lines.emplace_back(sample->value,
                               QString(Figures::valueText(sample->value) + u' ' + curve->unit()
                                       + u"  "_s + curve->name()));
    }
    if (lines.empty())
        return {};
    std::stable_sort(lines.begin(), lines.end(),
                     [](const auto &a, const auto &b) { return a.first > b.first; });
    QString text = m_model.clock().isoText(time);
    for (size_t i = 0; i < std::min(lines.size(), kMostLines); ++i)
        text += u'\n' + lines[i].second;
    if (lines.size() > kMostLines)
        text += u'\n' + tr("and %n more", nullptr, static_cast<int>(lines.size() - kMostLines));
    return text;
}

void TimelineTracks::paintRange(QPainter &painter)
{
    const auto &range = m_selection.range();
    if (!range)
        return;
    const Figures::TimeScale &scale = m_viewport.scale();
    const double left = std::clamp(scale.x(range->start), -2.0, width() + 2.0);
    const double right = std::clamp(scale.x(range->end), -2.0, width() + 2.0);
    // Tall enough for whichever band is clipped out of it.
    const double top = 0;
    const double tall = m_viewport.scrollY() + height();
    QColor fill = m_rulerStyle.palette.accent;
    fill.setAlphaF(0.13F);
    painter.fillRect(QRectF(left, top, right - left, tall), fill);
    painter.setPen(QPen(m_rulerStyle.palette.accent, 1));
    for (const double x : { left, right })
        painter.drawLine(QPointF(std::floor(x) + 0.5, top), QPointF(std::floor(x) + 0.5, tall));
}

void TimelineTracks::paintCursor(QPainter &painter)
{
    const auto line = [&](double x, const QColor &color, Qt::PenStyle style) {
        painter.setPen(QPen(color, 1, style));
        painter.drawLine(QPointF(std::floor(x) + 0.5, 0), QPointF(std::floor(x) + 0.5, height()));
    };
    if (m_hoverX >= 0 && m_hint.isEmpty())
        line(m_hoverX, m_rulerStyle.palette.strongLine, Qt::DotLine);
    if (const auto &cursor = m_selection.cursor())
        line(m_viewport.scale().x(*cursor), m_rulerStyle.palette.accent, Qt::SolidLine);
}

void TimelineTracks::paintFocus(QPainter &painter, const Band &band)
{
    if (!hasFocus() || m_selection.current() == 0)
        return;
    const QRectF around = rectOf(m_selection.current()).translated(0, band.scroll);
    if (!around.isValid())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_rulerStyle.palette.accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(around.adjusted(-4, -4, 4, 4), 5, 5);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void TimelineTracks::paintHint(QPainter &painter)
{
    if (m_hint.isEmpty())
        return;
    const QFontMetricsF metrics(font());
    QRectF bubble(0, 0, metrics.horizontalAdvance(m_hint) + 16, metrics.height() + 8);
    bubble.moveTopLeft(m_hintPlace + QPointF(14, 16));
    bubble.moveRight(std::min(bubble.right(), width() - 4.0));
    bubble.moveLeft(std::max(bubble.left(), 4.0));
    bubble.moveBottom(std::min(bubble.bottom(), height() - 4.0));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_rulerStyle.palette.strongLine);
    painter.setBrush(m_rulerStyle.palette.raised);
    painter.drawRoundedRect(bubble, 4, 4);
    painter.setFont(font());
    painter.setPen(m_rulerStyle.palette.text);
    painter.drawText(bubble, Qt::AlignCenter, m_hint);
}

} // namespace SecondStory::Ui
