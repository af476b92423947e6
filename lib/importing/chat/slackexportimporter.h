// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/importer.h"

namespace SecondStory::Importing {

/// A Slack workspace export, zipped or unpacked: users.json, channels.json, one folder a channel,
/// one file a day. Source: Slack's help article 220556107, "How to read Slack data exports".
class SlackExportImporter : public Importer {
public:
    [[nodiscard]] QString id() const override { return QStringLiteral("slack-export"); }
    [[nodiscard]] QString displayName() const override;
    [[nodiscard]] Needs needs() const override { return Needs(); }
    [[nodiscard]] Likelihood probe(const EvidenceInput &input) const override;
    [[nodiscard]] Needs missing(EvidenceInput &input, const ImportOptions &options) const override;
    [[nodiscard]] Result<ReadSummary> read(EvidenceInput &input, const ImportOptions &options,
                                           ImportSink &sink) const override;
};

} // namespace SecondStory::Importing
