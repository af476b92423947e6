// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/columnmapping.h"

#include <QList>

namespace SecondStory::Ui {

/// The mappings this person keeps under names of their own, by name.
[[nodiscard]] QList<Importing::ColumnMapping> keptMappings();
/// Keeps a mapping under its name, in the place of another of that name.
void keepMapping(const Importing::ColumnMapping &mapping);
void forgetMapping(const QString &name);

} // namespace SecondStory::Ui
