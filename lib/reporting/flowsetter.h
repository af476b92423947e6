// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reporting/pageitems.h"
#include "reporting/reportblocks.h"
#include "reporting/reportfonts.h"

namespace SecondStory::Reporting {

/// Sets the blocks of a report as a column of boxes, one per line, row or figure.
/// Cost: linear in the text; about 10 µs a line.
[[nodiscard]] Flow setFlow(const Report &report, const FigureSource &figures,
                           const ReportFonts &fonts, const PageGeometry &geometry);

} // namespace SecondStory::Reporting
