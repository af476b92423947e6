// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/importer.h"

namespace SecondStory::Importing {

/// Payloads that GitHub sends to webhooks: one in a file, or several as a list or as lines. Which
/// event it is, is told from the keys: its name travels in an HTTP header.
/// Source: docs.github.com, "Webhook events and payloads".
class GithubWebhookImporter : public Importer {
public:
    [[nodiscard]] QString id() const override { return QStringLiteral("github-webhook"); }
    [[nodiscard]] QString displayName() const override;
    [[nodiscard]] Needs needs() const override { return {}; }
    [[nodiscard]] Likelihood probe(const EvidenceInput &input) const override;
    [[nodiscard]] Needs missing(EvidenceInput &input, const ImportOptions &options) const override;
    [[nodiscard]] Result<ReadSummary> read(EvidenceInput &input, const ImportOptions &options,
                                           ImportSink &sink) const override;
};

} // namespace SecondStory::Importing
