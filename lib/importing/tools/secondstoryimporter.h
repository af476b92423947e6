// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/importer.h"

namespace SecondStory::Importing {

/// Reads the events of another review, in our own exchange format, as evidence for this one.
class SecondStoryImporter : public Importer {
public:
    [[nodiscard]] QString id() const override { return QStringLiteral("second-story"); }
    [[nodiscard]] QString displayName() const override;
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
