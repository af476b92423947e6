// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reporting/pagelayout.h"

#include "figures/palette.h"
#include "reporting/flowsetter.h"
#include "reporting/textsetter.h"
#include "reporting/wording.h"

#include <QFontMetricsF>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace SecondStory::Reporting {

namespace {

/// Divides a flow into pages.
class Paginator {
public:
    Paginator(const Flow &flow, LaidOutReport &result)
        : m_flow(flow)
        , m_result(result)
        , m_block(result.geometry.block)
        , m_y(m_block.top())
    {
        m_result.pages.append(QList<PageItem>{});
    }

    void run()
    {
        for (qsizetype i = 0; i < m_flow.boxes.size();) {
            const qsizetype end = endOfGroup(i);
            placeGroup(i, end);
            i = end;
        }
    }

private:
    /// One past the last box that has to stand with the one at `begin`.
    [[nodiscard]] qsizetype endOfGroup(qsizetype begin) const
    {
        qsizetype end = begin + 1;
        while (end < m_flow.boxes.size() && m_flow.boxes.at(end - 1).keepWithNext
               && !m_flow.boxes.at(end).breakBefore)
            ++end;
        return end;
    }

    void placeGroup(qsizetype begin, qsizetype end)
    {
        double height = 0;
        for (qsizetype i = begin; i < end; ++i)
            height += m_flow.boxes.at(i).height
                + (i > begin || !m_isPageEmpty ? m_flow.boxes.at(i).before : 0);
        const FlowBox &first = m_flow.boxes.at(begin);
        if (!m_isPageEmpty && (first.breakBefore || m_y + height > m_block.bottom()))
            turnPage(first);
        for (qsizetype i = begin; i < end; ++i) {
            const FlowBox &box = m_flow.boxes.at(i);
            if (i > begin && !m_isPageEmpty && m_y + box.before + box.height > m_block.bottom())
                turnPage(box); // a group taller than a page
            place(box);
        }
    }

    /// Begins a page; in the middle of a table with the table's head.
    void turnPage(const FlowBox &next)
    {
        const bool isInTable = next.table >= 0 && next.row >= 0 && next.table == m_lastTable;
        if (isInTable) {
            const RuleItem rule{ QLineF(m_block.left(), m_y, m_block.right(), m_y), 0.5,
                                 Figures::Palette::print().strongLine };
            m_result.pages.last().append(rule);
        }
        m_result.pages.append(QList<PageItem>{});
        m_y = m_block.top();
        m_isPageEmpty = true;
        if (isInTable)
            place(m_flow.tableHeads.at(next.table));
    }

    void place(const FlowBox &box)
    {
        if (!m_isPageEmpty)
            m_y += box.before;
        const int page = static_cast<int>(m_result.pages.size()) - 1;
        for (PageItem item : box.items) {
            translate(item, { 0, m_y });
            m_result.pages.last().append(item);
        }
        for (const NoteLink &link : box.links)
            m_result.links.append({ page, { link.rect.translated(0, m_y), link.note } });
        if (box.note > 0)
            m_result.notes.insert(box.note, { page, m_y });
        if (box.headingLevel > 0)
            m_result.outline.append({ box.headingLevel, box.headingText, page, m_y });
        if (box.table >= 0 && box.row >= 0)
            m_result.rows.append({ box.table, box.row, page, m_y, m_y + box.height });
        m_y += box.height;
        m_lastTable = box.table;
        m_isPageEmpty = false;
    }

    const Flow &m_flow;
    LaidOutReport &m_result;
    QRectF m_block;
    double m_y;
    int m_lastTable = -1;
    bool m_isPageEmpty = true;
};

/// Running title above (but on the first page) and "page n of m" below.
class PageFurniture {
public:
    PageFurniture(const Report &report, const ReportFonts &fonts, LaidOutReport &result)
        : m_style(fonts.style(TextRole::Folio))
        , m_title(elided(report.title, result.geometry.block.width() * 0.55))
        , m_result(result)
    {
    }

    void run()
    {
        const int count = static_cast<int>(m_result.pages.size());
        for (int page = 0; page < count; ++page) {
            const QString folio = Words::tr("page %1 of %2").arg(page + 1).arg(count);
            put(page, folio, m_result.geometry.page.height() - 46, Qt::AlignRight);
            if (page == 0)
                continue;
            put(page, m_title, 40, Qt::AlignLeft | Qt::AlignAbsolute);
            put(page, elided(partOn(page), m_result.geometry.block.width() * 0.4), 40,
                Qt::AlignRight);
            const QRectF &block = m_result.geometry.block;
            m_result.pages[page].append(RuleItem{ QLineF(block.left(), 54, block.right(), 54), 0.4,
                                                  Figures::Palette::print().line });
        }
    }

private:
    [[nodiscard]] QString elided(const QString &text, double width) const
    {
        return QFontMetricsF(m_style.font).elidedText(text, Qt::ElideRight, width * kTextScale);
    }

