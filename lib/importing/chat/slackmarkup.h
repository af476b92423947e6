// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QString>

namespace SecondStory::Importing {

/// Names by Slack's ids, of people and channels.
using SlackNames = QHash<QString, QString>;

/// Makes plain text of Slack's markup: mentions and channels by their names, links as "label
/// (address)", entities resolved, emphasis marks kept as typed.
[[nodiscard]] QString slackToPlainText(const QString &markup, const SlackNames &people);

} // namespace SecondStory::Importing
