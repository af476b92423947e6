// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/parsedevent.h"

#include <QStringList>

namespace SecondStory::Importing {

/// "key: value", or nothing when the value is empty.
[[nodiscard]] QString namedLine(const QString &key, const QString &value);
/// Takes terminal colours and control characters out; line ends become "\n".
[[nodiscard]] QString withoutControls(QString text);
/// Sets title and text: `more` are the lines below the title, empty and repeated ones left out.
void setWordsOf(ParsedEvent &event, const QString &title, const QStringList &more = {});

} // namespace SecondStory::Importing
