// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/series.h"

namespace SecondStory {

bool keepsRecord(const Series &before, const Series &after)
{
    Series same = after;
    same.version = before.version;
    same.laneId = before.laneId;
    return same == before;
}

} // namespace SecondStory
