// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace SecondStory::Importing {

/// Writes tar archives header by header, also such as no honest tool would write.
class TarBuilder {
public:
    TarBuilder &add(const QByteArray &name, const QByteArray &body)
    {
        return addEntry(name, body, '0', {});
    }
    /// Of any type: '1' hard link, '2' symbolic link, '3' device, '5' folder, '6' pipe.
    TarBuilder &addEntry(const QByteArray &name, const QByteArray &body, char type,
                         const QByteArray &target)
    {
        m_bytes += header(name, body.size(), type, target) + body;
        m_bytes.append((512 - body.size() % 512) % 512, '\0');
        return *this;
    }
    /// A header that promises more than there is.
    TarBuilder &addLie(const QByteArray &name, qint64 size)
    {
        m_bytes += header(name, size, '0', {});
        return *this;
    }
    [[nodiscard]] QByteArray bytes() const { return m_bytes + QByteArray(1024, '\0'); }

private:
    static QByteArray header(const QByteArray &name, qint64 size, char type,
                             const QByteArray &target)
    {
        QByteArray block(512, '\0');
        const auto put = [&block](qsizetype at, const QByteArray &text) {
            std::copy(text.begin(), text.end(), block.begin() + at);
        };
        put(0, name.left(100));
        put(100, "0000644");
        put(108, "0000000");
        put(116, "0000000");
        put(124, QByteArray::number(size, 8).rightJustified(11, '0'));
        put(136, "13240000000");
        put(148, "        ");
        block[156] = type;
        put(157, target.left(100));
        put(257,
            QByteArray("ustar\0"
                       "00",
                       8));
        qint64 sum = 0;
        for (const char c : block)
            sum += static_cast<quint8>(c);
        put(148, QByteArray::number(sum, 8).rightJustified(6, '0') + QByteArray("\0 ", 2));
        return block;
    }

    QByteArray m_bytes;
};

/// The bytes as gzip packs them.
[[nodiscard]] inline QByteArray gzipped(const QByteArray &body)
{
    // qCompress writes a length, a zlib header and a checksum around the deflated bytes.
    QByteArray data = qCompress(body, 9).mid(6);
    data.chop(4);
    quint32 sum = 0xFFFFFFFF;
    for (const char c : body) {
        sum ^= static_cast<quint8>(c);
        for (int bit = 0; bit < 8; ++bit)
            sum = (sum >> 1) ^ ((sum & 1) != 0 ? 0xEDB88320U : 0U);
    }
    std::array<char, 8> trailer{};
    qToLittleEndian(~sum, trailer.data());
    qToLittleEndian(static_cast<quint32>(body.size()), trailer.data() + 4);
    return QByteArray::fromHex("1f8b0800000000000003") + data
        + QByteArray(trailer.data(), trailer.size());
}

} // namespace SecondStory::Importing
