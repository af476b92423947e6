// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/event.h"
#include "domain/evidencesource.h"
#include "domain/lane.h"
#include "domain/person.h"
#include "domain/result.h"

#include <QByteArray>

#include <memory>

namespace SecondStory::Store {

/// Writes one source and its events in bulk, inside one transaction that it owns.
/// Unless finish() succeeded, nothing of it remains: the destructor rolls back.
class SourceWriter {
public:
    virtual ~SourceWriter() = default;
    /// Adds an event; its id, review and source must be set. Errors: Storage.
    [[nodiscard]] virtual Result<void> add(const Event &event) = 0;
    [[nodiscard]] virtual Result<void> addPerson(const Person &person) = 0;
    [[nodiscard]] virtual Result<void> addLane(const Lane &lane) = 0;
    /// Keeps the source's own bytes for the evidence viewer, compressed.
    [[nodiscard]] virtual Result<void> keepBytes(const QByteArray &bytes) = 0;
    /// Writes the source record, fills the search table and commits.
    [[nodiscard]] virtual Result<void> finish(const EvidenceSource &source) = 0;
};

class SourceRepository {
public:
    virtual ~SourceRepository() = default;
    /// Begins the transaction of an import. Errors: Storage (locked, full, read-only).
    [[nodiscard]] virtual Result<std::unique_ptr<SourceWriter>> beginImport() = 0;
    /// The bytes kept of a source; empty when they were too large to keep.
    [[nodiscard]] virtual Result<QByteArray> bytes(SourceId id) = 0;
    /// The source of a review with this digest that is not removed, or null.
    [[nodiscard]] virtual Result<SourceId> findByDigest(ReviewId review,
                                                        const QByteArray &sha256) = 0;
};

} // namespace SecondStory::Store
