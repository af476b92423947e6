// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace SecondStory::Importing {

/// What a line of a report is, as far as Markdown or plain text tell.
enum class LineType : quint8 {
    Blank,
    FrontMatter,
    Code,
    Quote,
    Heading,
    ListItem,
    TableRow,
    TableRule,
    Text
};

struct ReportLine {
    LineType type = LineType::Text;
    int level = 0; ///< of a heading: 1..6; 7 for a line that is bold from end to end or says only
                   ///< "Timeline:"
    int indent = 0; ///< columns before the first character
    QString content; ///< without the heading's or list item's mark
    QString raw;
};

/// Sorts the lines of a report. Order: one for one. Lines in code fences are code, whatever they
/// say.
[[nodiscard]] std::vector<ReportLine> classifyLines(const QStringList &lines);

/// "Timeline", "Chronology", "What happened" …
[[nodiscard]] bool isTimelineHeading(const QString &text);

/// The cells of "| a | b |", trimmed.
[[nodiscard]] QStringList tableCells(const QString &row);

} // namespace SecondStory::Importing
