// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/reports/sectionwords.h"

#include "importing/reports/reportentry.h"
#include "importing/reports/reportitems.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qsizetype kLongestField = 80;

} // namespace

std::span<const ReportLine> SectionWords::linesOf(const OutlineSection &section) const
{
    const size_t first = section.level == 0 ? section.first : section.first + 1;
    return std::span(m_lines).subspan(first, section.end - first);
}

QString SectionWords::body(const OutlineSection &section) const
{
    QStringList body;
    if (!section.inlineText.isEmpty())
        body.append(section.inlineText);
    for (const ReportLine &line : linesOf(section))
        body.append(line.raw);
    return joinedLines(body);
}

QStringList SectionWords::items(const OutlineSection &section) const
{
    QStringList items = listedItems(linesOf(section));
    if (items.isEmpty() && section.role != SectionRole::Remedies)
        items = paragraphsOf(linesOf(section));
    if (!section.inlineText.isEmpty() && items.isEmpty())
        items.append(plainWithLinks(section.inlineText));
    return items;
}

QString SectionWords::summary(const std::vector<OutlineSection> &outline) const
{
    const auto sectionOf = [&outline](SectionRole role) {
        return std::find_if(outline.begin(), outline.end(),
                            [role](const OutlineSection &s) { return s.role == role; });
    };
    QString summary;
    if (const auto own = sectionOf(SectionRole::Summary); own != outline.end())
        summary = wordsOf(*own).join(u"\n\n"_s);
    for (const OutlineSection &section : outline) {
        if (summary.isEmpty() && section.level <= 1)
            summary = firstWords(section);
    }
    for (const auto role : { SectionRole::Identified, SectionRole::Impact }) {
        const auto section = sectionOf(role);
        if (summary.isEmpty() && section != outline.end())
            summary = wordsOf(*section).join(u"\n"_s);
    }
    return summary;
}

/// The first paragraph that is no field like "Status: resolved".
QString SectionWords::firstWords(const OutlineSection &section) const
{
    for (const QString &words : paragraphsOf(linesOf(section))) {
        const qsizetype colon = words.indexOf(u": "_s);
        if (words.size() > kLongestField || colon < 0 || colon > kLongestField / 4)
            return words;
    }
    return {};
}

QStringList SectionWords::wordsOf(const OutlineSection &section) const
{
    QStringList words;
    if (!section.inlineText.isEmpty())
        words.append(plainWithLinks(section.inlineText));
    words += paragraphsOf(linesOf(section));
    words += listedItems(linesOf(section));
    return words;
}

} // namespace SecondStory::Importing
