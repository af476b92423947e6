// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/targetref.h"
#include "editing/factoredits.h"
#include "figures/canvas/levelbands.h"
#include "figures/palette.h"

#include <QGraphicsScene>
#include <QHash>
#include <QPointer>
#include <QSet>

QT_BEGIN_NAMESPACE
class QVariantAnimation;
QT_END_NAMESPACE

namespace SecondStory::Ui {

class FactorItem;
class InfluenceItem;

/// The items of one review's canvas. Listens to the document; takes no input and never edits.
class FactorScene : public QGraphicsScene {
    Q_OBJECT
public:
    FactorScene(Editing::ReviewDocument &document, const Figures::Palette &palette,
                const QFont &font, QObject *parent = nullptr);
    ~FactorScene() override;

    [[nodiscard]] Editing::ReviewDocument &document() const { return m_document; }
    [[nodiscard]] const Figures::Palette &colors() const { return *m_palette; }
    [[nodiscard]] const QFont &baseFont() const { return m_font; }
    /// Draws in another theme or font.
    void setColors(const Figures::Palette &palette, const QFont &font);

    [[nodiscard]] const Figures::CanvasLanes &lanes() const { return m_lanes; }
    [[nodiscard]] FactorItem *factorItem(FactorId id) const { return m_factors.value(id); }
    [[nodiscard]] InfluenceItem *influenceItem(InfluenceId id) const
    {
        return m_influences.value(id);
    }
    [[nodiscard]] FactorItem *factorAt(QPointF at) const;
    [[nodiscard]] InfluenceItem *influenceAt(QPointF at) const;
    [[nodiscard]] const QHash<FactorId, FactorItem *> &factorItems() const { return m_factors; }
    [[nodiscard]] const QHash<InfluenceId, InfluenceItem *> &influenceItems() const
    {
        return m_influences;
    }
    /// Factors by level, then from left to right: the order in which one reads or steps through
    /// them.
    [[nodiscard]] QList<FactorId> readingOrder() const;
    /// Everything drawn, without the room around it. Empty for an empty canvas.
    [[nodiscard]] QRectF contentRect() const;
    /// Where factors that were never placed are drawn, for storing along with the first edit.
    [[nodiscard]] Editing::Placements settle() const;

    [[nodiscard]] QList<FactorId> selectedFactors() const;
    [[nodiscard]] QList<TargetRef> selection() const;
    void select(const QList<TargetRef> &targets);
    void selectFactor(FactorId id) { select({ { TargetKind::Factor, id.value } }); }
    /// The factors joined to these by an influence, without these.
    [[nodiscard]] QSet<FactorId> neighbours(const QSet<FactorId> &of) const;
    /// Factors without any influence, in reading order.
    [[nodiscard]] QList<FactorId> isolated() const;

    /// Draws factors elsewhere without storing it, until endPreview().
    void preview(const Editing::Placements &positions);
    void endPreview();
    /// The next change of positions glides there.
    void animateNext() { m_isAnimatedNext = true; }
    void setHovered(FactorId id);
    [[nodiscard]] FactorId hovered() const { return m_hovered; }
    void setDropTarget(const TargetRef &target);
    /// Fades all but the selection and what lies this many influences away; 0 shows all.
    void setFocusHops(int hops);
    [[nodiscard]] int focusHops() const { return m_focusHops; }

Q_SIGNALS:
    void contentsShown();
    void selectionShown(const QList<SecondStory::TargetRef> &selection);

private:
    void sync();
    void syncFactors();
    void syncInfluences();
    void placeItems();
    void glideFrom(const Editing::Placements &before);
    void routeAll();
    void growSceneRect();
    void updateLooks();

    Editing::ReviewDocument &m_document;
    const Figures::Palette *m_palette;
    QFont m_font;
    QHash<FactorId, FactorItem *> m_factors;
    QHash<InfluenceId, InfluenceItem *> m_influences;
    Editing::Placements m_drawn; ///< where factors without a place of their own are drawn
    Figures::CanvasLanes m_lanes;
    FactorId m_hovered;
    TargetRef m_dropTarget;
    int m_focusHops = 0;
    bool m_isAnimatedNext = false;
    QPointer<QVariantAnimation> m_glide;
};

} // namespace SecondStory::Ui
