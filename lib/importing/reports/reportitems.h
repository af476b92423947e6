// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/reports/reportlines.h"

#include <span>

namespace SecondStory::Importing {

/// Plain words with the addresses of links kept: "[issue](https://x.org)" reads "issue
/// (https://x.org)".
[[nodiscard]] QString plainWithLinks(const QString &text);

/// What some lines enumerate: the entries of a list with what is nested in them, else the rows of a
/// table.
[[nodiscard]] QStringList listedItems(std::span<const ReportLine> lines);
/// The paragraphs of some lines, code and quotes left out.
[[nodiscard]] QStringList paragraphsOf(std::span<const ReportLine> lines);
/// Tasks that are marked as such wherever they stand: "- [ ] …", "[Action item] …".
[[nodiscard]] QStringList markedTasks(std::span<const ReportLine> lines);

} // namespace SecondStory::Importing
