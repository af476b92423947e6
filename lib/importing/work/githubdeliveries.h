// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/work/githubstory.h"

namespace SecondStory::Importing {

// What was built, checked, released and deployed. Each takes the payload of its own type.
[[nodiscard]] GithubStory deploymentStory(const JsonValue &payload);
[[nodiscard]] GithubStory deploymentStatusStory(const JsonValue &payload);
[[nodiscard]] GithubStory releaseStory(const JsonValue &payload);
[[nodiscard]] GithubStory checkRunStory(const JsonValue &payload);
[[nodiscard]] GithubStory checkSuiteStory(const JsonValue &payload);
[[nodiscard]] GithubStory workflowRunStory(const JsonValue &payload);
[[nodiscard]] GithubStory workflowJobStory(const JsonValue &payload);

} // namespace SecondStory::Importing
