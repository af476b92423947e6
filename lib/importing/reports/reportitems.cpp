// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/reports/reportitems.h"

#include "importing/plainwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qsizetype kLongestLink = 2'000;
constexpr size_t kLinesOfTask = 20;

/// Collects the entries of a list: lines that go on and lists inside belong to the entry above.
class ItemCollector {
public:
    explicit ItemCollector(int indent)
        : m_indent(indent)
    {
    }

    void take(const ReportLine &line)
    {
        switch (line.type) {
        case LineType::ListItem:
            return takeListItem(line);
        case LineType::Text:
            return takeText(line);
        case LineType::Code:
            return append(u"\n"_s + line.raw.trimmed());
        case LineType::Quote:
            return append(u' ' + line.content.mid(1).trimmed());
        case LineType::Blank:
            m_isAfterBlank = true;
            return;
        case LineType::Heading:
        case LineType::TableRow:
        case LineType::TableRule:
        case LineType::FrontMatter:
            return close();
        }
    }

    QStringList finish()
    {
        close();
        return std::move(m_items);
    }

private:
    void takeListItem(const ReportLine &line)
    {
        if (line.indent > m_indent + 1)
            return append(u"\n- "_s + plainWithLinks(line.content));
        close();
        m_isOpen = true;
        m_item = plainWithLinks(line.content);
        m_isAfterBlank = false;
    }

    void takeText(const ReportLine &line)
    {
        if (m_isAfterBlank && line.indent <= m_indent + 1)
            return close();
        append(u' ' + plainWithLinks(line.content));
    }

    void append(const QString &words)
    {
        if (m_isOpen)
            m_item += words;
        m_isAfterBlank = false;
    }

    void close()
    {
        if (m_isOpen && !m_item.trimmed().isEmpty())
            m_items.append(m_item.trimmed());
        m_item.clear();
        m_isOpen = false;
    }

    int m_indent = 0;
    QString m_item;
    QStringList m_items;
    bool m_isOpen = false;
    bool m_isAfterBlank = false;
};

QStringList tableItems(std::span<const ReportLine> lines)
{
    QStringList items;
    for (size_t i = 0; i < lines.size(); ++i) {
        const bool isHeader = i + 1 < lines.size() && lines[i + 1].type == LineType::TableRule;
        if (lines[i].type != LineType::TableRow || isHeader)
            continue;
        QStringList cells = tableCells(lines[i].content);
        for (QString &cell : cells)
            cell = plainWithLinks(cell);
        cells.removeAll(QString());
        if (!cells.isEmpty())
            items.append(cells.join(u" – "_s));
    }
    return items;
}

struct WebLink {
    QString label;
    QString address;
    qsizetype begin = 0;
    qsizetype end = 0; ///< 0: no link to the web
};

/// The link whose "](" stands at `middle`, looked for nearby only, or a text full of brackets would
/// take for ever.
WebLink webLinkAt(const QString &text, qsizetype middle, qsizetype from)
{
    const QStringView behind = QStringView(text).mid(middle + 2, kLongestLink);
    if (!behind.trimmed().startsWith(u"http"))
        return {};
    const qsizetype first = qMax(from, middle - kLongestLink);
    const qsizetype open = QStringView(text).mid(first, middle - first).lastIndexOf(u'[');
    const qsizetype close = behind.indexOf(u')');
    const QString address = close < 0 ? QString() : behind.left(close).trimmed().toString();
    const bool isWeb = address.startsWith(u"https://"_s) || address.startsWith(u"http://"_s);
    if (open < 0 || !isWeb)
        return {};
    const qsizetype begin = first + open;
    return { text.mid(begin + 1, middle - begin - 1), address, begin, middle + 2 + close + 1 };
}

} // namespace

QString plainWithLinks(const QString &text)
{
    QString out;
    qsizetype done = 0;
    for (qsizetype at = text.indexOf(u"]("_s); at >= 0; at = text.indexOf(u"]("_s, at + 2)) {
        const WebLink link = webLinkAt(text, at, done);
        if (link.end == 0)
            continue;
        const bool isApart = link.begin > 0 && text[link.begin - 1].isSpace();
        out += withoutMarkdown(text.mid(done, link.begin - done)) + (isApart ? u" "_s : QString());
        out += link.label == link.address
            ? link.address
            : QString(withoutMarkdown(link.label) + u" ("_s + link.address + u')');
        done = link.end;
        const bool isJoined = done < text.size() && QStringView(u".,;:)").contains(text[done]);
        out += isJoined ? QString() : u" "_s;
        at = done - 2;
    }
    return QString(out + withoutMarkdown(text.mid(done))).simplified();
}

QStringList listedItems(std::span<const ReportLine> lines)
{
    int indent = -1;
    for (const ReportLine &line : lines) {
        if (line.type == LineType::ListItem && (indent < 0 || line.indent < indent))
            indent = line.indent;
    }
    if (indent < 0)
        return tableItems(lines);
    ItemCollector collector(indent);
    for (const ReportLine &line : lines)
        collector.take(line);
    return collector.finish();
}

QStringList paragraphsOf(std::span<const ReportLine> lines)
{
    QStringList paragraphs;
    QStringList words;
    const auto close = [&] {
        if (words.isEmpty())
            return;
        const QString text = plainWithLinks(words.join(u' '));
        if (!text.isEmpty())
            paragraphs.append(text);
        words.clear();
    };
    for (const ReportLine &line : lines) {
        // "[name]: https://…" says where a link leads.
        const bool isReference =
            line.content.startsWith(u'[') && line.content.contains(u"]: http"_s);
        if (line.type == LineType::Text && !isReference)
            words.append(line.content);
        else
            close();
    }
    close();
    return paragraphs;
}

QStringList markedTasks(std::span<const ReportLine> lines)
{
    static const QString kMark = u"[action item]"_s;
    QStringList tasks;
    for (size_t i = 0; i < lines.size(); ++i) {
        const ReportLine &line = lines[i];
        const qsizetype box = line.type == LineType::ListItem ? line.raw.indexOf(u'[') : -1;
        const bool hasBox = box >= 0 && box < line.indent + 8 && box + 2 < line.raw.size()
            && line.raw[box + 2] == u']' && QStringView(u" xX").contains(line.raw[box + 1])
            && !line.content.startsWith(u'[');
        const bool isText = line.type == LineType::ListItem || line.type == LineType::Text;
        const qsizetype mark =
            isText ? line.content.indexOf(kMark, 0, Qt::CaseInsensitive) : qsizetype(-1);
        if (!hasBox && mark < 0)
            continue;
        QString words = line.content;
        if (mark >= 0)
            words = words.mid(mark + kMark.size());
        const size_t end = qMin(lines.size(), i + 1 + kLinesOfTask);
        for (size_t next = i + 1; next < end && lines[next].type == LineType::Text
             && !lines[next].content.contains(kMark, Qt::CaseInsensitive);
             ++next)
            words += u' ' + lines[next].content;
        words = plainWithLinks(words);
        while (words.startsWith(u':') || words.startsWith(u'-'))
            words = words.mid(1).trimmed();
        if (!words.isEmpty())
            tasks.append(words);
    }
    return tasks;
}

} // namespace SecondStory::Importing
