// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvas/tools/lassotool.h"

#include "canvas/factoritem.h"
#include "canvas/factorscene.h"
#include "canvas/influenceitem.h"

#include <QGraphicsView>
#include <QRubberBand>

namespace SecondStory::Ui {

LassoTool::LassoTool(QGraphicsView &view, FactorScene &scene, const ToolEvent &press)
    : m_view(view)
    , m_scene(scene)
    , m_start(press.scene)
    , m_before(scene.selection())
    , m_isAdding(press.modifiers & Qt::ShiftModifier)
    , m_band(std::make_unique<QRubberBand>(QRubberBand::Rectangle, view.viewport()))
{
    if (!m_isAdding)
        scene.select({});
}

LassoTool::~LassoTool() = default;

void LassoTool::move(const ToolEvent &event)
{
    const QRect band = QRect(m_view.mapFromScene(m_start), event.view).normalized();
    m_band->setGeometry(band);
    m_band->show();
    const QPainterPath area = [&] {
        QPainterPath path;
        path.addRect(QRectF(m_start, event.scene).normalized());
        return path;
    }();
    QList<TargetRef> touched = m_isAdding ? m_before : QList<TargetRef>();
    for (QGraphicsItem *item : m_scene.items(area)) {
        if (const auto *factor = qgraphicsitem_cast<FactorItem *>(item))
            touched.append({ TargetKind::Factor, factor->id().value });
    }
    if (touched != m_scene.selection())
        m_scene.select(touched);
}

void LassoTool::finish(const ToolEvent &)
{
    m_band->hide();
}

void LassoTool::cancel()
{
    m_band->hide();
    m_scene.select(m_before);
}

} // namespace SecondStory::Ui
