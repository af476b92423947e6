// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvas/tools/connecttool.h"

#include "canvas/factorscene.h"

#include <QPainter>

#include <cmath>

namespace SecondStory::Ui {

/// The curve under the pointer while it is drawn.
class DraftCurveItem : public QGraphicsItem {
public:
    explicit DraftCurveItem(const Figures::Palette &palette)
        : m_palette(palette)
    {
        setZValue(3);
    }

    [[nodiscard]] QRectF boundingRect() const override { return m_curve.bounds(); }

    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override
    {
        Figures::CurveLook look;
        look.isSelected = true;
        m_curve.paint(*painter, InfluenceKind::ContributedTo, InfluenceStatus::Proposed, m_palette,
                      look);
    }

    void setRoute(const Figures::CurveRoute &route)
    {
        prepareGeometryChange();
        m_curve = Figures::InfluenceCurve(route);
    }

private:
    const Figures::Palette &m_palette;
    Figures::InfluenceCurve m_curve;
};

namespace {

Figures::CardSide sideOf(Handle handle)
{
    switch (handle) {
    case Handle::Top:
        return Figures::CardSide::Top;
    case Handle::Right:
        return Figures::CardSide::Right;
    case Handle::Bottom:
        return Figures::CardSide::Bottom;
    case Handle::Left:
        break;
    }
    return Figures::CardSide::Left;
}

/// The side of something at `to` that looks towards `from`.
Figures::CardSide facing(QPointF from, QPointF to)
{
    const QPointF d = to - from;
    if (std::abs(d.y()) >= std::abs(d.x()))
        return d.y() > 0 ? Figures::CardSide::Top : Figures::CardSide::Bottom;
    return d.x() > 0 ? Figures::CardSide::Left : Figures::CardSide::Right;
}

} // namespace

ConnectTool::ConnectTool(FactorScene &scene, FactorId from, Handle handle,
                         std::function<void(const Drop &)> dropped)
    : m_scene(scene)
    , m_from(from)
    , m_handle(handle)
    , m_dropped(std::move(dropped))
    , m_curve(std::make_unique<DraftCurveItem>(scene.colors()))
{
    scene.addItem(m_curve.get());
}

ConnectTool::~ConnectTool() = default;

FactorId ConnectTool::targetAt(QPointF at) const
{
    const FactorItem *item = m_scene.factorAt(at);
    return item && item->id() != m_from ? item->id() : FactorId();
}

void ConnectTool::move(const ToolEvent &event)
{
    const FactorItem *source = m_scene.factorItem(m_from);
    if (!source)
        return;
    const FactorId target = targetAt(event.scene);
    m_scene.setDropTarget(target.isNull() ? TargetRef()
                                          : TargetRef{ TargetKind::Factor, target.value });
    Figures::CurveRoute route;
    route.from = source->handlePosition(m_handle);
    route.to = event.scene;
    route.fromSide = sideOf(m_handle);
    route.toSide = facing(route.from, route.to);
    if (event.modifiers & Qt::ShiftModifier) {
        std::swap(route.from, route.to);
        std::swap(route.fromSide, route.toSide);
    }
    m_curve->setRoute(route);
}

void ConnectTool::finish(const ToolEvent &event)
{
    m_scene.setDropTarget({});
    m_curve.reset();
    const FactorItem *source = m_scene.factorItem(m_from);
    if (!source || m_scene.factorAt(event.scene) == source)
        return;
    m_dropped({ m_from, targetAt(event.scene), event.scene,
                event.modifiers.testFlag(Qt::ShiftModifier) });
}

void ConnectTool::cancel()
{
    m_scene.setDropTarget({});
    m_curve.reset();
}

} // namespace SecondStory::Ui
