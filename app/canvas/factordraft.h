// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/factor.h"

#include <QPointF>

namespace SecondStory::Ui {

class FactorItem;
class FactorScene;

/// A factor that is being written and not stored yet.
struct FactorDraft {
    Factor factor;
    FactorId other; ///< set: joined to this one by an influence
    bool isSource = false; ///< the new factor is where that influence begins
};

enum class Heading : quint8 { Up, Right, Down, Left };
/// The unit vector of a heading; y points down.
[[nodiscard]] QPointF vectorOf(Heading heading);

/// From one new card to the next. Units: scene.
inline constexpr double kCardStepX = 256;
inline constexpr double kCardStepY = 120;

/// The first place on the grid, from `at` on by steps, where a card covers no other.
[[nodiscard]] QPointF freePlace(const FactorScene &scene, QPointF at, QPointF step);
/// A free place near `x` in a level's lane: in a row of cards that is there already, else in the
/// lane's middle.
[[nodiscard]] QPointF placeInLevel(const FactorScene &scene, Level level, double x);
/// A new factor for this place: level and phase as of the lanes there.
[[nodiscard]] FactorDraft draftAt(const FactorScene &scene, QPointF at);
/// A new factor on one side of another, joined to it. Right and down are effects of it, left and up
/// contribute to it.
[[nodiscard]] FactorDraft draftConnectedTo(const FactorItem &from, Heading heading,
                                           const FactorScene &scene);
/// A new factor beside another, joined to what that is joined to.
[[nodiscard]] FactorDraft draftBeside(const FactorItem &beside, const FactorScene &scene);

} // namespace SecondStory::Ui
