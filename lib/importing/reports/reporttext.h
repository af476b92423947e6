// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/evidenceinput.h"

#include <QStringList>

namespace SecondStory::Importing {

/// The lines of a report. A report is text that people wrote, so all of it fits into memory.
struct ReportText {
    QStringList lines;
    qint64 repairedLine = 0; ///< the first with bytes that are no text; 0: none
};

/// Reads a report's lines. Errors: BadInput (empty, a NUL byte, larger than Limits::kReportBytes).
[[nodiscard]] Result<ReportText> readReportText(EvidenceInput &input);

} // namespace SecondStory::Importing
