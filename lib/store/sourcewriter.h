// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/event.h"
#include "domain/evidencesource.h"
#include "domain/lane.h"
#include "domain/person.h"
#include "domain/result.h"
#include "domain/series.h"

#include <QByteArray>

#include <functional>
#include <memory>

namespace SecondStory::Store {

/// Writes one source and its events in many short transactions, so that others can write between
/// them. Nobody sees any of it before finish(), which shows all of it at once. Unless finish()
/// succeeded nothing remains: the destructor takes out what was written; after a crash the next
/// import does. Inside Library::inTransaction() everything belongs to that transaction.
class SourceWriter {
public:
    virtual ~SourceWriter() = default;
    /// Adds an event; its id, review and source must be set. Errors: Storage.
    [[nodiscard]] virtual Result<void> add(const Event &event) = 0;
    [[nodiscard]] virtual Result<void> addPerson(const Person &person) = 0;
    [[nodiscard]] virtual Result<void> addLane(const Lane &lane) = 0;
    /// Adds a measured series with its samples, in order of time.
    [[nodiscard]] virtual Result<void> addSeries(const Series &series,
                                                 const std::vector<SeriesSample> &samples) = 0;
    /// Keeps the source's own bytes for the evidence viewer, compressed; called piece after piece.
    [[nodiscard]] virtual Result<void> keepBytes(const QByteArray &piece) = 0;
    /// Stores what is left and shows the source, unless `goOn` says no. Errors: Storage, Cancelled.
    [[nodiscard]] virtual Result<void> finish(const EvidenceSource &source,
                                              const std::function<bool()> &goOn = {}) = 0;
};

class SourceRepository {
public:
    virtual ~SourceRepository() = default;
    /// Begins an import into a review. Errors: Storage (full, read-only, another program is
    /// importing).
    [[nodiscard]] virtual Result<std::unique_ptr<SourceWriter>> beginImport(ReviewId review,
                                                                            SourceId source) = 0;
    /// Takes out what imports that were cancelled or cut off have left behind, in short
    /// transactions, until `goOn` says no; does nothing while an import runs. Cost: linear in what
    /// is left.
    [[nodiscard]] virtual Result<void>
    discardUnfinished(const std::function<bool()> &goOn = {}) = 0;
    /// The bytes kept of a source; empty when they were too large to keep.
    [[nodiscard]] virtual Result<QByteArray> bytes(SourceId id) = 0;
    /// The samples of a series, in order of time.
    [[nodiscard]] virtual Result<std::vector<SeriesSample>> samples(SeriesId id) = 0;
    /// The source of a review that is not removed and whose file, or what was packed in it, has
    /// this digest; or null.
    [[nodiscard]] virtual Result<SourceId> findByDigest(ReviewId review,
                                                        const QByteArray &sha256) = 0;
    /// A review that has such a source, or null.
    [[nodiscard]] virtual Result<ReviewId> reviewOfDigest(const QByteArray &sha256) = 0;
};

} // namespace SecondStory::Store
