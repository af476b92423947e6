// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/reports/reportoutline.h"

#include "importing/clockphrase.h"
#include "importing/plainwords.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr int kLabelLevel = 8;
constexpr int kDeepIndent = 4;
constexpr qsizetype kLongestHeading = 1'000;
constexpr qsizetype kLongestLabel = 60;

bool isTimedHeading(const QString &content)
{
    const auto phrase = readClockPhrase(withoutMarkdown(content.left(kLongestHeading)));
    return phrase && (phrase->start || phrase->isUnknownClock);
}

class Outliner {
public:
    explicit Outliner(const std::vector<ReportLine> &lines)
        : m_lines(lines)
    {
    }

    std::vector<OutlineSection> run()
    {
        begin(0, 0, {});
        for (size_t i = 0; i < m_lines.size(); ++i) {
            const ReportLine &line = m_lines[i];
            if (line.type == LineType::Heading && !isTimedHeading(line.content))
                begin(i, line.level, withoutMarkdown(line.content.left(kLongestHeading)));
            else if (line.type == LineType::ListItem && line.indent < kDeepIndent)
                takeLabel(i);
        }
        m_sections.back().end = m_lines.size();
        return std::move(m_sections);
    }

private:
    void begin(size_t index, int level, QString heading)
    {
        if (!m_sections.empty())
            m_sections.back().end = index;
        while (!m_above.empty() && m_above.back().level >= level)
            m_above.pop_back();
        if (heading.endsWith(u':'))
            heading.chop(1);
        OutlineSection section;
        section.heading = heading.trimmed();
        section.level = level;
        section.role = sectionRole(section.heading);
        if (section.role == SectionRole::Other && !m_above.empty())
            section.role = m_above.back().role;
        section.first = index;
        m_above.push_back({ level, section.role });
        m_sections.push_back(std::move(section));
    }

    void takeLabel(size_t index)
    {
        const LabelledText text = readBoldLabel(m_lines[index].content);
        if (text.label.isEmpty() || !isRecordLabel(text.label))
            return;
        begin(index, kLabelLevel, text.label);
        // "Context/Resolution/Review actions": its first part says what it begins with.
        m_sections.back().role = sectionRole(text.label.section(u'/', 0, 0));
        m_sections.back().inlineText = text.rest;
    }

    struct Above {
        int level = 0;
        SectionRole role = SectionRole::Other;
    };

    const std::vector<ReportLine> &m_lines;
    std::vector<OutlineSection> m_sections;
    std::vector<Above> m_above;
};

} // namespace

std::vector<OutlineSection> outlineOf(const std::vector<ReportLine> &lines)
{
    return Outliner(lines).run();
}

LabelledText readBoldLabel(const QString &content)
{
    if (!content.startsWith(u"**"_s))
        return {};
    const qsizetype close = content.indexOf(u"**"_s, 2);
    if (close < 3 || close > kLongestLabel)
        return {};
    QString label = content.mid(2, close - 2).trimmed();
    QString rest = content.mid(close + 2).trimmed();
    if (label.endsWith(u':'))
        label.chop(1);
    else if (rest.startsWith(u':'))
        rest = rest.mid(1).trimmed();
    else if (!rest.isEmpty())
        return {};
    return { label.trimmed(), rest };
}

} // namespace SecondStory::Importing
