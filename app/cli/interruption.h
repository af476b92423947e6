// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace SecondStory::Cli {

/// Takes the first Ctrl+C as a wish to stop in good order; a second one ends the program.
void watchForInterruption();
[[nodiscard]] bool isInterrupted();

} // namespace SecondStory::Cli
