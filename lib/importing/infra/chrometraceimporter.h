// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/importer.h"

namespace SecondStory::Importing {

/// Traces in the Trace Event Format, as Chrome and many tools write them. Times count from a clock
/// that the file does not tie to the calendar.
/// Source: "Trace Event Format", the Chromium project.
class ChromeTraceImporter : public Importer {
public:
    [[nodiscard]] QString id() const override { return QStringLiteral("chrome-trace"); }
    [[nodiscard]] QString displayName() const override;
    [[nodiscard]] Needs needs() const override { return Need::Start; }
    [[nodiscard]] Likelihood probe(const EvidenceInput &input) const override;
    [[nodiscard]] Needs missing(EvidenceInput &input, const ImportOptions &options) const override;
    [[nodiscard]] Result<ReadSummary> read(EvidenceInput &input, const ImportOptions &options,
                                           ImportSink &sink) const override;
};

} // namespace SecondStory::Importing
