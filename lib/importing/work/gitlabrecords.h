// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/jsonrun.h"

namespace SecondStory::Importing {

/// Takes one webhook or system hook of GitLab. A push becomes one event a commit: it states no time
/// of its own.
[[nodiscard]] Result<void> takeGitlabHook(JsonRun &run);
/// Takes one issue, merge request or note of GitLab's API: created, and merged or closed where it
/// was.
[[nodiscard]] Result<void> takeGitlabItem(JsonRun &run);
/// Adds somebody as GitLab writes users: a name and a username.
void addGitlabActor(ParsedEvent &event, const JsonValue *user);

} // namespace SecondStory::Importing
