// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/archivereader.h"

#include "importing/entrynames.h"
#include "importing/importerrors.h"
#include "importing/limits.h"

#include <archive.h>
#include <archive_entry.h>

#include <array>
#include <memory>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

struct ArchiveDeleter {
    void operator()(archive *a) const { archive_read_free(a); }
};
using ArchivePointer = std::unique_ptr<archive, ArchiveDeleter>;

constexpr size_t kBlockBytes = 64 * 1024;

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

QString nameOf(archive_entry *entry)
{
    if (const char *utf8 = archive_entry_pathname_utf8(entry))
        return QString::fromUtf8(utf8);
    // Without the UTF-8 mark a name is bytes of an unknown code page: taken as UTF-8, repaired.
    if (const char *raw = archive_entry_pathname(entry))
        return QString::fromUtf8(raw);
    return {};
}

/// One pass over an archive, entry by entry.
class ZipPass {
public:
    ZipPass(archive *reader, qint64 packedBytes, const QString &fileName)
        : m_reader(reader)
        , m_packedBytes(qMax<qint64>(packedBytes, 1))
        , m_fileName(fileName)
        , m_names(fileName)
    {
    }

    Result<QMap<QString, QByteArray>> run()
    {
        while (true) {
            archive_entry *entry = nullptr;
            const int status = archive_read_next_header(m_reader, &entry);
            if (status == ARCHIVE_EOF)
                return std::move(m_entries);
            if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
                return damaged({});
            if (const auto taken = take(entry); !taken)
                return tl::make_unexpected(taken.error());
        }
    }

private:
    Result<void> take(archive_entry *entry)
    {
        const QString name = nameOf(entry);
        if (const auto added = m_names.add(name); !added)
            return added;
        if (archive_entry_is_encrypted(entry) != 0)
            return badInput(m_fileName, name, translated("the archive is encrypted"),
                            translated("unpack it with its password and import the folder"));
        const auto type = archive_entry_filetype(entry);
        if (archive_entry_symlink(entry) != nullptr || archive_entry_hardlink(entry) != nullptr
            || (type != AE_IFREG && type != AE_IFDIR))
            return badInput(m_fileName, name,
                            translated("the entry is a link or a device, not a file"));
        if (type == AE_IFDIR)
            return {};
        return readBody(name);
    }

    Result<void> readBody(const QString &name)
    {
        QByteArray body;
        std::array<char, kBlockBytes> block;
        while (true) {
            const auto count = archive_read_data(m_reader, block.data(), block.size());
            if (count == 0)
                break;
            if (count < 0)
                return damaged(name);
            body.append(block.data(), static_cast<qsizetype>(count));
            m_unpackedBytes += count;
            if (const auto checked = checkSize(name, body.size()); !checked)
                return checked;
        }
        body.squeeze();
        m_entries.insert(name, body);
        return {};
    }

    Result<void> checkSize(const QString &name, qint64 entryBytes) const
    {
        if (entryBytes > Limits::kArchiveEntryBytes)
            return badInput(m_fileName, name, translated("the entry is larger than 32 MiB"));
        if (m_unpackedBytes > Limits::kArchiveBytes)
            return badInput(m_fileName, name,
                            translated("the archive unpacks to more than 128 MiB"));
        if (m_unpackedBytes / m_packedBytes > Limits::kArchiveRatio)
            return badInput(m_fileName, name,
                            translated("the archive unpacks to more than 200 times its size"));
        return {};
    }

    tl::unexpected<Error> damaged(const QString &name) const
    {
        Error error;
        error.what = translated("the archive is damaged or cut short");
        error.file = m_fileName;
        error.place = name;
        const char *detail = archive_error_string(m_reader);
        error.detail = QString::fromUtf8(detail == nullptr ? "" : detail);
        if (error.detail.contains(u"ncrypt"_s) || error.detail.contains(u"assphrase"_s)) {
            error.what = translated("the archive is encrypted");
            error.hint = translated("unpack it with its password and import the folder");
        }
        return tl::make_unexpected(std::move(error));
    }

    archive *m_reader;
    qint64 m_packedBytes;
    QString m_fileName;
    EntryNames m_names;
    qint64 m_unpackedBytes = 0;
    QMap<QString, QByteArray> m_entries;
};

ArchivePointer newReader()
{
    ArchivePointer reader(archive_read_new());
    archive_read_support_format_zip_seekable(reader.get());
    return reader;
}

} // namespace

bool looksLikeZip(QByteArrayView head)
{
    return head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06");
}

Result<QMap<QString, QByteArray>> readZip(QFile &file, const QString &fileName)
{
    const ArchivePointer reader = newReader();
    // By descriptor: what was looked at is what is read, even when the name points elsewhere by
    // now.
    file.seek(0);
    if (archive_read_open_fd(reader.get(), file.handle(), kBlockBytes) != ARCHIVE_OK)
        return badInput(fileName, {}, translated("the archive is damaged or cut short"));
    return ZipPass(reader.get(), file.size(), fileName).run();
}

} // namespace SecondStory::Importing
