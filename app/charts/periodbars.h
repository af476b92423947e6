// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/recurrence.h"
#include "charts/chartadapter.h"

namespace SecondStory::Ui {

/// What the bars over time are made of.
enum class BarsBy : quint8 { Phase, Code };

/// A bar's meaning: the reviews behind it, and the words for them.
struct BarReviews {
    QList<ReviewId> reviews;
    QString why;
};

/// The periods of a table as stacked bars: by phase, or by the most frequent codes and the others
/// together.
[[nodiscard]] StackedBars periodBars(const Analysis::RecurrenceTable &table, BarsBy by,
                                     const Figures::Palette &palette);
/// The reviews behind one bar of `periodBars`.
[[nodiscard]] BarReviews reviewsOfBar(const Analysis::RecurrenceTable &table, BarsBy by, int series,
                                      int period);

} // namespace SecondStory::Ui
