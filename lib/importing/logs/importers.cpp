// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/logs/importers.h"

#include "importing/logs/accesslogimporter.h"
#include "importing/logs/applogimporter.h"
#include "importing/logs/syslogimporter.h"

namespace SecondStory::Importing {

void addLogsImporters(std::vector<std::unique_ptr<Importer>> &importers)
{
    importers.push_back(std::make_unique<AccessLogImporter>());
    importers.push_back(std::make_unique<SyslogImporter>());
    importers.push_back(std::make_unique<AppLogImporter>());
}

} // namespace SecondStory::Importing
