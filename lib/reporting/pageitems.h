// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reporting/figuresource.h"

#include <QColor>
#include <QLineF>
#include <QList>
#include <QRectF>
#include <QString>
#include <QTextLayout>

#include <memory>
#include <variant>

namespace SecondStory::Reporting {

// Everything here is in points, y downwards from the top of the page (or of the box it stands in).

/// Some lines of a set text. The layout is shared by the parts of a text that a page break divides.
/// Threads: a layout is used and destroyed by the thread that made it.
struct TextItem {
    std::shared_ptr<QTextLayout> layout;
    int firstLine = 0;
    int lineCount = 0;
    QPointF at; ///< top left of the first line
    double offset = 0; ///< of the first line within the layout, in layout units
};

struct RuleItem {
    QLineF line;
    double width = 0.5;
    QColor color;
};

/// A figure drawn at its natural size and scaled into `rect`.
struct FigureItem {
    FigureId figure = FigureId::Timeline;
    QRectF rect;
    QSizeF natural;
};

using PageItem = std::variant<TextItem, RuleItem, FigureItem>;

/// A place that leads to an evidence note.
struct NoteLink {
    QRectF rect;
    int note = 0;
};

/// What cannot be divided by a page break: a line, a table row, a figure.
struct FlowBox {
    double before = 0; ///< space above, dropped at the top of a page
    double height = 0;
    bool keepWithNext = false;
    bool breakBefore = false;
    QList<PageItem> items;
    QList<NoteLink> links;
    int note = 0; ///< the evidence note that begins here
    int headingLevel = 0; ///< > 0: a heading begins here
    QString headingText;
    int table = -1;
    int row = -1; ///< of the table; its head has -1
};

/// A report as a column of boxes, before it is divided into pages.
struct Flow {
    QList<FlowBox> boxes;
    QList<FlowBox> tableHeads; ///< by FlowBox::table, repeated after a page break
};

/// Moves a box's contents.
void translate(PageItem &item, QPointF by);

/// The place of things on a page, shared by all layouts of one paper.
struct PageGeometry {
    QSizeF page; ///< the sheet
    QRectF block; ///< the full measure: tables, figures, headings
    double indent = 84; ///< where running text begins, from the block's left

    [[nodiscard]] double measure() const { return block.width() - indent; }
};

} // namespace SecondStory::Reporting
