// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvas/factorscene.h"

#include "canvas/factoritem.h"
#include "canvas/influenceitem.h"
#include "editing/reviewdocument.h"
#include "figures/canvas/canvasfigure.h"
#include "figures/canvas/canvaslayout.h"

#include <QApplication>
#include <QStyle>
#include <QVariantAnimation>

#include <algorithm>
#include <tuple>

namespace SecondStory::Ui {

namespace {

constexpr int kGlideMs = 200;
constexpr double kRoom = 900; ///< that one can scroll beyond the content
constexpr int kMostGliding = 400;

} // namespace

FactorScene::FactorScene(Editing::ReviewDocument &document, const Figures::Palette &palette,
                         const QFont &font, QObject *parent)
    : QGraphicsScene(parent)
    , m_document(document)
    , m_palette(&palette)
    , m_font(font)
{
    connect(&document, &Editing::ReviewDocument::changed, this, [this] { sync(); });
    connect(&document, &Editing::ReviewDocument::eventsReloaded, this, [this] { sync(); });
    connect(this, &QGraphicsScene::selectionChanged, this, [this] {
        if (m_focusHops > 0)
            updateLooks();
        Q_EMIT selectionShown(selection());
    });
    sync();
}

FactorScene::~FactorScene()
{
    // The base class removes the items and would tell of a changing selection meanwhile.
    disconnect(this, nullptr, this, nullptr);
}

void FactorScene::setColors(const Figures::Palette &palette, const QFont &font)
{
    m_palette = &palette;
    m_font = font;
    for (FactorItem *item : std::as_const(m_factors))
        item->setFactor(item->factor(), item->evidence(), palette, font);
    for (InfluenceItem *item : std::as_const(m_influences))
        item->setInfluence(item->influence(), palette);
    update();
}

void FactorScene::sync()
{
    Editing::Placements before;
    for (const FactorItem *item : std::as_const(m_factors))
        before.insert(item->id(), item->pos());
    syncFactors();
    syncInfluences();
    placeItems();
    if (std::exchange(m_isAnimatedNext, false))
        glideFrom(before);
    routeAll();
    growSceneRect();
    updateLooks();
    update();
    Q_EMIT contentsShown();
}

void FactorScene::syncFactors()
{
    const QHash<QUuid, int> evidence = Figures::evidenceCounts(m_document.contents());
    QSet<FactorId> present;
    bool isPlaceLost = false;
    for (const Factor &factor : m_document.contents().factors) {
        present.insert(factor.id);
        const int count = evidence.value(factor.id.value);
        FactorItem *&item = m_factors[factor.id];
        if (!item) {
            item = new FactorItem(factor, count, *m_palette, m_font);
            item->setZValue(1);
            addItem(item);
        } else if (item->factor() != factor || item->evidence() != count) {
            isPlaceLost |= Figures::isPlaced(item->factor()) && !Figures::isPlaced(factor);
            item->setFactor(factor, count, *m_palette, m_font);
        }
    }
    for (auto it = m_factors.begin(); it != m_factors.end();) {
        if (present.contains(it.key())) {
            ++it;
            continue;
        }
        // First out of the list: an item that goes changes the selection, and that reads the list.
        const auto *gone = it.value();
        it = m_factors.erase(it);
        delete gone;
    }
    if (isPlaceLost)
        m_drawn.clear();
    m_drawn.removeIf([&](const auto &entry) {
        const FactorItem *item = m_factors.value(entry.key());
        return !item || Figures::isPlaced(item->factor());
    });
}

void FactorScene::syncInfluences()
{
    QSet<InfluenceId> present;
    for (const Influence &influence : m_document.contents().influences) {
        if (!m_factors.contains(influence.from) || !m_factors.contains(influence.to))
            continue;
        present.insert(influence.id);
        InfluenceItem *&item = m_influences[influence.id];
        if (!item) {
            item = new InfluenceItem(influence, *m_palette);
            addItem(item);
        } else if (item->influence() != influence) {
            item->setInfluence(influence, *m_palette);
        }
    }
    for (auto it = m_influences.begin(); it != m_influences.end();) {
        if (present.contains(it.key())) {
            ++it;
            continue;
        }
        const auto *gone = it.value();
        it = m_influences.erase(it);
        delete gone;
    }
}

void FactorScene::placeItems()
{
    QList<Factor> factors = m_document.contents().factors;
    for (Factor &factor : factors) {
        const auto drawn = m_drawn.constFind(factor.id);
        if (drawn == m_drawn.constEnd())
            continue;
        factor.x = drawn->x();
        factor.y = drawn->y();
    }
    const Figures::FactorPositions positions =
        Figures::displayPositions(factors, m_document.contents().influences);
    for (Factor &factor : factors) {
        const QPointF at = positions.value(factor.id);
        FactorItem *item = m_factors.value(factor.id);
        if (!Figures::isPlaced(item->factor()))
            m_drawn.insert(factor.id, at);
        factor.x = at.x();
        factor.y = at.y();
        item->setPos(at);
    }
    m_lanes = Figures::lanesFor(factors);
}

void FactorScene::glideFrom(const Editing::Placements &before)
{
    if (QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) <= 0
        || before.size() > kMostGliding)
        return;
    Editing::Placements after;
    for (const FactorItem *item : std::as_const(m_factors)) {
        if (before.contains(item->id()) && before.value(item->id()) != item->pos())
            after.insert(item->id(), item->pos());
    }
    if (after.isEmpty())
        return;
    delete m_glide;
    m_glide = new QVariantAnimation(this);
    m_glide->setDuration(kGlideMs);
    m_glide->setEasingCurve(QEasingCurve::InOutCubic);
    m_glide->setStartValue(0.0);
    m_glide->setEndValue(1.0);
    connect(m_glide, &QVariantAnimation::valueChanged, this,
            [this, before, after](const QVariant &value) {
                Editing::Placements now;
                for (auto it = after.begin(); it != after.end(); ++it)
                    now.insert(it.key(),
                               before.value(it.key())
                                   + (it.value() - before.value(it.key())) * value.toDouble());
                preview(now);
            });
    m_glide->start(QAbstractAnimation::DeleteWhenStopped);
}

