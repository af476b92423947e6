// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace SecondStory::Importing {

/// What the beginning of a file shows of a report; for probing.
struct ReportMarks {
    int statedMoments = 0; ///< different ones, in its text
    int keyMoments = 0; ///< in its front matter
    int reportKeys = 0; ///< front matter keys that incident records have
    bool hasKeyEvents = false;
    bool isNamedReport = false; ///< its title speaks of an incident
    bool hasFrontMatter = false;
};
[[nodiscard]] ReportMarks marksOf(const QStringList &lines);

} // namespace SecondStory::Importing
