// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/castknowledge.h"
#include "domain/knownto.h"
#include "domain/result.h"

#include <functional>

namespace SecondStory::Store {
class Library;
}

namespace SecondStory::Services {

/// Looks through a review for where each of `people` shows: in what they took part, and where one
/// of their names stands in title or text as recorded. Programs are left out. Errors: Cancelled
/// (when `isCancelled` says so, asked between events), Storage. Threads: that of the library. Cost:
/// reads who took part in every event, and the texts that hold the words of a name; no event is
/// kept.
[[nodiscard]] Result<Analysis::CastSigns> gatherSigns(Store::Library &library, ReviewId review,
                                                      const QList<Person> &people,
                                                      const std::function<bool()> &isCancelled);

/// What the analyst states, person by person and event by event. Of two statements about the same
/// pair the earlier knowledge counts. Errors: Storage. Cost: a query for the events.
[[nodiscard]] Result<QHash<PersonId, Analysis::KnownStatements>>
gatherStatements(Store::Library &library, const QList<KnownTo> &statements);

} // namespace SecondStory::Services
