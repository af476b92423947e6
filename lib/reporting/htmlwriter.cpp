// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reporting/htmlwriter.h"

#include "reporting/htmlstyle.h"
#include "reporting/svgfigure.h"
#include "reporting/wording.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Reporting {

namespace {

constexpr double kFigureWidth = 780; ///< close to the measure of the page on a screen

QString escaped(const QString &text)
{
    return text.toHtmlEscaped();
}

QString cssClass(RunStyle style)
{
    switch (style) {
    case RunStyle::Plain:
        return {};
    case RunStyle::Strong:
        return u"strong"_s;
    case RunStyle::Emphasis:
        return u"em"_s;
    case RunStyle::Muted:
        return u"muted"_s;
    case RunStyle::Hindered:
        return u"hindered"_s;
    case RunStyle::Helped:
        return u"helped"_s;
    }
    return {};
}

QString noteLink(int note)
{
    const QString number = QString::number(note);
    return u"<sup><a href=\"#note-"_s + number + u"\">"_s + number + u"</a></sup>"_s;
}

QString inlined(const Runs &runs)
{
    QString html;
    for (const Run &run : runs) {
        const QString name = cssClass(run.style);
        if (name.isEmpty() || run.text.isEmpty())
            html += escaped(run.text);
        else
            html += u"<span class=\""_s + name + u"\">"_s + escaped(run.text) + u"</span>"_s;
        if (run.note > 0)
            html += noteLink(run.note);
    }
    return html;
}

QString alignClass(ColumnAlign align)
{
    return align == ColumnAlign::Center ? u" class=\"center\""_s
        : align == ColumnAlign::End     ? u" class=\"end\""_s
                                        : QString();
}

class HtmlWriter {
public:
    explicit HtmlWriter(const Report &report, const FigureSource &figures)
        : m_report(report)
        , m_figures(figures)
    {
    }

    QString run()
    {
        for (const Block &block : m_report.blocks) {
            const bool isNote = std::holds_alternative<NoteBlock>(block);
            if (isNote != m_isInNotes)
                m_body += isNote ? u"<ol class=\"notes\">\n"_s : u"</ol>\n"_s;
            m_isInNotes = isNote;
            std::visit(*this, block);
        }
        if (m_isInNotes)
            m_body += u"</ol>\n"_s;
        return head() + m_title + contentsList() + m_body + u"</main>\n</body>\n</html>\n"_s;
    }

    void operator()(const TitleBlock &title)
    {
        m_title += u"<header>\n<p class=\"kind\">"_s + escaped(title.kind)
            + u"</p>\n<h1 dir=\"auto\">"_s + escaped(title.title)
            + u"</h1>\n<dl class=\"facts\">\n"_s;
        for (const Fact &fact : title.facts)
            m_title += u"<dt>"_s + escaped(fact.label) + u"</dt><dd>"_s + inlined(fact.value)
                + u"</dd>\n"_s;
        m_title += u"</dl>\n</header>\n"_s;
    }

    void operator()(const HeadingBlock &heading)
    {
        const QString tag = u'h' + QString::number(qBound(2, heading.level + 1, 6));
        const QString anchor = u"part-"_s + QString::number(++m_headings);
        m_body += u'<' + tag + u" id=\""_s + anchor + u"\" dir=\"auto\">"_s + escaped(heading.text)
            + u"</"_s + tag + u">\n"_s;
        if (heading.level == 1)
            m_contents +=
                u"<li><a href=\"#"_s + anchor + u"\">"_s + escaped(heading.text) + u"</a></li>\n"_s;
    }

    void operator()(const ParagraphBlock &paragraph)
    {
        const QString name = paragraph.role == ParagraphRole::Lead ? u" class=\"lead\""_s
            : paragraph.role == ParagraphRole::Aside               ? u" class=\"aside\""_s
                                                                   : QString();
        const QString html =
            u"<p dir=\"auto\""_s + name + u'>' + inlined(paragraph.runs) + u"</p>\n"_s;
        (paragraph.role == ParagraphRole::Lead && m_body.isEmpty() ? m_title : m_body) += html;
    }

