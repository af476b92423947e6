// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/libraryfile.h"

#include "store/libraryfault.h"
#include "store/sql/sqlitedialect.h"
#include "store/sql/sqlmigrations.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace SecondStory::Store {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("SecondStory::Store", text);
}

// Offsets in SQLite's file header (https://www.sqlite.org/fileformat2.html, section 1.3).
constexpr qsizetype kHeaderBytes = 100;
constexpr qsizetype kUserVersion = 60;
constexpr qsizetype kApplicationId = 68;

} // namespace

Result<LibraryFile> LibraryFile::inspect(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return fault(ErrorCode::NotFound, path, tr("there is no library"), tr("create one first"));
    if (!file.open(QIODevice::ReadOnly))
        return fault(ErrorCode::Storage, path,
                     tr("the library cannot be read: %1").arg(file.errorString()), {});
    const QByteArray header = file.read(kHeaderBytes);
    const bool isSqlite = header.size() == kHeaderBytes && header.startsWith("SQLite format 3");
    const auto number = [&](qsizetype at) {
        return qFromBigEndian<quint32>(header.constData() + at);
    };
    if (!isSqlite || number(kApplicationId) != SqliteDialect::kApplicationId)
        return fault(ErrorCode::BadInput, path, tr("this is not a Second Story library"),
                     tr("it was left as it is"));
    LibraryFile result;
    result.schemaVersion = static_cast<int>(number(kUserVersion));
    if (result.schemaVersion > newestSchema())
        return fault(
            ErrorCode::BadInput, path,
            tr("this library was written by a newer version (schema %1, this program knows %2)")
                .arg(result.schemaVersion)
                .arg(newestSchema()),
            tr("open it with the newer version; it was left as it is"));
    return result;
}

bool isOnNetworkShare(const QString &path)
{
    const QByteArray type = QStorageInfo(QFileInfo(path).absolutePath()).fileSystemType().toLower();
    for (const char *share : { "nfs", "cifs", "smb", "afs", "fuse.sshfs", "davfs" }) {
        if (type.startsWith(share))
            return true;
    }
    return false;
}

} // namespace SecondStory::Store
