// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/reports/reportoutline.h"

#include <QStringList>

#include <span>

namespace SecondStory::Importing {

/// What the sections of a report say: their text, what they enumerate, the summary.
class SectionWords {
public:
    /// `lines` has to outlive this; sections are of its outline.
    explicit SectionWords(const std::vector<ReportLine> &lines)
        : m_lines(lines)
    {
    }

    /// The text as written, without the heading.
    [[nodiscard]] QString body(const OutlineSection &section) const;
    /// What the section lists, else its paragraphs, in plain words.
    [[nodiscard]] QStringList items(const OutlineSection &section) const;
    /// The summary's own section, else the first words of the report, else how it became known and
    /// what came of it; empty when there is nothing of all that.
    [[nodiscard]] QString summary(const std::vector<OutlineSection> &outline) const;

private:
    [[nodiscard]] std::span<const ReportLine> linesOf(const OutlineSection &section) const;
    [[nodiscard]] QString firstWords(const OutlineSection &section) const;
    [[nodiscard]] QStringList wordsOf(const OutlineSection &section) const;

    const std::vector<ReportLine> &m_lines;
};

} // namespace SecondStory::Importing
