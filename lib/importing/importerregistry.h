// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/importer.h"

#include <memory>
#include <vector>

namespace SecondStory::Importing {

/// Every importer the program has; a new one is one line in the .cpp.
class ImporterRegistry {
public:
    ImporterRegistry();

    [[nodiscard]] const std::vector<std::unique_ptr<Importer>> &all() const { return m_importers; }
    [[nodiscard]] const Importer *find(const QString &id) const;

    struct Candidate {
        const Importer *importer = nullptr;
        Likelihood likelihood = 0;
    };
    /// Formats that may fit, likeliest first; empty when none does.
    [[nodiscard]] std::vector<Candidate> detect(const EvidenceInput &input) const;

private:
    std::vector<std::unique_ptr<Importer>> m_importers;
};

} // namespace SecondStory::Importing
