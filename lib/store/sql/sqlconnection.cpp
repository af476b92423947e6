// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/sql/sqlconnection.h"

#include "store/sql/sqlitedialect.h"

#include <QSqlError>
#include <QUrl>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace SecondStory::Store {

SqlConnection::SqlConnection(QString path, Mode mode, std::unique_ptr<SqlDialect> dialect)
    : m_path(std::move(path))
    , m_mode(mode)
    , m_dialect(std::move(dialect))
    , m_name(QUuid::createUuid().toString())
{
}

SqlConnection::~SqlConnection()
{
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<SqlConnection>> SqlConnection::openSqlite(const QString &path, Mode mode)
{
    std::unique_ptr<SqlConnection> connection(
        new SqlConnection(path, mode, std::make_unique<SqliteDialect>()));
    QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection->m_name);
    QString options = u"QSQLITE_BUSY_TIMEOUT=3000"_s;
    if (mode != Mode::ReadWrite)
        options += u";QSQLITE_OPEN_READONLY"_s;
    if (mode == Mode::Immutable) {
        // On read-only media SQLite cannot make the files that WAL needs; immutable tells it not to
        // try.
        options += u";QSQLITE_OPEN_URI"_s;
        db.setDatabaseName(QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded)
                           + u"?immutable=1"_s);
    } else {
        db.setDatabaseName(path);
    }
    db.setConnectOptions(options);
    connection->m_database = db;
    if (!connection->m_database.open())
        return failure(connection->m_dialect->toError(connection->m_database.lastError(), path));
    connection->m_dialect->setPatience(connection->m_database);
    if (auto done = connection->executeAll(connection->m_dialect->connectionStatements()); !done)
        return failure(done.error());
    return connection;
}

Result<void> SqlConnection::prepareToWrite()
{
    return isReadOnly() ? Result<void>() : executeAll(m_dialect->writingStatements());
}

Result<void> SqlConnection::executeAll(const QStringList &statements)
{
    for (const QString &statement : statements) {
        if (auto done = execute(statement); !done)
            return done;
    }
    return {};
}

Error SqlConnection::toError(const QSqlQuery &query) const
{
    return m_dialect->toError(query.lastError(), m_path);
}

Result<QSqlQuery> SqlConnection::run(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return failure(toError(query));
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return failure(toError(query));
    return query;
}

Result<void> SqlConnection::execute(const QString &sql, const QVariantList &values)
{
    if (values.isEmpty()) {
        // Some statements (PRAGMA, SAVEPOINT) cannot be prepared on every engine.
        QSqlQuery query(m_database);
        if (!query.exec(sql))
            return failure(toError(query));
        return {};
    }
    auto query = run(sql, values);
    if (!query)
        return failure(query.error());
    return {};
}

Result<QVariant> SqlConnection::scalar(const QString &sql, const QVariantList &values)
{
    auto query = run(sql, values);
    if (!query)
        return failure(query.error());
    return query->next() ? query->value(0) : QVariant();
}

Transaction::Transaction(SqlConnection &connection, int depth)
    : m_connection(connection)
    , m_depth(depth)
{
}

Result<std::unique_ptr<Transaction>> Transaction::begin(SqlConnection &connection)
{
    const int depth = connection.m_depth;
    const QString sql =
        depth == 0 ? connection.dialect().beginStatement() : u"SAVEPOINT level%1"_s.arg(depth);
    if (auto done = connection.execute(sql); !done)
        return failure(done.error());
    ++connection.m_depth;
    return std::unique_ptr<Transaction>(new Transaction(connection, depth));
}

Result<void> Transaction::commit()
{
    const QString sql = m_depth == 0 ? u"COMMIT"_s : u"RELEASE SAVEPOINT level%1"_s.arg(m_depth);
    if (auto done = m_connection.execute(sql); !done)
        return done;
    m_isOpen = false;
    --m_connection.m_depth;
    return {};
}

Transaction::~Transaction()
{
    if (!m_isOpen)
        return;
    --m_connection.m_depth;
    // A failed rollback leaves nothing to do: closing the connection rolls back as well.
    if (m_depth == 0)
        (void)m_connection.execute(u"ROLLBACK"_s);
    else if (m_connection.execute(u"ROLLBACK TO SAVEPOINT level%1"_s.arg(m_depth)))
        (void)m_connection.execute(u"RELEASE SAVEPOINT level%1"_s.arg(m_depth));
}

} // namespace SecondStory::Store
