// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/event.h"
#include "domain/result.h"
#include "store/sql/recordings.h"
#include "store/sql/rowbatch.h"

#include <array>
#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace SecondStory::Store {

class SqlConnection;

/// Inserts events in batches, each with one `INSERT … SELECT` over a virtual table that shows the
/// batch: no statement is started and no value copied for a row. About a third of the cost of
/// binding row by row. Columns with the same value in the whole batch are bound once. The search
/// reads its words from the batch too, instead of from the rows just stored.
class SqliteBulkInsert {
public:
    /// `rows`: how many it takes at a time.
    [[nodiscard]] static Result<std::unique_ptr<SqliteBulkInsert>>
    prepare(SqlConnection &connection, size_t rows);
    ~SqliteBulkInsert();
    Q_DISABLE_COPY_MOVE(SqliteBulkInsert)

    void add(const Event &event);
    [[nodiscard]] bool isFull() const { return m_batch.isFull(); }
    /// Stores what was added, for the search too, in the transaction that is open. Errors: Storage.
    [[nodiscard]] Result<void> store();

private:
    SqliteBulkInsert(SqlConnection &connection, sqlite3 *db, size_t rows);
    [[nodiscard]] Error lastError() const;
    /// The recordings are known by their index until a transaction is open that can number them.
    struct SeenRecording {
        Recording recording;
        qint64 index = -1;
    };

    [[nodiscard]] qint64 indexOf(ReviewId review);
    [[nodiscard]] qint64 indexOf(const Event &event);
    [[nodiscard]] Result<void> giveNumbers();
    [[nodiscard]] bool registerTable();
    [[nodiscard]] bool readOrder();
    [[nodiscard]] QByteArray statementText() const;
    [[nodiscard]] bool prepareStatement();
    [[nodiscard]] bool prepareSearch();
    void bindConstants();
    [[nodiscard]] Result<void> storeRows();
    [[nodiscard]] Result<void> fillSearch();

    SqlConnection &m_connection;
    sqlite3 *m_db;
    sqlite3_stmt *m_statement = nullptr;
    QByteArray m_sql; ///< of the statement
    sqlite3_stmt *m_search = nullptr;
    QByteArray m_searchSql;
    QByteArray m_table;
    QList<qsizetype> m_order; ///< the batch's column for each of the table's; -1: its own number
    RowBatch m_batch;
    QList<std::pair<ReviewId, qint64>> m_reviews; ///< with their numbers, 0 for not known yet
    QList<std::pair<Recording, qint64>> m_recordings;
    QHash<Recording, qint64> m_indexOf; ///< in m_recordings
    std::array<SeenRecording, 64> m_seen;
};

} // namespace SecondStory::Store
