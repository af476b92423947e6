// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace SecondStory::Reporting {

/// The text with what could deceive or do something made visible: control characters and the marks
/// that turn the direction of text round stand as [U+202E], broken surrogates as U+FFFD. Line ends
/// and tabs stay. Source: CVE-2021-42574 (bidirectional controls in text).
[[nodiscard]] QString inertText(const QString &text);
/// The same on one line: every run of white space becomes one space.
[[nodiscard]] QString inertLine(const QString &text);

/// Puts a full stop where a sentence needs one: not after "twitter." or "why?".
[[nodiscard]] QString closed(const QString &text);

} // namespace SecondStory::Reporting
