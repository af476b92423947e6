// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/reports/reportlines.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr int kBoldLevel = 7;

int indentOf(const QString &line)
{
    int columns = 0;
    for (const QChar c : line) {
        if (c == u' ')
            ++columns;
        else if (c == u'\t')
            columns += 4;
        else
            break;
    }
    return columns;
}

/// The length of "- ", "* ", "+ ", "1. ", "2) ", with a check box "[ ] " behind; 0 when there is
/// none.
qsizetype listMarkLength(QStringView text)
{
    qsizetype n = 0;
    if (text.startsWith(u'-') || text.startsWith(u'*') || text.startsWith(u'+')
        || text.startsWith(u'•')) {
        n = 1;
    } else {
        while (n < text.size() && n < 4 && text[n].isDigit())
            ++n;
        if (n == 0 || n >= text.size() || (text[n] != u'.' && text[n] != u')'))
            return 0;
        ++n;
    }
    if (n >= text.size() || !text[n].isSpace())
        return 0;
    while (n < text.size() && text[n].isSpace())
        ++n;
    for (const auto *box : { u"[ ] ", u"[x] ", u"[X] " }) {
        if (text.mid(n).startsWith(QStringView(box)))
            n += 4;
    }
    return n;
}

bool consistsOf(QStringView text, QChar c)
{
    return !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [c](QChar x) { return x == c; });
}

bool isTableRule(QStringView text)
{
    return text.contains(u'-') && text.contains(u'|')
        && std::all_of(text.begin(), text.end(),
                       [](QChar c) { return c == u'|' || c == u'-' || c == u':' || c.isSpace(); });
}

class Classifier {
public:
    explicit Classifier(const QStringList &lines)
        : m_lines(lines)
    {
        m_result.reserve(static_cast<size_t>(lines.size()));
    }

    std::vector<ReportLine> run()
    {
        for (qsizetype i = 0; i < m_lines.size(); ++i)
            m_result.push_back(classify(m_lines[i], i));
        return std::move(m_result);
    }

private:
    ReportLine classify(const QString &raw, qsizetype index)
    {
        ReportLine line;
        line.raw = raw;
        line.indent = indentOf(raw);
        line.content = raw.trimmed();
        if (takeFrontMatter(line, index) || takeFence(line))
            return line;
        const QStringView text(line.content);
        if (text.isEmpty())
            line.type = LineType::Blank;
        else if (text.startsWith(u'>'))
            line.type = LineType::Quote;
        else if (isTableRule(text))
            line.type = LineType::TableRule;
        else if (text.startsWith(u'|'))
            line.type = LineType::TableRow;
        else if (!takeUnderline(line) && !takeHeading(line))
            takeListItem(line);
        return line;
    }

    bool takeFrontMatter(ReportLine &line, qsizetype index)
    {
        const bool isMark = line.content == u"---"_s || line.content == u"+++"_s;
        if (index == 0 && isMark && m_lines.indexOf(line.content, 1) > 0) {
            m_frontMatterMark = line.content;
        } else if (m_frontMatterMark.isEmpty()) {
            return false;
        } else if (line.content == m_frontMatterMark) {
            m_frontMatterMark.clear();
        }
        line.type = LineType::FrontMatter;
        return true;
    }

    bool takeFence(ReportLine &line)
    {
        for (const QString &fence : { u"```"_s, u"~~~"_s }) {
            if (!line.content.startsWith(fence) || (!m_fence.isEmpty() && m_fence != fence))
                continue;
            // "```code```" on one line opens nothing.
            if (m_fence.isEmpty() && line.content.indexOf(u'`', fence.size()) > 0)
                continue;
            m_fence = m_fence.isEmpty() ? fence : QString();
            line.type = LineType::Code;
            return true;
        }
        if (m_fence.isEmpty())
            return false;
        line.type = LineType::Code;
        return true;
    }

    /// "Timeline" with "=======" or "-------" under it.
    bool takeUnderline(ReportLine &line)
    {
        const bool isFirst = consistsOf(line.content, u'=');
        if (line.content.size() < 3 || (!isFirst && !consistsOf(line.content, u'-')))
            return false;
        if (!m_result.empty()) {
            ReportLine &above = m_result.back();
            if (above.type == LineType::Text
                || (above.type == LineType::Heading && above.level == kBoldLevel)) {
                above.type = LineType::Heading;
                above.level = isFirst ? 1 : 2;
                line.raw.clear();
            }
        }
        line.type = LineType::Blank;
        return true;
    }

    static bool takeHeading(ReportLine &line)
    {
        const QString &text = line.content;
        int level = 0;
        while (level < text.size() && text[level] == u'#')
            ++level;
        const bool isMarked =
            level >= 1 && level <= 6 && (level == text.size() || text[level].isSpace());
        if (isMarked && line.indent < 4) {
            line.type = LineType::Heading;
            line.level = level;
            line.content = text.mid(level).trimmed();
            while (line.content.endsWith(u'#'))
                line.content.chop(1);
            line.content = line.content.trimmed();
            return true;
        }
        const bool isBold = text.size() > 4 && text.startsWith(u"**"_s) && text.endsWith(u"**"_s)
            && text.indexOf(u"**"_s, 2) == text.size() - 2;
        const QString bare = text.endsWith(u':') ? text.chopped(1) : text;
        const bool isName = bare.size() < 40 && !bare.contains(u'.')
            && bare.count(u' ') <= (text.endsWith(u':') ? 3 : 1) && isTimelineHeading(bare);
        if (!isBold && !isName)
            return false;
        line.type = LineType::Heading;
        line.level = kBoldLevel;
        line.content = isBold ? text.mid(2, text.size() - 4).trimmed() : bare;
        return true;
    }

    static void takeListItem(ReportLine &line)
    {
        const qsizetype mark = listMarkLength(line.content);
        if (mark == 0)
            return;
        line.type = LineType::ListItem;
        line.content = line.content.mid(mark);
    }

    const QStringList &m_lines;
    std::vector<ReportLine> m_result;
    QString m_frontMatterMark;
    QString m_fence;
};

} // namespace

std::vector<ReportLine> classifyLines(const QStringList &lines)
{
    return Classifier(lines).run();
}

bool isTimelineHeading(const QString &text)
{
    static constexpr std::array<QStringView, 9> kNames{
        u"timeline",      u"time line", u"chronology",   u"what happened",    u"sequence of events",
        u"log of events", u"event log", u"incident log", u"course of events",
    };
    const QString lower = text.toLower();
    return std::any_of(kNames.begin(), kNames.end(),
                       [&lower](QStringView name) { return lower.contains(name); });
}

QStringList tableCells(const QString &row)
{
    QString inner = row.trimmed();
    if (inner.startsWith(u'|'))
        inner.remove(0, 1);
    if (inner.endsWith(u'|'))
        inner.chop(1);
    QStringList cells = inner.split(u'|');
    for (QString &cell : cells)
        cell = cell.trimmed();
    return cells;
}

} // namespace SecondStory::Importing
