// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/sql/sqlitebulkinsert.h"

#include "store/sql/sqlconnection.h"
#include "store/sql/sqltable.h"

#include <QSqlDriver>
#include <QSqlError>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace SecondStory::Store {

namespace {

QStringList eventColumns()
{
    return columnsOf<Event>() + derivedColumns<Event>();
}

// A virtual table of SQLite: the rows of a batch, read only, to be scanned once. SQLite gives the
// structures back as it got them, so each begins with SQLite's own.

struct BatchTable : sqlite3_vtab {
    const RowBatch *batch = nullptr;
};

struct BatchCursor : sqlite3_vtab_cursor {
    size_t row = 0;
};

const RowBatch &batchOf(sqlite3_vtab_cursor *cursor)
{
    return *static_cast<BatchTable *>(cursor->pVtab)->batch;
}

int connectTable(sqlite3 *db, void *batch, int, const char *const *, sqlite3_vtab **table, char **)
{
    const auto *rows = static_cast<const RowBatch *>(batch);
    QByteArray sql = "CREATE TABLE batch(";
    for (qsizetype i = 0; i < rows->columns(); ++i)
        sql += (i == 0 ? "c" : ", c") + QByteArray::number(i);
    sql += ')';
    if (const int code = sqlite3_declare_vtab(db, sql.constData()); code != SQLITE_OK)
        return code;
    sqlite3_vtab_config(db, SQLITE_VTAB_DIRECTONLY);
    auto made = std::make_unique<BatchTable>();
    made->batch = rows;
    *table = made.release();
    return SQLITE_OK;
}

int disconnectTable(sqlite3_vtab *table)
{
    std::unique_ptr<BatchTable>(static_cast<BatchTable *>(table)).reset();
    return SQLITE_OK;
}

int planScan(sqlite3_vtab *, sqlite3_index_info *info)
{
    info->estimatedCost = 1e6;
    return SQLITE_OK;
}

int openCursor(sqlite3_vtab *, sqlite3_vtab_cursor **cursor)
{
    *cursor = std::make_unique<BatchCursor>().release();
    return SQLITE_OK;
}

int closeCursor(sqlite3_vtab_cursor *cursor)
{
    std::unique_ptr<BatchCursor>(static_cast<BatchCursor *>(cursor)).reset();
    return SQLITE_OK;
}

int firstRow(sqlite3_vtab_cursor *cursor, int, const char *, int, sqlite3_value **)
{
    static_cast<BatchCursor *>(cursor)->row = 0;
    return SQLITE_OK;
}

int nextRow(sqlite3_vtab_cursor *cursor)
{
    ++static_cast<BatchCursor *>(cursor)->row;
    return SQLITE_OK;
}

int isAtEnd(sqlite3_vtab_cursor *cursor)
{
    return static_cast<BatchCursor *>(cursor)->row >= batchOf(cursor).rows() ? 1 : 0;
}

int columnValue(sqlite3_vtab_cursor *cursor, sqlite3_context *context, int column)
{
    const RowBatch &batch = batchOf(cursor);
    const RowBatch::Cell &cell = batch.cell(static_cast<BatchCursor *>(cursor)->row, column);
    // The batch stays as it is while the statement runs: nothing has to be copied.
    switch (cell.type) {
    case RowBatch::Type::Null:
        break;
    case RowBatch::Type::Integer:
        sqlite3_result_int64(context, cell.value);
        break;
    case RowBatch::Type::Text:
        sqlite3_result_text(context, batch.bytes(cell), cell.length, SQLITE_STATIC);
        break;
    case RowBatch::Type::Bytes:
        sqlite3_result_blob(context, batch.bytes(cell), cell.length, SQLITE_STATIC);
        break;
    }
    return SQLITE_OK;
}

int rowNumber(sqlite3_vtab_cursor *cursor, sqlite3_int64 *number)
{
    *number = static_cast<sqlite3_int64>(static_cast<BatchCursor *>(cursor)->row);
    return SQLITE_OK;
}

constexpr sqlite3_module batchModule()
{
    sqlite3_module module{};
    module.xConnect = connectTable;
    module.xDisconnect = disconnectTable;
    module.xBestIndex = planScan;
    module.xOpen = openCursor;
    module.xClose = closeCursor;
    module.xFilter = firstRow;
    module.xNext = nextRow;
    module.xEof = isAtEnd;
    module.xColumn = columnValue;
    module.xRowid = rowNumber;
    return module;
}

constexpr sqlite3_module kBatchModule = batchModule();

} // namespace

