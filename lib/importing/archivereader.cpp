// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/archivereader.h"

#include "importing/entrynames.h"
#include "importing/gzipcheck.h"
#include "importing/importerrors.h"
#include "importing/limits.h"
#include "importing/unpackcount.h"
#include "importing/zipdirectory.h"

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
constexpr qsizetype kTarBlock = 512;

/// What is looked for within a file.
enum class Within : quint8 { Zip, Tar, GzippedTar, GzippedFile };

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

QString nameOf(archive_entry *entry)
{
    QString name;
    if (const char *utf8 = archive_entry_pathname_utf8(entry))
        name = QString::fromUtf8(utf8);
    // Without the UTF-8 mark a name is bytes of an unknown code page: taken as UTF-8, repaired.
    else if (const char *raw = archive_entry_pathname(entry))
        name = QString::fromUtf8(raw);
    // As `tar -C folder -c .` writes them.
    while (name.startsWith(u"./"_s))
        name.remove(0, 2);
    return name;
}

ArchivePointer openReader(QFile &file, Within within)
{
    ArchivePointer reader(archive_read_new());
    // One filter and no guessing: a gzip within a gzip stays bytes.
    if (within == Within::GzippedTar || within == Within::GzippedFile)
        archive_read_append_filter(reader.get(), ARCHIVE_FILTER_GZIP);
    if (within == Within::Zip)
        archive_read_support_format_zip_seekable(reader.get());
    else if (within != Within::GzippedFile)
        archive_read_support_format_tar(reader.get());
    else
        archive_read_support_format_raw(reader.get());
    archive_read_support_format_empty(reader.get());
    // By descriptor: what was looked at is what is read, even when the name points elsewhere by
    // now.
    file.seek(0);
    if (archive_read_open_fd(reader.get(), file.handle(), kBlockBytes) != ARCHIVE_OK)
        return {};
    return reader;
}

/// One pass over an archive, entry by entry.
class ArchivePass {
public:
    ArchivePass(ArchivePointer reader, qint64 packedBytes, const QString &fileName)
        : m_reader(std::move(reader))
        , m_fileName(fileName)
        , m_count(fileName, packedBytes)
        , m_names(fileName)
    {
    }

    Result<Unpacked> bundle()
    {
        Unpacked unpacked;
        unpacked.isBundle = true;
        while (true) {
            archive_entry *entry = nullptr;
            const auto more = next(entry);
            if (!more)
                return tl::make_unexpected(more.error());
            if (!*more)
                return unpacked;
            if (const auto taken = take(entry, unpacked.entries); !taken)
                return tl::make_unexpected(taken.error());
        }
    }

    Result<Unpacked> single()
    {
        m_count.setSingle();
        archive_entry *entry = nullptr;
        const auto more = next(entry);
        if (!more)
            return tl::make_unexpected(more.error());
        Unpacked unpacked;
        if (!*more)
            return unpacked;
        auto body = readBody();
        if (!body)
            return tl::make_unexpected(body.error());
        unpacked.bytes = std::move(*body);
        return unpacked;
    }

    /// The first bytes of what was packed; what can be read when it is damaged.
    QByteArray beginning()
    {
        archive_entry *entry = nullptr;
        QByteArray head(kTarBlock, '\0');
        qsizetype done = 0;
        if (const auto more = next(entry); !more || !*more)
            return {};
        while (done < head.size()) {
            const auto count = archive_read_data(m_reader.get(), head.data() + done,
                                                 static_cast<size_t>(head.size() - done));
            if (count <= 0)
                break;
            done += static_cast<qsizetype>(count);
        }
        return head.first(done);
    }

private:
    Result<bool> next(archive_entry *&entry)
    {
        if (!m_reader)
            return badInput(m_fileName, {}, translated("the archive is damaged or cut short"));
        const int status = archive_read_next_header(m_reader.get(), &entry);
        if (status == ARCHIVE_EOF)
            return false;
        if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
            return damaged();
        return true;
    }

