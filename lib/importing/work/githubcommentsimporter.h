// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/importer.h"

namespace SecondStory::Importing {

/// A list of the comments on a GitHub issue or pull request, from the REST API.
/// Source: docs.github.com, "REST API endpoints for issue comments".
class GithubCommentsImporter : public Importer {
public:
    [[nodiscard]] QString id() const override { return QStringLiteral("github-comments"); }
    [[nodiscard]] QString displayName() const override;
    [[nodiscard]] Needs needs() const override { return {}; }
    [[nodiscard]] Likelihood probe(const EvidenceInput &input) const override;
    [[nodiscard]] Needs missing(EvidenceInput &input, const ImportOptions &options) const override;
    [[nodiscard]] Result<ReadSummary> read(EvidenceInput &input, const ImportOptions &options,
                                           ImportSink &sink) const override;
};

} // namespace SecondStory::Importing
