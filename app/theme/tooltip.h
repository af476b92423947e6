// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace SecondStory::Ui {

/// Plain text for a tool tip. Qt guesses whether a tip is rich text: what it would take for that is
/// escaped, and so is long text, which only wraps as rich text; everything else is left as it is.
[[nodiscard]] QString plainToolTip(const QString &text);

} // namespace SecondStory::Ui
