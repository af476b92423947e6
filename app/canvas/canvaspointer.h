// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "canvas/factoritem.h"
#include "canvas/tools/canvastool.h"
#include "domain/targetref.h"

#include <memory>
#include <optional>

class QMouseEvent;

namespace SecondStory::Ui {

class CanvasView;
class FactorScene;

/// What the mouse does on a canvas: hovering, selecting, and the tool that a press begins.
class CanvasPointer {
public:
    /// `view` has to have its scene.
    explicit CanvasPointer(CanvasView &view);
    ~CanvasPointer();

    void press(const QMouseEvent &event);
    void move(const QMouseEvent &event);
    void release(const QMouseEvent &event);
    void doubleClick(const QMouseEvent &event);
    /// Takes back what a press has begun; false when there is nothing.
    bool cancel();
    /// While the space bar is down, dragging moves the canvas.
    void setSpaceDown(bool isDown);
    /// The factor or influence at a place; null where there is none. Units: scene.
    [[nodiscard]] TargetRef targetAt(QPointF at) const;

private:
    [[nodiscard]] ToolEvent toolEvent(const QMouseEvent &event) const;
    [[nodiscard]] std::unique_ptr<CanvasTool> toolForPress(const QMouseEvent &event,
                                                           const ToolEvent &at);
    void pressOnFactor(FactorId id, Qt::KeyboardModifiers modifiers);
    [[nodiscard]] std::optional<Handle> handleAt(const FactorItem &item, QPointF at) const;
    void hover(QPointF at);

    CanvasView &m_view;
    FactorScene &m_scene;
    std::unique_ptr<CanvasTool> m_tool;
    ToolEvent m_press;
    bool m_isDragging = false; ///< the pointer has left the place of the press far enough
    bool m_isSpaceDown = false;
};

} // namespace SecondStory::Ui
