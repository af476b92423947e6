// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/sql/sqlitebulkinsert.h"

#include "store/sql/sqlconnection.h"

#include <QSqlDriver>
#include <QSqlError>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace SecondStory::Store {

namespace {

/// Importers give a channel that comes again as the same string: its address tells it quickly.
bool isSame(const QString &a, const QString &b)
{
    return a.constData() == b.constData() && a.size() == b.size();
}

bool isOf(const Recording &recording, const Event &event)
{
    const RecordedTime &time = event.recorded;
    return isSame(recording.channel, event.channel) && recording.precision == time.precision
        && recording.basis == time.basis && recording.approximate == time.approximate
        && recording.reference == time.reference && recording.source == event.sourceId
        && recording.review == event.reviewId && recording.zone == time.zone;
}

// A virtual table of SQLite: the rows of a batch, read only, to be scanned once. SQLite gives the
// structures back as it got them, so each begins with SQLite's own.

struct BatchTable : sqlite3_vtab {
    const RowBatch *batch = nullptr;
};

struct BatchCursor : sqlite3_vtab_cursor {
    size_t row = 0;
    bool wantsEndings = false; ///< texts are asked for with a zero behind them
};

const RowBatch &batchOf(sqlite3_vtab_cursor *cursor)
{
    return *static_cast<BatchTable *>(cursor->pVtab)->batch;
}

int connectTable(sqlite3 *db, void *batch, int, const char *const *, sqlite3_vtab **table, char **)
{
    const auto *rows = static_cast<const RowBatch *>(batch);
    QByteArray sql = "CREATE TABLE batch(";
    for (const QString &column : storedEventColumns())
        sql += '"' + column.toLatin1() + "\", ";
    sql += "seq)";
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

/// The search wants its texts to end with a zero, and would copy each that is not known to; the
/// table does not, and need not look for the zero. The search asks for few columns, the id is none.
int planScan(sqlite3_vtab *, sqlite3_index_info *info)
{
    static const auto s_id = storedEventColumns().indexOf(u"id"_s);
    info->idxNum = (info->colUsed & (sqlite3_uint64{ 1 } << s_id)) == 0 ? 1 : 0;
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

int firstRow(sqlite3_vtab_cursor *cursor, int plan, const char *, int, sqlite3_value **)
{
    static_cast<BatchCursor *>(cursor)->row = 0;
    static_cast<BatchCursor *>(cursor)->wantsEndings = plan != 0;
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
    const size_t row = static_cast<BatchCursor *>(cursor)->row;
    if (column == batch.columns()) {
        sqlite3_result_int64(context, batch.firstSeq() + static_cast<qint64>(row));
        return SQLITE_OK;
    }
    const RowBatch::Cell &cell = batch.cell(row, column);
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
    case RowBatch::Type::Line:
        // Told no length, SQLite looks for the zero and then knows of it.
        sqlite3_result_text(context, batch.bytes(cell),
                            static_cast<BatchCursor *>(cursor)->wantsEndings ? -1 : cell.length,
                            SQLITE_STATIC);
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

/// Prepares `sql` unless `statement` is that already, as `prepared` says.
bool prepareFor(sqlite3 *db, const QByteArray &sql, sqlite3_stmt *&statement, QByteArray &prepared)
{
    if (statement != nullptr && sql == prepared)
        return true;
    sqlite3_finalize(statement);
    statement = nullptr;
    prepared = sql;
    return sqlite3_prepare_v3(db, sql.constData(), static_cast<int>(sql.size()),
                              SQLITE_PREPARE_PERSISTENT, &statement, nullptr)
        == SQLITE_OK;
}

} // namespace

SqliteBulkInsert::SqliteBulkInsert(SqlConnection &connection, sqlite3 *db, size_t rows)
    : m_connection(connection)
    , m_db(db)
    , m_table("import_batch_" + QByteArray::number(reinterpret_cast<quintptr>(this), 16))
    , m_batch(storedEventColumns().size(), rows)
{
}

SqliteBulkInsert::~SqliteBulkInsert()
{
    sqlite3_finalize(m_statement);
    sqlite3_finalize(m_search);
    // Takes the virtual table away again: it shows a batch that goes now.
    sqlite3_create_module_v2(m_db, m_table.constData(), nullptr, nullptr, nullptr);
}

Error SqliteBulkInsert::lastError() const
{
    const QSqlError error(QString(), QString::fromUtf8(sqlite3_errmsg(m_db)),
                          QSqlError::UnknownError, QString::number(sqlite3_extended_errcode(m_db)));
    return m_connection.dialect().toError(error, m_connection.path());
}

Result<std::unique_ptr<SqliteBulkInsert>> SqliteBulkInsert::prepare(SqlConnection &connection,
                                                                    size_t rows)
{
    const QVariant handle = connection.database().driver()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return failure(ErrorCode::Storage, u"the library's engine has no SQLite handle"_s);
    sqlite3 *db = *static_cast<sqlite3 *const *>(handle.constData());
    std::unique_ptr<SqliteBulkInsert> insert(new SqliteBulkInsert(connection, db, rows));
    if (!insert->registerTable() || !insert->readOrder())
        return failure(insert->lastError());
    return insert;
}

void SqliteBulkInsert::add(const Event &event)
{
    // A batch writes and changes nothing, but describe() also serves those who fill records.
    m_batch.add({ const_cast<Event &>(event), indexOf(event.reviewId), indexOf(event) });
}

qint64 SqliteBulkInsert::indexOf(ReviewId review)
{
    if (m_reviews.isEmpty() || m_reviews.constLast().first != review)
        m_reviews << std::pair{ review, qint64{ 0 } };
    return m_reviews.size() - 1;
}

qint64 SqliteBulkInsert::indexOf(const Event &event)
{
    SeenRecording &seen =
        m_seen[(reinterpret_cast<quintptr>(event.channel.constData()) >> 4) % m_seen.size()];
    if (seen.index >= 0 && isOf(seen.recording, event))
        return seen.index;
    const Recording recording = Recording::of(event);
    auto it = m_indexOf.constFind(recording);
    if (it == m_indexOf.constEnd()) {
        it = m_indexOf.insert(recording, m_recordings.size());
        m_recordings << std::pair{ recording, qint64{ 0 } };
    }
    seen = { recording, *it };
    return *it;
}

Result<void> SqliteBulkInsert::giveNumbers()
{
    Recordings recordings(m_connection);
    const auto give = [&recordings](auto &known) -> Result<void> {
        for (auto &[owner, number] : known) {
            if (number > 0)
                continue;
            const auto given = recordings.numberOf(owner);
            if (!given)
                return failure(given.error());
            number = *given;
        }
        return {};
    };
    if (auto done = give(m_reviews); !done)
        return done;
    if (auto done = give(m_recordings); !done)
        return done;
    const auto numbers = [](const auto &known) {
        return [&known](qint64 index) { return known[index].second; };
    };
    const QStringList &columns = storedEventColumns();
    m_batch.translate(columns.indexOf(u"review"_s), numbers(m_reviews));
    m_batch.translate(columns.indexOf(u"recording"_s), numbers(m_recordings));
    return {};
}

bool SqliteBulkInsert::registerTable()
{
    return sqlite3_create_module_v2(m_db, m_table.constData(), &kBatchModule, &m_batch, nullptr)
        == SQLITE_OK;
}

bool SqliteBulkInsert::readOrder()
{
    sqlite3_stmt *query = nullptr;
    if (sqlite3_prepare_v2(m_db, "SELECT name FROM pragma_table_info('event_row') ORDER BY cid", -1,
                           &query, nullptr)
        != SQLITE_OK)
        return false;
    const QStringList &columns = storedEventColumns();
    while (sqlite3_step(query) == SQLITE_ROW)
        m_order << columns.indexOf(
            QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(query, 0))));
    return sqlite3_finalize(query) == SQLITE_OK;
}

QByteArray SqliteBulkInsert::statementText() const
{
    // All columns in the table's own order: then SQLite computes them where it needs them. What
    // costs no bytes stands in the statement itself.
    const QStringList &columns = storedEventColumns();
    QByteArray sql = "INSERT INTO event_row SELECT ";
    for (const qsizetype column : m_order) {
        const bool isConstant = column >= 0 && m_batch.isConstant(column);
        const RowBatch::Cell cell = isConstant ? m_batch.cell(0, column) : RowBatch::Cell{};
        if (column < 0)
            sql += "NULL, ";
        else if (!isConstant)
            sql += '"' + columns[column].toLatin1() + "\", ";
        else if (cell.type == RowBatch::Type::Null)
            sql += "NULL, ";
        else if (cell.type == RowBatch::Type::Integer)
            sql += QByteArray::number(cell.value) + ", ";
        else if (RowBatch::isText(cell) && cell.length == 0)
            sql += "'', ";
        else
            sql += '?' + QByteArray::number(column + 1) + ", ";
    }
    sql.chop(2);
    return sql + " FROM " + m_table;
}

bool SqliteBulkInsert::prepareStatement()
{
    return prepareFor(m_db, statementText(), m_statement, m_sql);
}

bool SqliteBulkInsert::prepareSearch()
{
    const QStringList &columns = storedEventColumns();
    const auto isEmpty = [&](const QString &column) {
        const qsizetype at = columns.indexOf(column);
        return m_batch.isConstant(at) && m_batch.cell(0, at).length == 0;
    };
    const auto words = isEmpty(u"caption"_s) && isEmpty(u"note"_s)
        ? SqlDialect::EventWords::Recorded
        : SqlDialect::EventWords::All;
    const QString sql =
        m_connection.dialect().addSearchRowsFrom(QString::fromLatin1(m_table), words);
    return prepareFor(m_db, sql.toUtf8(), m_search, m_searchSql);
}

void SqliteBulkInsert::bindConstants()
{
    for (qsizetype i = 0; i < m_batch.columns(); ++i) {
        const RowBatch::Cell &cell = m_batch.cell(0, i);
        if (!m_batch.isConstant(i) || cell.length == 0)
            continue;
        const int at = static_cast<int>(i) + 1;
        if (RowBatch::isText(cell))
            sqlite3_bind_text(m_statement, at, m_batch.bytes(cell), cell.length, SQLITE_STATIC);
        else
            sqlite3_bind_blob(m_statement, at, m_batch.bytes(cell), cell.length, SQLITE_STATIC);
    }
}

Result<void> SqliteBulkInsert::storeRows()
{
    if (!prepareStatement())
        return failure(lastError());
    bindConstants();
    Result<void> done;
    if (sqlite3_step(m_statement) != SQLITE_DONE)
        done = failure(lastError());
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
    return done;
}

Result<void> SqliteBulkInsert::fillSearch()
{
    if (!prepareSearch())
        return failure(lastError());
    Result<void> done;
    if (sqlite3_step(m_search) != SQLITE_DONE)
        done = failure(lastError());
    sqlite3_reset(m_search);
    return done;
}

Result<void> SqliteBulkInsert::store()
{
    if (m_batch.rows() == 0)
        return {};
    Result<void> done = giveNumbers();
    if (done)
        done = storeRows();
    // Nobody else writes in between, so the rows have numbers in a row.
    m_batch.setFirstSeq(sqlite3_last_insert_rowid(m_db) + 1 - static_cast<qint64>(m_batch.rows()));
    if (done)
        done = fillSearch();
    m_batch.clear();
    return done;
}

} // namespace SecondStory::Store
