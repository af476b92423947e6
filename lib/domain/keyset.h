// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/hash128.h"
#include "domain/largepages.h"

#include <vector>

namespace SecondStory {

/// The keys of records already known, as hashes: to recognise millions again while a file is read.
/// Memory: 17 bytes for each key in a table at most three quarters full.
class KeySet {
public:
    enum class Seen {
        Never,
        Before, ///< known before this file; from now on met in it too
        Here, ///< met in this file already
    };

    /// Makes room for about so many keys more, within reason.
    void reserve(qint64 keys);
    /// Adds a key from before this file.
    void add(QByteArrayView key);
    /// Meets a key in this file; tells what it was until now.
    Seen meet(QByteArrayView key);
    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_count); }

private:
    [[nodiscard]] size_t slotOf(const Hash128 &hash) const;
    void put(size_t slot, const Hash128 &hash);
    void grow();
    void rehash(size_t slotCount);

    template <class T>
    using Table = std::vector<T, LargePageAllocator<T>>;

    Table<Hash128> m_slots; ///< the lowest bit of low: met in this file
    /// A byte for each slot, 0 for an empty one: small enough for the processor's cache, so that a
    /// new key, the usual case, need not wait for the memory.
    Table<quint8> m_tags;
    size_t m_count = 0;
};

} // namespace SecondStory
