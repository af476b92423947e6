// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvas/tools/movetool.h"

#include "canvas/factoritem.h"
#include "canvas/factorscene.h"
#include "editing/reviewdocument.h"

#include <QGraphicsRectItem>
#include <QPen>

#include <cmath>

namespace SecondStory::Ui {

namespace {

double onGrid(double value)
{
    return std::round(value / Figures::kCanvasGrid) * Figures::kCanvasGrid;
}

} // namespace

MoveTool::MoveTool(FactorScene &scene, Editing::FactorEdits &edits, FactorId grabbed,
                   const ToolEvent &press, bool withPhases)
    : m_scene(scene)
    , m_edits(edits)
    , m_grabbed(grabbed)
    , m_start(press.scene)
    , m_lanes(scene.lanes())
    , m_withPhases(withPhases)
{
    for (const FactorId id : scene.selectedFactors())
        m_from.insert(id, scene.factorItem(id)->pos());
}

MoveTool::~MoveTool() = default;

QPointF MoveTool::offset(const ToolEvent &event) const
{
    const QPointF from = m_from.value(m_grabbed);
    const QPointF to = from + event.scene - m_start;
    if (event.modifiers & Qt::AltModifier)
        return to - from;
    return QPointF(onGrid(to.x()), onGrid(to.y())) - from;
}

void MoveTool::move(const ToolEvent &event)
{
    const QPointF by = offset(event);
    Editing::Placements now = m_from;
    for (QPointF &at : now)
        at += by;
    m_scene.preview(now);
    highlightLane(now.value(m_grabbed));
}

void MoveTool::highlightLane(QPointF at)
{
    if (!m_lane) {
        m_lane = std::make_unique<QGraphicsRectItem>();
        m_lane->setZValue(-1);
        m_lane->setPen(Qt::NoPen);
        QColor tone = m_scene.colors().selection;
        tone.setAlphaF(0.55F);
        m_lane->setBrush(tone);
        m_scene.addItem(m_lane.get());
    }
    const Figures::Stripe &lane = m_lanes.of(m_lanes.levelAt(at.y()));
    const QRectF all = m_scene.sceneRect();
    m_lane->setRect(all.left(), lane.from, all.width(), lane.length());
}

void MoveTool::finish(const ToolEvent &event)
{
    const QPointF by = offset(event);
    m_lane.reset();
    QList<Factor> after;
    const Editing::Placements settle = by.isNull() ? Editing::Placements() : m_scene.settle();
    for (const Factor &factor : m_scene.document().contents().factors) {
        Factor moved = factor;
        if (m_from.contains(factor.id)) {
            const QPointF from = m_from.value(factor.id);
            const QPointF to = from + by;
            moved.x = to.x();
            moved.y = to.y();
            if (m_lanes.levelAt(from.y()) != m_lanes.levelAt(to.y()))
                moved.level = m_lanes.levelAt(to.y());
            if (m_withPhases && m_lanes.phaseAt(from.x()) != m_lanes.phaseAt(to.x()))
                moved.phase = m_lanes.phaseAt(to.x());
        } else if (settle.contains(factor.id)) {
            moved.x = settle.value(factor.id).x();
            moved.y = settle.value(factor.id).y();
        } else {
            continue;
        }
        after.append(moved);
    }
    // A refusal is told by the document; the cards then go back to where they were.
    if (by.isNull() || !m_edits.moveFactors(after))
        m_scene.endPreview();
}

void MoveTool::cancel()
{
    m_lane.reset();
    m_scene.endPreview();
}

} // namespace SecondStory::Ui
