// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/eventkind.h"
#include "importing/jsonvalue.h"

namespace SecondStory::Importing {

/// What one payload says, apart from who sent it and from where. Pointers go into the payload.
struct GithubStory {
    QString title; ///< in GitHub's own words, in every language of the program
    QString text;
    QString key; ///< empty: the payload has no identity of its own
    EventKind kind = EventKind::Log;
    const JsonValue *time = nullptr;
    const JsonValue *end = nullptr;
    const JsonValue *actor = nullptr; ///< who did it, where the payload names somebody
};

/// Tells a webhook payload's event type from its keys ("issue_comment", "push"); empty when none
/// fits. The type itself travels in an HTTP header and is not in the file.
[[nodiscard]] QString githubTypeFromKeys(const JsonValue &payload);
/// What a payload of that type says; of an unknown type its action and nothing more.
[[nodiscard]] GithubStory githubStory(const QString &type, const JsonValue &payload);

} // namespace SecondStory::Importing
