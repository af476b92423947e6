// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/tarblocks.h"

#include <optional>

namespace SecondStory::Importing {

namespace {

constexpr qsizetype kBlockBytes = 512;
constexpr qsizetype kSumAt = 148;
constexpr qsizetype kSumBytes = 8;
constexpr qsizetype kTypeAt = 156;
constexpr int kGlobalHeaders = 100; ///< one is usual

std::optional<qint64> statedSum(QByteArrayView block)
{
    QByteArray digits = block.sliced(kSumAt, kSumBytes).toByteArray();
    digits.replace('\0', ' ');
    bool isNumber = false;
    const qint64 sum = digits.trimmed().toLongLong(&isNumber, 8);
    return isNumber ? std::optional(sum) : std::nullopt;
}

} // namespace

bool isTarHeader(QByteArrayView block)
{
    if (block.size() < kBlockBytes || block.front() == '\0')
        return false;
    // Old programs added the bytes up as if they had a sign.
    qint64 sum = 0;
    qint64 signedSum = 0;
    for (qsizetype i = 0; i < kBlockBytes; ++i) {
        const char c = i >= kSumAt && i < kSumAt + kSumBytes ? ' ' : block[i];
        sum += static_cast<quint8>(c);
        signedSum += static_cast<qint8>(c);
    }
    const auto stated = statedSum(block);
    return stated && (*stated == sum || *stated == signedSum);
}

void TarBlocks::feed(QByteArrayView bytes)
{
    if (!m_rest.isEmpty()) {
        const auto missing = qMin(kBlockBytes - m_rest.size(), bytes.size());
        m_rest += bytes.first(missing);
        bytes = bytes.sliced(missing);
        if (m_rest.size() < kBlockBytes)
            return;
        take(m_rest);
        m_rest.clear();
    }
    while (bytes.size() >= kBlockBytes) {
        take(bytes.first(kBlockBytes));
        bytes = bytes.sliced(kBlockBytes);
    }
    m_rest = bytes.toByteArray();
}

bool TarBlocks::isHostile() const
{
    return m_globalHeaders > kGlobalHeaders;
}

void TarBlocks::take(QByteArrayView block)
{
    if (block[kTypeAt] == 'g' && isTarHeader(block))
        ++m_globalHeaders;
}

} // namespace SecondStory::Importing
