// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/hash128.h"

#include <QtEndian>

#include <bit>

namespace SecondStory {

namespace {

// Austin Appleby's MurmurHash3_x64_128, which he placed in the public domain.
constexpr quint64 kFirst = 0x87c37b91114253d5ULL;
constexpr quint64 kSecond = 0x4cf5ad432745937fULL;

constexpr quint64 mixFirst(quint64 k)
{
    return std::rotl(k * kFirst, 31) * kSecond;
}

constexpr quint64 mixSecond(quint64 k)
{
    return std::rotl(k * kSecond, 33) * kFirst;
}

constexpr quint64 finish(quint64 k)
{
    k = (k ^ (k >> 33)) * 0xff51afd7ed558ccdULL;
    k = (k ^ (k >> 33)) * 0xc4ceb9fe1a85ec53ULL;
    return k ^ (k >> 33);
}

quint64 tailWord(QByteArrayView bytes)
{
    quint64 word = 0;
    for (qsizetype i = 0; i < bytes.size(); ++i)
        word |= static_cast<quint64>(static_cast<uchar>(bytes[i])) << (8 * i);
    return word;
}

} // namespace

Hash128 hash128(QByteArrayView bytes)
{
    quint64 a = 0;
    quint64 b = 0;
    const auto size = static_cast<quint64>(bytes.size());
    while (bytes.size() >= 16) {
        a ^= mixFirst(qFromLittleEndian<quint64>(bytes.data()));
        a = (std::rotl(a, 27) + b) * 5 + 0x52dce729;
        b ^= mixSecond(qFromLittleEndian<quint64>(bytes.data() + 8));
        b = (std::rotl(b, 31) + a) * 5 + 0x38495ab5;
        bytes = bytes.sliced(16);
    }
    if (bytes.size() > 8)
        b ^= mixSecond(tailWord(bytes.sliced(8)));
    if (!bytes.isEmpty())
        a ^= mixFirst(tailWord(bytes.first(std::min<qsizetype>(bytes.size(), 8))));
    a ^= size;
    b ^= size;
    a += b;
    b += a;
    a = finish(a);
    b = finish(b);
    a += b;
    b += a;
    return { a, b };
}

} // namespace SecondStory
