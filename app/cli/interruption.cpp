// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/interruption.h"

#include <csignal>

namespace SecondStory::Cli {

namespace {

volatile std::sig_atomic_t interrupted = 0;

extern "C" void noteInterruption(int)
{
    interrupted = 1;
}

} // namespace

void watchForInterruption()
{
    struct sigaction action = {};
    action.sa_handler = noteInterruption;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    sigaction(SIGINT, &action, nullptr);
}

bool isInterrupted()
{
    return interrupted != 0;
}

} // namespace SecondStory::Cli
