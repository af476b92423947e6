// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/recurrence.h"

#include <QByteArray>
#include <QJsonObject>

namespace SecondStory::Analysis {

/// The shape `secondstory-cli pressures --json` prints. Codes are named by their key.
[[nodiscard]] QJsonObject toJson(const RecurrenceTable &table);
/// One line a code, with a header. UTF-8, CRLF, RFC 4180; see `csvCell`.
[[nodiscard]] QByteArray toCsv(const RecurrenceTable &table);
/// Quotes a cell where needed. What a spreadsheet would run (= + - @ TAB CR in front) gets a
/// leading '.
[[nodiscard]] QString csvCell(const QString &text);

} // namespace SecondStory::Analysis
