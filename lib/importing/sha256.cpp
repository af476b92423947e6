// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/sha256.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>

#ifdef Q_PROCESSOR_X86_64
#include <cpuid.h>
#include <immintrin.h>
#endif

namespace SecondStory::Importing {

namespace {

constexpr size_t kBlock = 64;

#ifdef Q_PROCESSOR_X86_64

// The constants of FIPS 180-4, section 4.2.2.
alignas(16) constexpr quint32 kRounds[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

bool hasShaInstructions()
{
    unsigned a = 0;
    unsigned b = 0;
    unsigned c = 0;
    unsigned d = 0;
    constexpr unsigned kShaBit = 1U << 29;
    return __builtin_cpu_supports("sse4.1") != 0 && __builtin_cpu_supports("ssse3") != 0
        && __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0 && (b & kShaBit) != 0;
}

__attribute__((target("sha,sse4.1,ssse3"))) void takeBlocks(std::array<quint32, 8> &state,
                                                            const uchar *bytes, size_t blocks)
{
    const auto load = [](const void *from) {
        return _mm_loadu_si128(static_cast<const __m128i *>(from));
    };
    const __m128i bigEndian = _mm_set_epi64x(0x0c0d0e0f08090a0bLL, 0x0405060700010203LL);
    // The instructions want the eight words as ABEF and CDGH.
    __m128i abcd = _mm_shuffle_epi32(load(state.data()), 0xB1);
    __m128i efgh = _mm_shuffle_epi32(load(state.data() + 4), 0x1B);
    __m128i abef = _mm_alignr_epi8(abcd, efgh, 8);
    __m128i cdgh = _mm_blend_epi16(efgh, abcd, 0xF0);
    for (; blocks > 0; --blocks, bytes += kBlock) {
        const __m128i abefBefore = abef;
        const __m128i cdghBefore = cdgh;
        __m128i words[4];
        for (int i = 0; i < 16; ++i) {
            __m128i &current = words[i % 4];
            if (i < 4) {
                current = _mm_shuffle_epi8(load(bytes + 16 * i), bigEndian);
            } else {
                // The schedule: four new words of the sixteen before them.
                const __m128i last = words[(i + 3) % 4];
                const __m128i between = _mm_alignr_epi8(last, words[(i + 2) % 4], 4);
                const __m128i sum =
                    _mm_add_epi32(_mm_sha256msg1_epu32(current, words[(i + 1) % 4]), between);
                current = _mm_sha256msg2_epu32(sum, last);
            }
            const __m128i input = _mm_add_epi32(current, load(kRounds + 4 * i));
            cdgh = _mm_sha256rnds2_epu32(cdgh, abef, input);
            abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(input, 0x0E));
        }
        abef = _mm_add_epi32(abef, abefBefore);
        cdgh = _mm_add_epi32(cdgh, cdghBefore);
    }
    abcd = _mm_shuffle_epi32(abef, 0x1B);
    efgh = _mm_shuffle_epi32(cdgh, 0xB1);
    const auto store = [](void *to, __m128i value) {
        _mm_storeu_si128(static_cast<__m128i *>(to), value);
    };
    store(state.data(), _mm_blend_epi16(abcd, efgh, 0xF0));
    store(state.data() + 4, _mm_alignr_epi8(efgh, abcd, 8));
}

#else

bool hasShaInstructions()
{
    return false;
}

void takeBlocks(std::array<quint32, 8> &, const uchar *, size_t)
{
}

#endif

} // namespace

bool Sha256::isFast()
{
    static const bool s_isFast = hasShaInstructions();
    return s_isFast;
}

Sha256::Sha256()
    : m_portable(isFast() ? nullptr
                          : std::make_unique<QCryptographicHash>(QCryptographicHash::Sha256))
    , m_state{ 0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
               0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19 }
{
}

void Sha256::addData(QByteArrayView bytes)
{
    if (m_portable)
        m_portable->addData(bytes.toByteArray());
    else
        addFast(reinterpret_cast<const uchar *>(bytes.data()), static_cast<size_t>(bytes.size()));
}

void Sha256::addFast(const uchar *bytes, size_t size)
{
    m_size += size;
    if (m_inBlock > 0) {
        const size_t taken = std::min(size, kBlock - m_inBlock);
        std::memcpy(m_block.data() + m_inBlock, bytes, taken);
        m_inBlock += taken;
        bytes += taken;
        size -= taken;
        if (m_inBlock < kBlock)
            return;
        takeBlocks(m_state, m_block.data(), 1);
        m_inBlock = 0;
    }
    takeBlocks(m_state, bytes, size / kBlock);
    m_inBlock = size % kBlock;
    if (m_inBlock > 0)
        std::memcpy(m_block.data(), bytes + (size - m_inBlock), m_inBlock);
}

QByteArray Sha256::result()
{
    return m_portable ? m_portable->result() : fastResult();
}

QByteArray Sha256::fastResult()
{
    const quint64 bits = qToBigEndian(m_size * 8);
    std::array<uchar, 2 * kBlock> padding{ 0x80 };
    const size_t length = (m_inBlock < 56 ? 56 : 120) - m_inBlock;
    std::memcpy(padding.data() + length, &bits, sizeof bits);
    addFast(padding.data(), length + sizeof bits);
    QByteArray digest(32, Qt::Uninitialized);
    for (int i = 0; i < 8; ++i)
        qToBigEndian(m_state[static_cast<size_t>(i)], digest.data() + 4 * i);
    return digest;
}

} // namespace SecondStory::Importing
