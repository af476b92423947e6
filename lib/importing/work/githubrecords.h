// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/jsonvalue.h"
#include "importing/parsedevent.h"

#include <optional>

namespace SecondStory::Importing {

/// Somebody as GitHub writes users, apps and organisations; nothing for null and for "ghost", which
/// stands for every account that is gone.
[[nodiscard]] std::optional<ParsedActor> githubActor(const JsonValue *user);
/// Adds somebody once.
void addGithubActor(ParsedEvent &event, const JsonValue *user);
/// "PyGithub/PyGithub#28" of ".../repos/PyGithub/PyGithub/issues/28"; empty when it is another
/// address.
[[nodiscard]] QString githubThreadName(const QString &apiAddress);

} // namespace SecondStory::Importing
