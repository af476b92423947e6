// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/context.h"
#include "cli/words.h"
#include "domain/reviewcontents.h"

namespace SecondStory::Cli {

/// The source of this id, of an id that ends or begins like this, or of this file name.
/// Errors: NotFound; Usage where several fit.
[[nodiscard]] Result<EvidenceSource> findSource(const ReviewContents &contents,
                                                const QString &text);

/// `source lanes`, below the command `source`.
void addLanesCommand(Command &source, Context &context);

} // namespace SecondStory::Cli
