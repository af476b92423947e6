// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvas/canvaspointer.h"

#include "canvas/canvascommands.h"
#include "canvas/canvasview.h"
#include "canvas/factorscene.h"
#include "canvas/influenceitem.h"
#include "canvas/titleeditor.h"
#include "canvas/tools/canvaspantool.h"
#include "canvas/tools/connecttool.h"
#include "canvas/tools/lassotool.h"
#include "canvas/tools/movetool.h"

#include <QApplication>
#include <QMouseEvent>

#include <cmath>

namespace SecondStory::Ui {

namespace {

constexpr double kHandleReach = 10; ///< around the middle of a handle. Units: scene

} // namespace

CanvasPointer::CanvasPointer(CanvasView &view)
    : m_view(view)
    , m_scene(view.factorScene())
{
}

CanvasPointer::~CanvasPointer() = default;

bool CanvasPointer::cancel()
{
    if (!m_tool)
        return false;
    m_tool->cancel();
    m_tool.reset();
    return true;
}

void CanvasPointer::setSpaceDown(bool isDown)
{
    m_isSpaceDown = isDown;
    if (isDown)
        m_view.viewport()->setCursor(Qt::OpenHandCursor);
    else
        m_view.viewport()->unsetCursor();
}

ToolEvent CanvasPointer::toolEvent(const QMouseEvent &event) const
{
    return { m_view.mapToScene(event.pos()), event.pos(), event.modifiers() };
}

std::optional<Handle> CanvasPointer::handleAt(const FactorItem &item, QPointF at) const
{
    for (const Handle handle : { Handle::Top, Handle::Right, Handle::Bottom, Handle::Left }) {
        const QPointF d = item.handlePosition(handle) - at;
        if (std::hypot(d.x(), d.y()) <= kHandleReach)
            return handle;
    }
    return {};
}

TargetRef CanvasPointer::targetAt(QPointF at) const
{
    if (const FactorItem *factor = m_scene.factorAt(at))
        return { TargetKind::Factor, factor->id().value };
    if (const InfluenceItem *influence = m_scene.influenceAt(at))
        return { TargetKind::Influence, influence->id().value };
    return {};
}

void CanvasPointer::pressOnFactor(FactorId id, Qt::KeyboardModifiers modifiers)
{
    const TargetRef target{ TargetKind::Factor, id.value };
    QList<TargetRef> selection = m_scene.selection();
    if (modifiers & Qt::ShiftModifier) {
        if (!selection.removeOne(target))
            selection.append(target);
        m_scene.select(selection);
    } else if (modifiers & Qt::ControlModifier) {
        selection.append(target);
        for (const FactorId neighbour : m_scene.neighbours({ id }))
            selection.append({ TargetKind::Factor, neighbour.value });
        m_scene.select(selection);
    } else if (!selection.contains(target)) {
        m_scene.select({ target });
    }
}

std::unique_ptr<CanvasTool> CanvasPointer::toolForPress(const QMouseEvent &event,
                                                        const ToolEvent &at)
{
    if (event.button() == Qt::MiddleButton || m_isSpaceDown)
        return std::make_unique<CanvasPanTool>(m_view, at);
    if (const FactorItem *hovered = m_scene.factorItem(m_scene.hovered())) {
        if (const auto handle = handleAt(*hovered, at.scene)) {
            return std::make_unique<ConnectTool>(
                m_scene, hovered->id(), *handle,
                [this](const ConnectTool::Drop &drop) { m_view.commands().connectTo(drop); });
        }
    }
    const TargetRef target = targetAt(at.scene);
    if (target.kind == TargetKind::Factor && !target.isNull()) {
        const FactorId id{ target.id };
        pressOnFactor(id, at.modifiers);
        if (!m_scene.factorItem(id)->isSelected())
            return nullptr;
        return std::make_unique<MoveTool>(m_scene, m_view.edits(), id, at, m_view.showsPhases());
    }
    if (!target.isNull()) {
        m_scene.select({ target });
        return nullptr;
    }
    return std::make_unique<LassoTool>(m_view, m_scene, at);
}

void CanvasPointer::press(const QMouseEvent &event)
{
    m_view.titleEditor().accept();
    if (event.button() != Qt::LeftButton && event.button() != Qt::MiddleButton)
        return;
    m_press = toolEvent(event);
    m_isDragging = false;
    hover(m_press.scene);
    m_tool = toolForPress(event, m_press);
}

void CanvasPointer::move(const QMouseEvent &event)
{
    const ToolEvent at = toolEvent(event);
    if (!m_tool || event.buttons() == Qt::NoButton) {
        hover(at.scene);
        return;
    }
    const int moved = (at.view - m_press.view).manhattanLength();
    m_isDragging = m_isDragging || moved >= QApplication::startDragDistance();
    if (m_isDragging)
        m_tool->move(at);
}

void CanvasPointer::release(const QMouseEvent &event)
{
    const ToolEvent at = toolEvent(event);
    if (const std::unique_ptr<CanvasTool> tool = std::exchange(m_tool, nullptr)) {
        if (m_isDragging)
            tool->finish(at);
        else
            tool->cancel();
    }
    // A plain click on one of several selected cards means that one.
    const bool isPlainClick =
        !m_isDragging && event.button() == Qt::LeftButton && event.modifiers() == Qt::NoModifier;
    if (isPlainClick && m_scene.selection().size() > 1) {
        if (const TargetRef target = targetAt(at.scene); !target.isNull())
            m_scene.select({ target });
    }
    m_isDragging = false;
    hover(at.scene);
}

void CanvasPointer::doubleClick(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton)
        return;
    m_tool.reset();
    const ToolEvent at = toolEvent(event);
    const TargetRef target = targetAt(at.scene);
    if (target.isNull())
        m_view.beginFactor(m_view.commands().draftAt(at.scene));
    else if (target.kind == TargetKind::Factor)
        m_view.editTitle(FactorId{ target.id });
    else
        Q_EMIT m_view.inspectRequested();
}

void CanvasPointer::hover(QPointF at)
{
    const FactorItem *item = m_scene.factorAt(at);
    // The handles stand outside the card: it stays hovered while the pointer goes to them.
    const FactorItem *before = m_scene.factorItem(m_scene.hovered());
    if (!item && before && before->sceneBoundingRect().contains(at))
        item = before;
    m_scene.setHovered(item ? item->id() : FactorId());
    if (m_tool || m_isSpaceDown)
        return;
    const bool isOnHandle = item && handleAt(*item, at).has_value();
    m_view.viewport()->setCursor(isOnHandle ? Qt::CrossCursor : Qt::ArrowCursor);
}

} // namespace SecondStory::Ui
