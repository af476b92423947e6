// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/importerregistry.h"

#include "importing/alerts/importers.h"
#include "importing/calendar/importers.h"
#include "importing/chat/importers.h"
#include "importing/infra/importers.h"
#include "importing/logs/importers.h"
#include "importing/reports/importers.h"
#include "importing/tables/importers.h"
#include "importing/tools/importers.h"
#include "importing/work/importers.h"

#include <algorithm>

namespace SecondStory::Importing {

ImporterRegistry::ImporterRegistry()
{
    // Of two that are equally sure, the one further up goes first: the specific before the general.
    addChatImporters(m_importers);
    addAlertsImporters(m_importers);
    addWorkImporters(m_importers);
    addInfraImporters(m_importers);
    addCalendarImporters(m_importers);
    addToolsImporters(m_importers);
    addReportsImporters(m_importers);
    addLogsImporters(m_importers);
    addTablesImporters(m_importers);
}

const Importer *ImporterRegistry::find(const QString &id) const
{
    for (const auto &importer : m_importers) {
        if (importer->id() == id)
            return importer.get();
    }
    return nullptr;
}

std::vector<ImporterRegistry::Candidate> ImporterRegistry::detect(const EvidenceInput &input) const
{
    std::vector<Candidate> candidates;
    for (const auto &importer : m_importers) {
        if (const Likelihood likelihood = importer->probe(input); likelihood > 0)
            candidates.push_back({ importer.get(), likelihood });
    }
    std::stable_sort(
        candidates.begin(), candidates.end(),
        [](const Candidate &a, const Candidate &b) { return a.likelihood > b.likelihood; });
    return candidates;
}

} // namespace SecondStory::Importing