    void operator()(const ListBlock &list)
    {
        m_body += u"<ul>\n"_s;
        for (const Runs &item : list.items)
            m_body += u"<li dir=\"auto\">"_s + inlined(item) + u"</li>\n"_s;
        m_body += u"</ul>\n"_s;
    }

    void operator()(const QuoteBlock &quote)
    {
        m_body += u"<blockquote>\n<p dir=\"auto\">"_s + escaped(quote.text) + u"</p>\n<footer>"_s
            + inlined(quote.attribution) + u"</footer>\n</blockquote>\n"_s;
    }

    void operator()(const TableBlock &table)
    {
        m_body += u"<div class=\"scroll\"><table>\n"_s;
        if (!table.caption.isEmpty())
            m_body += u"<caption>"_s + escaped(table.caption) + u"</caption>\n"_s;
        m_body += u"<thead><tr>"_s;
        for (const TableColumn &column : table.columns) {
            if (column.header.isEmpty())
                m_body += u"<td></td>"_s;
            else
                m_body += u"<th scope=\"col\""_s + alignClass(column.align) + u'>'
                    + escaped(column.header) + u"</th>"_s;
        }
        m_body += u"</tr></thead>\n<tbody>\n"_s;
        for (const TableRow &row : table.rows)
            addRow(table, row);
        m_body += u"</tbody>\n</table></div>\n"_s;
    }

    void operator()(const FigureBlock &figure)
    {
        const QString prefix = figure.figure == FigureId::Timeline ? u"t-"_s : u"c-"_s;
        const QString svg = svgOf(m_figures, figure.figure, kFigureWidth, prefix);
        if (!svg.isEmpty())
            m_body += u"<figure>\n"_s + svg + u"\n<figcaption>"_s + escaped(figure.caption)
                + u"</figcaption>\n</figure>\n"_s;
    }

    void operator()(const NoteBlock &note)
    {
        const QString number = QString::number(note.number);
        m_body += u"<li id=\"note-"_s + number + u"\" value=\""_s + number + u"\" dir=\"auto\">"_s
            + inlined(note.runs) + u"</li>\n"_s;
    }

    void operator()(const PageBreakBlock &) { }

private:
    void addRow(const TableBlock &table, const TableRow &row)
    {
        m_body += u"<tr>"_s;
        for (qsizetype i = 0; i < row.size(); ++i) {
            const QString attributes =
                alignClass(table.columns.value(i).align) + u" dir=\"auto\""_s;
            const bool isHeader = i == 0 && table.hasRowHeaders;
            m_body += isHeader ? QString(u"<th scope=\"row\""_s + attributes + u'>')
                               : QString(u"<td"_s + attributes + u'>');
            m_body += inlined(row.at(i)) + (isHeader ? u"</th>"_s : u"</td>"_s);
        }
        m_body += u"</tr>\n"_s;
    }

    [[nodiscard]] QString head() const
    {
        return u"<!DOCTYPE html>\n<html lang=\""_s + escaped(m_report.language)
            + u"\">\n<head>\n<meta charset=\"utf-8\">\n"
              "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
              "style-src 'unsafe-inline'; img-src data:\">\n"
              "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
              "<meta name=\"generator\" content=\"Second Story\">\n<title>"_s
            + escaped(m_report.title) + u"</title>\n<style>\n"_s + htmlStyle()
            + u"</style>\n</head>\n<body>\n<main>\n"_s;
    }

    [[nodiscard]] QString contentsList() const
    {
        if (m_headings < 4)
            return {};
        return u"<nav aria-label=\""_s + escaped(Words::tr("Contents")) + u"\">\n<ul>\n"_s
            + m_contents + u"</ul>\n</nav>\n"_s;
    }

    const Report &m_report;
    const FigureSource &m_figures;
    QString m_title;
    QString m_contents;
    QString m_body;
    int m_headings = 0;
    bool m_isInNotes = false;
};

} // namespace

QString toHtml(const Report &report, const FigureSource &figures)
{
    return HtmlWriter(report, figures).run();
}

} // namespace SecondStory::Reporting
