// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

/// What importers accept at most. Enforced while reading, never taken from a header.
namespace SecondStory::Importing::Limits {

inline constexpr qint64 kFileBytes = 2LL * 1024 * 1024 * 1024;
inline constexpr qsizetype kFieldBytes = 1024 * 1024;
inline constexpr qsizetype kLineBytes = 4 * 1024 * 1024;
inline constexpr qint64 kRecords = 5'000'000;
inline constexpr int kJsonDepth = 64;
inline constexpr qint64 kJsonRecordBytes = 32LL * 1024 * 1024;
inline constexpr int kColumns = 1'000;
inline constexpr int kArchiveEntries = 10'000;
inline constexpr qint64 kArchiveEntryBytes = 32LL * 1024 * 1024;
inline constexpr qint64 kArchiveBytes = 128LL * 1024 * 1024;
inline constexpr qint64 kArchiveRatio = 200;
inline constexpr qint64 kArchiveRatioFrom = 1024 * 1024;
inline constexpr qint64 kReportBytes = 16LL * 1024 * 1024;
inline constexpr int kProblemsKept = 100;
inline constexpr int kTitleCharacters = 300;
inline constexpr qsizetype kProbeBytes = 64 * 1024;
inline constexpr qsizetype kEntryHeadBytes = 4 * 1024;

} // namespace SecondStory::Importing::Limits
