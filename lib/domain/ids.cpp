// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/ids.h"

#include <QDateTime>
#include <QRandomGenerator>

#include <atomic>

namespace SecondStory {

QUuid newUuid()
{
    // 48 bits of milliseconds and a 12-bit counter order the ids; 62 random bits make them
    // unguessable. The counter carries into the milliseconds, so a burst of more than 4,096 ids
    // stays in order.
    static std::atomic<quint64> s_last{ 0 };
    const quint64 now = static_cast<quint64>(QDateTime::currentMSecsSinceEpoch()) << 12;
    quint64 last = s_last.load(std::memory_order_relaxed);
    quint64 next = 0;
    do {
        next = now > last ? now : last + 1;
    } while (!s_last.compare_exchange_weak(last, next, std::memory_order_relaxed));

    thread_local QRandomGenerator generator = QRandomGenerator::securelySeeded();
    const quint64 random = generator.generate64();
    const auto byte = [random](int i) { return static_cast<uchar>(random >> (8 * i)); };
    return QUuid(static_cast<uint>(next >> 28), static_cast<ushort>(next >> 12),
                 static_cast<ushort>(0x7000 | (next & 0xFFF)),
                 static_cast<uchar>(0x80 | (byte(0) & 0x3F)), byte(1), byte(2), byte(3), byte(4),
                 byte(5), byte(6), byte(7));
}

} // namespace SecondStory
