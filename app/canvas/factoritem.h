// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/factor.h"
#include "figures/canvas/factorcard.h"
#include "figures/palette.h"

#include <QGraphicsItem>

namespace SecondStory::Ui {

/// The four places on a card from which an influence is drawn.
enum class Handle : quint8 { Top, Right, Bottom, Left };

/// One factor on the canvas: paints and tells its shape, nothing else.
class FactorItem : public QGraphicsItem {
public:
    enum { Type = UserType + 1 };

    FactorItem(const Factor &factor, int evidence, const Figures::Palette &palette,
               const QFont &font);

    [[nodiscard]] int type() const override { return Type; }
    [[nodiscard]] QRectF boundingRect() const override;
    [[nodiscard]] QPainterPath shape() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

    [[nodiscard]] FactorId id() const { return m_factor.id; }
    [[nodiscard]] const Factor &factor() const { return m_factor; }
    [[nodiscard]] int evidence() const { return m_evidence; }
    void setFactor(const Factor &factor, int evidence, const Figures::Palette &palette,
                   const QFont &font);
    void setLook(bool isHovered, bool isFaded, bool isTarget);
    [[nodiscard]] bool isFaded() const { return m_look.isFaded; }
    [[nodiscard]] QRectF card() const { return Figures::cardRect(pos()); }
    /// Where a handle stands. Units: scene.
    [[nodiscard]] QPointF handlePosition(Handle handle) const;

private:
    Factor m_factor;
    int m_evidence;
    Figures::FactorCard m_card;
    const Figures::Palette *m_palette;
    Figures::CardLook m_look;
};

} // namespace SecondStory::Ui
