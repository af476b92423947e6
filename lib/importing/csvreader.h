// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/linereader.h"

#include <QStringList>

namespace SecondStory::Importing {

/// Reads delimited records: quotes, doubled quotes, line breaks inside quotes.
/// Memory: one record; a field above Limits::kFieldBytes is counted but not kept.
class CsvReader {
public:
    CsvReader(LineReader &lines, QChar delimiter);

    /// Moves to the next record, leaving out blank lines; false at the end.
    /// Errors: BadInput (what the lines return; a quote that never closes, with the line where it
    /// opened).
    [[nodiscard]] Result<bool> next();

    [[nodiscard]] const QStringList &fields() const { return m_fields; }
    [[nodiscard]] qint64 line() const { return m_line; } ///< where the record starts
    [[nodiscard]] bool isRepaired() const
    {
        return m_isRepaired;
    } ///< bytes that are no text were replaced
    [[nodiscard]] bool isOversized() const
    {
        return m_isOversized;
    } ///< a field was too long to keep
    [[nodiscard]] qsizetype columnCount() const
    {
        return m_columnCount;
    } ///< also of those above the limit

private:
    void parse(const QString &line);
    void addField();

    LineReader &m_lines;
    QChar m_delimiter;
    QStringList m_fields;
    QString m_field;
    qsizetype m_columnCount = 0;
    qint64 m_line = 0;
    qint64 m_quoteLine = 0;
    bool m_isInQuotes = false;
    bool m_wasQuoted = false;
    bool m_isRepaired = false;
    bool m_isOversized = false;
};

/// The delimiter (comma, semicolon, tab or bar) that gives the same number of columns in most
/// lines; nothing when none gives two.
[[nodiscard]] std::optional<QChar> sniffDelimiter(QStringView head);

} // namespace SecondStory::Importing
