// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"
#include "store/sql/sqldialect.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <memory>

namespace SecondStory::Store {

/// The one connection of a library, with the settings of SAFETY.md and transactions that nest.
class SqlConnection {
public:
    enum class Mode { ReadWrite, ReadOnly, Immutable };

    /// Errors: Storage.
    [[nodiscard]] static Result<std::unique_ptr<SqlConnection>> openSqlite(const QString &path,
                                                                           Mode mode);
    ~SqlConnection();
    Q_DISABLE_COPY_MOVE(SqlConnection)

    [[nodiscard]] const SqlDialect &dialect() const { return *m_dialect; }
    [[nodiscard]] QSqlDatabase &database() { return m_database; }
    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] bool isInTransaction() const { return m_depth > 0; }
    [[nodiscard]] bool isReadOnly() const { return m_mode != Mode::ReadWrite; }

    /// Runs one statement with values bound in order; the result is ready for next().
    [[nodiscard]] Result<QSqlQuery> run(const QString &sql, const QVariantList &values = {});
    [[nodiscard]] Result<void> execute(const QString &sql, const QVariantList &values = {});
    [[nodiscard]] Result<void> executeAll(const QStringList &statements);
    /// To be called once the schema is in place.
    [[nodiscard]] Result<void> prepareToWrite();
    /// The first column of the first row; an invalid variant when there is no row.
    [[nodiscard]] Result<QVariant> scalar(const QString &sql, const QVariantList &values = {});
    [[nodiscard]] Error toError(const QSqlQuery &query) const;

private:
    friend class Transaction;
    SqlConnection(QString path, Mode mode, std::unique_ptr<SqlDialect> dialect);

    QString m_path;
    Mode m_mode;
    std::unique_ptr<SqlDialect> m_dialect;
    QString m_name;
    QSqlDatabase m_database;
    int m_depth = 0;
};

/// A transaction that rolls back unless commit() returned well. Inside another one it is a
/// savepoint.
class Transaction {
public:
    [[nodiscard]] static Result<std::unique_ptr<Transaction>> begin(SqlConnection &connection);
    ~Transaction();
    Q_DISABLE_COPY_MOVE(Transaction)

    [[nodiscard]] Result<void> commit();

private:
    Transaction(SqlConnection &connection, int depth);

    SqlConnection &m_connection;
    int m_depth;
    bool m_isOpen = true;
};

} // namespace SecondStory::Store
