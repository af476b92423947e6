// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/command.h"

/// Each group of commands puts its words on the line; what they do runs later, through
/// Context::task.
namespace SecondStory::Cli {

void addLibraryCommands(Command &line, Context &context);
void addReviewCommands(Command &line, Context &context);
void addImportCommand(Command &line, Context &context);
void addSourceCommands(Command &line, Context &context);
void addEventCommands(Command &line, Context &context);
void addBatchCommand(Command &line, Context &context);
void addSearchCommand(Command &line, Context &context);
void addCodeCommands(Command &line, Context &context);
void addPressuresCommand(Command &line, Context &context);
void addCheckCommand(Command &line, Context &context);
void addReportCommand(Command &line, Context &context);

} // namespace SecondStory::Cli
