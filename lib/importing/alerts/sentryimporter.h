// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/alerts/jsonevidenceimporter.h"

namespace SecondStory::Importing {

/// Sentry: issue, error, event alert, metric alert and comment webhooks, and lists of issues and
/// events of its interface.
/// Source: Sentry's manual of the integration platform's webhooks.
class SentryImporter : public JsonEvidenceImporter {
public:
    [[nodiscard]] QString id() const override { return QStringLiteral("sentry"); }
    [[nodiscard]] QString displayName() const override;
    [[nodiscard]] Likelihood probe(const EvidenceInput &input) const override;

protected:
    [[nodiscard]] QStringList timePaths() const override;
    [[nodiscard]] QString nothingRead() const override;
    [[nodiscard]] Result<void> take(JsonReading &reading, const JsonValue &record) const override;
};

} // namespace SecondStory::Importing
