// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvas/influenceitem.h"

#include <QPainterPathStroker>
#include <QStyleOptionGraphicsItem>

namespace SecondStory::Ui {

InfluenceItem::InfluenceItem(const Influence &influence, const Figures::Palette &palette)
    : m_influence(influence)
    , m_palette(&palette)
{
    setFlags(ItemIsSelectable | ItemUsesExtendedStyleOption);
}

QPainterPath InfluenceItem::shape() const
{
    if (m_shape.isEmpty()) {
        QPainterPathStroker stroker;
        stroker.setWidth(14);
        m_shape = stroker.createStroke(m_curve.path());
        m_shape.addEllipse(m_curve.middle(), 9, 9);
        m_shape.setFillRule(Qt::WindingFill);
    }
    return m_shape;
}

void InfluenceItem::setInfluence(const Influence &influence, const Figures::Palette &palette)
{
    m_influence = influence;
    m_palette = &palette;
    update();
}

void InfluenceItem::setRoute(const Figures::CurveRoute &route)
{
    if (route == m_route)
        return;
    prepareGeometryChange();
    m_route = route;
    m_curve = Figures::InfluenceCurve(route);
    m_shape = {};
}

void InfluenceItem::setLook(bool isHovered, bool isFaded)
{
    if (m_look.isHovered == isHovered && m_look.isFaded == isFaded)
        return;
    m_look.isHovered = isHovered;
    m_look.isFaded = isFaded;
    setZValue(isHovered ? 0.5 : 0);
    update();
}

void InfluenceItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *)
{
    Figures::CurveLook look = m_look;
    look.isSelected = option->state.testFlag(QStyle::State_Selected);
    m_curve.paint(*painter, m_influence.kind, m_influence.status, *m_palette, look,
                  option->exposedRect.adjusted(-2, -2, 2, 2));
}

} // namespace SecondStory::Ui
