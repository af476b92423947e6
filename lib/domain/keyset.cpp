// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/keyset.h"

#include <utility>

namespace SecondStory {

namespace {

constexpr size_t kFewest = 1024;
constexpr quint64 kHere = 1;

/// The hash as it is kept: the lowest bit is the set's own, and nothing is all zeros.
Hash128 kept(QByteArrayView key)
{
    Hash128 hash = hash128(key);
    hash.low &= ~kHere;
    if (hash.high == 0)
        hash.high = 1;
    return hash;
}

} // namespace

Hash128 &KeySet::slotOf(const Hash128 &hash)
{
    const size_t mask = m_slots.size() - 1;
    size_t at = hash.high & mask;
    while (m_slots[at].high != 0
           && (m_slots[at].high != hash.high || (m_slots[at].low & ~kHere) != hash.low))
        at = (at + 1) & mask;
    return m_slots[at];
}

void KeySet::grow()
{
    if (m_count * 4 < m_slots.size() * 3)
        return;
    const std::vector<Hash128> before =
        std::exchange(m_slots, std::vector<Hash128>(std::max(kFewest, m_slots.size() * 2)));
    for (const Hash128 &slot : before) {
        if (slot.high != 0)
            slotOf({ slot.high, slot.low & ~kHere }) = slot;
    }
}

void KeySet::add(QByteArrayView key)
{
    grow();
    const Hash128 hash = kept(key);
    Hash128 &slot = slotOf(hash);
    m_count += slot.high == 0 ? 1 : 0;
    slot = hash;
}

KeySet::Seen KeySet::meet(QByteArrayView key)
{
    grow();
    const Hash128 hash = kept(key);
    Hash128 &slot = slotOf(hash);
    const Seen seen = slot.high == 0 ? Seen::Never
        : (slot.low & kHere) != 0    ? Seen::Here
                                     : Seen::Before;
    m_count += seen == Seen::Never ? 1 : 0;
    slot = { hash.high, hash.low | kHere };
    return seen;
}

} // namespace SecondStory
