// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/importer.h"

namespace SecondStory::Importing {

/// Kubernetes events as `kubectl get events -o json` prints them, of the core and of the
/// events.k8s.io interface. Repeats are one event with a count and a range.
/// Source: kubernetes.io, API reference, "Event v1 core" and "Event v1 events.k8s.io".
class KubernetesEventsImporter : public Importer {
public:
    [[nodiscard]] QString id() const override { return QStringLiteral("kubernetes-events"); }
    [[nodiscard]] QString displayName() const override;
    [[nodiscard]] Needs needs() const override { return {}; }
    [[nodiscard]] Likelihood probe(const EvidenceInput &input) const override;
    [[nodiscard]] Needs missing(EvidenceInput &input, const ImportOptions &options) const override;
    [[nodiscard]] Result<ReadSummary> read(EvidenceInput &input, const ImportOptions &options,
                                           ImportSink &sink) const override;
};

} // namespace SecondStory::Importing
