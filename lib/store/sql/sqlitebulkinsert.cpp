// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/sql/sqlitebulkinsert.h"

#include "store/sql/sqlarchive.h"
#include "store/sql/sqlconnection.h"

#include <QSqlDriver>
#include <QSqlError>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace SecondStory::Store {

namespace {

/// Binds described fields straight to a statement, without a QVariant in between.
class StatementBinder {
public:
    explicit StatementBinder(sqlite3_stmt *statement)
        : m_statement(statement)
    {
    }

    void operator()(const char16_t *, QString &v) { text(v); }
    void operator()(const char16_t *, bool &v) { integer(v ? 1 : 0); }
    void operator()(const char16_t *, int &v) { integer(v); }
    void operator()(const char16_t *, TimePoint &v) { integer(v.us); }
    void operator()(const char16_t *, std::optional<TimePoint> &v)
    {
        if (v)
            integer(v->us);
        else
            null();
    }
    void operator()(const char16_t *, std::optional<qint64> &v)
    {
        if (v)
            integer(*v);
        else
            null();
    }
    template <class Tag>
    void operator()(const char16_t *, Id<Tag> &v)
    {
        if (v.isNull())
            return null();
        const QByteArray bytes = v.value.toRfc4122();
        sqlite3_bind_blob(m_statement, next(), bytes.constData(), static_cast<int>(bytes.size()),
                          SQLITE_TRANSIENT);
    }
    template <class Tag>
    void operator()(const char16_t *, QList<Id<Tag>> &v)
    {
        text(idListText(v));
    }
    template <class E>
    requires std::is_enum_v<E>
    void operator()(const char16_t *, E &v) { integer(static_cast<int>(v)); }
    template <class T>
    void nested(const char16_t *, T &part)
    {
        describe(*this, part);
    }
    template <class T>
    void optional(const char16_t *, std::optional<T> &part)
    {
        T value = part.value_or(T{});
        m_isMissing = !part.has_value();
        describe(*this, value);
        m_isMissing = false;
    }

private:
    int next() { return ++m_index; }
    void null() { sqlite3_bind_null(m_statement, next()); }
    void integer(qint64 v)
    {
        if (m_isMissing)
            return null();
        sqlite3_bind_int64(m_statement, next(), v);
    }
    void text(const QString &v)
    {
        if (m_isMissing)
            return null();
        const QByteArray utf8 = v.toUtf8();
        sqlite3_bind_text(m_statement, next(), utf8.isNull() ? "" : utf8.constData(),
                          static_cast<int>(utf8.size()), SQLITE_TRANSIENT);
    }

    sqlite3_stmt *m_statement;
    int m_index = 0;
    bool m_isMissing = false;
};

} // namespace

SqliteBulkInsert::SqliteBulkInsert(SqlConnection &connection, sqlite3 *db, sqlite3_stmt *statement)
    : m_connection(connection)
    , m_db(db)
    , m_statement(statement)
{
}

SqliteBulkInsert::~SqliteBulkInsert()
{
    sqlite3_finalize(m_statement);
}

Error SqliteBulkInsert::lastError() const
{
    const QSqlError error(QString(), QString::fromUtf8(sqlite3_errmsg(m_db)),
                          QSqlError::UnknownError, QString::number(sqlite3_extended_errcode(m_db)));
    return m_connection.dialect().toError(error, m_connection.path());
}

Result<std::unique_ptr<SqliteBulkInsert>> SqliteBulkInsert::prepare(SqlConnection &connection,
                                                                    const QString &sql)
{
    const QVariant handle = connection.database().driver()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return failure(ErrorCode::Storage, u"the library's engine has no SQLite handle"_s);
    sqlite3 *db = *static_cast<sqlite3 *const *>(handle.constData());
    sqlite3_stmt *statement = nullptr;
    const QByteArray utf8 = sql.toUtf8();
    const int code = sqlite3_prepare_v3(db, utf8.constData(), static_cast<int>(utf8.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    std::unique_ptr<SqliteBulkInsert> insert(new SqliteBulkInsert(connection, db, statement));
    if (code != SQLITE_OK)
        return failure(insert->lastError());
    return insert;
}

Result<void> SqliteBulkInsert::add(const Event &source)
{
    Event event = source;
    StatementBinder bind(m_statement);
    bind(u"id", event.id);
    bind(u"version", event.version);
    bind(u"reviewId", event.reviewId);
    describe(bind, event);
    std::optional<TimePoint> start = event.effectiveStart();
    std::optional<TimePoint> end = event.effectiveEnd();
    bind(u"start", start);
    bind(u"end", end);
    const int code = sqlite3_step(m_statement);
    sqlite3_reset(m_statement);
    if (code != SQLITE_DONE)
        return failure(lastError());
    return {};
}

} // namespace SecondStory::Store
