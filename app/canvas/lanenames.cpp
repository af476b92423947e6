// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvas/lanenames.h"

#include "canvas/canvasview.h"
#include "canvas/factorscene.h"
#include "figures/canvas/factorwords.h"
#include "theme/theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace SecondStory::Ui {

LaneNames::LaneNames(CanvasView &view, Qt::Orientation orientation)
    : QWidget(&view)
    , m_view(view)
    , m_orientation(orientation)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
}

QFont LaneNames::nameFont() const
{
    return fontAt(font(), 0.85, QFont::DemiBold);
}

QSize LaneNames::sizeHint() const
{
    const QFontMetrics metrics(nameFont());
    int width = 0;
    // Two words stand on two lines.
    for (const Level level : Figures::allValues<Level>()) {
        for (const QString &word : Figures::wordFor(level).split(u' '))
            width = qMax(width, metrics.horizontalAdvance(Figures::capitalised(word)));
    }
    return { qMax(72, width + 3 * Space::kSmall), metrics.height() + 2 * Space::kTiny };
}

void LaneNames::paintEvent(QPaintEvent *)
{
    const Figures::Palette &colors = m_view.factorScene().colors();
    QPainter painter(this);
    painter.fillRect(rect(), colors.window);
    // Lanes as they lie in the viewport, in this widget's coordinates.
    Figures::CanvasLanes lanes = m_view.factorScene().lanes();
    const QTransform toView = m_view.viewportTransform();
    const QPoint shift = m_view.viewport()->mapTo(&m_view, QPoint()) - pos();
    for (Figures::Stripe &stripe : lanes.levels)
        stripe = { toView.map(QPointF(0, stripe.from)).y() + shift.y(),
                   toView.map(QPointF(0, stripe.to)).y() + shift.y() };
    for (Figures::Stripe &stripe : lanes.phases)
        stripe = { toView.map(QPointF(stripe.from, 0)).x() + shift.x(),
                   toView.map(QPointF(stripe.to, 0)).x() + shift.x() };
    if (m_orientation == Qt::Horizontal) {
        Figures::paintPhaseNames(painter, lanes, rect(), colors, nameFont());
        return;
    }
    Figures::paintLanes(painter, lanes, rect(), colors, false);
    const QRectF names = QRectF(rect()).adjusted(Space::kPanel, 0, -Space::kTiny, 0);
    Figures::paintLevelNames(painter, lanes, names, colors, nameFont());
}

} // namespace SecondStory::Ui
