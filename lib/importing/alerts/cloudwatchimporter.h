// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/alerts/jsonevidenceimporter.h"

namespace SecondStory::Importing {

/// Amazon: CloudWatch alarms sent through SNS, events of EventBridge, and histories of alarms.
/// Source: the CloudWatch, EventBridge and SNS manuals.
class CloudWatchImporter : public JsonEvidenceImporter {
public:
    [[nodiscard]] QString id() const override { return QStringLiteral("cloudwatch"); }
    [[nodiscard]] QString displayName() const override;
    [[nodiscard]] Likelihood probe(const EvidenceInput &input) const override;

protected:
    [[nodiscard]] QStringList containers() const override;
    [[nodiscard]] QStringList timePaths() const override;
    [[nodiscard]] QString nothingRead() const override;
    [[nodiscard]] Result<void> take(JsonReading &reading, const JsonValue &record) const override;
};

} // namespace SecondStory::Importing
