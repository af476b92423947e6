// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/importer.h"

namespace SecondStory::Importing {

/// The history of a Statuspage as an Atom feed. Its updates state no year; it is taken from when
/// the entry was published. Any document type declaration is refused. Source: RFC 4287; the feeds
/// of public status pages.
class StatuspageAtomImporter : public Importer {
public:
    [[nodiscard]] QString id() const override { return QStringLiteral("statuspage-atom"); }
    [[nodiscard]] QString displayName() const override;
    [[nodiscard]] Needs needs() const override { return Need::Zone; }
    [[nodiscard]] Likelihood probe(const EvidenceInput &input) const override;
    [[nodiscard]] Needs missing(EvidenceInput &input, const ImportOptions &options) const override;
    [[nodiscard]] Result<ReadSummary> read(EvidenceInput &input, const ImportOptions &options,
                                           ImportSink &sink) const override;
};

} // namespace SecondStory::Importing
