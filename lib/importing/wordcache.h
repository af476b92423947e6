// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <array>

namespace SecondStory::Importing {

/// Remembers what words mean that come again and again in a file: names, channels, kinds.
/// Memory: a fixed number of short words, whatever the file holds.
template <class T>
class WordCache {
public:
    /// The value of a word: that remembered, or else `make(word)`. Valid until the next call.
    template <class Make>
    const T &value(QByteArrayView word, Make &&make)
    {
        Slot &slot = m_slots[slotOf(word)];
        if (!slot.isSet || QByteArrayView(slot.word) != word) {
            slot.value = make(word);
            slot.word = word.toByteArray();
            slot.isSet = true;
        }
        return slot.value;
    }

private:
    static constexpr size_t kSlots = 128;
    struct Slot {
        QByteArray word;
        T value{};
        bool isSet = false;
    };

    static size_t slotOf(QByteArrayView word)
    {
        quint32 hash = 2'166'136'261U;
        for (const char c : word.first(std::min<qsizetype>(word.size(), 48)))
            hash = (hash ^ static_cast<uchar>(c)) * 16'777'619U;
        return (hash ^ (hash >> 15)) % kSlots;
    }

    std::array<Slot, kSlots> m_slots;
};

} // namespace SecondStory::Importing
