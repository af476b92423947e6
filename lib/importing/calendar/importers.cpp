// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/calendar/importers.h"

#include "importing/calendar/icalendarimporter.h"

namespace SecondStory::Importing {

void addCalendarImporters(std::vector<std::unique_ptr<Importer>> &importers)
{
    importers.push_back(std::make_unique<ICalendarImporter>());
}

} // namespace SecondStory::Importing
