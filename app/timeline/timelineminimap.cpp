// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/timelineminimap.h"

#include "figures/timeline/rangelimits.h"
#include "theme/theme.h"
#include "timeline/hitmarks.h"
#include "timeline/wheelsteps.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace SecondStory::Ui {

TimelineMinimap::TimelineMinimap(TimelineModel &model, TimelineViewport &viewport, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_viewport(viewport)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Overview of the whole time"));
    connect(&model, &TimelineModel::contentChanged, this, [this] {
        m_background = {};
        update();
    });
    connect(&viewport, &TimelineViewport::scaleChanged, this, qOverload<>(&QWidget::update));
    connect(&model, &TimelineModel::searchHitsChanged, this, qOverload<>(&QWidget::update));
}

Figures::TimeScale TimelineMinimap::scale() const
{
    auto span = m_model.span();
    if (m_model.filter().found)
        span = m_model.events().span();
    return Figures::TimeScale::fitting(span.value_or(m_viewport.scale().span()), width(), 0.06);
}

QRectF TimelineMinimap::window() const
{
    const Figures::TimeScale whole = scale();
    const double left = std::clamp(whole.x(m_viewport.scale().start()), -4.0, width() + 4.0);
    const double right = std::clamp(whole.x(m_viewport.scale().end()), -4.0, width() + 4.0);
    const double wide = std::max(right - left, 6.0);
    return { (left + right - wide) / 2, 1, wide, height() - 2.0 };
}

void TimelineMinimap::setVeil(std::optional<Veil> veil)
{
    if (m_veil == veil)
        return;
    m_veil = std::move(veil);
    m_background = {};
    update();
}

QList<quint32> TimelineMinimap::totals(bool onlyOpen) const
{
    QList<quint32> sums(width());
    std::vector<quint32> columns;
    const Figures::TimeScale whole = scale();
    const qsizetype end = onlyOpen
        ? std::clamp<qsizetype>(std::llround(std::ceil(whole.x(m_veil->from))), 0, sums.size())
        : sums.size();
    for (int lane = 0; lane < m_model.layout().count(); ++lane) {
        const auto row = static_cast<size_t>(lane);
        if (onlyOpen && (row >= m_veil->isKnown.size() || !m_veil->isKnown[row]))
            continue;
        m_model.pyramid().count(m_model.index(), lane, whole, columns);
        for (qsizetype x = 0; x < end && static_cast<size_t>(x) < columns.size(); ++x)
            sums[x] += columns[static_cast<size_t>(x)];
    }
    return sums;
}

void TimelineMinimap::paintColumns(QPainter &painter, const QList<quint32> &sums, quint32 most,
                                   const QColor &ink) const
{
    const double full = height() - 8.0;
    for (qsizetype x = 0; x < sums.size() && most > 0; ++x) {
        if (sums[x] == 0)
            continue;
        const double share = std::log1p(sums[x]) / std::log1p(most);
        const double tall = std::max(2.0, std::round(share * full));
        painter.fillRect(QRectF(static_cast<double>(x), height() - 3 - tall, 1, tall), ink);
    }
}

void TimelineMinimap::drawBackground()
{
    const Figures::Palette &palette = paletteFor(this);
    m_background = QPixmap(size() * devicePixelRatioF());
    m_background.setDevicePixelRatio(devicePixelRatioF());
    m_background.fill(palette.window);
    QPainter painter(&m_background);
    const QList<quint32> sums = totals(false);
    const quint32 most = sums.isEmpty() ? 0 : *std::max_element(sums.begin(), sums.end());
    const QColor ink = Figures::blend(palette.muted, palette.window, 0.35);
    if (!m_veil || !m_veil->hides)
        paintColumns(painter, sums, most, m_veil ? Figures::blend(ink, palette.window, 0.72) : ink);
    if (m_veil)
        paintColumns(painter, totals(true), most, ink);
    drawInstants(painter);
    if (const auto &span = m_model.filter().span)
        Figures::paintRangeLimits(painter, rect(), scale(),
                                  { { Figures::RangeUser::Filter, *span, {} } }, palette);
    painter.setPen(palette.line);
    painter.drawLine(QPointF(0, 0.5), QPointF(width(), 0.5));
}

