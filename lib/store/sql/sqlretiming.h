// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/evidencesource.h"
#include "domain/sourceclock.h"
#include "store/sql/sqlconnection.h"

namespace SecondStory::Store {

/// Moves the events of a source to where `source`'s clock puts their readings, and brings the
/// source's own first, last, undated and basis up to date. Asserted times stay. Belongs to the
/// caller's transaction. Cost: linear in the source's events.
[[nodiscard]] Result<void> retimeEvents(SqlConnection &connection, const SourceClock &before,
                                        EvidenceSource &source);

} // namespace SecondStory::Store
