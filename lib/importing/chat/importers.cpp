// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/chat/importers.h"

#include "importing/chat/discordimporter.h"
#include "importing/chat/gitterimporter.h"
#include "importing/chat/ircimporter.h"
#include "importing/chat/matriximporter.h"
#include "importing/chat/mattermostimporter.h"
#include "importing/chat/slackexportimporter.h"
#include "importing/chat/slackpasteimporter.h"
#include "importing/chat/srtimporter.h"
#include "importing/chat/teamsimporter.h"
#include "importing/chat/webvttimporter.h"
#include "importing/chat/whatsappimporter.h"
#include "importing/chat/zoomchatimporter.h"

namespace SecondStory::Importing {

void addChatImporters(std::vector<std::unique_ptr<Importer>> &importers)
{
    importers.push_back(std::make_unique<DiscordImporter>());
    importers.push_back(std::make_unique<GitterImporter>());
    importers.push_back(std::make_unique<IrcImporter>());
    importers.push_back(std::make_unique<MatrixImporter>());
    importers.push_back(std::make_unique<MattermostImporter>());
    importers.push_back(std::make_unique<SlackExportImporter>());
    importers.push_back(std::make_unique<SlackPasteImporter>());
    importers.push_back(std::make_unique<SrtImporter>());
    importers.push_back(std::make_unique<TeamsImporter>());
    importers.push_back(std::make_unique<WebVttImporter>());
    importers.push_back(std::make_unique<WhatsAppImporter>());
    importers.push_back(std::make_unique<ZoomChatImporter>());
}

} // namespace SecondStory::Importing
