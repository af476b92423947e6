// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/tables/importers.h"

#include "importing/tables/csvimporter.h"
#include "importing/tables/jsonlimporter.h"

namespace SecondStory::Importing {

void addTablesImporters(std::vector<std::unique_ptr<Importer>> &importers)
{
    importers.push_back(std::make_unique<CsvImporter>());
    importers.push_back(std::make_unique<JsonlImporter>());
}

} // namespace SecondStory::Importing
