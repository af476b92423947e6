// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/sql/sqlitedialect.h"

#include <QCoreApplication>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace SecondStory::Store {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("SecondStory::Store", text);
}

QString searchColumns(const QString &table)
{
    return table == u"event" ? u"title, text, caption, note"_s : u"title, body"_s;
}

/// SQLite's own waiting looks ever more seldom, up to ten times a second, and would not see the
/// pauses of an import.
int waitBriefly(void *, int turns)
{
    constexpr int kMostTurns = 3000;
    sqlite3_sleep(1);
    return turns < kMostTurns ? 1 : 0;
}

} // namespace

SqliteDialect::SqliteDialect()
{
    // Nobody asks how much memory SQLite uses, and counting it takes a lock at every allocation. It
    // can be said only before the first connection; later it changes nothing.
    static const int s_once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    Q_UNUSED(s_once)
}

QString SqliteDialect::engineName() const
{
    return u"SQLite "_s + QString::fromLatin1(sqlite3_libversion());
}

QString SqliteDialect::withTypes(const QString &sql) const
{
    QString result = sql;
    result.replace(u"{serial}"_s, u"INTEGER PRIMARY KEY"_s);
    result.replace(u"{id}"_s, u"BLOB"_s);
    result.replace(u"{int}"_s, u"INTEGER"_s);
    result.replace(u"{real}"_s, u"REAL"_s);
    result.replace(u"{bytes}"_s, u"BLOB"_s);
    return result;
}

QVariant SqliteDialect::idValue(const QUuid &id) const
{
    return id.isNull() ? QVariant(QMetaType::fromType<QByteArray>()) : QVariant(id.toRfc4122());
}

QUuid SqliteDialect::readId(const QVariant &value) const
{
    return QUuid::fromRfc4122(value.toByteArray());
}

QStringList SqliteDialect::connectionStatements() const
{
    return {
        // Of a new file only: half as many pages to handle, and an empty library is still small.
        u"PRAGMA page_size = 8192"_s,     u"PRAGMA foreign_keys = ON"_s,
        u"PRAGMA trusted_schema = OFF"_s, u"PRAGMA cell_size_check = ON"_s,
        u"PRAGMA secure_delete = ON"_s,   u"PRAGMA synchronous = FULL"_s,
        u"PRAGMA temp_store = MEMORY"_s,  u"PRAGMA mmap_size = 0"_s,
        u"PRAGMA cache_size = -32768"_s,
    };
}

void SqliteDialect::setPatience(QSqlDatabase &db) const
{
    const QVariant handle = db.driver()->handle();
    if (handle.isValid() && qstrcmp(handle.typeName(), "sqlite3*") == 0)
        sqlite3_busy_handler(*static_cast<sqlite3 *const *>(handle.constData()), waitBriefly,
                             nullptr);
}

QStringList SqliteDialect::writingStatements() const
{
    // Only now: while a new library's first schema stands in a WAL alone, its header does not say
    // whose it is.
    return { u"PRAGMA journal_mode = WAL"_s };
}

QString SqliteDialect::beginStatement() const
{
    // A deferred transaction would find out only at its first write that somebody else writes.
    return u"BEGIN IMMEDIATE"_s;
}

bool SqliteDialect::writeAlone(QSqlDatabase &db) const
{
    // Pages that are new need no journal, and an import adds little but new pages. The mode can be
    // left only by whoever has the file alone; else the answer is still "wal".
    QSqlQuery query(db);
    return query.exec(u"PRAGMA journal_mode = DELETE"_s) && query.next()
        && query.value(0).toString() == u"delete";
}

QStringList SqliteDialect::hastyStatements() const
{
    return { u"PRAGMA synchronous = NORMAL"_s, u"PRAGMA wal_autocheckpoint = 2000"_s };
}

QStringList SqliteDialect::durableStatements() const
{
    return { u"PRAGMA synchronous = FULL"_s, u"PRAGMA wal_autocheckpoint = 1000"_s };
}

QStringList SqliteDialect::trustReferencesStatements() const
{
    return { u"PRAGMA foreign_keys = OFF"_s };
}

QStringList SqliteDialect::checkReferencesStatements() const
{
    return { u"PRAGMA foreign_keys = ON"_s };
}

Result<int> SqliteDialect::schemaVersion(QSqlDatabase &db) const
{
    QSqlQuery query(db);
    if (!query.exec(u"PRAGMA user_version"_s) || !query.next())
        return failure(toError(query.lastError(), db.databaseName()));
    return query.value(0).toInt();
}

QStringList SqliteDialect::setSchemaVersion(int version) const
{
    return { u"PRAGMA user_version = %1"_s.arg(version),
             u"PRAGMA application_id = %1"_s.arg(kApplicationId) };
}

QStringList SqliteDialect::createSearch() const
{
    return {
        u"CREATE VIRTUAL TABLE event_search USING fts5(title, text, caption, note, "
        u"content='event', "
        "content_rowid='seq', columnsize=0, tokenize=\"unicode61 remove_diacritics 2 tokenchars '_'\")"_s,
        u"CREATE VIRTUAL TABLE prose_search USING fts5(title, body, content='prose', "
        u"content_rowid='seq', "
        "tokenize=\"unicode61 remove_diacritics 2 tokenchars '_'\")"_s,
        // A transaction's words in one segment; segments are merged little by little, never a whole
        // level at once inside somebody's edit.
        u"INSERT INTO event_search(event_search, rank) VALUES('hashsize', 16777216)"_s,
        u"INSERT INTO event_search(event_search, rank) VALUES('automerge', 64)"_s,
        u"INSERT INTO event_search(event_search, rank) VALUES('crisismerge', 1000)"_s,
    };
}

