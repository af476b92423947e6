// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/tools/importers.h"

#include "importing/tools/chaostoolkitimporter.h"
#include "importing/tools/dispatchdumpimporter.h"
#include "importing/tools/plasoimporter.h"
#include "importing/tools/secondstoryimporter.h"
#include "importing/tools/timesketchimporter.h"

namespace SecondStory::Importing {

void addToolsImporters(std::vector<std::unique_ptr<Importer>> &importers)
{
    importers.push_back(std::make_unique<ChaosToolkitImporter>());
    importers.push_back(std::make_unique<SecondStoryImporter>());
    importers.push_back(std::make_unique<PlasoImporter>());
    importers.push_back(std::make_unique<TimesketchImporter>());
    importers.push_back(std::make_unique<DispatchDumpImporter>());
}

} // namespace SecondStory::Importing
