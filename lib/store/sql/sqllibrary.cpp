// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/sql/sqllibrary.h"

#include "store/sql/sqlitebackup.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace SecondStory::Store {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("SecondStory::Store", text);
}

} // namespace

SqlLibrary::SqlLibrary(std::unique_ptr<SqlConnection> connection)
    : m_connection(std::move(connection))
    , m_reviews(*m_connection)
    , m_events(*m_connection)
    , m_edits(*m_connection)
    , m_sources(*m_connection)
    , m_search(*m_connection)
{
}

Result<LibraryInfo> SqlLibrary::info()
{
    LibraryInfo info;
    info.engine = m_connection->dialect().engineName();
    info.location = path();
    info.isReadOnly = isReadOnly();
    info.bytes = QFileInfo(path()).size();
    const auto version = m_connection->dialect().schemaVersion(m_connection->database());
    if (!version)
        return failure(version.error());
    info.schemaVersion = *version;
    const std::pair<const char16_t *, qint64 *> counts[] = {
        { u"SELECT COUNT(*) FROM review", &info.reviews },
        { u"SELECT COUNT(*) FROM event e LEFT JOIN source s ON s.id = e.source WHERE e.source IS "
          u"NULL OR s.removed = 0",
          &info.events },
        { u"SELECT COUNT(*) FROM source WHERE removed = 0", &info.sources },
        { u"SELECT COUNT(*) FROM factor", &info.factors },
        { u"SELECT COUNT(*) FROM code", &info.codes },
    };
    for (const auto &[sql, count] : counts) {
        const auto value = m_connection->scalar(QString::fromUtf16(sql));
        if (!value)
            return failure(value.error());
        *count = value->toLongLong();
    }
    return info;
}

Result<QStringList> SqlLibrary::check()
{
    QStringList findings;
    const SqlDialect &dialect = m_connection->dialect();
    const auto look = [this](const QString &sql,
                             const std::function<void(const QString &)> &found) -> Result<void> {
        if (sql.isEmpty())
            return {};
        auto query = m_connection->run(sql);
        if (!query)
            return failure(query.error());
        while (query->next())
            found(query->value(0).toString());
        return {};
    };
    const auto pages = look(dialect.integrityQuery(), [&](const QString &line) {
        if (line != u"ok")
            findings << tr("storage: %1").arg(line);
    });
    if (!pages)
        return failure(pages.error());
    const auto references = look(dialect.referenceQuery(), [&](const QString &table) {
        findings << tr("a record in \"%1\" refers to something that is not there").arg(table);
    });
    if (!references)
        return failure(references.error());
    // What a cut-off import left is no damage, and the search need not know it yet.
    if (!isReadOnly()) {
        if (auto done = m_sources.discardUnfinished({}); !done)
            return failure(done.error());
    }
    const auto pending = m_connection->scalar(u"SELECT COUNT(*) FROM source WHERE pending <> 0"_s);
    if (!pending)
        return failure(pending.error());
    // The search check is written as an insertion, which a library that can only be read refuses.
    for (const QString &table : { u"event"_s, u"prose"_s }) {
        if (table == u"event" && pending->toInt() > 0)
            continue;
        if (!isReadOnly() && !dialect.searchCheck(table).isEmpty()
            && !m_connection->execute(dialect.searchCheck(table)))
            findings << tr("the search table of \"%1\" does not match its records").arg(table);
    }
    return findings;
}

Result<void> SqlLibrary::backup(const QString &target, const std::function<bool(int)> &progress)
{
    return backupSqlite(*m_connection, target, progress);
}

Result<void> SqlLibrary::inTransaction(const std::function<Result<void>()> &work)
{
    auto transaction = Transaction::begin(*m_connection);
    if (!transaction)
        return failure(transaction.error());
    if (auto done = work(); !done)
        return done;
    return (*transaction)->commit();
}

} // namespace SecondStory::Store
