// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reporting/textsetter.h"

#include "figures/palette.h"

#include <QFontMetricsF>
#include <QTextCharFormat>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Reporting {

namespace {

struct NoteRange {
    int start = 0;
    int end = 0;
    int note = 0;
};

struct Marked {
    QString text;
    QList<QTextLayout::FormatRange> formats;
    QList<NoteRange> notes;
};

void applyStyle(QTextCharFormat &format, RunStyle style)
{
    const Figures::Palette &ink = Figures::Palette::print();
    switch (style) {
    case RunStyle::Plain:
        break;
    case RunStyle::Strong:
        format.setFontWeight(QFont::Bold);
        break;
    case RunStyle::Emphasis:
        format.setFontItalic(true);
        break;
    case RunStyle::Muted:
        format.setForeground(ink.muted);
        break;
    case RunStyle::Hindered:
        format.setForeground(ink.hindered);
        break;
    case RunStyle::Helped:
        format.setForeground(ink.helped);
        break;
    }
}

void addFormat(Marked &marked, qsizetype start, const QTextCharFormat &format)
{
    QTextLayout::FormatRange range;
    range.start = static_cast<int>(start);
    range.length = static_cast<int>(marked.text.size() - start);
    range.format = format;
    if (range.length > 0)
        marked.formats.append(range);
}

Marked mark(const Runs &runs, const TextStyle &style)
{
    Marked marked;
    QTextCharFormat plain;
    plain.setFont(style.font);
    plain.setForeground(style.color);
    for (const Run &run : runs) {
        const qsizetype start = marked.text.size();
        marked.text += QString(run.text).replace(u'\n', QChar::LineSeparator);
        QTextCharFormat format = plain;
        applyStyle(format, run.style);
        addFormat(marked, start, format);
        if (run.note == 0)
            continue;
        // A small space, that two numbers in a row stay two numbers; no break at it.
        const qsizetype noteStart = marked.text.size();
        if (run.text.isEmpty())
            marked.text += QChar::Nbsp;
        marked.text += QString::number(run.note);
        QTextCharFormat raised = plain;
        raised.setVerticalAlignment(QTextCharFormat::AlignSuperScript);
        raised.setForeground(Figures::Palette::print().accent);
        addFormat(marked, noteStart, raised);
        marked.notes.append(
            { static_cast<int>(noteStart), static_cast<int>(marked.text.size()), run.note });
    }
    return marked;
}

std::shared_ptr<QTextLayout> makeLayout(const Marked &marked, const TextStyle &style,
                                        Qt::Alignment alignment)
{
    auto layout = std::make_shared<QTextLayout>(marked.text, style.font);
    // Hebrew and Arabic begin at the right; QTextLayout takes "left" as it stands.
    const bool isMirrored = alignment == Qt::AlignLeft && marked.text.isRightToLeft();
    QTextOption option(isMirrored ? Qt::AlignRight : alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setUseDesignMetrics(true);
    option.setTextDirection(Qt::LayoutDirectionAuto);
    layout->setTextOption(option);
    layout->setFormats(marked.formats);
    return layout;
}

void collectLinks(SetText &set, const QList<NoteRange> &notes)
{
    for (const NoteRange &note : notes) {
        const QTextLine line = set.layout->lineForTextPosition(note.end - 1);
        if (!line.isValid())
            continue;
        const double x0 = line.cursorToX(std::max(note.start, line.textStart())) / kTextScale;
        const double x1 = line.cursorToX(note.end) / kTextScale;
        const QRectF rect(std::min(x0, x1), 0, std::abs(x1 - x0), set.leading);
        set.links.append({ line.lineNumber(), NoteLink{ rect.adjusted(-1, -1, 1, 0), note.note } });
    }
}

} // namespace

TextItem SetText::item(int first, int count, QPointF at, QList<NoteLink> *into) const
{
    for (const auto &[line, link] : links) {
        if (into && line >= first && line < first + count)
            into->append(
                { link.rect.translated(at.x(), at.y() + (line - first) * leading), link.note });
    }
    return { layout, first, count, at, first * leading * kTextScale };
}

SetText setText(const Runs &runs, const TextStyle &style, double width, Qt::Alignment alignment)
{
    const Marked marked = mark(runs, style);
    SetText set;
    set.leading = style.leading;
    set.layout = makeLayout(marked, style, alignment);
    const QFontMetricsF metrics(style.font);
    const double leading = style.leading * kTextScale;
    // The nominal letters stand in the middle of the leading; substitutes share their baseline.
    const double baseline = (leading - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent();
    set.layout->beginLayout();
    for (QTextLine line = set.layout->createLine(); line.isValid();
         line = set.layout->createLine()) {
        line.setLineWidth(width * kTextScale);
        line.setPosition({ 0, set.lines * leading + baseline - line.ascent() });
        ++set.lines;
    }
    set.layout->endLayout();
    collectLinks(set, marked.notes);
    return set;
}

TextExtent extentOf(const Runs &runs, const TextStyle &style)
{
    TextExtent extent;
    const Marked marked = mark(runs, style);
    const auto layout = makeLayout(marked, style, Qt::AlignLeft);
    layout->beginLayout();
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLineWidth(1e6);
        extent.line = std::max(extent.line, line.naturalTextWidth() / kTextScale);
    }
    layout->endLayout();
    const QFontMetricsF metrics(style.font);
    QStringView rest(marked.text);
    QStringView longest;
    for (const QStringView word : rest.tokenize(u' ')) {
        if (word.size() > longest.size())
            longest = word;
    }
    extent.word = metrics.horizontalAdvance(longest.left(64).toString()) / kTextScale;
    return extent;
}

} // namespace SecondStory::Reporting
