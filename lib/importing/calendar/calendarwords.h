// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/calendar/calendarscanner.h"

namespace SecondStory::Importing {

/// What an entry is about, as far as its words tell: somebody is away, somebody is on call, or
/// anything else.
[[nodiscard]] EventKind kindOfEntry(const CalendarEntry &entry, const CalendarHead &head);

/// The people an entry is about: those it names, else the one whose name its summary holds
/// ("@Asha", "On Call - Asha Rao - Payments", "Asha Rao: vacation").
[[nodiscard]] QList<ParsedActor> peopleOfEntry(const CalendarEntry &entry, EventKind kind);

} // namespace SecondStory::Importing
