// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QFile>

namespace SecondStory::Importing {

/// Compares what came out of a gzip file with the checksum at its end, which the unpacker leaves
/// unread. A file of several parts has only the last part's sum there: it is held to be right.
[[nodiscard]] bool gzipSumMatches(QFile &file, const QByteArray &unpacked);

} // namespace SecondStory::Importing
