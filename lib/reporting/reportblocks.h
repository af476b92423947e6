// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reporting/figuresource.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <variant>

namespace SecondStory::Reporting {

/// How a run of words stands out; writers decide what that looks like.
enum class RunStyle : quint8 { Plain, Strong, Emphasis, Muted, Hindered, Helped };

/// Words of one style, perhaps followed by the number of an evidence note.
struct Run {
    QString text;
    RunStyle style = RunStyle::Plain;
    int note = 0; ///< 0: none

    bool operator==(const Run &) const = default;
};

using Runs = QList<Run>;

/// The words of runs, without the note numbers.
[[nodiscard]] QString plainText(const Runs &runs);

/// A labelled statement; one nobody recorded says so and is set quietly.
struct Fact {
    QString label;
    Runs value;
    bool isMissing = false;

    bool operator==(const Fact &) const = default;
};

struct TitleBlock {
    QString kind; ///< "Incident review"
    QString title;
    QList<Fact> facts;

    bool operator==(const TitleBlock &) const = default;
};

struct HeadingBlock {
    int level = 1; ///< 1..3
    QString text;

    bool operator==(const HeadingBlock &) const = default;
};

enum class ParagraphRole : quint8 { Body, Lead, Aside };

struct ParagraphBlock {
    Runs runs;
    ParagraphRole role = ParagraphRole::Body;

    bool operator==(const ParagraphBlock &) const = default;
};

struct ListBlock {
    QList<Runs> items;

    bool operator==(const ListBlock &) const = default;
};

/// Words from the evidence, as they stand there.
struct QuoteBlock {
    QString text;
    Runs attribution;

    bool operator==(const QuoteBlock &) const = default;
};

enum class ColumnAlign : quint8 { Start, Center, End };

struct TableColumn {
    QString header;
    ColumnAlign align = ColumnAlign::Start;
    double weight = 1; ///< share of the width, in relation to the others

    bool operator==(const TableColumn &) const = default;
};

using TableRow = QList<Runs>;

struct TableBlock {
    QList<TableColumn> columns;
    QList<TableRow> rows;
    QString caption; ///< says what the rows are; may be empty
    bool hasRowHeaders = false; ///< the first cell of each row names it

    bool operator==(const TableBlock &) const = default;
};

struct FigureBlock {
    FigureId figure = FigureId::Timeline;
    QString caption;

    bool operator==(const FigureBlock &) const = default;
};

/// An entry of the evidence notes: what a number in the text points at.
struct NoteBlock {
    int number = 0;
    Runs runs;

    bool operator==(const NoteBlock &) const = default;
};

struct PageBreakBlock {
    bool operator==(const PageBreakBlock &) const = default;
};

using Block = std::variant<TitleBlock, HeadingBlock, ParagraphBlock, ListBlock, QuoteBlock,
                           TableBlock, FigureBlock, NoteBlock, PageBreakBlock>;

/// A report before it is written: the same for every format.
struct Report {
    QString title;
    QString language;
    QString modified; ///< RFC 3339: when the review was last changed
    QList<Block> blocks;
    QStringList warnings; ///< what the writer of the report should know before handing it out
};

/// For visiting Block: `std::visit(Overloaded{…}, block)`.
template <class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};
template <class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

} // namespace SecondStory::Reporting
