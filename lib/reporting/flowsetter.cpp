// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reporting/flowsetter.h"

#include "figures/palette.h"
#include "reporting/tablesetter.h"
#include "reporting/textsetter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Reporting {

namespace {

class FlowSetter {
public:
    FlowSetter(const FigureSource &figures, const ReportFonts &fonts, const PageGeometry &geometry)
        : m_figures(figures)
        , m_fonts(fonts)
        , m_geometry(geometry)
    {
    }

    void operator()(const TitleBlock &title)
    {
        addText({ { title.kind } }, TextRole::Kind, left(), width(), 0, true);
        addText({ { title.title } }, TextRole::Title, left(), width(), 6, true);
        addRule(16, 1);
        for (const Fact &fact : title.facts)
            addFact(fact);
        addRule(6, 0.5);
    }

    void operator()(const HeadingBlock &heading)
    {
        const TextRole role = heading.level == 1 ? TextRole::Heading1
            : heading.level == 2                 ? TextRole::Heading2
                                                 : TextRole::Heading3;
        const qsizetype at = m_flow.boxes.size();
        const bool isInText = heading.level > 2;
        addText({ { heading.text } }, role, isInText ? indented() : left(),
                isInText ? measure() : width(),
                heading.level == 1 ? 30
                    : isInText     ? 12
                                   : 20,
                true);
        for (qsizetype i = at; i < m_flow.boxes.size(); ++i)
            m_flow.boxes[i].keepWithNext = true;
        if (at < m_flow.boxes.size()) {
            m_flow.boxes[at].headingLevel = heading.level;
            m_flow.boxes[at].headingText = heading.text;
        }
        m_headingEnd = m_flow.boxes.size();
    }

    void operator()(const ParagraphBlock &paragraph)
    {
        switch (paragraph.role) {
        case ParagraphRole::Body:
            addText(paragraph.runs, TextRole::Body, indented(), measure(), 7);
            return;
        case ParagraphRole::Lead:
            addText(paragraph.runs, TextRole::Lead, indented(), measure(), 16);
            return;
        case ParagraphRole::Aside:
            addAside(paragraph.runs);
            return;
        }
    }

    void operator()(const ListBlock &list)
    {
        constexpr double kBullet = 12;
        for (qsizetype i = 0; i < list.items.size(); ++i) {
            const qsizetype at = m_flow.boxes.size();
            addText(list.items.at(i), TextRole::Body, indented() + kBullet, measure() - kBullet,
                    i == 0 ? 6 : 3.5);
            addMark(at, { { u"–"_s } }, TextRole::Body, indented(), kBullet, Qt::AlignLeft);
        }
    }

    void operator()(const QuoteBlock &quote)
    {
        constexpr double kInset = 14;
        const qsizetype at = m_flow.boxes.size();
        addText({ { quote.text } }, TextRole::Quote, indented() + kInset, measure() - kInset, 10);
        const qsizetype attribution = m_flow.boxes.size();
        if (attribution > at)
            m_flow.boxes[attribution - 1].keepWithNext = true;
        addText(quote.attribution, TextRole::Caption, indented() + kInset, measure() - kInset, 1);
        for (qsizetype i = at; i < m_flow.boxes.size(); ++i)
            addBar(m_flow.boxes[i], i == at ? 0 : m_flow.boxes.at(i).before);
    }

    void operator()(const TableBlock &table) { setTable(table, m_fonts, m_geometry, m_flow); }

    void operator()(const FigureBlock &figure)
    {
        const QSizeF natural = m_figures.sizeFor(figure.figure, width());
        if (natural.isEmpty())
            return;
        const double tallest =
            m_geometry.block.height() - 90; // a heading and the caption go with it
        const double scale =
            std::min({ 1.0, width() / natural.width(), tallest / natural.height() });
        const QSizeF size = natural * scale;
        FlowBox box;
        box.before = 12;
        box.height = size.height();
        box.keepWithNext = true;
        box.items.append(FigureItem{ figure.figure, QRectF(QPointF(left(), 0), size), natural });
        m_flow.boxes.append(box);
        addText({ { figure.caption } }, TextRole::Caption, left(), width(), 6, true);
    }

