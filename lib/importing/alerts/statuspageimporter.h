// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/alerts/jsonevidenceimporter.h"

namespace SecondStory::Importing {

/// Incidents and maintenances of a Statuspage: its JSON interface, or one incident a line.
/// Source: the Statuspage API reference.
class StatuspageImporter : public JsonEvidenceImporter {
public:
    [[nodiscard]] QString id() const override { return QStringLiteral("statuspage"); }
    [[nodiscard]] QString displayName() const override;
    [[nodiscard]] Likelihood probe(const EvidenceInput &input) const override;

protected:
    [[nodiscard]] QStringList containers() const override;
    [[nodiscard]] QStringList timePaths() const override;
    [[nodiscard]] QString nothingRead() const override;
    [[nodiscard]] Result<void> take(JsonReading &reading, const JsonValue &record) const override;
};

} // namespace SecondStory::Importing
