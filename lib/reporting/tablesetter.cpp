// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reporting/tablesetter.h"

#include "figures/palette.h"
#include "reporting/textsetter.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace SecondStory::Reporting {

namespace {

constexpr double kGap = 11; ///< between columns
constexpr double kPadding = 3.2; ///< above and below a row's text
constexpr qsizetype kWholeRows = 10; ///< a card of facts this small stays on one page
constexpr qsizetype kMeasuredRows = 200; ///< enough to know a column; more only costs time

struct ColumnNeed {
    double line = 0; ///< all on one line
    double word = 0; ///< the longest word
};

QList<ColumnNeed> needs(const TableBlock &table, const ReportFonts &fonts)
{
    const TextStyle head = fonts.style(TextRole::TableHead);
    const TextStyle cell = fonts.style(TextRole::TableCell);
    QList<ColumnNeed> result(table.columns.size());
    for (qsizetype c = 0; c < table.columns.size(); ++c) {
        const TextExtent extent = extentOf({ { table.columns.at(c).header } }, head);
        result[c] = { extent.line, extent.word };
    }
    for (qsizetype r = 0; r < std::min(table.rows.size(), kMeasuredRows); ++r) {
        const TableRow &row = table.rows.at(r);
        for (qsizetype c = 0; c < std::min(row.size(), result.size()); ++c) {
            const TextExtent extent = extentOf(row.at(c), cell);
            result[c].line = std::max(result[c].line, extent.line);
            result[c].word = std::max(result[c].word, extent.word);
        }
    }
    return result;
}

Qt::Alignment alignmentOf(ColumnAlign align)
{
    switch (align) {
    case ColumnAlign::Start:
        break;
    case ColumnAlign::Center:
        return Qt::AlignHCenter;
    case ColumnAlign::End:
        return Qt::AlignRight;
    }
    return Qt::AlignLeft;
}

RuleItem rule(double left, double width, double y, double thickness)
{
    return { QLineF(left, y, left + width, y), thickness, Figures::Palette::print().text };
}

class TableSetter {
public:
    TableSetter(const TableBlock &table, const ReportFonts &fonts, const PageGeometry &geometry,
                Flow &flow)
        : m_table(table)
        , m_fonts(fonts)
        , m_geometry(geometry)
        , m_flow(flow)
        , m_index(static_cast<int>(flow.tableHeads.size()))
    {
        const double first =
            table.hasRowHeaders && table.columns.size() > 1 ? geometry.indent - kGap : 0;
        const double gaps = kGap * static_cast<double>(table.columns.size() - 1);
        m_widths = columnWidths(table, fonts, geometry.block.width() - gaps, first);
    }

    void run()
    {
        addHead();
        for (qsizetype r = 0; r < m_table.rows.size(); ++r)
            addRow(static_cast<int>(r));
        closeTable();
        addCaption();
    }

private:
    QList<SetText> setCells(const TableRow &row, const TextStyle &style) const
    {
        QList<SetText> cells;
        for (qsizetype c = 0; c < m_widths.size(); ++c)
            cells.append(setText(row.value(c), style, m_widths.at(c),
                                 alignmentOf(m_table.columns.at(c).align)));
        return cells;
    }

    /// Lines `first` to `first + count` of every cell, at `y`.
    void putCells(const QList<SetText> &cells, int first, int count, double y, FlowBox &box) const
    {
        double x = m_geometry.block.left();
        for (qsizetype c = 0; c < cells.size(); ++c) {
            const int lines = std::clamp(cells.at(c).lines - first, 0, count);
            if (lines > 0)
                box.items.append(cells.at(c).item(first, lines, { x, y }, &box.links));
            x += m_widths.at(c) + kGap;
        }
    }

    static int linesOf(const QList<SetText> &cells)
    {
        int lines = 0;
        for (const SetText &cell : cells)
            lines = std::max(lines, cell.lines);
        return lines;
    }

