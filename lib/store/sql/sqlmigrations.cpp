// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/sql/sqlmigrations.h"

#include "store/sql/sqlconnection.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace SecondStory::Store {

namespace {

QStringList migrationFiles()
{
    return QDir(u":/migrations"_s).entryList({ u"*.sql"_s }, QDir::Files, QDir::Name);
}

int numberOf(const QString &fileName)
{
    return fileName.left(4).toInt();
}

/// Comments go, then the file is cut at semicolons: migrations hold neither strings with them nor
/// triggers.
QStringList statementsOf(const QString &sql)
{
    QString bare;
    for (const QStringView line : QStringView(sql).split(u'\n')) {
        if (!line.trimmed().startsWith(u"--"))
            bare += line.toString() + u'\n';
    }
    QStringList statements;
    for (const QString &statement : bare.split(u';')) {
        if (!statement.trimmed().isEmpty())
            statements << statement.trimmed();
    }
    return statements;
}

Result<void> applyFile(SqlConnection &connection, const QString &fileName)
{
    QFile file(u":/migrations/"_s + fileName);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Storage, u"migration %1 cannot be read"_s.arg(fileName));
    auto transaction = Transaction::begin(connection);
    if (!transaction)
        return failure(transaction.error());
    const int number = numberOf(fileName);
    QStringList statements =
        statementsOf(connection.dialect().withTypes(QString::fromUtf8(file.readAll())));
    if (number == 1)
        statements += connection.dialect().createSearch();
    statements += connection.dialect().setSchemaVersion(number);
    if (auto done = connection.executeAll(statements); !done)
        return done;
    return (*transaction)->commit();
}

} // namespace

int newestSchema()
{
    const QStringList files = migrationFiles();
    return files.isEmpty() ? 0 : numberOf(files.last());
}

Result<void> migrate(SqlConnection &connection)
{
    const auto version = connection.dialect().schemaVersion(connection.database());
    if (!version)
        return failure(version.error());
    const QStringList files = migrationFiles();
    for (const QString &file : files) {
        if (numberOf(file) <= *version)
            continue;
        if (auto done = applyFile(connection, file); !done)
            return done;
    }
    return {};
}

} // namespace SecondStory::Store
