// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/logs/logrecords.h"

namespace SecondStory::Importing {

/// Reads `time="2018-02-20T14:17:35Z" level=error msg="it broke" attempt=3`: words are level and
/// message, the other pairs stand below. Nothing when the line has no time among its first pairs.
/// Source: the logfmt convention of Go's and Heroku's loggers.
[[nodiscard]] std::optional<LogLine> readLogfmtLine(QStringView line);

} // namespace SecondStory::Importing
