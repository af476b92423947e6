// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/importer.h"

namespace SecondStory::Importing {

/// Messages of Microsoft Teams as the Graph interface gives them, in its own spelling
/// (createdDateTime) or in that of PowerShell (CreatedDateTime). Source: Microsoft Graph reference,
/// chatMessage.
class TeamsImporter : public Importer {
public:
    [[nodiscard]] QString id() const override { return QStringLiteral("teams"); }
    [[nodiscard]] QString displayName() const override;
    [[nodiscard]] Needs needs() const override { return Needs(); }
    [[nodiscard]] Likelihood probe(const EvidenceInput &input) const override;
    [[nodiscard]] Needs missing(EvidenceInput &input, const ImportOptions &options) const override;
    [[nodiscard]] Result<ReadSummary> read(EvidenceInput &input, const ImportOptions &options,
                                           ImportSink &sink) const override;
};

} // namespace SecondStory::Importing
