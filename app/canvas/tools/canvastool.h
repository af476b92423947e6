// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPoint>
#include <QPointF>
#include <Qt>

namespace SecondStory::Ui {

/// A place of the pointer during a gesture.
struct ToolEvent {
    QPointF scene;
    QPoint view; ///< in the viewport
    Qt::KeyboardModifiers modifiers;
};

/// One mouse gesture from press to release. Made at the press; cancelled by Esc.
class CanvasTool {
public:
    virtual ~CanvasTool() = default;
    virtual void move(const ToolEvent &event) = 0;
    virtual void finish(const ToolEvent &event) = 0;
    virtual void cancel() = 0;
};

} // namespace SecondStory::Ui
