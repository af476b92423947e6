// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace SecondStory::Importing {

/// The two ways to write captions.
enum class CueFormat : quint8 { WebVtt, Srt };

struct CueTime {
    qint64 start = 0; ///< microseconds from the start of the recording
    qint64 end = 0;
    QString text; ///< as found
};

/// Reads "00:05:31.760 --> 00:05:34.100" at the beginning of a line (SubRip: with commas); nothing
/// when it is something else or ends before it begins.
[[nodiscard]] std::optional<CueTime> readCueTime(QStringView line, CueFormat format);

struct CueWords {
    QString speaker; ///< empty when none is named
    QString text;
};

/// A cue's words without its tags and entities. The speaker comes from a voice tag, or from a name
/// in front of a colon.
[[nodiscard]] CueWords cueWords(const QString &payload, CueFormat format);

} // namespace SecondStory::Importing
