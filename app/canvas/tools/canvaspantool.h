// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "canvas/tools/canvastool.h"

QT_BEGIN_NAMESPACE
class QGraphicsView;
QT_END_NAMESPACE

namespace SecondStory::Ui {

/// Pulls the canvas along with the pointer.
class CanvasPanTool : public CanvasTool {
public:
    CanvasPanTool(QGraphicsView &view, const ToolEvent &press);
    void move(const ToolEvent &event) override;
    void finish(const ToolEvent &event) override;
    void cancel() override;

private:
    QGraphicsView &m_view;
    QPoint m_last;
    QPoint m_start;
};

} // namespace SecondStory::Ui
