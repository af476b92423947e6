// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/timelineruler.h"

#include "theme/theme.h"
#include "timeline/hitmarks.h"
#include "timeline/wheelsteps.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QStyleHints>

#include <cmath>

namespace SecondStory::Ui {

TimelineRuler::TimelineRuler(TimelineModel &model, TimelineViewport &viewport, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_viewport(viewport)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Time ruler"));
    connect(&viewport, &TimelineViewport::scaleChanged, this, qOverload<>(&QWidget::update));
    connect(&model, &TimelineModel::contentChanged, this, [this] {
        updateGeometry();
        update();
    });
    connect(&model, &TimelineModel::searchHitsChanged, this, qOverload<>(&QWidget::update));
}

Figures::RulerStyle TimelineRuler::style() const
{
    return { paletteFor(this), fontAt(font(), 0.85), 84, false };
}

double TimelineRuler::stripHeight() const
{
    return m_model.instants().isEmpty() ? 0 : std::ceil(QFontMetricsF(style().font).height()) + 5;
}

QSize TimelineRuler::sizeHint() const
{
    const Figures::RulerRows rows(style(), m_model.clock(), m_viewport.scale());
    return { 200, static_cast<int>(rows.height + stripHeight()) };
}

void TimelineRuler::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    const Figures::RulerStyle look = style();
    painter.fillRect(rect(), look.palette.window);
    const double strip = stripHeight();
    const QRectF ruler(0, 0, width(), height() - strip);
    Figures::paintRuler(painter, ruler, m_viewport.scale(), m_model.clock(), look);
    paintHitMarks(painter, { 0.0, ruler.bottom() - 5, width() + 0.0, 5 }, m_viewport.scale(),
                  m_model.searchHits(), look.palette);
    m_names.clear();
    if (strip <= 0)
        return;
    QList<Figures::RulerInstant> instants = m_model.instants();
    for (Figures::RulerInstant &instant : instants) {
        if (m_draggedTo && instant.isFrame && instant.point == *m_dragged)
            instant.start = *m_draggedTo;
    }
    m_names = Figures::paintInstantNames(painter, { 0.0, ruler.bottom(), width() + 0.0, strip },
                                         m_viewport.scale(), instants, look);
}

/// A small tooth at the ruler's foot wherever a search found something.
void TimelineRuler::mousePressEvent(QMouseEvent *event)
{
    if (m_dragged) // another button gives the gesture up
        return endDrag();
    m_grabX = m_pressX = event->position().x();
    m_isPanned = false;
    if (event->button() != Qt::LeftButton || !m_model.document())
        return;
    for (const auto &[place, instant] : std::as_const(m_names)) {
        if (instant.isFrame && place.contains(event->position()))
            m_dragged = instant.point;
    }
}

/// A point of the frame follows the pointer once it has been moved a little.
void TimelineRuler::dragPoint(double x)
{
    if (!m_draggedTo && std::abs(x - m_grabX) < QGuiApplication::styleHints()->startDragDistance())
        return;
    if (!m_draggedTo)
        grabKeyboard();
    m_draggedTo = m_viewport.scale().time(x);
    update();
    Q_EMIT pointDragged(m_draggedTo);
}

void TimelineRuler::endDrag()
{
    if (m_draggedTo)
        releaseKeyboard();
    m_dragged.reset();
    m_draggedTo.reset();
    update();
    Q_EMIT pointDragged({});
}

void TimelineRuler::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (!m_draggedTo && !m_isPanned)
        Q_EMIT timeChosen(m_viewport.scale().time(event->position().x()));
    if (!m_dragged)
        return;
    const FramePoint point = *m_dragged;
    const auto time = m_draggedTo;
    endDrag();
    if (time)
        Q_EMIT pointMoved(point, *time, event->modifiers().testFlag(Qt::AltModifier));
}

void TimelineRuler::keyPressEvent(QKeyEvent *event)
{
    if (m_draggedTo && event->key() == Qt::Key_Escape)
        return endDrag();
    QWidget::keyPressEvent(event);
}

void TimelineRuler::mouseMoveEvent(QMouseEvent *event)
{
    if (m_dragged)
        return dragPoint(event->position().x());
    // The ruler is a handle: dragging it pans, whatever button the lanes use for that.
    if (event->buttons() == Qt::NoButton)
        return;
    const int least = QGuiApplication::styleHints()->startDragDistance() / 2;
    m_isPanned = m_isPanned || std::abs(event->position().x() - m_pressX) >= least;
    if (!m_isPanned)
        return;
    m_viewport.setScale(m_viewport.scale().panned(m_grabX - event->position().x()));
    m_grabX = event->position().x();
}

void TimelineRuler::mouseDoubleClickEvent(QMouseEvent *event)
{
    for (const auto &[place, instant] : std::as_const(m_names)) {
        if (!place.contains(event->position()))
            continue;
        if (instant.mark.isNull())
            Q_EMIT instantActivated(instant.start);
        else
            Q_EMIT markActivated(instant.mark, place.toAlignedRect());
        return;
    }
}

void TimelineRuler::wheelEvent(QWheelEvent *event)
{
    const WheelSteps steps(*event);
    m_viewport.setScale(
        steps.isSideways()
            ? m_viewport.scale().panned(-steps.distance(60))
            : m_viewport.scale().zoomed(std::pow(1.15, steps.vertical), event->position().x()));
    event->accept();
}

void TimelineRuler::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace SecondStory::Ui
