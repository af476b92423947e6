// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reporting/pageitems.h"
#include "reporting/reportblocks.h"
#include "reporting/reportfonts.h"
#include "reporting/reportinput.h"

namespace SecondStory::Reporting {

struct OutlineEntry {
    int level = 1;
    QString text;
    int page = 0; ///< from 0
    double y = 0;
};

/// Where a table row (or a part of one taller than a page) came to stand.
struct RowPlace {
    int table = 0;
    int row = 0;
    int page = 0;
    double top = 0;
    double bottom = 0;
};

struct PagePlace {
    int page = 0;
    double y = 0;
};

struct PageLink {
    int page = 0;
    NoteLink link;
};

/// A report divided into pages, ready to be painted any number of times. Units: points.
/// Threads: belongs to the thread that laid it out, to its end.
struct LaidOutReport {
    PageGeometry geometry;
    QList<QList<PageItem>> pages;
    QList<OutlineEntry> outline;
    QHash<int, PagePlace> notes;
    QList<PageLink> links;
    QList<RowPlace> rows;
    QStringList warnings; ///< characters no installed typeface has
};

[[nodiscard]] PageGeometry geometryOf(Paper paper);
/// Lays out a report on pages: headings stay with what follows, rows and figures stay whole, table
/// heads repeat. Cost: linear. Threads: any, with a QGuiApplication alive.
[[nodiscard]] LaidOutReport layOut(const Report &report, const FigureSource &figures, Paper paper);
/// Paints one page. Units: the painter's, one unit a point; scale it for a screen.
void paintPage(const LaidOutReport &report, int page, QPainter &painter,
               const FigureSource &figures);

} // namespace SecondStory::Reporting
