// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/alerts/jsonevidenceimporter.h"

namespace SecondStory::Importing {

/// Answers of Prometheus to a query over a range: measured series, not events.
/// Source: Prometheus' HTTP API, range queries.
class PrometheusImporter : public JsonEvidenceImporter {
public:
    [[nodiscard]] Needs needs() const override { return {}; }
    [[nodiscard]] QString id() const override { return QStringLiteral("prometheus"); }
    [[nodiscard]] QString displayName() const override;
    [[nodiscard]] Likelihood probe(const EvidenceInput &input) const override;

protected:
    [[nodiscard]] QStringList containers() const override;
    [[nodiscard]] QStringList timePaths() const override;
    [[nodiscard]] QString nothingRead() const override;
    [[nodiscard]] Result<void> take(JsonReading &reading, const JsonValue &record) const override;
};

} // namespace SecondStory::Importing
