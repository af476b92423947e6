// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/recordfields.h"

#include <algorithm>
#include <type_traits>
#include <vector>

namespace SecondStory::Store {

/// Rows of one table as a database wants them: integers, UTF-8, bytes; no value of its own for each
/// cell. Knows which columns hold the same value in all rows.
class RowBatch {
public:
    enum class Type : qint32 { Null, Integer, Text, Bytes };
    struct Cell {
        qint64 value = 0; ///< of an integer; else where its bytes begin
        qint32 length = 0;
        Type type = Type::Null;
    };
    static_assert(std::has_unique_object_representations_v<Cell>);

    explicit RowBatch(qsizetype columns);

    /// Adds a row: the event's columns in the order of insertStatement<Event>().
    void add(const Event &event);
    void clear();

    [[nodiscard]] qsizetype columns() const { return m_columns; }
    [[nodiscard]] size_t rows() const { return m_rows; }
    [[nodiscard]] const Cell &cell(size_t row, qsizetype column) const
    {
        return m_cells[row * static_cast<size_t>(m_columns) + static_cast<size_t>(column)];
    }
    [[nodiscard]] const char *bytes(const Cell &cell) const { return m_bytes.data() + cell.value; }
    [[nodiscard]] bool isConstant(qsizetype column) const
    {
        return std::find(m_constants.begin(), m_constants.end(), column) != m_constants.end();
    }

private:
    friend class RowBatchWriter;
    void compareWithFirst();

    qsizetype m_columns;
    size_t m_rows = 0;
    std::vector<Cell> m_cells;
    std::vector<char> m_bytes;
    size_t m_used = 0; ///< of the bytes
    std::vector<qsizetype> m_constants; ///< columns with the same value in all rows so far
};

} // namespace SecondStory::Store
