// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/sql/storedevent.h"

#include <memory>
#include <type_traits>
#include <vector>

namespace SecondStory::Store {

/// Rows of one table as a database wants them: integers, UTF-8, bytes; no value of its own for each
/// cell. Column by column, so that whoever reads some columns need not fetch the others from
/// memory; a column that holds the same value in all rows is kept once.
class RowBatch {
public:
    /// A line is a text without a zero in it and with one behind it: whoever wants it to end so
    /// need not copy it.
    enum class Type : qint32 { Null, Integer, Text, Line, Bytes };
    /// Without initial values: room for a whole batch costs nothing until it is used.
    struct Cell {
        qint64 value; ///< of an integer; else where its bytes begin
        qint32 length;
        Type type;
    };
    static_assert(std::has_unique_object_representations_v<Cell>);

    RowBatch(qsizetype columns, size_t capacity);

    [[nodiscard]] bool isFull() const { return m_rows == m_capacity; }
    /// Adds a row of storedEventColumns(). Only while it is not full.
    void add(const StoredEvent &event);
    void clear();
    /// Replaces the integers of a column.
    template <class F>
    void translate(qsizetype column, F &&value)
    {
        Cell *const cells = m_cells.get() + static_cast<size_t>(column) * m_capacity;
        for (size_t row = 0; row < (isConstant(column) ? 1 : m_rows); ++row)
            cells[row].value = value(cells[row].value);
    }

    [[nodiscard]] qsizetype columns() const { return m_columns; }
    [[nodiscard]] size_t rows() const { return m_rows; }
    /// The number of the first row, once it is stored; the others follow.
    [[nodiscard]] qint64 firstSeq() const { return m_firstSeq; }
    void setFirstSeq(qint64 seq) { m_firstSeq = seq; }
    [[nodiscard]] const Cell &cell(size_t row, qsizetype column) const
    {
        // Of a constant column only the first row has a cell.
        return m_cells[static_cast<size_t>(column) * m_capacity + (isConstant(column) ? 0 : row)];
    }
    [[nodiscard]] static bool isText(const Cell &cell)
    {
        return cell.type == Type::Text || cell.type == Type::Line;
    }
    [[nodiscard]] const char *bytes(const Cell &cell) const { return m_bytes.data() + cell.value; }
    [[nodiscard]] bool isConstant(qsizetype column) const
    {
        return m_isConstant[static_cast<size_t>(column)];
    }

private:
    friend class RowBatchWriter;
    void put(const Cell &cell, qsizetype column);

    qsizetype m_columns;
    size_t m_capacity;
    size_t m_rows = 0;
    qint64 m_firstSeq = 0;
    std::unique_ptr<Cell[]> m_cells;
    std::vector<char> m_bytes;
    size_t m_used = 0; ///< of the bytes
    std::vector<quint8> m_isConstant; ///< of each column: the same value in all rows so far
};

} // namespace SecondStory::Store
