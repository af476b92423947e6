// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/importer.h"

namespace SecondStory::Importing {

/// The journal of systemd as `journalctl -o json` and `-o json-pretty` print it.
/// Source: systemd.io, "Journal JSON format"; systemd.journal-fields(7).
class JournaldImporter : public Importer {
public:
    [[nodiscard]] QString id() const override { return QStringLiteral("journald"); }
    [[nodiscard]] QString displayName() const override;
    [[nodiscard]] Needs needs() const override { return {}; }
    [[nodiscard]] Likelihood probe(const EvidenceInput &input) const override;
    [[nodiscard]] Needs missing(EvidenceInput &input, const ImportOptions &options) const override;
    [[nodiscard]] Result<ReadSummary> read(EvidenceInput &input, const ImportOptions &options,
                                           ImportSink &sink) const override;
};

} // namespace SecondStory::Importing
