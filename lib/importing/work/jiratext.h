// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/jsonvalue.h"

namespace SecondStory::Importing {

/// The words of a Jira text: a string as it is (wiki marks kept as typed), or the words of an
/// Atlassian document, its paragraphs and list items on lines of their own.
/// Source: developer.atlassian.com, "Atlassian Document Format".
[[nodiscard]] QString jiraText(const JsonValue *value);

} // namespace SecondStory::Importing
