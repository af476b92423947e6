// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/eventtime.h"
#include "domain/ids.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace SecondStory {

/// A row or place of a source that could not be taken as it stands.
struct ImportProblem {
    QString place;
    QString what;

    bool operator==(const ImportProblem &) const = default;
};

/// Where events came from: one file, as it was, and how it was read.
struct EvidenceSource {
    SourceId id;
    int version = 0;
    ReviewId reviewId;
    QString fileName;
    QByteArray sha256; ///< 32 bytes over the file as it was given (a folder: its sorted entries)
    QByteArray contentSha256; ///< over what was packed in it; empty when nothing was
    qint64 size = 0; ///< bytes
    QString importerId;
    int importerVersion = 1;
    TimePoint importedAt;
    QString importedBy; ///< who imported it, as they call themselves; may be empty
    QString zone; ///< the zone used for times without one
    TimeBasis basis = TimeBasis::Absolute; ///< the weakest basis among its events
    QString assumedDate; ///< ISO date a person gave, may be empty
    QString assumedStart; ///< RFC 3339 start a person gave, may be empty
    qint64 skewUs = 0; ///< added to every instant of the source: how far its clock was behind
    QString
        ownLane; ///< for events whose record names no channel; empty: imported before it was kept
    bool removed = false; ///< taken out of the review; kept so that the removal can be undone

    // The import report. read = imported + skipped + duplicates.
    qint64 read = 0;
    qint64 imported = 0;
    qint64 skipped = 0;
    qint64 duplicates = 0;
    qint64 undated = 0;
    int authors = 0;
    std::optional<TimePoint> first;
    std::optional<TimePoint> last;
    qint64 problemCount = 0;
    QList<ImportProblem> problems; ///< the first 100

    bool operator==(const EvidenceSource &) const = default;
};

} // namespace SecondStory
