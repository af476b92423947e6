// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/logs/logrecords.h"

namespace SecondStory::Importing {

/// What one line of a syslog file is.
struct SyslogLine {
    enum class Verdict : quint8 {
        Record, ///< begins a record
        Following, ///< belongs to the record above
        Broken, ///< begins a record that cannot be read; `why` says why
    };

    Verdict verdict = Verdict::Following;
    bool isTypical = false; ///< no other format writes lines like this one
    LogLine line;
    QString why;
};

/// Reads one line of any of the spellings of syslog: RFC 5424 with or without its head, RFC 3164
/// and its relatives, rsyslog's ISO forms, ChromeOS's and macOS's.
/// Source: RFC 5424, RFC 3164, rsyslog's template documentation.
[[nodiscard]] SyslogLine readSyslogLine(QStringView line);

/// Parts a line at the records that were written behind one another without a line break.
[[nodiscard]] QList<QStringView> splitSyslogLine(QStringView line);

} // namespace SecondStory::Importing
