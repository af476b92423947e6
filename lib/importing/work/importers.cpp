// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/work/importers.h"

#include "importing/work/githubcommentsimporter.h"
#include "importing/work/githubeventsimporter.h"
#include "importing/work/githubtimelineimporter.h"
#include "importing/work/githubwebhookimporter.h"
#include "importing/work/gitlabimporter.h"
#include "importing/work/gitlogimporter.h"
#include "importing/work/jiracsvimporter.h"
#include "importing/work/jiraimporter.h"

namespace SecondStory::Importing {

void addWorkImporters(std::vector<std::unique_ptr<Importer>> &importers)
{
    importers.push_back(std::make_unique<GitLogImporter>());
    importers.push_back(std::make_unique<GithubWebhookImporter>());
    importers.push_back(std::make_unique<GithubEventsImporter>());
    importers.push_back(std::make_unique<GithubCommentsImporter>());
    importers.push_back(std::make_unique<GithubTimelineImporter>());
    importers.push_back(std::make_unique<GitlabImporter>());
    importers.push_back(std::make_unique<JiraImporter>());
    importers.push_back(std::make_unique<JiraCsvImporter>());
}

} // namespace SecondStory::Importing
