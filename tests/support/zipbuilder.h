// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QtEndian>

#include <array>

namespace SecondStory::Importing {

/// Writes zip archives byte by byte, also such as no honest tool would write.
class ZipBuilder {
public:
    ZipBuilder &add(const QByteArray &name, const QByteArray &body)
    {
        return addEntry({ name, body, 0, false, 0100644 });
    }
    /// Deflated, as a bomb has to be.
    ZipBuilder &addPacked(const QByteArray &name, const QByteArray &body)
    {
        return addEntry({ name, body, 0, true, 0100644 });
    }
    ZipBuilder &addSymlink(const QByteArray &name, const QByteArray &target)
    {
        return addEntry({ name, target, 0, false, 0120777 });
    }
    /// Marked as encrypted; the bytes do not matter.
    ZipBuilder &addEncrypted(const QByteArray &name, const QByteArray &body)
    {
        return addEntry({ name, QByteArray(12, 'x') + body, 1, false, 0100644 });
    }

    /// Says of its size what is not so.
    ZipBuilder &addLie(const QByteArray &name, const QByteArray &body, qint64 saidSize)
    {
        addEntry({ name, body, 0, true, 0100644 });
        m_entries.last().saidSize = saidSize;
        return *this;
    }
    /// One more line in the directory for the entry before: both have the same bytes.
    ZipBuilder &addOnTop(const QByteArray &name)
    {
        Entry entry = m_entries.last();
        entry.name = name;
        entry.isOnTop = true;
        return addEntry(entry);
    }

    [[nodiscard]] QByteArray bytes() const
    {
        QByteArray out;
        QByteArray directory;
        quint32 at = 0;
        for (const Entry &entry : m_entries) {
            if (!entry.isOnTop)
                at = static_cast<quint32>(out.size());
            write(entry, at, out, directory);
        }
        const auto directoryAt = static_cast<quint32>(out.size());
        const auto count = static_cast<quint16>(m_entries.size());
        out += directory;
        out += "PK\x05\x06" + le16(0) + le16(0) + le16(count) + le16(count)
            + le32(static_cast<quint32>(directory.size())) + le32(directoryAt) + le16(0);
        return out;
    }

private:
    struct Entry {
        QByteArray name;
        QByteArray body;
        quint16 flags = 0;
        bool isPacked = false;
        quint32 mode = 0;
        qint64 saidSize = -1;
        bool isOnTop = false;
    };

    ZipBuilder &addEntry(const Entry &entry)
    {
        m_entries.append(entry);
        return *this;
    }

    static void write(const Entry &entry, quint32 at, QByteArray &out, QByteArray &directory)
    {
        QByteArray data = entry.body;
        if (entry.isPacked) {
            // qCompress writes a length, a zlib header and a checksum around the deflated bytes.
            data = qCompress(entry.body, 9).mid(6);
            data.chop(4);
        }
        const QByteArray common = le16(entry.flags) + le16(entry.isPacked ? 8 : 0)
            + le32(0x58210000) + le32(crc(entry.body)) + le32(static_cast<quint32>(data.size()))
            + le32(static_cast<quint32>(entry.saidSize < 0 ? entry.body.size() : entry.saidSize))
            + le16(static_cast<quint16>(entry.name.size())) + le16(0);
        if (!entry.isOnTop)
            out += "PK\x03\x04" + le16(20) + common + entry.name + data;
        directory += "PK\x01\x02" + le16(0x0314) + le16(20) + common + le16(0) + le16(0) + le16(0)
            + le32(entry.mode << 16) + le32(at) + entry.name;
    }

    static QByteArray le16(quint16 value)
    {
        std::array<char, 2> bytes{};
        qToLittleEndian(value, bytes.data());
        return { bytes.data(), 2 };
    }
    static QByteArray le32(quint32 value)
    {
        std::array<char, 4> bytes{};
        qToLittleEndian(value, bytes.data());
        return { bytes.data(), 4 };
    }
    static quint32 crc(const QByteArray &bytes)
    {
        quint32 value = 0xFFFFFFFF;
        for (const char c : bytes) {
            value ^= static_cast<quint8>(c);
            for (int bit = 0; bit < 8; ++bit)
                value = (value >> 1) ^ (value & 1 ? 0xEDB88320U : 0U);
        }
        return ~value;
    }

    QList<Entry> m_entries;
};

} // namespace SecondStory::Importing
