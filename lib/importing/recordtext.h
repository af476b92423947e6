// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/jsonvalue.h"
#include "importing/parsedevent.h"

#include <QStringList>

namespace SecondStory::Importing {

/// The text of the scalar at a dotted path, trimmed; empty when there is none.
[[nodiscard]] QString textAt(const JsonValue &record, QStringView path);
/// The first text that is not empty at one of these paths.
[[nodiscard]] QString firstTextAt(const JsonValue &record,
                                  std::initializer_list<QStringView> paths);
/// Lines ending in \n, without terminal codes and control characters other than tabs.
[[nodiscard]] QString withoutControls(const QString &text);
/// withoutControls() without space at either end.
[[nodiscard]] QString readableText(const QString &text);
/// readableText() of Markdown: comments taken out, the marks kept as typed.
[[nodiscard]] QString readableMarkdown(const QString &text);
/// The first paragraph of some Markdown as one line of words.
[[nodiscard]] QString titleOfMarkdown(const QString &text);
/// A long text cut to `length` characters, with a mark that it was.
[[nodiscard]] QString shortened(const QString &text, qsizetype length);
/// "key: value", or nothing when the value is empty.
[[nodiscard]] QString namedLine(const QString &key, const QString &value);
/// Appends "name: value" unless the value is empty.
void appendNamed(QStringList &lines, const QString &name, const QString &value);
/// Paragraphs joined by blank lines, empty ones left out.
[[nodiscard]] QString paragraphs(std::initializer_list<QString> parts);

/// Sets title and text: `more` are the lines below the title, empty and repeated ones left out.
void setWordsOf(ParsedEvent &event, const QString &title, const QStringList &more = {});

} // namespace SecondStory::Importing