void FactorScene::routeAll()
{
    QList<QPointF> centres;
    QHash<FactorId, qsizetype> index;
    for (const Factor &factor : m_document.contents().factors) {
        index.insert(factor.id, centres.size());
        centres.append(m_factors.value(factor.id)->pos());
    }
    QList<Figures::CurveLink> links;
    QList<InfluenceItem *> items;
    for (const Influence &influence : m_document.contents().influences) {
        InfluenceItem *item = m_influences.value(influence.id);
        if (!item)
            continue;
        links.append({ index.value(influence.from), index.value(influence.to), influence.kind });
        items.append(item);
    }
    const QList<Figures::CurveRoute> routes = Figures::routeCurves(centres, links);
    for (qsizetype i = 0; i < routes.size(); ++i)
        items[i]->setRoute(routes[i]);
}

void FactorScene::growSceneRect()
{
    QRectF rect = contentRect();
    rect.setTop(std::min(rect.top(), m_lanes.levels.first().from));
    rect.setBottom(std::max(rect.bottom(), m_lanes.levels.last().to));
    setSceneRect(rect.adjusted(-kRoom, -kRoom / 2, kRoom, kRoom / 2));
}

FactorItem *FactorScene::factorAt(QPointF at) const
{
    for (QGraphicsItem *item : items(at, Qt::IntersectsItemShape, Qt::DescendingOrder)) {
        if (auto *factor = qgraphicsitem_cast<FactorItem *>(item))
            return factor;
    }
    return nullptr;
}

InfluenceItem *FactorScene::influenceAt(QPointF at) const
{
    for (QGraphicsItem *item : items(at, Qt::IntersectsItemShape, Qt::DescendingOrder)) {
        if (auto *influence = qgraphicsitem_cast<InfluenceItem *>(item))
            return influence;
    }
    return nullptr;
}

QList<FactorId> FactorScene::readingOrder() const
{
    QList<FactorItem *> sorted = m_factors.values();
    std::sort(sorted.begin(), sorted.end(), [](const FactorItem *a, const FactorItem *b) {
        return std::tuple(a->factor().level, a->x(), a->y(), a->id())
            < std::tuple(b->factor().level, b->x(), b->y(), b->id());
    });
    QList<FactorId> ids;
    for (const FactorItem *item : sorted)
        ids.append(item->id());
    return ids;
}