SqliteBulkInsert::SqliteBulkInsert(SqlConnection &connection, sqlite3 *db)
    : m_connection(connection)
    , m_db(db)
    , m_table("import_batch_" + QByteArray::number(reinterpret_cast<quintptr>(this), 16))
    , m_batch(eventColumns().size())
{
}

SqliteBulkInsert::~SqliteBulkInsert()
{
    sqlite3_finalize(m_statement);
    // Takes the virtual table away again: it shows a batch that goes now.
    sqlite3_create_module_v2(m_db, m_table.constData(), nullptr, nullptr, nullptr);
}

Error SqliteBulkInsert::lastError() const
{
    const QSqlError error(QString(), QString::fromUtf8(sqlite3_errmsg(m_db)),
                          QSqlError::UnknownError, QString::number(sqlite3_extended_errcode(m_db)));
    return m_connection.dialect().toError(error, m_connection.path());
}

Result<std::unique_ptr<SqliteBulkInsert>> SqliteBulkInsert::prepare(SqlConnection &connection)
{
    const QVariant handle = connection.database().driver()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return failure(ErrorCode::Storage, u"the library's engine has no SQLite handle"_s);
    sqlite3 *db = *static_cast<sqlite3 *const *>(handle.constData());
    std::unique_ptr<SqliteBulkInsert> insert(new SqliteBulkInsert(connection, db));
    if (!insert->registerTable() || !insert->readOrder())
        return failure(insert->lastError());
    return insert;
}

bool SqliteBulkInsert::registerTable()
{
    return sqlite3_create_module_v2(m_db, m_table.constData(), &kBatchModule, &m_batch, nullptr)
        == SQLITE_OK;
}

bool SqliteBulkInsert::readOrder()
{
    sqlite3_stmt *query = nullptr;
    if (sqlite3_prepare_v2(m_db, "SELECT name FROM pragma_table_info('event') ORDER BY cid", -1,
                           &query, nullptr)
        != SQLITE_OK)
        return false;
    const QStringList columns = eventColumns();
    while (sqlite3_step(query) == SQLITE_ROW)
        m_order << columns.indexOf(
            QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(query, 0))));
    return sqlite3_finalize(query) == SQLITE_OK;
}

QByteArray SqliteBulkInsert::statementText() const
{
    // All columns in the table's own order: then SQLite computes them where it needs them. What
    // costs no bytes stands in the statement itself.
    QByteArray sql = "INSERT INTO event SELECT ";
    for (const qsizetype column : m_order) {
        const bool isConstant = column >= 0 && m_batch.isConstant(column);
        const RowBatch::Cell cell = isConstant ? m_batch.cell(0, column) : RowBatch::Cell{};
        if (column < 0)
            sql += "NULL, ";
        else if (!isConstant)
            sql += 'c' + QByteArray::number(column) + ", ";
        else if (cell.type == RowBatch::Type::Null)
            sql += "NULL, ";
        else if (cell.type == RowBatch::Type::Integer)
            sql += QByteArray::number(cell.value) + ", ";
        else if (cell.type == RowBatch::Type::Text && cell.length == 0)
            sql += "'', ";
        else
            sql += '?' + QByteArray::number(column + 1) + ", ";
    }
    sql.chop(2);
    return sql + " FROM " + m_table;
}

bool SqliteBulkInsert::prepareStatement()
{
    const QByteArray sql = statementText();
    if (m_statement != nullptr && sql == m_sql)
        return true;
    sqlite3_finalize(m_statement);
    m_statement = nullptr;
    m_sql = sql;
    return sqlite3_prepare_v3(m_db, sql.constData(), static_cast<int>(sql.size()),
                              SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr)
        == SQLITE_OK;
}

void SqliteBulkInsert::bindConstants()
{
    for (qsizetype i = 0; i < m_batch.columns(); ++i) {
        const RowBatch::Cell &cell = m_batch.cell(0, i);
        if (!m_batch.isConstant(i) || cell.length == 0)
            continue;
        const int at = static_cast<int>(i) + 1;
        if (cell.type == RowBatch::Type::Text)
            sqlite3_bind_text(m_statement, at, m_batch.bytes(cell), cell.length, SQLITE_STATIC);
        else
            sqlite3_bind_blob(m_statement, at, m_batch.bytes(cell), cell.length, SQLITE_STATIC);
    }
}

Result<void> SqliteBulkInsert::store()
{
    if (m_batch.rows() == 0)
        return {};
    if (!prepareStatement())
        return failure(lastError());
    bindConstants();
    const int code = sqlite3_step(m_statement);
    Result<void> done;
    if (code != SQLITE_DONE)
        done = failure(lastError());
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
    m_batch.clear();
    return done;
}

} // namespace SecondStory::Store
