// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace SecondStory::Ui {

/// The handbook's pages about formats ("formats/csv"), by their titles; one for each importer that
/// has one.
[[nodiscard]] QStringList formatPages();
/// A Markdown table of all importers: name with a link to its page, id, what it needs to be told.
[[nodiscard]] QString formatTable();

} // namespace SecondStory::Ui
