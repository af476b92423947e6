// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/chat/importers.h"

#include "importing/chat/slackexportimporter.h"
#include "importing/chat/webvttimporter.h"

namespace SecondStory::Importing {

void addChatImporters(std::vector<std::unique_ptr<Importer>> &importers)
{
    importers.push_back(std::make_unique<SlackExportImporter>());
    importers.push_back(std::make_unique<WebVttImporter>());
}

} // namespace SecondStory::Importing
