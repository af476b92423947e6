// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/timetext.h"

#include <QString>
#include <QStringList>
#include <QStringView>

#include <optional>

namespace SecondStory::Importing {

/// One request as a web server wrote it down.
struct AccessLine {
    TimestampReading time;
    QString timeText;
    int status = 0; ///< 0: the line states none
};

/// Reads one line in the common or combined log format, with the host before it or without.
/// Cost: linear. Source: Apache HTTP Server documentation, "Log Files".
[[nodiscard]] std::optional<AccessLine> readCommonLine(QStringView line);

/// Reads the lines of a W3C extended log (IIS, content networks), whose columns a line of the file
/// names; they may change in the middle. Source: W3C working draft WD-logfile.
class ExtendedLog {
public:
    /// Takes "#Fields: …" and "#Date: …"; other lines that begin with # are passed over.
    void takeDirective(QStringView line);
    [[nodiscard]] bool hasFields() const { return !m_fields.isEmpty(); }
    /// True when the columns are those of a log of requests.
    [[nodiscard]] bool isOfRequests() const;
    /// Times are in UTC by definition. Nothing when the columns do not fit or the time is none.
    [[nodiscard]] std::optional<AccessLine> readLine(QStringView line) const;

private:
    QStringList m_fields;
    qsizetype m_day = -1;
    qsizetype m_time = -1;
    qsizetype m_status = -1;
    QString m_statedDay; ///< for columns without a date
};

} // namespace SecondStory::Importing
