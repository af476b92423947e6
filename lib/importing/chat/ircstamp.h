// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/textcursor.h"
#include "importing/chat/ircline.h"

namespace SecondStory::Importing {

/// Reads the time at the beginning of a line and moves behind it; None when there is none.
[[nodiscard]] IrcStamp takeIrcStamp(TextCursor &cursor);
/// The day a client's own line states: "--- Day changed Tue Jan 01 2012", "--- Log opened …",
/// "**** BEGIN LOGGING AT …" in any language; nothing for every other line.
[[nodiscard]] std::optional<CivilTime> readIrcDayLine(const QString &line);

} // namespace SecondStory::Importing
