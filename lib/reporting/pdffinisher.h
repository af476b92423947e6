// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"
#include "reporting/pagelayout.h"

#include <QByteArray>

namespace SecondStory::Reporting {

/// Adds to a PDF what Qt's writer cannot: an outline, links inside the document, language, title
/// and dates. Takes out what would differ from run to run, so that the same review gives the same
/// bytes. Errors: BadInput when libqpdf cannot take the document.
[[nodiscard]] Result<QByteArray> finishPdf(const QByteArray &pdf, const Report &report,
                                           const LaidOutReport &layout);

} // namespace SecondStory::Reporting