QString SqliteDialect::forgetSearchRow(const QString &table) const
{
    const QString columns = searchColumns(table);
    return u"INSERT INTO %1_search(%1_search, rowid, %2) SELECT 'delete', seq, %2 FROM %1 WHERE seq = ?"_s
        .arg(table, columns);
}

QString SqliteDialect::addSearchRow(const QString &table) const
{
    const QString columns = searchColumns(table);
    return u"INSERT INTO %1_search(rowid, %2) SELECT seq, %2 FROM %1 WHERE seq = ?"_s.arg(table,
                                                                                          columns);
}

QString SqliteDialect::addSearchRowsFrom(const QString &rows, EventWords words) const
{
    // What is left out is NULL, which the search takes for empty.
    return u"INSERT INTO event_search(rowid, %1) SELECT seq, %1 FROM %2"_s.arg(
        words == EventWords::All ? searchColumns(u"event"_s) : u"title, text"_s, rows);
}

QString SqliteDialect::forgetSearchRowsOfSource() const
{
    return u"INSERT INTO event_search(event_search, rowid, %1) SELECT 'delete', seq, %1 FROM event "
           "WHERE seq >= ? AND seq < ? AND source = ?"_s.arg(searchColumns(u"event"_s));
}

QString SqliteDialect::forgetSearchRowsOf(const QString &table) const
{
    const QString columns = searchColumns(table);
    // Rows of an import that is not done may not have reached the search yet.
    const QString which = table == u"event"
        ? u"review = (SELECT number FROM review_number WHERE review_id = ?) AND NOT EXISTS (SELECT "
          u"1 "
          "FROM source s WHERE s.id = event.source AND s.pending <> 0 AND event.seq > s.indexed_seq)"_s
        : u"review_id = ?"_s;
    return u"INSERT INTO %1_search(%1_search, rowid, %2) SELECT 'delete', seq, %2 FROM %1 WHERE "_s
               .arg(table, columns)
        + which;
}

QStringList SqliteDialect::scrubSearch() const
{
    return { u"INSERT INTO event_search(event_search) VALUES('optimize')"_s,
             u"INSERT INTO prose_search(prose_search) VALUES('optimize')"_s };
}

QString SqliteDialect::searchQuery(const QString &words, LastWord last) const
{
    // Every word is quoted, so that nothing a person types is read as FTS5 syntax.
    QStringList terms;
    QString term;
    const auto finish = [&] {
        if (!term.isEmpty())
            terms << u'"' + term + u'"';
        term.clear();
    };
    for (const QChar c : words) {
        if (c.isLetterOrNumber() || c == u'_' || c.isMark() || c.isSurrogate())
            term += c;
        else
            finish();
    }
    finish();
    if (terms.isEmpty())
        return {};
    // A single letter of an alphabet begins so many words that looking for all of them takes long
    // and finds nothing in particular.
    const QString &lastTerm = terms.constLast();
    const bool isLetter = lastTerm.size() == 3 && lastTerm[1] < u'\u0080';
    const bool isWhole = last == LastWord::Whole || isLetter;
    return terms.join(u' ') + (isWhole ? u""_s : u"*"_s);
}

QString SqliteDialect::searchNumbers(const QString &table) const
{
    return u"SELECT t.seq FROM %1_search CROSS JOIN %1 t ON t.seq = %1_search.rowid "
           "WHERE %1_search MATCH ?"_s.arg(table);
}

QString SqliteDialect::searchSelect(const QString &table, const QString &columns) const
{
    // The words first, then their rows: looking the words up for each row takes a second for every
    // two thousand of them.
    return u"SELECT t.seq, snippet(%1_search, -1, char(8296), char(8297), '…', 16), %2 "
           "FROM %1_search CROSS JOIN %1 t ON t.seq = %1_search.rowid WHERE %1_search MATCH ?"_s.arg(
               table, columns);
}

QString SqliteDialect::searchRows(const QString &table) const
{
    return u"SELECT rowid FROM %1_search WHERE %1_search MATCH ?"_s.arg(table);
}

QString SqliteDialect::integrityQuery() const
{
    return u"PRAGMA integrity_check(20)"_s;
}

QString SqliteDialect::referenceQuery() const
{
    return u"PRAGMA foreign_key_check"_s;
}

QString SqliteDialect::searchCheck(const QString &table) const
{
    return u"INSERT INTO %1_search(%1_search, rank) VALUES('integrity-check', 1)"_s.arg(table);
}

Error SqliteDialect::toError(const QSqlError &error, const QString &file) const
{
    Error result;
    result.code = ErrorCode::Storage;
    result.file = file;
    result.detail = error.text();
    const auto say = [&result](const QString &what, const QString &hint) {
        result.what = what;
        result.hint = hint;
    };
    switch (error.nativeErrorCode().toInt() & 0xFF) {
    case SQLITE_FULL:
        say(tr("the disk is full; nothing was changed"), tr("make room and try again"));
        break;
    case SQLITE_READONLY:
        say(tr("the library can only be read"), tr("copy it to a place you may write to"));
        break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        say(tr("another program is writing to the library"), tr("try again in a moment"));
        break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        say(tr("the library file is damaged"),
            tr("restore a backup; the damaged file was left as it is"));
        break;
    case SQLITE_IOERR:
        say(tr("the library could not be read or written"), tr("check the disk it is on"));
        break;
    case SQLITE_CANTOPEN:
        say(tr("the library could not be opened"),
            tr("check that the folder exists and may be written to"));
        break;
    case SQLITE_CONSTRAINT:
        result.code = ErrorCode::BadInput;
        result.what = tr("the records do not fit together");
        break;
    default:
        result.what = tr("the library reported an error: %1").arg(error.databaseText());
    }
    return result;
}

} // namespace SecondStory::Store
