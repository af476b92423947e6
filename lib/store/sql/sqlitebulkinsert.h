// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/event.h"
#include "domain/result.h"
#include "store/sql/rowbatch.h"

#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace SecondStory::Store {

class SqlConnection;

/// Inserts events in batches, each with one `INSERT … SELECT` over a virtual table that shows the
/// batch: no statement is started and no value copied for a row. About a third of the cost of
/// binding row by row. Columns with the same value in the whole batch are bound once.
class SqliteBulkInsert {
public:
    [[nodiscard]] static Result<std::unique_ptr<SqliteBulkInsert>>
    prepare(SqlConnection &connection);
    ~SqliteBulkInsert();
    Q_DISABLE_COPY_MOVE(SqliteBulkInsert)

    void add(const Event &event) { m_batch.add(event); }
    [[nodiscard]] size_t size() const { return m_batch.rows(); }
    /// Stores what was added, in the transaction that is open. Errors: Storage.
    [[nodiscard]] Result<void> store();

private:
    SqliteBulkInsert(SqlConnection &connection, sqlite3 *db);
    [[nodiscard]] Error lastError() const;
    [[nodiscard]] bool registerTable();
    [[nodiscard]] bool readOrder();
    [[nodiscard]] QByteArray statementText() const;
    [[nodiscard]] bool prepareStatement();
    void bindConstants();

    SqlConnection &m_connection;
    sqlite3 *m_db;
    sqlite3_stmt *m_statement = nullptr;
    QByteArray m_sql; ///< of the statement
    QByteArray m_table;
    QList<qsizetype> m_order; ///< the batch's column for each of the table's; -1: its own number
    RowBatch m_batch;
};

} // namespace SecondStory::Store