    void operator()(const NoteBlock &note)
    {
        const qsizetype at = m_flow.boxes.size();
        addText(note.runs, TextRole::Note, indented(), measure(), 4.5);
        addMark(at, { { QString::number(note.number) } }, TextRole::Note, indented() - 40, 30,
                Qt::AlignRight);
        if (at < m_flow.boxes.size())
            m_flow.boxes[at].note = note.number;
    }

    void operator()(const PageBreakBlock &) { m_breakNext = true; }

    [[nodiscard]] Flow takeFlow()
    {
        if (!m_flow.boxes.isEmpty())
            m_flow.boxes.last().keepWithNext = false;
        return std::move(m_flow);
    }

private:
    [[nodiscard]] double left() const { return m_geometry.block.left(); }
    [[nodiscard]] double width() const { return m_geometry.block.width(); }
    [[nodiscard]] double indented() const { return left() + m_geometry.indent; }
    [[nodiscard]] double measure() const { return m_geometry.measure(); }

    FlowBox &append(FlowBox box)
    {
        box.breakBefore = std::exchange(m_breakNext, false);
        m_flow.boxes.append(std::move(box));
        return m_flow.boxes.last();
    }

    /// A box per line; the first two and the last two lines stay together.
    void addText(const Runs &runs, TextRole role, double x, double lineWidth, double before,
                 bool isWhole = false)
    {
        const SetText set = setText(runs, m_fonts.style(role), lineWidth);
        for (int i = 0; i < set.lines; ++i) {
            FlowBox box;
            box.before = i == 0 ? before : 0;
            box.height = set.leading;
            box.items.append(set.item(i, 1, { x, 0 }, &box.links));
            const bool isLast = i == set.lines - 1;
            box.keepWithNext = !isLast && (isWhole || i == 0 || i == set.lines - 2);
            append(box);
        }
    }

    /// What stands right below a heading (when it was, how much there is) goes with it to where it
    /// is followed by something.
    void addAside(const Runs &runs)
    {
        const qsizetype at = m_flow.boxes.size();
        addText(runs, TextRole::Aside, indented(), measure(), 5);
        for (qsizetype i = at; at == m_headingEnd && i < m_flow.boxes.size(); ++i)
            m_flow.boxes[i].keepWithNext = true;
    }

    /// A bullet or number beside the line that begins at box `at`.
    void addMark(qsizetype at, const Runs &runs, TextRole role, double x, double markWidth,
                 Qt::Alignment alignment)
    {
        if (at < m_flow.boxes.size())
            m_flow.boxes[at].items.append(setText(runs, m_fonts.style(role), markWidth, alignment)
                                              .item(0, 1, { x, 0 }, nullptr));
    }

    void addBar(FlowBox &box, double before) const
    {
        const double x = indented() + 2;
        box.items.append(RuleItem{ QLineF(x, -before, x, box.height), 1.2,
                                   Figures::Palette::print().strongLine });
    }

    void addRule(double before, double thickness)
    {
        FlowBox box;
        box.before = before;
        box.height = 5;
        box.keepWithNext = true;
        box.items.append(RuleItem{ QLineF(left(), 0, left() + width(), 0), thickness,
                                   Figures::Palette::print().text });
        append(box);
    }

    void addFact(const Fact &fact)
    {
        const qsizetype at = m_flow.boxes.size();
        addText(fact.value, TextRole::Fact, indented(), measure(), 1.5);
        addMark(at, { { fact.label } }, TextRole::Label, left(), m_geometry.indent - 4,
                Qt::AlignLeft);
    }

    const FigureSource &m_figures;
    const ReportFonts &m_fonts;
    const PageGeometry &m_geometry;
    Flow m_flow;
    bool m_breakNext = false;
    qsizetype m_headingEnd = -1; ///< the box after the last heading
};

} // namespace

Flow setFlow(const Report &report, const FigureSource &figures, const ReportFonts &fonts,
             const PageGeometry &geometry)
{
    FlowSetter setter(figures, fonts, geometry);
    for (const Block &block : report.blocks)
        std::visit(setter, block);
    return setter.takeFlow();
}

} // namespace SecondStory::Reporting
