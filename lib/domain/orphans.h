// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/eventtable.h"
#include "domain/reviewcontents.h"

namespace SecondStory {

/// People that a source brought in which has since been taken out, and lanes that a source brought
/// in and in which nothing stands any more: nobody needs to see them until somebody uses them.
struct Orphans {
    QList<Lane> lanes;
    QList<Person> people;
};

/// True when the record's source has been taken out, and nobody has edited the record since.
template <class T>
[[nodiscard]] bool isOrphan(const ReviewContents &contents, const T &record)
{
    const auto *origin = findRecord<EvidenceSource>(contents, record.origin);
    return origin && origin->removed && record.version <= 1;
}

/// Moves the orphans out of `contents`; `events` are those that are seen.
[[nodiscard]] Orphans takeOrphans(ReviewContents &contents, const EventTable &events);

} // namespace SecondStory
