// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/alerts/importers.h"

#include "importing/alerts/alertmanagergroupsimporter.h"
#include "importing/alerts/alertmanagerimporter.h"
#include "importing/alerts/alertmanagersilencesimporter.h"
#include "importing/alerts/cloudwatchimporter.h"
#include "importing/alerts/datadogeventsimporter.h"
#include "importing/alerts/datadogincidentsimporter.h"
#include "importing/alerts/gcpstatusimporter.h"
#include "importing/alerts/grafanaimporter.h"
#include "importing/alerts/opsgenieimporter.h"
#include "importing/alerts/pagerdutyimporter.h"
#include "importing/alerts/prometheusimporter.h"
#include "importing/alerts/sentryimporter.h"
#include "importing/alerts/signalfximporter.h"
#include "importing/alerts/statuspageatomimporter.h"
#include "importing/alerts/statuspageimporter.h"

namespace SecondStory::Importing {

void addAlertsImporters(std::vector<std::unique_ptr<Importer>> &importers)
{
    importers.push_back(std::make_unique<AlertmanagerImporter>());
    importers.push_back(std::make_unique<AlertmanagerGroupsImporter>());
    importers.push_back(std::make_unique<AlertmanagerSilencesImporter>());
    importers.push_back(std::make_unique<GrafanaImporter>());
    importers.push_back(std::make_unique<PagerDutyImporter>());
    importers.push_back(std::make_unique<OpsgenieImporter>());
    importers.push_back(std::make_unique<DatadogEventsImporter>());
    importers.push_back(std::make_unique<DatadogIncidentsImporter>());
    importers.push_back(std::make_unique<SentryImporter>());
    importers.push_back(std::make_unique<CloudWatchImporter>());
    importers.push_back(std::make_unique<SignalFxImporter>());
    importers.push_back(std::make_unique<StatuspageImporter>());
    importers.push_back(std::make_unique<StatuspageAtomImporter>());
    importers.push_back(std::make_unique<GcpStatusImporter>());
    importers.push_back(std::make_unique<PrometheusImporter>());
}

} // namespace SecondStory::Importing
