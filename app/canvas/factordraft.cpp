// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvas/factordraft.h"

#include "canvas/factoritem.h"
#include "canvas/factorscene.h"
#include "canvas/influenceitem.h"

#include <cmath>
#include <limits>

namespace SecondStory::Ui {

namespace {

double onGrid(double value)
{
    return std::round(value / Figures::kCanvasGrid) * Figures::kCanvasGrid;
}

} // namespace

QPointF vectorOf(Heading heading)
{
    switch (heading) {
    case Heading::Up:
        return { 0, -1 };
    case Heading::Right:
        return { 1, 0 };
    case Heading::Down:
        return { 0, 1 };
    case Heading::Left:
        break;
    }
    return { -1, 0 };
}

QPointF freePlace(const FactorScene &scene, QPointF at, QPointF step)
{
    QPointF place(onGrid(at.x()), onGrid(at.y()));
    const auto isTaken = [&] {
        const QRectF wanted = Figures::cardRect(place).adjusted(-12, -12, 12, 12);
        for (const FactorItem *item : scene.factorItems()) {
            if (wanted.intersects(item->card()))
                return true;
        }
        return false;
    };
    for (int i = 0; i < 200 && isTaken(); ++i)
        place += step;
    return place;
}

QPointF placeInLevel(const FactorScene &scene, Level level, double x)
{
    double y = scene.lanes().of(level).centre();
    double nearest = std::numeric_limits<double>::max();
    for (const FactorItem *item : scene.factorItems()) {
        if (item->factor().level != level || std::abs(item->x() - x) >= nearest)
            continue;
        nearest = std::abs(item->x() - x);
        y = item->y();
    }
    return freePlace(scene, { x, y }, { kCardStepX, 0 });
}

FactorDraft draftAt(const FactorScene &scene, QPointF at)
{
    FactorDraft draft;
    draft.factor.x = onGrid(at.x());
    draft.factor.y = onGrid(at.y());
    draft.factor.level = scene.lanes().levelAt(at.y());
    draft.factor.phase = scene.lanes().phaseAt(at.x());
    if (draft.factor.level == Level::Outcome)
        draft.factor.kind = FactorKind::Outcome;
    return draft;
}

FactorDraft draftConnectedTo(const FactorItem &from, Heading heading, const FactorScene &scene)
{
    const bool isUpright = heading == Heading::Up || heading == Heading::Down;
    FactorDraft draft;
    draft.other = from.id();
    draft.isSource = heading == Heading::Up || heading == Heading::Left;
    draft.factor.phase = from.factor().phase;
    draft.factor.level = from.factor().level;
    QPointF at;
    if (isUpright) {
        const int level =
            static_cast<int>(from.factor().level) + (heading == Heading::Down ? 1 : -1);
        draft.factor.level = static_cast<Level>(std::clamp(level, 1, 7));
        const bool isOther = draft.factor.level != from.factor().level;
        const QPointF below = from.pos() + vectorOf(heading) * kCardStepY;
        at = isOther ? placeInLevel(scene, draft.factor.level, from.x())
                     : freePlace(scene, below, { kCardStepX, 0 });
    } else {
        const QPointF side = vectorOf(heading) * kCardStepX;
        at = freePlace(scene, from.pos() + side, side);
    }
    if (draft.factor.level == Level::Outcome)
        draft.factor.kind = FactorKind::Outcome;
    draft.factor.x = at.x();
    draft.factor.y = at.y();
    return draft;
}

FactorDraft draftBeside(const FactorItem &beside, const FactorScene &scene)
{
    FactorDraft draft;
    for (const InfluenceItem *item : scene.influenceItems()) {
        if (item->influence().to == beside.id()) {
            draft.other = item->influence().from;
            draft.isSource = false;
            break;
        }
        if (item->influence().from == beside.id()) {
            draft.other = item->influence().to;
            draft.isSource = true;
        }
    }
    draft.factor.level = beside.factor().level;
    draft.factor.phase = beside.factor().phase;
    draft.factor.kind = beside.factor().kind;
    const QPointF at = freePlace(scene, beside.pos() + QPointF(kCardStepX, 0), { kCardStepX, 0 });
    draft.factor.x = at.x();
    draft.factor.y = at.y();
    return draft;
}

} // namespace SecondStory::Ui
