// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/palette.h"

#include <QPainter>
#include <QRectF>
#include <QString>

namespace SecondStory::Figures {

/// Before, during and after told apart by tone and by pattern, so that grey print tells them apart
/// too. `phase` is 0, 1 or 2.
[[nodiscard]] QColor phaseTone(int phase, const Palette &palette);
/// What is legible on that tone.
[[nodiscard]] QColor phaseInk(int phase, const Palette &palette);
/// "Before", "During", "After".
[[nodiscard]] QString phaseName(int phase);
/// Fills a rectangle in the phase's tone and pattern.
void fillPhase(QPainter &painter, const QRectF &rect, int phase, const Palette &palette);

} // namespace SecondStory::Figures