    /// The part that is running at the top of a page, or begins on it.
    [[nodiscard]] QString partOn(int page) const
    {
        QString part;
        for (const OutlineEntry &entry : std::as_const(m_result.outline)) {
            if (entry.level == 1
                && (entry.page < page
                    || (entry.page == page
                        && (part.isEmpty() || entry.y < m_result.geometry.block.top() + 1))))
                part = entry.text;
        }
        return part;
    }

    void put(int page, const QString &text, double y, Qt::Alignment alignment)
    {
        const QRectF &block = m_result.geometry.block;
        const SetText set = setText({ { text } }, m_style, block.width(), alignment);
        m_result.pages[page].append(set.item(0, 1, { block.left(), y }, nullptr));
    }

    TextStyle m_style;
    QString m_title;
    LaidOutReport &m_result;
};

QStringList textsOf(const LaidOutReport &result)
{
    QStringList texts;
    for (const auto &page : result.pages) {
        for (const PageItem &item : page) {
            if (const auto *text = std::get_if<TextItem>(&item); text && text->firstLine == 0)
                texts.append(text->layout->text());
        }
    }
    return texts;
}

QStringList glyphWarnings(const ReportFonts &fonts, const LaidOutReport &result)
{
    const QList<char32_t> missing = fonts.missingIn(textsOf(result));
    if (missing.isEmpty())
        return {};
    constexpr qsizetype kNamed = 12;
    QStringList names;
    for (const char32_t c : missing.first(std::min(missing.size(), kNamed)))
        names.append(u"U+%1"_s.arg(static_cast<uint>(c), 4, 16, QLatin1Char('0')).toUpper());
    if (missing.size() > kNamed)
        names.append(u"…"_s);
    return { Words::tr("No installed typeface has these characters, they print as boxes: %1. "
                       "Installing the Noto fonts helps.")
                 .arg(names.join(u", "_s)) };
}

void paintText(const TextItem &item, QPainter &painter)
{
    painter.save();
    painter.translate(item.at);
    painter.scale(1 / kTextScale, 1 / kTextScale);
    for (int i = 0; i < item.lineCount; ++i)
        item.layout->lineAt(item.firstLine + i).draw(&painter, { 0, -item.offset });
    painter.restore();
}

} // namespace

void translate(PageItem &item, QPointF by)
{
    std::visit(Overloaded{ [&](TextItem &text) { text.at += by; },
                           [&](RuleItem &rule) { rule.line.translate(by); },
                           [&](FigureItem &figure) { figure.rect.translate(by); } },
               item);
}

PageGeometry geometryOf(Paper paper)
{
    PageGeometry geometry;
    geometry.page = paper == Paper::A4 ? QSizeF(595, 842) : QSizeF(612, 792);
    constexpr double kMeasure = 459; ///< running text is then 375 wide: about 68 characters
    const double margin = (geometry.page.width() - kMeasure) / 2;
    geometry.block = QRectF(margin, 76, kMeasure, geometry.page.height() - 76 - 72);
    return geometry;
}

LaidOutReport layOut(const Report &report, const FigureSource &figures, Paper paper)
{
    LaidOutReport result;
    result.geometry = geometryOf(paper);
    const ReportFonts fonts;
    const Flow flow = setFlow(report, figures, fonts, result.geometry);
    Paginator(flow, result).run();
    result.warnings = glyphWarnings(fonts, result);
    PageFurniture(report, fonts, result).run();
    return result;
}

void paintPage(const LaidOutReport &report, int page, QPainter &painter,
               const FigureSource &figures)
{
    if (page < 0 || page >= report.pages.size())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::LosslessImageRendering);
    const auto paintRule = [&](const RuleItem &rule) {
        QPen pen(rule.color, rule.width);
        pen.setCapStyle(Qt::FlatCap);
        painter.setPen(pen);
        painter.drawLine(rule.line);
    };
    const auto paintFigure = [&](const FigureItem &item) {
        painter.save();
        painter.translate(item.rect.topLeft());
        painter.scale(item.rect.width() / item.natural.width(),
                      item.rect.height() / item.natural.height());
        figures.paint(item.figure, painter, QRectF(QPointF(), item.natural));
        painter.restore();
    };
    for (const PageItem &item : report.pages.at(page))
        std::visit(Overloaded{ [&](const TextItem &text) { paintText(text, painter); }, paintRule,
                               paintFigure },
                   item);
}

} // namespace SecondStory::Reporting
