// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/event.h"
#include "domain/result.h"

#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace SecondStory::Store {

class SqlConnection;

/// Inserts events through SQLite's own interface: about half the cost of QSqlQuery for a million
/// rows. The statement is that of insertStatement<Event>(), so the columns stay described in one
/// place.
class SqliteBulkInsert {
public:
    [[nodiscard]] static Result<std::unique_ptr<SqliteBulkInsert>>
    prepare(SqlConnection &connection, const QString &sql);
    ~SqliteBulkInsert();
    Q_DISABLE_COPY_MOVE(SqliteBulkInsert)

    [[nodiscard]] Result<void> add(const Event &event);

private:
    SqliteBulkInsert(SqlConnection &connection, sqlite3 *db, sqlite3_stmt *statement);
    [[nodiscard]] Error lastError() const;

    SqlConnection &m_connection;
    sqlite3 *m_db;
    sqlite3_stmt *m_statement;
};

} // namespace SecondStory::Store
