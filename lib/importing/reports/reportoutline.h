// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/reports/reportlines.h"
#include "importing/reports/sectionrole.h"

#include <vector>

namespace SecondStory::Importing {

/// A stretch of a report under one heading, or under one label of an incident record.
struct OutlineSection {
    QString heading; ///< in plain words; empty before the first heading
    int level = 0; ///< 1..6 headings, 7 bold lines, 8 labels; 0 before the first heading
    SectionRole role = SectionRole::Other; ///< its own, else that of the heading above it
    size_t first = 0; ///< index of the heading's line; of the first line when there is none
    size_t end = 0; ///< index behind its last line
    QString inlineText; ///< what stands behind a label on its line
};

/// Cuts a report at its headings and labels. Headings that are times belong to the section around
/// them. Order: as in the file; without gaps.
[[nodiscard]] std::vector<OutlineSection> outlineOf(const std::vector<ReportLine> &lines);

/// The label of "**Impact**: text" or "**Impact:** text" and what stands behind it; both empty when
/// the text begins with none.
struct LabelledText {
    QString label;
    QString rest;
};
[[nodiscard]] LabelledText readBoldLabel(const QString &content);

} // namespace SecondStory::Importing
