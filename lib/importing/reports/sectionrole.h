// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace SecondStory::Importing {

/// What a section of a report is about, as its heading says it.
enum class SectionRole : quint8 {
    Other,
    Summary,
    Timeline,
    Identified, ///< how it came to be known
    Impact,
    Actions, ///< what is to be done, one entry a task
    Remedies, ///< what was or will be changed: tasks stand in its lists only
    WentWell,
    WentPoorly,
    Lucky,
    Learnings,
    Factors, ///< what contributed
};

/// What the words of a heading mean; Other when they are none of the usual ones.
[[nodiscard]] SectionRole sectionRole(const QString &heading);
/// True for the labels that incident records are filled in under ("Key events", "Time to repair",
/// "Impact", "Review actions").
[[nodiscard]] bool isRecordLabel(const QString &label);

} // namespace SecondStory::Importing
