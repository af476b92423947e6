// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/jsonvalue.h"
#include "importing/chat/slackmarkup.h"
#include "domain/eventtime.h"

#include <optional>

namespace SecondStory::Importing {

/// Reads Slack's "1485460312.000002" as a decimal: a double would lose the digits that tell
/// messages apart.
[[nodiscard]] std::optional<TimePoint> slackTime(QStringView ts);

/// What a message says, plain: its text, else its blocks, else its attachments; files by their
/// names. `isEdited`, reactions and the thread follow on lines of their own.
struct SlackWords {
    QString said;
    QString around; ///< attachments, files, reactions, "edited", the thread
};
[[nodiscard]] SlackWords slackWords(const JsonValue &message, const SlackNames &people);

} // namespace SecondStory::Importing
