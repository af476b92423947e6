// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/eventkind.h"

#include <QString>
#include <QStringList>

namespace SecondStory::Importing {

/// Takes Markdown's marks out of one paragraph: links become their words, pictures their
/// description.
[[nodiscard]] QString withoutMarkdown(const QString &text);
/// The first sentence of a paragraph.
[[nodiscard]] QString firstSentence(const QString &text);
/// The first paragraph or list item of some lines as one line; code and pictures alone are passed
/// over.
[[nodiscard]] QString firstParagraph(const QStringList &lines);
/// The kind a sentence's clear words tell ("decided", "restarted", "deployed"); Observation when
/// none does.
[[nodiscard]] EventKind kindFromWords(const QString &sentence);

} // namespace SecondStory::Importing
