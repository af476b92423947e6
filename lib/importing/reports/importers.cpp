// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/reports/importers.h"

#include "importing/reports/incidentreportimporter.h"
#include "importing/reports/texttimelineimporter.h"

namespace SecondStory::Importing {

void addReportsImporters(std::vector<std::unique_ptr<Importer>> &importers)
{
    importers.push_back(std::make_unique<IncidentReportImporter>());
    importers.push_back(std::make_unique<TextTimelineImporter>());
}

} // namespace SecondStory::Importing
