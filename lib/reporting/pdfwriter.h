// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"
#include "reporting/pagelayout.h"

#include <QByteArray>

namespace SecondStory::Reporting {

/// Writes a laid-out report as a PDF: text as text, figures as vectors, pictures without loss, an
/// outline and links. Errors: BadInput. Threads: that of the layout.
[[nodiscard]] Result<QByteArray> toPdf(const Report &report, const LaidOutReport &layout,
                                       const FigureSource &figures);

} // namespace SecondStory::Reporting
