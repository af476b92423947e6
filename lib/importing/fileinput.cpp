// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/fileinput.h"

#include "importing/importerrors.h"
#include "importing/limits.h"
#include "importing/sha256.h"

#include <QBuffer>
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

Result<QByteArray> FileInput::sha256(const std::function<bool()> &goOn)
{
    auto device = stream();
    return device ? digestOf(**device, m_path, goOn) : tl::make_unexpected(device.error());
}

Result<QByteArray> digestOf(QIODevice &device, const QString &path,
                            const std::function<bool()> &goOn)
{
    constexpr qint64 kPieceBytes = 1024 * 1024;
    Sha256 hash;
    QByteArray piece(kPieceBytes, Qt::Uninitialized);
    while (true) {
        const qint64 length = device.read(piece.data(), kPieceBytes);
        if (length < 0)
            return badInput(path, {},
                            QCoreApplication::translate("Importing", "could not be read"));
        if (length == 0)
            return hash.result();
        hash.addData(QByteArrayView(piece).first(length));
        if (goOn && !goOn())
            return wasStopped();
    }
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

Result<QByteArray> BytesInput::sha256(const std::function<bool()> &)
{
    Sha256 hash;
    hash.addData(m_bytes);
    return hash.result();
}

} // namespace SecondStory::Importing
