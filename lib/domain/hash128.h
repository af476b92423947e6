// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

namespace SecondStory {

/// 128 bits that tell texts apart. Not a defence against somebody who looks for two texts of one
/// hash.
struct Hash128 {
    quint64 high = 0;
    quint64 low = 0;
    bool operator==(const Hash128 &) const = default;
};

/// MurmurHash3 for 64-bit machines; the same on every one of them, so that it may be stored.
[[nodiscard]] Hash128 hash128(QByteArrayView bytes);

} // namespace SecondStory
