// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "canvas/factoritem.h"
#include "canvas/tools/canvastool.h"
#include "figures/canvas/influencecurve.h"

#include <functional>
#include <memory>

namespace SecondStory::Ui {

class FactorScene;
class DraftCurveItem;

/// Draws a new influence from a card's handle: to another card, or to an empty place for a new
/// factor. With Shift the influence points the other way.
class ConnectTool : public CanvasTool {
public:
    struct Drop {
        FactorId from;
        FactorId target; ///< null: dropped on an empty place
        QPointF at;
        bool isReversed = false;
    };

    ConnectTool(FactorScene &scene, FactorId from, Handle handle,
                std::function<void(const Drop &)> dropped);
    ~ConnectTool() override;
    void move(const ToolEvent &event) override;
    void finish(const ToolEvent &event) override;
    void cancel() override;

private:
    [[nodiscard]] FactorId targetAt(QPointF at) const;

    FactorScene &m_scene;
    FactorId m_from;
    Handle m_handle;
    std::function<void(const Drop &)> m_dropped;
    std::unique_ptr<DraftCurveItem> m_curve;
};

} // namespace SecondStory::Ui
