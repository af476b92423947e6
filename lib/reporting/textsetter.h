// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reporting/pageitems.h"
#include "reporting/reportblocks.h"
#include "reporting/reportfonts.h"

namespace SecondStory::Reporting {

/// Words broken into lines of one measure.
struct SetText {
    std::shared_ptr<QTextLayout> layout;
    int lines = 0;
    double leading = 0;
    QList<QPair<int, NoteLink>> links; ///< line, and the place relative to that line's top left

    [[nodiscard]] double height() const { return lines * leading; }
    /// `count` lines from `first` as an item at `at`, with their links put where they stand.
    [[nodiscard]] TextItem item(int first, int count, QPointF at, QList<NoteLink> *into) const;
};

/// Breaks runs into lines on a fixed leading, whatever substitute typefaces do; note numbers are
/// raised. Qt::AlignLeft means where reading begins, unless Qt::AlignAbsolute is set as well.
/// Units: width in points.
[[nodiscard]] SetText setText(const Runs &runs, const TextStyle &style, double width,
                              Qt::Alignment alignment = Qt::AlignLeft);
/// The width the runs take on one line, and that of their longest word. Units: points.
struct TextExtent {
    double line = 0;
    double word = 0;
};
[[nodiscard]] TextExtent extentOf(const Runs &runs, const TextStyle &style);

} // namespace SecondStory::Reporting
