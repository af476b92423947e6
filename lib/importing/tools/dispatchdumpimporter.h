// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/importer.h"

namespace SecondStory::Importing {

/// Reads the incidents and their events from a database dump of Netflix Dispatch.
class DispatchDumpImporter : public Importer {
public:
    [[nodiscard]] QString id() const override { return QStringLiteral("dispatch-dump"); }
    [[nodiscard]] QString displayName() const override;
    /// Dispatch keeps its times in UTC; a zone may be chosen all the same.
    [[nodiscard]] Needs needs() const override { return {}; }
    [[nodiscard]] Likelihood probe(const EvidenceInput &input) const override;
    [[nodiscard]] Needs missing(EvidenceInput &, const ImportOptions &) const override
    {
        return {};
    }
    [[nodiscard]] Result<ReadSummary> read(EvidenceInput &input, const ImportOptions &options,
                                           ImportSink &sink) const override;
};

} // namespace SecondStory::Importing
