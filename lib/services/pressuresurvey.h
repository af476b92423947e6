// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/recurrence.h"
#include "domain/result.h"
#include "domain/review.h"

namespace SecondStory::Store {
class Library;
}

namespace SecondStory::Services {

/// The instant that dates an incident: the first of its frame that is known. A review without a
/// frame stays undated, since the day it was written says nothing of when it happened.
[[nodiscard]] std::optional<TimePoint> dateOf(const Review &review);

/// Counts the pressures of every review that is not archived. Errors: Storage. Cost: a few queries
/// and one pass.
[[nodiscard]] Result<Analysis::RecurrenceTable>
surveyPressures(Store::Library &library, const Analysis::RecurrenceQuery &query);

} // namespace SecondStory::Services
