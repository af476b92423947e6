// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/parsedevent.h"

namespace SecondStory::Importing {

/// One thing a status page told about an incident.
struct StatusUpdate {
    RecordedTime time;
    QString incident; ///< its name
    QString status; ///< "Investigating", "resolved"
    QString words;
    QString author; ///< of the page, may be empty
    QString place;
    QString naturalKey;
};

/// A message: status and words, with the incident's name below.
[[nodiscard]] ParsedEvent eventOf(const StatusUpdate &update);
/// A key for an update without an id of its own: the incident's id, the time and the words.
[[nodiscard]] QString statusUpdateKey(const QString &incidentId, const StatusUpdate &update);

} // namespace SecondStory::Importing
