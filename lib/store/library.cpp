// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/library.h"

#include "store/codebookseed.h"
#include "store/libraryfault.h"
#include "store/libraryfile.h"
#include "store/sql/sqllibrary.h"
#include "store/sql/sqlmigrations.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace SecondStory::Store {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("SecondStory::Store", text);
}

Result<void> refuseNetworkShare(const QString &path)
{
    if (!isOnNetworkShare(path))
        return {};
    return fault(ErrorCode::Refused, path,
                 tr("a library on a network share can be damaged when two programs write to it"),
                 tr("keep it on a local disk"));
}

SqlConnection::Mode modeFor(const QString &path)
{
    const QFileInfo file(path);
    const QFileInfo folder(file.absolutePath());
    if (file.isWritable() && folder.isWritable())
        return SqlConnection::Mode::ReadWrite;
    return folder.isWritable() ? SqlConnection::Mode::ReadOnly : SqlConnection::Mode::Immutable;
}

Result<void> upgrade(SqlConnection &connection, int from)
{
    if (from >= newestSchema())
        return {};
    if (connection.isReadOnly())
        return fault(ErrorCode::Storage, connection.path(),
                     tr("an older library has to be upgraded, but it can only be read"),
                     tr("copy it to a place you may write to"));
    // A copy beside the library, named after the version it holds, before anything changes.
    const QString copy = connection.path() + u".schema%1.backup"_s.arg(from);
    if (!QFile::exists(copy)) {
        auto raw = SqlConnection::openSqlite(connection.path(), SqlConnection::Mode::ReadWrite);
        if (!raw)
            return failure(raw.error());
        SqlLibrary library(std::move(*raw));
        if (auto done = library.backup(copy, {}); !done)
            return done;
    }
    return migrate(connection);
}

} // namespace

Result<std::unique_ptr<Library>> Library::create(const QString &path)
{
    if (QFile::exists(path))
        return fault(ErrorCode::Refused, path, tr("there is a file already"),
                     tr("open it, or choose another name"));
    if (auto safe = refuseNetworkShare(path); !safe)
        return failure(safe.error());
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return fault(ErrorCode::Storage, path, tr("the folder cannot be made"),
                     tr("choose a folder you may write to"));
    const auto remains = [&path] {
        for (const QString &ending : { u""_s, u"-wal"_s, u"-shm"_s, u"-journal"_s })
            QFile::remove(path + ending);
    };
    auto connection = SqlConnection::openSqlite(path, SqlConnection::Mode::ReadWrite);
    if (!connection) {
        remains();
        return failure(connection.error());
    }
    Result<void> done = migrate(**connection);
    if (done)
        done = (*connection)->prepareToWrite();
    auto library = std::make_unique<SqlLibrary>(std::move(*connection));
    if (done)
        done = seedCodebook(*library);
    if (!done) {
        library.reset();
        remains();
        return failure(done.error());
    }
    return library;
}

Result<std::unique_ptr<Library>> Library::open(const QString &path)
{
    const auto file = LibraryFile::inspect(path);
    if (!file)
        return failure(file.error());
    if (auto safe = refuseNetworkShare(path); !safe)
        return failure(safe.error());
    auto connection = SqlConnection::openSqlite(path, modeFor(path));
    if (!connection)
        return failure(connection.error());
    if (auto done = upgrade(**connection, file->schemaVersion); !done)
        return failure(done.error());
    if (auto done = (*connection)->prepareToWrite(); !done)
        return failure(done.error());
    return std::make_unique<SqlLibrary>(std::move(*connection));
}

QString Library::defaultPath()
{
    const QString chosen = qEnvironmentVariable("SECONDSTORY_LIBRARY");
    if (!chosen.isEmpty())
        return chosen;
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + u"/second-story/library.sslib"_s;
}

} // namespace SecondStory::Store
