// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/infra/importers.h"

#include "importing/infra/chrometraceimporter.h"
#include "importing/infra/cloudauditimporter.h"
#include "importing/infra/cloudtrailimporter.h"
#include "importing/infra/journaldimporter.h"
#include "importing/infra/kuberneteseventsimporter.h"
#include "importing/infra/otlpimporter.h"

namespace SecondStory::Importing {

void addInfraImporters(std::vector<std::unique_ptr<Importer>> &importers)
{
    importers.push_back(std::make_unique<KubernetesEventsImporter>());
    importers.push_back(std::make_unique<JournaldImporter>());
    importers.push_back(std::make_unique<CloudtrailImporter>());
    importers.push_back(std::make_unique<CloudAuditImporter>());
    importers.push_back(std::make_unique<OtlpImporter>());
    importers.push_back(std::make_unique<ChromeTraceImporter>());
}

} // namespace SecondStory::Importing
