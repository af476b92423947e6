// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/changeset.h"

#include <algorithm>

namespace SecondStory {

ChangeSet inverted(const ChangeSet &set)
{
    ChangeSet result;
    result.changes = set.changes;
    for (AnyChange &change : result.changes)
        std::visit([](auto &c) { std::swap(c.before, c.after); }, change);
    std::reverse(result.changes.begin(), result.changes.end());
    return result;
}

} // namespace SecondStory
