// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/evidenceinput.h"

namespace SecondStory::Services {

/// The columns (CSV) or keys (JSON Lines, dotted for nested ones) at the beginning of a file, for
/// choosing which holds what; empty for other formats. Cost: looks at head() only.
[[nodiscard]] QStringList evidenceColumns(const Importing::EvidenceInput &input,
                                          const QString &importerId);

} // namespace SecondStory::Services
