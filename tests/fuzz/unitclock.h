// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>

/// Measures the processor time that one input of a fuzzer takes, from construction to destruction.
/// An input that takes more than a second ends the run as a finding; waiting for a busy machine
/// counts for nothing. At the end of the run one line tells the figures: "figures: <inputs>
/// <processor seconds of the run> <slowest input in ms>". The slowest input is kept in the file
/// that SECONDSTORY_FUZZ_SLOWEST names.
class UnitClock {
public:
    UnitClock(const uint8_t *data, size_t size);
    ~UnitClock();
    UnitClock(const UnitClock &) = delete;
    UnitClock &operator=(const UnitClock &) = delete;

private:
    const uint8_t *m_data;
    size_t m_size;
    double m_began;
};
