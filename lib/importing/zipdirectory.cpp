// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/zipdirectory.h"

#include "importing/importerrors.h"
#include "importing/limits.h"

#include <QtEndian>

#include <algorithm>
#include <optional>
#include <vector>

namespace SecondStory::Importing {

namespace {

// Source: APPNOTE.TXT 6.3, sections 4.3.12 to 4.3.16 (the directory and its end).
constexpr qint64 kEndBytes = 22;
constexpr qint64 kLocatorBytes = 20;
constexpr qint64 kEnd64Bytes = 56;
constexpr qint64 kHeaderBytes = 46;
constexpr qint64 kLocalBytes = 30;
constexpr qint64 kSearchedBytes = 16 * 1024; ///< as far as the unpacker looks for the end, too
constexpr quint32 kIn64 = 0xFFFFFFFF; ///< the figure stands in the 64-bit field
constexpr quint16 kField64 = 1;

template <typename T>
T number(QByteArrayView bytes, qsizetype at)
{
    return qFromLittleEndian<T>(bytes.data() + at);
}

/// Where an entry lies in the file.
struct Extent {
    qint64 from = 0;
    qint64 to = 0;
};

class Directory {
public:
    Directory(QFile &file, const QString &fileName)
        : m_file(file)
        , m_fileName(fileName)
    {
    }

    Result<void> check()
    {
        const auto from = start();
        if (!from || !m_file.seek(*from))
            return damaged();
        std::vector<Extent> extents;
        while (true) {
            const QByteArray header = m_file.read(kHeaderBytes);
            if (header.startsWith("PK\x05\x06") || header.startsWith("PK\x06\x06"))
                break;
            if (header.size() < kHeaderBytes || !header.startsWith("PK\x01\x02"))
                return damaged();
            extents.push_back(extent(header));
            if (extents.size() > Limits::kArchiveEntries)
                return badInput(
                    m_fileName, {},
                    QCoreApplication::translate("Importing", "holds more than 10,000 entries"));
        }
        return checkExtents(extents, *from);
    }

private:
    /// Where the directory begins, as its end says.
    std::optional<qint64> start()
    {
        const qint64 size = m_file.size();
        const qint64 searched = std::min(size, kSearchedBytes);
        m_file.seek(size - searched);
        const QByteArray tail = m_file.read(searched);
        const auto end = tail.lastIndexOf("PK\x05\x06", tail.size() - kEndBytes);
        if (tail.size() < kEndBytes || end < 0)
            return {};
        const auto locator = end - kLocatorBytes;
        if (locator >= 0 && tail.sliced(locator).startsWith("PK\x06\x07"))
            return start64(number<qint64>(tail, locator + 8));
        return number<quint32>(tail, end + 16);
    }

    std::optional<qint64> start64(qint64 endAt)
    {
        if (endAt < 0 || endAt > m_file.size() || !m_file.seek(endAt))
            return {};
        const QByteArray end = m_file.read(kEnd64Bytes);
        if (end.size() < kEnd64Bytes || !end.startsWith("PK\x06\x06"))
            return {};
        const auto from = number<qint64>(end, 48);
        return from >= 0 && from <= m_file.size() ? std::optional(from) : std::nullopt;
    }

    /// Of one entry; moves to the header of the next.
    Extent extent(QByteArrayView header)
    {
        const auto nameLength = number<quint16>(header, 28);
        const auto extraLength = number<quint16>(header, 30);
        const auto commentLength = number<quint16>(header, 32);
        m_file.skip(nameLength);
        const QByteArray extra = m_file.read(extraLength);
        m_file.skip(commentLength);
        qint64 packed = number<quint32>(header, 20);
        qint64 from = number<quint32>(header, 42);
        const bool isUnpacked64 = number<quint32>(header, 24) == kIn64;
        readField64(extra, isUnpacked64, packed, from);
        // More than the file can hold is its end: no sum may overflow.
        from = std::clamp<qint64>(from, 0, m_file.size());
        packed = std::clamp<qint64>(packed, 0, m_file.size());
        return { from, from + kLocalBytes + nameLength + packed };
    }

    /// The 64-bit field holds those figures, in this order, that did not fit their 32 bits.
    static void readField64(const QByteArray &extra, bool isUnpacked64, qint64 &packed,
                            qint64 &from)
    {
        for (qsizetype at = 0; at + 4 <= extra.size();) {
            const auto id = number<quint16>(extra, at);
            const qsizetype length = number<quint16>(extra, at + 2);
            at += 4;
            if (id != kField64) {
                at += length;
                continue;
            }
            const qsizetype end = std::min(at + length, extra.size());
            if (isUnpacked64)
                at += 8;
            for (qint64 *figure : { &packed, &from }) {
                if (*figure != kIn64 || at + 8 > end)
                    continue;
                *figure = number<qint64>(extra, at);
                at += 8;
            }
            return;
        }
    }

    Result<void> checkExtents(std::vector<Extent> &extents, qint64 directory) const
    {
        std::sort(extents.begin(), extents.end(),
                  [](const Extent &a, const Extent &b) { return a.from < b.from; });
        qint64 free = 0;
        for (const Extent &extent : extents) {
            if (extent.from < free || extent.to > directory)
                return badInput(m_fileName, {},
                                QCoreApplication::translate(
                                    "Importing", "entries of the archive lie upon each other"));
            free = extent.to;
        }
        return {};
    }

    tl::unexpected<Error> damaged() const
    {
        return badInput(
            m_fileName, {},
            QCoreApplication::translate("Importing", "the archive is damaged or cut short"));
    }

    QFile &m_file;
    const QString &m_fileName;
};

} // namespace

Result<void> checkZipDirectory(QFile &file, const QString &fileName)
{
    return Directory(file, fileName).check();
}

} // namespace SecondStory::Importing
