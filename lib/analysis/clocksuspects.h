// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/consistency.h"

namespace SecondStory::Analysis {

/// Sources whose clock may be another than was assumed, told by how they lie beside the others:
///  - hours off: moved by one certain whole number of hours (or one of two neighbouring ones) at
///    least three of five entries get an entry of another source within five minutes, while as they
///    stand at most one of five has;
///  - day and month exchanged: dates like 3/4 that lie three weeks or more outside the rest and
///    would lie within it if read the other way round;
///  - far away: more than two days outside the incident's frame.
/// `times` in any order; `ids` names the sources they point at. Cost: one sorting, and 29 look-ups
/// for each of at most 400 entries of a source.
[[nodiscard]] QList<CheckFinding> clockSuspects(std::vector<CheckedTime> times,
                                                const QList<SourceId> &ids,
                                                const CheckContext &context);

} // namespace SecondStory::Analysis
