// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/event.h"
#include "domain/evidencesource.h"

#include <QHash>
#include <QMap>
#include <QStringList>

namespace SecondStory::Ui {

/// What can be shown of a source: the lines of its kept bytes, or the records that were read from
/// it.
struct KeptSource {
    SourceId id;
    QStringList lines; ///< control characters made visible, very long lines cut
    bool isRecords = false; ///< records instead of bytes: a folder, an archive or a large file
    bool isCut = false; ///< more records than are shown
    bool isAround = false; ///< only the records before and after one of them
    QHash<EventId, int> recordLines; ///< where each record begins, for records
    QMap<int, EventId> events; ///< the event that begins in a line, as far as they are known
    QString error;
};

/// Reads a source for showing. Threads: any; opens its own connection. Cost: the whole source.
[[nodiscard]] KeptSource readKeptSource(const QString &libraryPath, const EvidenceSource &source,
                                        const QString &zone);
/// The lines of a source's kept bytes, without its events; none when no bytes are kept. Threads:
/// any; opens its own connection. Cost: the whole source.
[[nodiscard]] KeptSource readKeptText(const QString &libraryPath, SourceId source);
/// The records that were read just before and after an event, by its number, with it. Threads: any;
/// opens its own connection. Cost: those records.
[[nodiscard]] KeptSource readRecordsAround(const QString &libraryPath, SourceId source, qint64 seq,
                                           const QString &zone);
/// Which event begins in which line.
struct PlacedEvents {
    SourceId id;
    QMap<int, EventId> events;
    bool isAll = false; ///< else those stored near one of them
};
/// The lines of a source's events; of a source with very many, of those stored near `seq`.
/// Threads: any; opens its own connection. Cost: these events.
[[nodiscard]] PlacedEvents readPlacedEvents(const QString &libraryPath,
                                            const EvidenceSource &source, qint64 seq);
/// One record as lines: its place, its time as found, and its words.
[[nodiscard]] QStringList recordLines(const Event &event, const QString &zone);
/// The number in a place such as "line 88", "line 120, /alerts/3" or "app.log line 14"; 0 when it
/// names no line.
[[nodiscard]] int lineOfPlace(const QString &place);

} // namespace SecondStory::Ui
