// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/fileinput.h"

#include "importing/importerrors.h"
#include "importing/limits.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QFileInfo>

namespace SecondStory::Importing {

namespace {

tl::unexpected<Error> noEntry(const QString &file, const QString &entry)
{
    return badInput(
        file, entry,
        QCoreApplication::translate("Importing", "is a plain file, not a folder or archive"));
}

} // namespace

FileInput::FileInput(QString path, const QFile &file, QByteArray head)
    : m_path(std::move(path))
    , m_size(file.size())
    , m_changed(file.fileTime(QFileDevice::FileModificationTime))
    , m_head(std::move(head))
{
}

QString FileInput::name() const
{
    return QFileInfo(m_path).fileName();
}

Result<QByteArray> FileInput::readEntry(const QString &entry)
{
    return noEntry(m_path, entry);
}

Result<std::unique_ptr<QIODevice>> FileInput::stream()
{
    auto file = std::make_unique<QFile>(m_path);
    if (!file->open(QIODevice::ReadOnly))
        return badInput(m_path, {},
                        QCoreApplication::translate("Importing", "cannot be opened: %1")
                            .arg(file->errorString()));
    if (file->size() != m_size || file->fileTime(QFileDevice::FileModificationTime) != m_changed)
        return badInput(
            m_path, {},
            QCoreApplication::translate("Importing", "was changed while it was being read"),
            QCoreApplication::translate("Importing", "import it again"));
    return std::unique_ptr<QIODevice>(std::move(file));
}

Result<QByteArray> FileInput::sha256()
{
    auto device = stream();
    if (!device)
        return tl::make_unexpected(device.error());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!hash.addData(device->get()))
        return badInput(m_path, {}, QCoreApplication::translate("Importing", "could not be read"));
    return hash.result();
}

BytesInput::BytesInput(QString path, QString name, QByteArray bytes)
    : m_path(std::move(path))
    , m_name(std::move(name))
    , m_bytes(std::move(bytes))
{
}

QByteArray BytesInput::head() const
{
    return m_bytes.left(Limits::kProbeBytes);
}

Result<QByteArray> BytesInput::readEntry(const QString &entry)
{
    return noEntry(m_path, entry);
}

Result<std::unique_ptr<QIODevice>> BytesInput::stream()
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(m_bytes);
    buffer->open(QIODevice::ReadOnly);
    return std::unique_ptr<QIODevice>(std::move(buffer));
}

Result<QByteArray> BytesInput::sha256()
{
    return QCryptographicHash::hash(m_bytes, QCryptographicHash::Sha256);
}

} // namespace SecondStory::Importing
