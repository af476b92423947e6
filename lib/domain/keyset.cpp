// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/keyset.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace SecondStory {

namespace {

constexpr size_t kFewest = 1024;
constexpr qint64 kMostReserved = 1'500'000; ///< 32 MiB
constexpr quint64 kHere = 1;

/// The hash as it is kept: the lowest bit is the set's own.
Hash128 kept(QByteArrayView key)
{
    Hash128 hash = hash128(key);
    hash.low &= ~kHere;
    return hash;
}

/// Of other bits than the place in the table.
quint8 tagOf(const Hash128 &hash)
{
    return static_cast<quint8>(0x80 | (hash.high >> 57));
}

} // namespace

size_t KeySet::slotOf(const Hash128 &hash) const
{
    const size_t mask = m_slots.size() - 1;
    const quint8 tag = tagOf(hash);
    size_t at = hash.high & mask;
    while (m_tags[at] != 0
           && (m_tags[at] != tag || m_slots[at].high != hash.high
               || (m_slots[at].low & ~kHere) != hash.low))
        at = (at + 1) & mask;
    return at;
}

void KeySet::put(size_t slot, const Hash128 &hash)
{
    if (m_tags[slot] == 0)
        ++m_count;
    m_tags[slot] = tagOf(hash);
    m_slots[slot] = hash;
}

void KeySet::grow()
{
    if (m_count * 4 >= m_slots.size() * 3)
        rehash(std::max(kFewest, m_slots.size() * 2));
}

void KeySet::reserve(qint64 keys)
{
    const auto more = static_cast<size_t>(std::clamp<qint64>(keys, 0, kMostReserved));
    const size_t needed = std::bit_ceil((m_count + more) * 4 / 3 + kFewest);
    if (needed > m_slots.size())
        rehash(needed);
}

void KeySet::rehash(size_t slotCount)
{
    const Table<Hash128> before = std::exchange(m_slots, Table<Hash128>(slotCount));
    const Table<quint8> tags = std::exchange(m_tags, Table<quint8>(slotCount));
    m_count = 0;
    for (size_t i = 0; i < before.size(); ++i) {
        if (tags[i] != 0)
            put(slotOf({ before[i].high, before[i].low & ~kHere }), before[i]);
    }
}

void KeySet::add(QByteArrayView key)
{
    grow();
    const Hash128 hash = kept(key);
    put(slotOf(hash), hash);
}

KeySet::Seen KeySet::meet(QByteArrayView key)
{
    grow();
    const Hash128 hash = kept(key);
    const size_t slot = slotOf(hash);
    Seen seen = Seen::Never;
    if (m_tags[slot] != 0)
        seen = (m_slots[slot].low & kHere) != 0 ? Seen::Here : Seen::Before;
    put(slot, { hash.high, hash.low | kHere });
    return seen;
}

} // namespace SecondStory
