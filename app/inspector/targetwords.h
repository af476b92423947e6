// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/reviewcontents.h"

namespace SecondStory::Ui {

/// "Contributing factor", "Claim" …
[[nodiscard]] QString targetKindWord(TargetKind kind);
/// The words of a record that evidence or codes point at; empty when it is gone.
[[nodiscard]] QString targetTitle(const ReviewContents &contents, const TargetRef &target);

} // namespace SecondStory::Ui
