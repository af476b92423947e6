// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reporting/reportcontext.h"

namespace SecondStory::Reporting {

// The parts of a report in their order; each adds nothing when the review has nothing for it, or
// says so where its absence would mislead.
void addTitle(ReportContext &context, QList<Block> &blocks);
void addNarrative(ReportContext &context, QList<Block> &blocks);
void addTimelineFigure(ReportContext &context, QList<Block> &blocks);
void addMoments(ReportContext &context, QList<Block> &blocks);
void addFactors(ReportContext &context, QList<Block> &blocks);
void addPressures(ReportContext &context, QList<Block> &blocks);
void addWhatHelped(ReportContext &context, QList<Block> &blocks);
void addQuestions(ReportContext &context, QList<Block> &blocks);
void addLearnings(ReportContext &context, QList<Block> &blocks);
void addActions(ReportContext &context, QList<Block> &blocks);
void addEvidenceNotes(ReportContext &context, QList<Block> &blocks);
void addSources(ReportContext &context, QList<Block> &blocks);
void addTimelineTable(ReportContext &context, QList<Block> &blocks);

} // namespace SecondStory::Reporting
