// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/hash128.h"

#include <vector>

namespace SecondStory {

/// The keys of records already known, as hashes: to recognise millions again while a file is read.
/// Memory: 16 bytes for each key in a table at most three quarters full.
class KeySet {
public:
    enum class Seen {
        Never,
        Before, ///< known before this file; from now on met in it too
        Here, ///< met in this file already
    };

    /// Adds a key from before this file.
    void add(QByteArrayView key);
    /// Meets a key in this file; tells what it was until now.
    Seen meet(QByteArrayView key);
    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_count); }

private:
    [[nodiscard]] Hash128 &slotOf(const Hash128 &hash);
    void grow();

    std::vector<Hash128> m_slots; ///< both 0: empty; the lowest bit of low: met in this file
    size_t m_count = 0;
};

} // namespace SecondStory
