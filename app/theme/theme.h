// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/palette.h"

#include <QIcon>
#include <QPalette>
#include <QString>
#include <QWidget>

namespace SecondStory::Ui {

/// The palette that fits a widget: dark when the widget's window colour is dark.
[[nodiscard]] const Figures::Palette &paletteFor(const QWidget *widget);
/// The colours of a theme as Qt roles.
[[nodiscard]] QPalette toQPalette(const Figures::Palette &palette);

/// Spacing on the 4 px grid.
namespace Space {
inline constexpr int kTiny = 4;
inline constexpr int kSmall = 8;
inline constexpr int kPanel = 12;
inline constexpr int kWide = 16;
inline constexpr int kSection = 24;
inline constexpr int kRow = 28;
inline constexpr int kTarget = 24; ///< smallest thing one has to hit
} // namespace Space

/// The interface font at a size relative to the system's: 0.85, 1, 1.15 or 1.5.
[[nodiscard]] QFont fontAt(const QFont &base, double scale, QFont::Weight weight = QFont::Normal);
/// Digits of one width, for times and counts.
[[nodiscard]] QFont tabular(const QFont &base);
/// An icon of ours in the colours of `widget`'s theme; never null: a missing name asserts in tests.
[[nodiscard]] QIcon icon(const QString &name, const QWidget *widget);

} // namespace SecondStory::Ui