/// As over the lanes: the time after the curtain is dimmed.
void TimelineMinimap::paintVeil(QPainter &painter) const
{
    const Figures::Palette &palette = paletteFor(this);
    const double x = std::clamp(scale().x(m_veil->from), 0.0, width() + 0.0);
    QColor later = palette.strongLine;
    later.setAlphaF(0.3F);
    painter.fillRect(QRectF(x, 1, width() - x, height() - 1.0), later);
    painter.fillRect(QRectF(std::floor(x), 1, 1, height() - 1.0), palette.accent);
}

void TimelineMinimap::drawInstants(QPainter &painter)
{
    const Figures::Palette &palette = paletteFor(this);
    const Figures::TimeScale whole = scale();
    for (const Figures::RulerInstant &instant : m_model.instants()) {
        if (m_veil && m_veil->hides && instant.start > m_veil->from)
            continue;
        const double x = std::floor(whole.x(instant.start)) + 0.5;
        if (instant.end) {
            const double wide = std::max(2.0, whole.x(*instant.end) - x);
            painter.fillRect(QRectF(x, 3, wide, 3), palette.uncertain);
        }
        painter.setPen(instant.isFrame ? palette.text : palette.uncertain);
        painter.drawLine(QPointF(x, 3), QPointF(x, instant.isFrame ? height() - 3 : 9));
    }
}

void TimelineMinimap::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    if (m_background.isNull())
        drawBackground();
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_background);
    if (m_veil)
        paintVeil(painter);
    const Figures::Palette &palette = paletteFor(this);
    const QRectF view = window();
    QColor veil = palette.window;
    veil.setAlphaF(0.6F);
    painter.fillRect(QRectF(0, 1, view.left(), height()), veil);
    painter.fillRect(QRectF(view.right(), 1, width() - view.right(), height()), veil);
    // Over the veil: where else the words are matters most outside the view.
    paintHitMarks(painter, { 0.0, height() - 9.0, width() + 0.0, 7 }, scale(), m_model.searchHits(),
                  palette);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette.accent, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(view.adjusted(0.75, 0.75, -0.75, -0.75), 3, 3);
}

void TimelineMinimap::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_background = {};
}

void TimelineMinimap::mousePressEvent(QMouseEvent *event)
{
    m_pressX = event->position().x();
    m_isDrawing = false;
    const QRectF view = window();
    m_grab = view.contains(event->position()) ? std::optional(m_pressX - view.center().x())
                                              : std::nullopt;
}

void TimelineMinimap::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() == Qt::NoButton)
        return;
    const double x = event->position().x();
    if (m_grab) {
        m_viewport.setScale(m_viewport.scale().centredOn(scale().time(x - *m_grab)));
        return;
    }
    m_isDrawing = m_isDrawing || std::abs(x - m_pressX) >= QApplication::startDragDistance();
    if (m_isDrawing) {
        const TimeSpan span{ scale().time(std::min(x, m_pressX)),
                             scale().time(std::max(x, m_pressX)) };
        m_viewport.setScale(Figures::TimeScale(span, m_viewport.scale().width()));
    }
}

void TimelineMinimap::mouseReleaseEvent(QMouseEvent *event)
{
    const bool isClick =
        std::abs(event->position().x() - m_pressX) < QApplication::startDragDistance();
    if (isClick && !m_isDrawing)
        m_viewport.jumpTo(m_viewport.scale().centredOn(scale().time(event->position().x())));
    m_grab.reset();
}

void TimelineMinimap::wheelEvent(QWheelEvent *event)
{
    const double x = m_viewport.scale().x(scale().time(event->position().x()));
    const double around = std::clamp(x, 0.0, m_viewport.scale().width());
    m_viewport.setScale(
        m_viewport.scale().zoomed(std::pow(1.15, WheelSteps(*event).any()), around));
    event->accept();
}

void TimelineMinimap::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    m_background = {};
    update();
}

} // namespace SecondStory::Ui
