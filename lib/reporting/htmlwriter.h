// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reporting/reportblocks.h"

namespace SecondStory::Reporting {

/// Writes a report as one self-contained HTML file: no script, nothing fetched, figures as SVG
/// inside, a style sheet for screen (light and dark) and paper. Every text of the review is
/// escaped.
[[nodiscard]] QString toHtml(const Report &report, const FigureSource &figures);

} // namespace SecondStory::Reporting
