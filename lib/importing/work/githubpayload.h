// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/jsonvalue.h"

namespace SecondStory::Importing {

/// "head: words", or the head alone.
[[nodiscard]] QString githubTitle(const QString &head, const QString &words);
/// The first of these members of an item that holds something.
[[nodiscard]] const JsonValue *githubTime(const JsonValue &item,
                                          std::initializer_list<QStringView> names);
/// When an action was done to an issue or pull request: opened and closed have times of their own,
/// everything else is when the item changed last.
[[nodiscard]] const JsonValue *githubActionTime(const JsonValue &item, const QString &action);
/// The identity of one action on one item; empty when the item has no id.
[[nodiscard]] QString githubKey(const QString &type, const JsonValue &item, const QString &action);

} // namespace SecondStory::Importing
