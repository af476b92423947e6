// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "canvas/tools/canvastool.h"
#include "domain/targetref.h"

#include <QList>

#include <memory>

QT_BEGIN_NAMESPACE
class QGraphicsView;
class QRubberBand;
QT_END_NAMESPACE

namespace SecondStory::Ui {

class FactorScene;

/// Selects what a rubber band touches; with Shift in addition to what was selected.
class LassoTool : public CanvasTool {
public:
    LassoTool(QGraphicsView &view, FactorScene &scene, const ToolEvent &press);
    ~LassoTool() override;
    void move(const ToolEvent &event) override;
    void finish(const ToolEvent &event) override;
    void cancel() override;

private:
    QGraphicsView &m_view;
    FactorScene &m_scene;
    QPointF m_start;
    QList<TargetRef> m_before;
    bool m_isAdding;
    std::unique_ptr<QRubberBand> m_band;
};

} // namespace SecondStory::Ui
