// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace SecondStory::Importing {

/// Reads the whole of a text as one YAML scalar: plain, "double quoted" with its escapes, or
/// 'single quoted'; "~" and "null" are empty. Nothing when it is an anchor, an alias, a tag, a map
/// or a list.
[[nodiscard]] std::optional<QString> readYamlScalar(const QString &text);
/// Reads "[a, 'b', "c"]" of scalars; nothing when it is anything else.
[[nodiscard]] std::optional<QStringList> readYamlFlowList(const QString &text);

} // namespace SecondStory::Importing
