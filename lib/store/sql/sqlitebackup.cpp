// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/sql/sqlitebackup.h"

#include "store/sql/sqlconnection.h"

#include <QCoreApplication>
#include <QFile>
#include <QSqlDriver>
#include <QSqlError>

#include <sqlite3.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace SecondStory::Store {

namespace {

constexpr int kPagesPerStep = 256;

QString tr(const char *text)
{
    return QCoreApplication::translate("SecondStory::Store", text);
}

Error sqliteError(const SqlConnection &connection, int code, const QString &file)
{
    const QSqlError error(QString(), QString::fromUtf8(sqlite3_errstr(code)),
                          QSqlError::UnknownError, QString::number(code));
    return connection.dialect().toError(error, file);
}

Result<void> copyPages(SqlConnection &connection, sqlite3 *to, sqlite3 *from, const QString &target,
                       const std::function<bool(int)> &progress)
{
    sqlite3_backup *backup = sqlite3_backup_init(to, "main", from, "main");
    if (!backup)
        return failure(sqliteError(connection, sqlite3_errcode(to), target));
    int code = SQLITE_OK;
    bool isCancelled = false;
    while (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED) {
        code = sqlite3_backup_step(backup, kPagesPerStep);
        const int total = std::max(1, sqlite3_backup_pagecount(backup));
        if (progress && !progress(100 * (total - sqlite3_backup_remaining(backup)) / total)) {
            isCancelled = true;
            break;
        }
        if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
            sqlite3_sleep(20);
    }
    sqlite3_backup_finish(backup);
    if (isCancelled)
        return failure(ErrorCode::Cancelled, tr("the backup was cancelled"));
    if (code != SQLITE_DONE)
        return failure(sqliteError(connection, code, target));
    return {};
}

} // namespace

Result<void> backupSqlite(SqlConnection &connection, const QString &target,
                          const std::function<bool(int)> &progress)
{
    if (QFile::exists(target)) {
        Error error;
        error.code = ErrorCode::Refused;
        error.file = target;
        error.what = tr("there is a file already");
        error.hint = tr("choose another name; a backup never replaces anything");
        return failure(std::move(error));
    }
    const QVariant handle = connection.database().driver()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return failure(ErrorCode::Storage, tr("the library has no SQLite file to copy"));
    sqlite3 *from = *static_cast<sqlite3 *const *>(handle.constData());
    sqlite3 *raw = nullptr;
    const int opened = sqlite3_open_v2(target.toUtf8().constData(), &raw,
                                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    std::unique_ptr<sqlite3, decltype(&sqlite3_close)> to(raw, &sqlite3_close);
    auto done = opened == SQLITE_OK
        ? copyPages(connection, to.get(), from, target, progress)
        : Result<void>(failure(sqliteError(connection, opened, target)));
    if (done) {
        // A copy that stays one file is easier to keep and to send.
        sqlite3_exec(to.get(), "PRAGMA journal_mode = DELETE", nullptr, nullptr, nullptr);
    }
    to.reset();
    if (!done) {
        QFile::remove(target);
        QFile::remove(target + u"-journal"_s);
    }
    return done;
}

} // namespace SecondStory::Store
