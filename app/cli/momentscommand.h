// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/command.h"

namespace SecondStory::Cli {

/// The command `moments`.
void addMomentsCommand(Command &line, Context &context);

} // namespace SecondStory::Cli
