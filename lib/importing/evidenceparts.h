// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/evidenceinput.h"

#include <QStringList>

namespace SecondStory::Importing {

/// The entries worth reading one by one of a bundle that no importer knows as a whole: no hidden
/// files, none that an operating system left behind, no empty ones, no pictures, recordings,
/// programs or archives. Order: as in the bundle. Cost: looks at the beginning of every entry.
[[nodiscard]] QStringList evidenceEntries(const EvidenceInput &bundle);

} // namespace SecondStory::Importing
