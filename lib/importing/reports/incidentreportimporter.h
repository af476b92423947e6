// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/importer.h"

namespace SecondStory::Importing {

/// Incident records with a front matter or a common skeleton: the times they state are milestones,
/// the entries of their timeline are events.
class IncidentReportImporter : public Importer {
public:
    [[nodiscard]] QString id() const override { return QStringLiteral("incident-report"); }
    [[nodiscard]] QString displayName() const override;
    [[nodiscard]] Needs needs() const override { return Need::Zone | Need::Date; }
    [[nodiscard]] Likelihood probe(const EvidenceInput &input) const override;
    [[nodiscard]] Needs missing(EvidenceInput &input, const ImportOptions &options) const override;
    [[nodiscard]] Result<ReadSummary> read(EvidenceInput &input, const ImportOptions &options,
                                           ImportSink &sink) const override;
};

} // namespace SecondStory::Importing
