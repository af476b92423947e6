// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/work/importers.h"

#include "importing/work/gitlogimporter.h"

namespace SecondStory::Importing {

void addWorkImporters(std::vector<std::unique_ptr<Importer>> &importers)
{
    importers.push_back(std::make_unique<GitLogImporter>());
}

} // namespace SecondStory::Importing
