// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace SecondStory::Cli {

/// Makes the surroundings fit for a program without a window: UTF-8, no display. Comes before the
/// application object.
void prepareEnvironment();
/// Understands the line, runs its command and gives the exit code.
[[nodiscard]] int runCommandLine(int argc, char **argv);

} // namespace SecondStory::Cli
