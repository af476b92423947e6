// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/linereader.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

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

    /// The record's fields as UTF-8, valid until next().
    [[nodiscard]] const std::vector<QByteArrayView> &cells() const { return m_cells; }
    /// The same as texts. Cost: decodes them at the first call.
    [[nodiscard]] const QStringList &fields() const;
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
    /// A field of a record with quotes or line breaks, in m_text.
    struct Field {
        qsizetype from = 0;
        qsizetype length = 0;
        bool isQuoted = false;
    };

    [[nodiscard]] QByteArrayView wholeText();
    void split(QByteArrayView line);
    void parse(QByteArrayView line);
    void endField();
    void showFields();
    void append(QByteArrayView text);
    [[nodiscard]] qsizetype nextMark(QByteArrayView line, qsizetype from) const;

    LineReader &m_lines;
    char m_delimiter;
    std::vector<QByteArrayView> m_cells;
    mutable QStringList m_texts;
    QByteArray m_repaired; ///< the line, when bytes of it were replaced
    QByteArray m_text; ///< what the fields of a record with quotes hold, one behind the other
    std::vector<Field> m_fields;
    Field m_field;
    qsizetype m_columnCount = 0;
    qint64 m_line = 0;
    qint64 m_quoteLine = 0;
    bool m_isInQuotes = false;
    bool m_isRepaired = false;
    bool m_isOversized = false;
};

/// The delimiter (comma, semicolon, tab or bar) that gives the same number of columns in most
/// lines; nothing when none gives two.
[[nodiscard]] std::optional<QChar> sniffDelimiter(QStringView head);

} // namespace SecondStory::Importing
