// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/recurrence.h"

namespace SecondStory::Analysis {

/// What a code is called in words: one line of at most 80 characters.
[[nodiscard]] QString codeLabel(const CodeRecurrence &code);
/// "33 %": a share as people read it; a share that is neither none nor all is never shown as 0 or
/// 100.
[[nodiscard]] QString percentText(double share);
/// "Seen in 9 of 27 reviews (33 %, interval 19–52 %)."
[[nodiscard]] QString shareSentence(const CodeRecurrence &code);
/// "Before the incident in 5 reviews, during in 7, after in 2; it hindered in 8 and helped in 1."
/// Empty when nothing of it was said.
[[nodiscard]] QString phaseSentence(const CodeRecurrence &code);
/// How two codes meet, with the verdict in words: "… Not distinguishable from chance with 14
/// reviews."
[[nodiscard]] QString pairSentence(const RecurrenceTable &table, const PairRecurrence &pair);
/// Which reviews the numbers speak of, and that somebody chose them.
[[nodiscard]] QString sampleSentence(const RecurrenceTable &table);

} // namespace SecondStory::Analysis
