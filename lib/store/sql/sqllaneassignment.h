// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/changeset.h"
#include "store/sql/sqlconnection.h"

namespace SecondStory::Store {

/// Puts the events of a source into the lanes of `change.after`, makes the lanes it lacks, and
/// keeps the lanes that events imported by older versions stand in as their channels. Belongs to
/// the caller's transaction. Errors: Conflict when an event no longer stands where `change.before`
/// says, Storage. Cost: linear in the source's events.
[[nodiscard]] Result<void> assignLanes(SqlConnection &connection,
                                       const RecordChange<LaneAssignment> &change);

} // namespace SecondStory::Store
