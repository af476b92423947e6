// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/eventtime.h"
#include "domain/review.h"

namespace SecondStory {

/// The words people read for values of the domain, translated, as they stand inside a sentence.
[[nodiscard]] QString wordFor(ReviewStatus status);
[[nodiscard]] QString wordFor(ReviewDepth depth);
[[nodiscard]] QString wordFor(TimeBasis basis);

/// "2 h 5 min", "45 s"; whole units only. Units: microseconds.
[[nodiscard]] QString durationText(qint64 microseconds);

} // namespace SecondStory
