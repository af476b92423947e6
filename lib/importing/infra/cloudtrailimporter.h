// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/importer.h"

namespace SecondStory::Importing {

/// AWS CloudTrail: log files, and what `aws cloudtrail lookup-events` prints.
/// Source: docs.aws.amazon.com, "CloudTrail record contents".
class CloudtrailImporter : public Importer {
public:
    [[nodiscard]] QString id() const override { return QStringLiteral("cloudtrail"); }
    [[nodiscard]] QString displayName() const override;
    [[nodiscard]] Needs needs() const override { return {}; }
    [[nodiscard]] Likelihood probe(const EvidenceInput &input) const override;
    [[nodiscard]] Needs missing(EvidenceInput &input, const ImportOptions &options) const override;
    [[nodiscard]] Result<ReadSummary> read(EvidenceInput &input, const ImportOptions &options,
                                           ImportSink &sink) const override;
};

} // namespace SecondStory::Importing
