// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/parsedevent.h"
#include "importing/reports/timelineentries.h"

#include <optional>

namespace SecondStory::Importing {

/// The event an entry of a report tells, still without its time; nothing when it has no words.
[[nodiscard]] std::optional<ParsedEvent> entryFrom(const TimelineItem &item);
/// Leading and trailing blank lines away, inner ones as they are.
[[nodiscard]] QString joinedLines(QStringList lines);

} // namespace SecondStory::Importing
