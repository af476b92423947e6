// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace SecondStory::Reporting {

/// The style sheet of HTML reports, in the colours of the palette.
[[nodiscard]] QString htmlStyle();

} // namespace SecondStory::Reporting
