// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reporting/pageitems.h"
#include "reporting/reportblocks.h"
#include "reporting/reportfonts.h"

namespace SecondStory::Reporting {

/// Sets a table into the flow: a head between two rules that is repeated on each page, rows that
/// stay whole, a rule at the end, the caption below. A row taller than a page is the one thing that
/// is divided.
void setTable(const TableBlock &table, const ReportFonts &fonts, const PageGeometry &geometry,
              Flow &flow);

/// The widths of a table's columns: what their words need, else their share. Units: points; they
/// sum up to `width`.
[[nodiscard]] QList<double> columnWidths(const TableBlock &table, const ReportFonts &fonts,
                                         double width, double firstWidth);

} // namespace SecondStory::Reporting
