// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/gzipcheck.h"

#include <QtEndian>

#include <array>

namespace SecondStory::Importing {

namespace {

// Source: RFC 1952, section 8.
constexpr std::array<quint32, 256> makeTable()
{
    std::array<quint32, 256> table{};
    for (quint32 n = 0; n < table.size(); ++n) {
        quint32 value = n;
        for (int bit = 0; bit < 8; ++bit)
            value = (value >> 1) ^ ((value & 1) != 0 ? 0xEDB88320U : 0U);
        table[n] = value;
    }
    return table;
}

quint32 crc32(const QByteArray &bytes)
{
    static constexpr auto kTable = makeTable();
    quint32 value = 0xFFFFFFFF;
    for (const char c : bytes)
        value = kTable[(value ^ static_cast<quint8>(c)) & 0xFF] ^ (value >> 8);
    return ~value;
}

} // namespace

bool gzipSumMatches(QFile &file, const QByteArray &unpacked)
{
    constexpr qint64 kTrailerBytes = 8;
    if (!file.seek(file.size() - kTrailerBytes))
        return false;
    const QByteArray trailer = file.read(kTrailerBytes);
    if (trailer.size() < kTrailerBytes)
        return false;
    const auto sum = qFromLittleEndian<quint32>(trailer.constData());
    const auto size = qFromLittleEndian<quint32>(trailer.constData() + 4);
    return size != static_cast<quint32>(unpacked.size()) || sum == crc32(unpacked);
}

} // namespace SecondStory::Importing
