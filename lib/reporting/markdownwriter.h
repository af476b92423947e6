// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reporting/reportblocks.h"

namespace SecondStory::Reporting {

/// Writes a report as GitHub-flavoured Markdown; evidence notes are footnotes, figures their
/// description in words. Every text of the review is escaped: nothing in it becomes markup, HTML or
/// a picture.
[[nodiscard]] QString toMarkdown(const Report &report, const FigureSource &figures);
/// A text as Markdown that shows just that text, on one line or with hard breaks.
[[nodiscard]] QString markdownEscaped(const QString &text);

} // namespace SecondStory::Reporting
