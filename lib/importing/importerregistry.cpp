// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/importerregistry.h"

#include "importing/csvimporter.h"
#include "importing/gitlogimporter.h"
#include "importing/jsonlimporter.h"
#include "importing/slackexportimporter.h"
#include "importing/texttimelineimporter.h"
#include "importing/webvttimporter.h"

#include <algorithm>

namespace SecondStory::Importing {

ImporterRegistry::ImporterRegistry()
{
    m_importers.push_back(std::make_unique<TextTimelineImporter>());
    m_importers.push_back(std::make_unique<SlackExportImporter>());
    m_importers.push_back(std::make_unique<GitLogImporter>());
    m_importers.push_back(std::make_unique<CsvImporter>());
    m_importers.push_back(std::make_unique<JsonlImporter>());
    m_importers.push_back(std::make_unique<WebVttImporter>());
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
