// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/importer.h"

namespace SecondStory::Importing {

/// Events of Matrix rooms: what Element exports as JSON, and batches of the /messages call.
/// Source: the Matrix client-server specification 1.8, "Room events" and "Instant messaging".
class MatrixImporter : public Importer {
public:
    [[nodiscard]] QString id() const override { return QStringLiteral("matrix"); }
    [[nodiscard]] QString displayName() const override;
    [[nodiscard]] Needs needs() const override { return Needs(); }
    [[nodiscard]] Likelihood probe(const EvidenceInput &input) const override;
    [[nodiscard]] Needs missing(EvidenceInput &input, const ImportOptions &options) const override;
    [[nodiscard]] Result<ReadSummary> read(EvidenceInput &input, const ImportOptions &options,
                                           ImportSink &sink) const override;
};

} // namespace SecondStory::Importing
