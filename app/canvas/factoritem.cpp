// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvas/factoritem.h"

#include "figures/canvas/factorwords.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr double kHandleOut = 13; ///< from the card's edge to the middle of a handle
constexpr double kHandleRadius = 6;
constexpr double kSmallBelow = 0.6; ///< scale under which the header is left out

/// Tags around escaped text make sure that Qt takes it for what it is.
QString toolTipFor(const Factor &factor, int evidence)
{
    return QString(u"<span>"_s + Figures::describe(factor, evidence).toHtmlEscaped()
                   + u"</span>"_s);
}

} // namespace

FactorItem::FactorItem(const Factor &factor, int evidence, const Figures::Palette &palette,
                       const QFont &font)
    : m_factor(factor)
    , m_evidence(evidence)
    , m_card(factor, evidence, font)
    , m_palette(&palette)
{
    setFlags(ItemIsSelectable | ItemUsesExtendedStyleOption);
    setToolTip(toolTipFor(factor, evidence));
}

QRectF FactorItem::boundingRect() const
{
    const double room = kHandleOut + kHandleRadius + 1;
    return Figures::cardRect({}).adjusted(-room, -room, room, room);
}

QPainterPath FactorItem::shape() const
{
    QPainterPath path;
    path.addRect(Figures::cardRect({}));
    return path;
}

void FactorItem::setFactor(const Factor &factor, int evidence, const Figures::Palette &palette,
                           const QFont &font)
{
    m_factor = factor;
    m_evidence = evidence;
    m_palette = &palette;
    m_card = Figures::FactorCard(factor, evidence, font);
    setToolTip(toolTipFor(factor, evidence));
    update();
}

void FactorItem::setLook(bool isHovered, bool isFaded, bool isTarget)
{
    Figures::CardLook look = m_look;
    look.isHovered = isHovered;
    look.isFaded = isFaded;
    look.isTarget = isTarget;
    if (look.isHovered == m_look.isHovered && look.isFaded == m_look.isFaded
        && look.isTarget == m_look.isTarget)
        return;
    m_look = look;
    setZValue(isHovered ? 2 : 1);
    update();
}

QPointF FactorItem::handlePosition(Handle handle) const
{
    const QRectF rect = card();
    switch (handle) {
    case Handle::Top:
        return { rect.center().x(), rect.top() - kHandleOut };
    case Handle::Right:
        return { rect.right() + kHandleOut, rect.center().y() };
    case Handle::Bottom:
        return { rect.center().x(), rect.bottom() + kHandleOut };
    case Handle::Left:
        return { rect.left() - kHandleOut, rect.center().y() };
    }
    return pos();
}

void FactorItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *)
{
    Figures::CardLook look = m_look;
    look.isSelected = option->state.testFlag(QStyle::State_Selected);
    look.isSmall = option->levelOfDetailFromTransform(painter->worldTransform()) < kSmallBelow;
    m_card.paint(*painter, Figures::cardRect({}), *m_palette, look);
    if (!m_look.isHovered || m_look.isTarget)
        return;
    painter->setRenderHint(QPainter::Antialiasing);
    for (const Handle handle : { Handle::Top, Handle::Right, Handle::Bottom, Handle::Left }) {
        const QPointF at = handlePosition(handle) - pos();
        painter->setPen(QPen(m_palette->accent, 1.5));
        painter->setBrush(m_palette->surface);
        painter->drawEllipse(at, kHandleRadius, kHandleRadius);
        painter->drawLine(at - QPointF(2.5, 0), at + QPointF(2.5, 0));
        painter->drawLine(at - QPointF(0, 2.5), at + QPointF(0, 2.5));
    }
}

} // namespace SecondStory::Ui
