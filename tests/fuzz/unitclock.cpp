// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "unitclock.h"

#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace {

constexpr double kLimitMs = 1'000;
constexpr double kWorthKeepingMs = 50;

double slowestMs = 0;
bool isFirst = true;

double milliseconds(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

void tellFigures()
{
    std::fprintf(stderr, "figures: %.2f %.0f\n", milliseconds(CLOCK_PROCESS_CPUTIME_ID) / 1e3,
                 slowestMs);
}

void keepSlowest(const uint8_t *data, size_t size)
{
    const char *path = std::getenv("SECONDSTORY_FUZZ_SLOWEST");
    std::FILE *file = path == nullptr ? nullptr : std::fopen(path, "wb");
    if (file == nullptr)
        return;
    std::fwrite(data, 1, size, file);
    std::fclose(file);
}

} // namespace

UnitClock::UnitClock(const uint8_t *data, size_t size)
    : m_data(data)
    , m_size(size)
    , m_began(milliseconds(CLOCK_THREAD_CPUTIME_ID))
{
    if (isFirst)
        std::atexit(tellFigures);
    isFirst = false;
}

UnitClock::~UnitClock()
{
    const double took = milliseconds(CLOCK_THREAD_CPUTIME_ID) - m_began;
    if (took <= slowestMs)
        return;
    slowestMs = took;
    if (took > kWorthKeepingMs)
        keepSlowest(m_data, m_size);
    if (took > kLimitMs) {
        std::fprintf(stderr, "slow: %.0f ms of processor time\n", took);
        std::abort();
    }
}
