// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/evidenceinput.h"

#include "importing/archivereader.h"
#include "importing/bundleinput.h"
#include "importing/fileinput.h"
#include "importing/importerrors.h"
#include "importing/limits.h"
#include "importing/textdecoding.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

/// "server.log" of "logs/server.log.gz".
QString unpackedName(const QString &path)
{
    QString name = QFileInfo(path).fileName();
    if (name.size() > 3 && name.endsWith(u".gz"_s, Qt::CaseInsensitive))
        name.chop(3);
    return name;
}

} // namespace

Result<std::unique_ptr<EvidenceInput>> EvidenceInput::open(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        Error error;
        error.code = ErrorCode::NotFound;
        error.what = QCoreApplication::translate("Importing", "there is no such file");
        error.file = path;
        return tl::make_unexpected(std::move(error));
    }
    if (info.isDir())
        return FolderInput::open(path);
    // A pipe or device would block for ever or never end.
    if (!info.isFile())
        return badInput(path, {},
                        QCoreApplication::translate("Importing", "is neither a file nor a folder"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return badInput(path, {},
                        QCoreApplication::translate("Importing", "cannot be opened: %1")
                            .arg(file.errorString()));
    if (file.size() > Limits::kFileBytes)
        return badInput(path, {}, QCoreApplication::translate("Importing", "is larger than 2 GiB"),
                        QCoreApplication::translate("Importing", "split the file"));
    const QByteArray head = file.read(Limits::kProbeBytes);
    if (head.isEmpty())
        return isEmptyError(path);
    const ArchiveKind kind = archiveKind(head);
    if (kind == ArchiveKind::None)
        return std::make_unique<FileInput>(path, file, head);
    auto unpacked = unpack(file, path, kind);
    if (!unpacked)
        return tl::make_unexpected(unpacked.error());
    std::unique_ptr<EvidenceInput> input;
    if (unpacked->isBundle)
        input = std::make_unique<ArchiveInput>(path, std::move(unpacked->entries));
    else
        input = std::make_unique<BytesInput>(path, unpackedName(path), std::move(unpacked->bytes));
    input->m_packedFile = path;
    return input;
}

Result<QByteArray> EvidenceInput::fileSha256(const std::function<bool()> &goOn)
{
    if (m_packedFile.isEmpty())
        return sha256(goOn);
    QFile file(m_packedFile);
    if (!file.open(QIODevice::ReadOnly))
        return badInput(m_packedFile, {},
                        QCoreApplication::translate("Importing", "cannot be opened: %1")
                            .arg(file.errorString()));
    return digestOf(file, m_packedFile, goOn);
}

std::unique_ptr<EvidenceInput> EvidenceInput::fromBytes(const QString &name,
                                                        const QByteArray &bytes)
{
    return std::make_unique<BytesInput>(name, name, bytes);
}

std::unique_ptr<EvidenceInput> EvidenceInput::fromEntries(const QString &name,
                                                          QMap<QString, QByteArray> entries)
{
    return std::make_unique<ArchiveInput>(name, std::move(entries));
}

Result<std::unique_ptr<EvidenceInput>> EvidenceInput::part(const QString &entry)
{
    auto body = readEntry(entry);
    if (!body)
        return tl::make_unexpected(body.error());
    return std::make_unique<BytesInput>(QString(path() + u'/' + entry), entry, std::move(*body));
}

const QString &EvidenceInput::headText() const
{
    if (!m_headText)
        m_headText = probeText(head());
    return *m_headText;
}

const JsonSketch &EvidenceInput::sketch() const
{
    if (!m_sketch) {
        // UTF-16 comes through the text; plain UTF-8 needs no detour.
        const QByteArray bytes = head();
        const TextStart start = textStart(bytes);
        m_sketch = start.encoding == TextEncoding::Utf8
            ? sketchJson(QByteArrayView(bytes).sliced(start.markLength))
            : sketchJson(headText().toUtf8());
    }
    return *m_sketch;
}

} // namespace SecondStory::Importing
