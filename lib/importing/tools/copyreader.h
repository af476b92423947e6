// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/linereader.h"

#include <QStringList>

#include <optional>

namespace SecondStory::Importing {

/// Reads the rows of a database dump in plain SQL: the lines between "COPY table (columns) FROM
/// stdin;" and "\.". Memory: one row. Source: PostgreSQL's documentation of COPY, "Text Format".
class CopyReader {
public:
    explicit CopyReader(LineReader &lines)
        : m_lines(lines)
    {
    }

    /// Moves to the next row of any table; false at the end of the file. Errors: what the line
    /// reader returns, BadInput when a table is not closed.
    [[nodiscard]] Result<bool> next();

    /// The table of the current row, without its schema.
    [[nodiscard]] const QString &table() const { return m_table; }
    [[nodiscard]] const QString &schema() const { return m_schema; }
    [[nodiscard]] qint64 line() const { return m_lines.number(); }
    /// False when the row has more or fewer fields than the table has columns.
    [[nodiscard]] bool isWhole() const { return m_fields.size() == m_columns.size(); }
    [[nodiscard]] bool isRepaired() const { return m_isRepaired; }
    /// The value of a column; nothing when it is NULL or there is no such column.
    [[nodiscard]] std::optional<QString> value(QStringView column) const;

private:
    void takeHeader(QStringView header);

    LineReader &m_lines;
    QString m_schema;
    QString m_table;
    QStringList m_columns;
    QStringList m_fields; ///< still escaped
    bool m_isInside = false;
    bool m_isRepaired = false;
};

/// A field of COPY's text format without its escapes.
[[nodiscard]] QString unescapedCopyField(QStringView field);

} // namespace SecondStory::Importing