    void addHead()
    {
        TableRow texts;
        for (const TableColumn &column : m_table.columns)
            texts.append({ { column.header } });
        const TextStyle style = m_fonts.style(TextRole::TableHead);
        const QList<SetText> cells = setCells(texts, style);
        const int lines = linesOf(cells);
        FlowBox head;
        head.before = 12;
        head.table = m_index;
        head.keepWithNext = true;
        head.height = lines * style.leading + 2 * kPadding + 1.5;
        // Short heads stand on the rule, so that all of a row's heads share their last line.
        double x = m_geometry.block.left();
        for (qsizetype c = 0; c < cells.size(); ++c) {
            const double y = kPadding + 0.8 + (lines - cells.at(c).lines) * style.leading;
            head.items.append(cells.at(c).item(0, cells.at(c).lines, { x, y }, nullptr));
            x += m_widths.at(c) + kGap;
        }
        head.items.append(rule(m_geometry.block.left(), m_geometry.block.width(), 0, 1));
        head.items.append(
            rule(m_geometry.block.left(), m_geometry.block.width(), head.height - 0.3, 0.5));
        m_flow.boxes.append(head);
        m_flow.tableHeads.append(head);
    }

    void addRow(int r)
    {
        const TextStyle style = m_fonts.style(TextRole::TableCell);
        const QList<SetText> cells = setCells(m_table.rows.at(r), style);
        const int lines = linesOf(cells);
        const double room =
            m_geometry.block.height() - m_flow.tableHeads.at(m_index).height - 2 * kPadding - 24;
        const int linesAPage = std::max(1, static_cast<int>(std::floor(room / style.leading)));
        for (int first = 0; first < lines; first += linesAPage) {
            const int count = std::min(linesAPage, lines - first);
            FlowBox box;
            box.table = m_index;
            box.row = r;
            box.height = count * style.leading + 2 * kPadding;
            box.keepWithNext = m_table.hasRowHeaders && m_table.rows.size() <= kWholeRows;
            putCells(cells, first, count, kPadding, box);
            m_flow.boxes.append(box);
        }
    }

    void closeTable()
    {
        FlowBox &last = m_flow.boxes.last();
        last.items.append(rule(m_geometry.block.left(), m_geometry.block.width(), last.height, 1));
        last.keepWithNext = !m_table.caption.isEmpty();
    }

    void addCaption()
    {
        if (m_table.caption.isEmpty())
            return;
        const SetText set = setText({ { m_table.caption } }, m_fonts.style(TextRole::Caption),
                                    m_geometry.block.width());
        FlowBox box;
        box.before = 5;
        box.height = set.height();
        box.items.append(set.item(0, set.lines,
                                  m_geometry.block.topLeft() - QPointF(0, m_geometry.block.top()),
                                  &box.links));
        m_flow.boxes.append(box);
    }

    const TableBlock &m_table;
    const ReportFonts &m_fonts;
    const PageGeometry &m_geometry;
    Flow &m_flow;
    int m_index;
    QList<double> m_widths;
};

} // namespace

QList<double> columnWidths(const TableBlock &table, const ReportFonts &fonts, double width,
                           double firstWidth)
{
    const QList<ColumnNeed> need = needs(table, fonts);
    const qsizetype n = table.columns.size();
    QList<double> widths(n, 0.0);
    QList<bool> settled(n, false);
    double room = width;
    const auto settle = [&](qsizetype c, double value) {
        widths[c] = value;
        settled[c] = true;
        room -= value;
    };
    if (firstWidth > 0)
        settle(0, firstWidth);
    // Columns that need less than their share take what they need, and the rest share what is left;
    // again until nobody gives any more. A column never gets less than its longest word, up to a
    // third of the width.
    for (bool again = true; again;) {
        again = false;
        double weights = 0;
        for (qsizetype c = 0; c < n; ++c)
            weights += settled.at(c) ? 0 : table.columns.at(c).weight;
        for (qsizetype c = 0; c < n && weights > 0; ++c) {
            if (settled.at(c))
                continue;
            const double share = room * table.columns.at(c).weight / weights;
            const double word = std::min(need.at(c).word + 1, width / 3);
            if (need.at(c).line + 1 <= share || word > share) {
                settle(c, need.at(c).line + 1 <= share ? need.at(c).line + 1 : word);
                again = true;
                break;
            }
            widths[c] = share;
        }
    }
    const double sum = std::accumulate(widths.cbegin(), widths.cend(), 0.0);
    const auto widest = std::max_element(
        table.columns.cbegin(), table.columns.cend(),
        [](const TableColumn &a, const TableColumn &b) { return a.weight < b.weight; });
    widths[widest - table.columns.cbegin()] += width - sum; // the rules run across the full measure
    return widths;
}

void setTable(const TableBlock &table, const ReportFonts &fonts, const PageGeometry &geometry,
              Flow &flow)
{
    if (!table.columns.isEmpty() && !table.rows.isEmpty())
        TableSetter(table, fonts, geometry, flow).run();
}

} // namespace SecondStory::Reporting
