// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/influence.h"
#include "figures/canvas/influencecurve.h"

#include <QGraphicsItem>

namespace SecondStory::Ui {

/// One influence on the canvas: paints and tells its shape, nothing else.
class InfluenceItem : public QGraphicsItem {
public:
    enum { Type = UserType + 2 };

    InfluenceItem(const Influence &influence, const Figures::Palette &palette);

    [[nodiscard]] int type() const override { return Type; }
    [[nodiscard]] QRectF boundingRect() const override { return m_curve.bounds(); }
    /// A band around the line wide enough to hit.
    [[nodiscard]] QPainterPath shape() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

    [[nodiscard]] InfluenceId id() const { return m_influence.id; }
    [[nodiscard]] const Influence &influence() const { return m_influence; }
    [[nodiscard]] QPointF middle() const { return m_curve.middle(); }
    void setInfluence(const Influence &influence, const Figures::Palette &palette);
    /// Draws along another way; nothing happens when it is the same.
    void setRoute(const Figures::CurveRoute &route);
    void setLook(bool isHovered, bool isFaded);

private:
    Influence m_influence;
    Figures::CurveRoute m_route;
    Figures::InfluenceCurve m_curve;
    const Figures::Palette *m_palette;
    Figures::CurveLook m_look;
    mutable QPainterPath m_shape; ///< stroked when first asked for
};

} // namespace SecondStory::Ui