QRectF FactorScene::contentRect() const
{
    QRectF rect;
    for (const FactorItem *item : std::as_const(m_factors))
        rect = rect.united(item->card());
    for (const InfluenceItem *item : std::as_const(m_influences))
        rect = rect.united(item->boundingRect());
    return rect;
}

Editing::Placements FactorScene::settle() const
{
    return m_drawn;
}

QList<FactorId> FactorScene::selectedFactors() const
{
    QList<FactorId> ids;
    for (const FactorId id : readingOrder()) {
        if (m_factors.value(id)->isSelected())
            ids.append(id);
    }
    return ids;
}

QList<TargetRef> FactorScene::selection() const
{
    QList<TargetRef> targets;
    for (const FactorId id : selectedFactors())
        targets.append({ TargetKind::Factor, id.value });
    for (const InfluenceItem *item : std::as_const(m_influences)) {
        if (item->isSelected())
            targets.append({ TargetKind::Influence, item->id().value });
    }
    return targets;
}

void FactorScene::select(const QList<TargetRef> &targets)
{
    const QSet<TargetRef> wanted(targets.begin(), targets.end());
    {
        // One signal for the whole change.
        const QSignalBlocker blocker(this);
        for (FactorItem *item : std::as_const(m_factors))
            item->setSelected(wanted.contains({ TargetKind::Factor, item->id().value }));
        for (InfluenceItem *item : std::as_const(m_influences))
            item->setSelected(wanted.contains({ TargetKind::Influence, item->id().value }));
    }
    Q_EMIT selectionChanged();
}

QSet<FactorId> FactorScene::neighbours(const QSet<FactorId> &of) const
{
    QSet<FactorId> result;
    for (const InfluenceItem *item : std::as_const(m_influences)) {
        if (of.contains(item->influence().from))
            result.insert(item->influence().to);
        if (of.contains(item->influence().to))
            result.insert(item->influence().from);
    }
    return result.subtract(of);
}

QList<FactorId> FactorScene::isolated() const
{
    QSet<FactorId> joined;
    for (const InfluenceItem *item : std::as_const(m_influences))
        joined << item->influence().from << item->influence().to;
    QList<FactorId> ids = readingOrder();
    ids.removeIf([&](FactorId id) { return joined.contains(id); });
    return ids;
}

void FactorScene::preview(const Editing::Placements &positions)
{
    for (auto it = positions.begin(); it != positions.end(); ++it) {
        if (FactorItem *item = m_factors.value(it.key()))
            item->setPos(it.value());
    }
    routeAll();
}

void FactorScene::endPreview()
{
    delete m_glide;
    placeItems();
    routeAll();
}

void FactorScene::setHovered(FactorId id)
{
    if (m_hovered == id)
        return;
    m_hovered = id;
    updateLooks();
}

void FactorScene::setDropTarget(const TargetRef &target)
{
    if (m_dropTarget == target)
        return;
    m_dropTarget = target;
    updateLooks();
}

void FactorScene::setFocusHops(int hops)
{
    m_focusHops = hops;
    updateLooks();
}

void FactorScene::updateLooks()
{
    QSet<FactorId> near;
    if (m_focusHops > 0) {
        for (const FactorId id : selectedFactors())
            near.insert(id);
        for (int i = 0; i < m_focusHops && !near.isEmpty(); ++i)
            near.unite(neighbours(near));
    }
    const auto isFaded = [&](FactorId id) { return !near.isEmpty() && !near.contains(id); };
    for (FactorItem *item : std::as_const(m_factors)) {
        const bool isTarget = m_dropTarget == TargetRef{ TargetKind::Factor, item->id().value };
        item->setLook(item->id() == m_hovered, isFaded(item->id()), isTarget);
    }
    for (InfluenceItem *item : std::as_const(m_influences)) {
        const Influence &influence = item->influence();
        const bool isTarget =
            m_dropTarget == TargetRef{ TargetKind::Influence, influence.id.value };
        const bool isJoined =
            !m_hovered.isNull() && (influence.from == m_hovered || influence.to == m_hovered);
        item->setLook(isTarget || isJoined, isFaded(influence.from) || isFaded(influence.to));
    }
}

} // namespace SecondStory::Ui
