// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/importer.h"

#include <memory>
#include <vector>

namespace SecondStory::Importing {

void addLogsImporters(std::vector<std::unique_ptr<Importer>> &importers);

} // namespace SecondStory::Importing
