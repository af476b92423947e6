// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/alerts/jsonevidenceimporter.h"

namespace SecondStory::Importing {

/// What Grafana sends to a webhook (today's and the legacy alerting), its annotations, and alert
/// rules kept by name.
/// Source: Grafana's manual, webhook notifications and annotations API.
class GrafanaImporter : public JsonEvidenceImporter {
public:
    [[nodiscard]] QString id() const override { return QStringLiteral("grafana"); }
    [[nodiscard]] QString displayName() const override;
    [[nodiscard]] Likelihood probe(const EvidenceInput &input) const override;

protected:
    [[nodiscard]] QStringList timePaths() const override;
    [[nodiscard]] QString nothingRead() const override;
    [[nodiscard]] Result<void> take(JsonReading &reading, const JsonValue &record) const override;
};

} // namespace SecondStory::Importing
