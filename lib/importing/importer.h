// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"
#include "domain/timepoint.h"
#include "importing/columnmapping.h"
#include "importing/evidenceinput.h"
#include "importing/parsedevent.h"

#include <QFlags>
#include <QString>

#include <optional>

namespace SecondStory::Importing {

/// What a format may lack and a person has to say.
enum class Need : quint8 { Zone = 1, Date = 2, Start = 4, Mapping = 8 };
Q_DECLARE_FLAGS(Needs, Need)
Q_DECLARE_OPERATORS_FOR_FLAGS(Needs)

/// How a file is to be read.
struct ImportOptions {
    QString zone; ///< chosen for this file: goes before whatever the file states in words
    QString fallbackZone; ///< the review's zone: used when the file states none
    std::optional<CivilTime> date; ///< day for bare clock times (only year, month, day count)
    std::optional<TimePoint> start; ///< instant of 00:00:00 for relative times
    ColumnMapping mapping; ///< empty: guessed from the header

    /// True when readings without a zone of their own have one.
    [[nodiscard]] bool hasZone() const { return !zone.isEmpty() || !fallbackZone.isEmpty(); }
};

/// Takes what an importer reads. Every record ends in exactly one of event() and skip().
class ImportSink {
public:
    virtual ~ImportSink() = default;
    /// Takes one record. Errors: whatever ends the import (storage, limits, cancelled): return it
    /// on.
    [[nodiscard]] virtual Result<void> event(ParsedEvent event) = 0;
    /// Takes a measured series; counts as one record. Errors: as event().
    [[nodiscard]] virtual Result<void> series(ParsedSeries series) = 0;
    /// A record that cannot be taken: counted as read and skipped, kept in the report.
    virtual void skip(const QString &place, const QString &why) = 0;
    /// Something worth telling about a record that was taken (a DST fold, an odd order).
    virtual void remark(const QString &place, const QString &what) = 0;
    /// Bytes read so far, for the progress bar.
    virtual void advance(qint64 bytes) = 0;
    /// True once the person asked to stop; importers ask at least every 1,000 records.
    [[nodiscard]] virtual bool isCancelled() const = 0;
};

/// What an importer knows at the end that no single event says.
struct ReadSummary {
    QString
        zone; ///< the zone that was used for times without their own; empty when none was needed
    TimeBasis basis = TimeBasis::Absolute; ///< the weakest basis among the dated events
};

/// How surely a file is of a format: 0 not at all, 100 beyond doubt.
using Likelihood = int;

/// Reads one format. Stateless: one instance serves every file and thread.
class Importer {
public:
    virtual ~Importer() = default;
    [[nodiscard]] virtual QString id() const = 0; ///< stable: "slack-export"
    [[nodiscard]] virtual QString displayName() const = 0; ///< translated
    [[nodiscard]] virtual int version() const { return 1; }
    /// What this format always or sometimes lacks.
    [[nodiscard]] virtual Needs needs() const = 0;
    /// Cost: looks at head() or entries() only.
    [[nodiscard]] virtual Likelihood probe(const EvidenceInput &input) const = 0;
    /// What this very file lacks and `options` does not give; asked before read().
    [[nodiscard]] virtual Needs missing(EvidenceInput &input,
                                        const ImportOptions &options) const = 0;
    /// Streams the records into the sink, in the order of the source.
    /// Errors: BadInput with the place; what a sink returned. Memory: bounded, whatever the file's
    /// size.
    [[nodiscard]] virtual Result<ReadSummary>
    read(EvidenceInput &input, const ImportOptions &options, ImportSink &sink) const = 0;
};

} // namespace SecondStory::Importing
