// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reporting/markdownwriter.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace SecondStory::Reporting {

namespace {

bool isAlphanumeric(const QString &text, qsizetype i)
{
    return i >= 0 && i < text.size() && text.at(i).isLetterOrNumber();
}

/// A mark that means something only where a line begins ("- ", "1.", "#", "===") is taken its
/// meaning.
QString lineStartEscaped(const QString &line)
{
    static const QRegularExpression ordered(u"^(\\d{1,9})([.)])"_s);
    if (line.isEmpty())
        return line;
    if (QStringView(u"-+#=").contains(line.at(0)))
        return u'\\' + line;
    QString result = line;
    return result.replace(ordered, u"\\1\\\\2"_s);
}

class MarkdownWriter {
public:
    explicit MarkdownWriter(const FigureSource &figures)
        : m_figures(figures)
    {
    }

    void operator()(const TitleBlock &title)
    {
        add(u"# "_s + markdownEscaped(title.title));
        add(u'*' + markdownEscaped(title.kind) + u'*');
        QStringList lines;
        for (const Fact &fact : title.facts)
            lines.append(u"- **"_s + markdownEscaped(fact.label) + u":** "_s + inlined(fact.value));
        add(lines.join(u'\n'));
    }

    void operator()(const HeadingBlock &heading)
    {
        add(QString(heading.level + 1, u'#') + u' ' + markdownEscaped(heading.text));
    }

    void operator()(const ParagraphBlock &paragraph)
    {
        add(lineStartEscaped(inlined(paragraph.runs)));
    }

    void operator()(const ListBlock &list)
    {
        QStringList lines;
        for (const Runs &item : list.items)
            lines.append(u"- "_s + lineStartEscaped(inlined(item)));
        add(lines.join(u'\n'));
    }

    void operator()(const QuoteBlock &quote)
    {
        QStringList lines;
        for (const QString &line : quote.text.split(u'\n'))
            lines.append(u"> "_s + lineStartEscaped(markdownEscaped(line.trimmed())));
        lines.append(u">"_s);
        lines.append(u"> — "_s + inlined(quote.attribution));
        add(lines.join(u'\n'));
    }

    void operator()(const TableBlock &table)
    {
        QStringList header;
        QStringList rule;
        for (const TableColumn &column : table.columns) {
            header.append(markdownEscaped(column.header));
            rule.append(column.align == ColumnAlign::End          ? u"---:"_s
                            : column.align == ColumnAlign::Center ? u":---:"_s
                                                                  : u"---"_s);
        }
        QStringList lines{ row(header), row(rule) };
        for (const TableRow &cells : table.rows) {
            QStringList texts;
            for (const Runs &cell : cells)
                texts.append(inlined(cell));
            lines.append(row(texts));
        }
        add(lines.join(u'\n'));
        if (!table.caption.isEmpty())
            add(u'*' + markdownEscaped(table.caption) + u'*');
    }

    void operator()(const FigureBlock &figure)
    {
        const QString words = m_figures.description(figure.figure);
        if (!words.isEmpty())
            add(u"> "_s + markdownEscaped(words).replace(u'\n', u"\n> "_s));
        add(u'*' + markdownEscaped(figure.caption) + u'*');
    }

    void operator()(const NoteBlock &note)
    {
        add(u"[^"_s + QString::number(note.number) + u"]: "_s + inlined(note.runs));
    }

    void operator()(const PageBreakBlock &) { add(u"---"_s); }

    [[nodiscard]] QString text() const { return m_parts.join(u"\n\n"_s) + u'\n'; }

private:
    void add(const QString &part)
    {
        if (!part.isEmpty())
            m_parts.append(part);
    }

    static QString row(const QStringList &cells)
    {
        return u"| "_s + cells.join(u" | "_s) + u" |"_s;
    }

    static QString styled(const Run &run)
    {
        const QString text = markdownEscaped(run.text).replace(u'\n', u"<br>"_s);
        const QString mark = run.style == RunStyle::Strong ? u"**"_s
            : run.style == RunStyle::Emphasis              ? u"*"_s
                                                           : QString();
        const QString core = text.trimmed();
        if (mark.isEmpty() || core.isEmpty())
            return text;
        // Emphasis marks must touch the words: spaces go outside.
        const qsizetype lead = text.indexOf(core);
        return text.left(lead) + mark + core + mark + text.mid(lead + core.size());
    }

    static QString inlined(const Runs &runs)
    {
        QString text;
        for (const Run &run : runs) {
            text += styled(run);
            if (run.note > 0)
                text += u"[^"_s + QString::number(run.note) + u']';
        }
        return text.trimmed();
    }

    const FigureSource &m_figures;
    QStringList m_parts;
};

} // namespace

QString markdownEscaped(const QString &text)
{
    QString result;
    result.reserve(text.size() + 8);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == u'<')
            result += u"&lt;"_s;
        else if (c == u'>')
            result += u"&gt;"_s;
        else if (c == u'&')
            result += u"&amp;"_s;
        else if (c == u'_' && isAlphanumeric(text, i - 1) && isAlphanumeric(text, i + 1))
            result += c; // inside a word it means nothing
        else if (QStringView(u"\\`*_[]|~$").contains(c))
            result += QString(u'\\') + c;
        else
            result += c;
    }
    return result;
}

QString toMarkdown(const Report &report, const FigureSource &figures)
{
    MarkdownWriter writer(figures);
    for (const Block &block : report.blocks)
        std::visit(writer, block);
    return writer.text();
}

} // namespace SecondStory::Reporting
