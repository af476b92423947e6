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

namespace SecondStory::Importing {

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
    if (!looksLikeZip(head))
        return std::make_unique<FileInput>(path, file, head);
    auto contents = readZip(file, path);
    if (!contents)
        return tl::make_unexpected(contents.error());
    return std::make_unique<ArchiveInput>(path, std::move(*contents));
}

std::unique_ptr<EvidenceInput> EvidenceInput::fromBytes(const QString &name,
                                                        const QByteArray &bytes)
{
    return std::make_unique<BytesInput>(name, bytes);
}

Result<std::unique_ptr<EvidenceInput>> EvidenceInput::part(const QString &entry)
{
    auto body = readEntry(entry);
    if (!body)
        return tl::make_unexpected(body.error());
    return std::make_unique<BytesInput>(entry, std::move(*body));
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
