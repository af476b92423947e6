// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reporting/reportblocks.h"
#include "reporting/reportinput.h"

namespace SecondStory::Reporting {

/// Makes the blocks of a report: title, narrative, moments, factors, pressures, questions,
/// learnings, actions, notes, sources, timeline. Every text in them is inert and names people as
/// the options say; writers only set it. Cost: linear in the events listed. Threads: any.
[[nodiscard]] Report buildReport(const ReportInput &input, const ReportOptions &options);
/// Takes out figures that `figures` has nothing to draw for, and headings that then head nothing.
void dropEmptyFigures(Report &report, const FigureSource &figures);

} // namespace SecondStory::Reporting
