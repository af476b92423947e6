// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/chat/chatwords.h"

namespace SecondStory::Importing {

/// The member of that name in Graph's spelling (createdDateTime) or PowerShell's (CreatedDateTime).
[[nodiscard]] const JsonValue *teamsMember(const JsonValue &object, QStringView key);
/// The scalar at a dotted path, every part in either spelling; empty when there is none.
[[nodiscard]] QString teamsText(const JsonValue &object, QStringView path);
/// What a message says: subject and body, cards of programs, files, reactions.
[[nodiscard]] ChatWords teamsWords(const JsonValue &message);
/// Who wrote a message; nothing for what Teams itself noted.
[[nodiscard]] std::optional<ParsedActor> teamsAuthor(const JsonValue &message);
/// True for what Teams itself puts into a channel.
[[nodiscard]] bool isTeamsHousekeeping(const JsonValue &message);

} // namespace SecondStory::Importing