    Result<void> take(archive_entry *entry, QMap<QString, QByteArray> &entries)
    {
        m_entry = nameOf(entry);
        m_count.begin(m_entry);
        const auto type = archive_entry_filetype(entry);
        if (type == AE_IFDIR && (m_entry.isEmpty() || m_entry == u"."_s))
            return {};
        if (const auto added = m_names.add(m_entry); !added)
            return added;
        if (archive_entry_is_encrypted(entry) != 0)
            return badInput(m_fileName, m_entry, translated("the archive is encrypted"),
                            translated("unpack it with its password and import the folder"));
        if (archive_entry_symlink(entry) != nullptr || archive_entry_hardlink(entry) != nullptr
            || (type != AE_IFREG && type != AE_IFDIR))
            return badInput(m_fileName, m_entry,
                            translated("the entry is a link or a device, not a file"));
        if (type == AE_IFDIR)
            return {};
        auto body = readBody();
        if (!body)
            return tl::make_unexpected(body.error());
        entries.insert(m_entry, std::move(*body));
        return {};
    }

    Result<QByteArray> readBody()
    {
        QByteArray body;
        std::array<char, kBlockBytes> block;
        while (true) {
            const auto count = archive_read_data(m_reader.get(), block.data(), block.size());
            if (count == 0)
                break;
            if (count < 0)
                return damaged();
            body.append(block.data(), static_cast<qsizetype>(count));
            if (const auto counted = m_count.add(count); !counted)
                return tl::make_unexpected(counted.error());
        }
        body.squeeze();
        return body;
    }

    tl::unexpected<Error> damaged() const
    {
        Error error;
        error.what = translated("the archive is damaged or cut short");
        error.file = m_fileName;
        error.place = m_entry;
        const char *detail = archive_error_string(m_reader.get());
        error.detail = QString::fromUtf8(detail == nullptr ? "" : detail);
        if (error.detail.contains(u"ncrypt"_s) || error.detail.contains(u"assphrase"_s)) {
            error.what = translated("the archive is encrypted");
            error.hint = translated("unpack it with its password and import the folder");
        }
        return tl::make_unexpected(std::move(error));
    }

    ArchivePointer m_reader;
    QString m_fileName;
    QString m_entry;
    UnpackCount m_count;
    EntryNames m_names;
};

ArchivePass passOver(QFile &file, const QString &fileName, Within within)
{
    return { openReader(file, within), file.size(), fileName };
}

/// A tar has no mark of its own in its oldest form, but every header holds its own sum.
bool looksLikeTar(QByteArrayView head)
{
    constexpr qsizetype kSumAt = 148;
    constexpr qsizetype kSumBytes = 8;
    if (head.size() < kTarBlock || head.front() == '\0')
        return false;
    qint64 sum = 0;
    for (qsizetype i = 0; i < kTarBlock; ++i) {
        const bool isSum = i >= kSumAt && i < kSumAt + kSumBytes;
        sum += isSum ? ' ' : static_cast<quint8>(head[i]);
    }
    QByteArray stated = head.sliced(kSumAt, kSumBytes).toByteArray();
    stated.replace('\0', ' ');
    bool isNumber = false;
    return stated.trimmed().toLongLong(&isNumber, 8) == sum && isNumber;
}

Result<Unpacked> unpackGzip(QFile &file, const QString &fileName)
{
    const QByteArray head = passOver(file, fileName, Within::GzippedFile).beginning();
    if (looksLikeTar(head))
        return passOver(file, fileName, Within::GzippedTar).bundle();
    auto unpacked = passOver(file, fileName, Within::GzippedFile).single();
    if (!unpacked)
        return unpacked;
    if (unpacked->bytes.isEmpty())
        return isEmptyError(fileName);
    if (!gzipSumMatches(file, unpacked->bytes))
        return badInput(fileName, {}, translated("the archive is damaged or cut short"));
    return unpacked;
}

} // namespace

ArchiveKind archiveKind(QByteArrayView head)
{
    if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06"))
        return ArchiveKind::Zip;
    if (head.startsWith("\x1f\x8b"))
        return ArchiveKind::Gzip;
    return looksLikeTar(head) ? ArchiveKind::Tar : ArchiveKind::None;
}

Result<Unpacked> unpack(QFile &file, const QString &fileName, ArchiveKind kind)
{
    if (kind == ArchiveKind::Gzip)
        return unpackGzip(file, fileName);
    if (kind == ArchiveKind::Tar)
        return passOver(file, fileName, Within::Tar).bundle();
    if (const auto checked = checkZipDirectory(file, fileName); !checked)
        return tl::make_unexpected(checked.error());
    return passOver(file, fileName, Within::Zip).bundle();
}

} // namespace SecondStory::Importing
