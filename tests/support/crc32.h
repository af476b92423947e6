// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <array>

namespace SecondStory::Importing {

/// The checksum of zip and gzip.
[[nodiscard]] inline quint32 crc32(const QByteArray &bytes)
{
    static constexpr auto kTable = [] {
        std::array<quint32, 256> table{};
        for (quint32 n = 0; n < table.size(); ++n) {
            quint32 value = n;
            for (int bit = 0; bit < 8; ++bit)
                value = (value >> 1) ^ ((value & 1) != 0 ? 0xEDB88320U : 0U);
            table[n] = value;
        }
        return table;
    }();
    quint32 value = 0xFFFFFFFF;
    for (const char c : bytes)
        value = kTable[(value ^ static_cast<quint8>(c)) & 0xFF] ^ (value >> 8);
    return ~value;
}

} // namespace SecondStory::Importing
