// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/files.h"

#include "cli/output.h"
#include "cli/words.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace SecondStory::Cli {

namespace {

tl::unexpected<Error> fault(ErrorCode code, const QString &path, const QString &what,
                            const QString &hint = {})
{
    Error error;
    error.code = code;
    error.file = path;
    error.what = what;
    error.hint = hint;
    return failure(std::move(error));
}

} // namespace

Result<void> writeFile(Output &out, const QString &path, const QByteArray &bytes)
{
    if (path == u"-") {
        out.bytes(bytes);
        return {};
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fault(ErrorCode::Storage, path,
                     tr("the file could not be written: %1").arg(file.errorString()));
    return {};
}

Result<QByteArray> readFile(const QString &path, qint64 most)
{
    QFile file(path);
    if (!file.exists())
        return fault(ErrorCode::NotFound, path, tr("there is no such file"));
    if (QFileInfo(path).isDir() || !file.open(QIODevice::ReadOnly))
        return fault(ErrorCode::Storage, path,
                     tr("the file cannot be read: %1").arg(file.errorString()));
    QByteArray bytes = file.read(most + 1);
    if (bytes.size() > most)
        return fault(ErrorCode::BadInput, path,
                     tr("the file is larger than %1 MiB").arg(most / 1024 / 1024));
    return bytes;
}

QString textOrInput(const QString &text)
{
    if (text != u"-")
        return text;
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return {};
    QString whole = QString::fromUtf8(input.readAll());
    while (whole.endsWith(u'\n'))
        whole.chop(1);
    return whole;
}

} // namespace SecondStory::Cli
