// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/event.h"

namespace SecondStory {

bool keepsRecord(const Event &before, const Event &after)
{
    return before.sourceId == after.sourceId && before.recorded == after.recorded
        && before.title == after.title && before.text == after.text && before.place == after.place
        && before.naturalKey == after.naturalKey;
}

} // namespace SecondStory
