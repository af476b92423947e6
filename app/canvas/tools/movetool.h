// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "canvas/tools/canvastool.h"
#include "editing/factoredits.h"
#include "figures/canvas/levelbands.h"

#include <memory>

QT_BEGIN_NAMESPACE
class QGraphicsRectItem;
QT_END_NAMESPACE

namespace SecondStory::Ui {

class FactorScene;

/// Moves the selected factors on the grid. A factor that ends in another lane takes that level,
/// in another column that phase.
class MoveTool : public CanvasTool {
public:
    MoveTool(FactorScene &scene, Editing::FactorEdits &edits, FactorId grabbed,
             const ToolEvent &press, bool withPhases);
    ~MoveTool() override;
    void move(const ToolEvent &event) override;
    void finish(const ToolEvent &event) override;
    void cancel() override;

private:
    [[nodiscard]] QPointF offset(const ToolEvent &event) const;
    void highlightLane(QPointF at);

    FactorScene &m_scene;
    Editing::FactorEdits &m_edits;
    FactorId m_grabbed;
    QPointF m_start;
    Editing::Placements m_from;
    Figures::CanvasLanes m_lanes; ///< as they were at the press: they hold still while one drags
    bool m_withPhases;
    std::unique_ptr<QGraphicsRectItem> m_lane;
};

} // namespace SecondStory::Ui
