// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/bundleinput.h"

#include "importing/entrynames.h"
#include "importing/importerrors.h"
#include "importing/limits.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

tl::unexpected<Error> missingEntry(const QString &file, const QString &entry)
{
    return badInput(file, entry,
                    QCoreApplication::translate("Importing", "there is no such entry"));
}

} // namespace

BundleInput::BundleInput(QString path)
    : m_path(std::move(path))
{
}

QString BundleInput::name() const
{
    return QFileInfo(QDir::cleanPath(m_path)).fileName();
}

Result<std::unique_ptr<QIODevice>> BundleInput::stream()
{
    return badInput(
        m_path, {},
        QCoreApplication::translate("Importing", "is a folder or archive, not a plain file"));
}

Result<QByteArray> BundleInput::sha256()
{
    // Names and sizes go in with the bytes, so that no two bundles can be arranged to look alike.
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &entry : std::as_const(m_names)) {
        const auto body = readEntry(entry);
        if (!body)
            return body;
        const QByteArray name = entry.toUtf8();
        const QByteArray header =
            QByteArray::number(name.size()) + ':' + name + QByteArray::number(body->size()) + ':';
        hash.addData(header);
        hash.addData(*body);
    }
    return hash.result();
}

ArchiveInput::ArchiveInput(QString path, QMap<QString, QByteArray> contents)
    : BundleInput(std::move(path))
    , m_contents(std::move(contents))
{
    m_names = m_contents.keys();
    for (const QByteArray &body : std::as_const(m_contents))
        m_size += body.size();
}

Result<QByteArray> ArchiveInput::readEntry(const QString &entry)
{
    const auto found = m_contents.constFind(entry);
    if (found == m_contents.constEnd())
        return missingEntry(m_path, entry);
    return *found;
}

QByteArray ArchiveInput::entryHead(const QString &entry) const
{
    return m_contents.value(entry).left(Limits::kEntryHeadBytes);
}

FolderInput::FolderInput(QString path)
    : BundleInput(std::move(path))
{
}

Result<std::unique_ptr<EvidenceInput>> FolderInput::open(const QString &path)
{
    std::unique_ptr<FolderInput> folder(new FolderInput(path));
    const QDir root(path);
    EntryNames names(path);
    QDirIterator walk(path, QDir::Files | QDir::NoSymLinks | QDir::NoDotAndDotDot | QDir::Hidden,
                      QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        const QString entry = root.relativeFilePath(walk.next());
        if (const auto added = names.add(entry); !added)
            return tl::make_unexpected(added.error());
        folder->m_size += walk.fileInfo().size();
        if (folder->m_size > Limits::kFileBytes)
            return badInput(
                path, entry,
                QCoreApplication::translate("Importing", "the folder is larger than 2 GiB"));
        folder->m_names.append(entry);
    }
    folder->m_names.sort();
    return std::unique_ptr<EvidenceInput>(std::move(folder));
}

bool FolderInput::hasEntry(const QString &entry) const
{
    return std::binary_search(m_names.begin(), m_names.end(), entry);
}

QByteArray FolderInput::entryHead(const QString &entry) const
{
    QFile file(QDir(m_path).filePath(entry));
    if (!hasEntry(entry) || QFileInfo(file).isSymLink() || !file.open(QIODevice::ReadOnly))
        return {};
    return file.read(Limits::kEntryHeadBytes);
}

Result<QByteArray> FolderInput::readEntry(const QString &entry)
{
    if (!hasEntry(entry))
        return missingEntry(m_path, entry);
    QFile file(QDir(m_path).filePath(entry));
    if (QFileInfo(file).isSymLink())
        return badInput(m_path, entry,
                        QCoreApplication::translate("Importing",
                                                    "the entry is a link or a device, not a file"));
    if (!file.open(QIODevice::ReadOnly))
        return badInput(m_path, entry,
                        QCoreApplication::translate("Importing", "cannot be opened: %1")
                            .arg(file.errorString()));
    const QByteArray body = file.read(Limits::kArchiveEntryBytes + 1);
    if (body.size() > Limits::kArchiveEntryBytes)
        return badInput(
            m_path, entry,
            QCoreApplication::translate("Importing", "the entry is larger than 32 MiB"));
    return body;
}

} // namespace SecondStory::Importing
