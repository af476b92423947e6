// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/textlines.h"
#include "importing/logs/stampclock.h"

#include <QStringList>

namespace SecondStory::Importing {

/// What the first line of a log's record says.
struct LogLine {
    std::optional<LogStamp> stamp; ///< none: the record states that it has no time
    QString words;
    QStringList details; ///< what stands below the words: structured data, priority
    QString lane;
};

/// Makes events of a log's lines: a line that begins no record belongs to the one before it.
/// Memory: one record.
class LogRecords {
public:
    LogRecords(const ImportOptions &options, RecordWriter &writer)
        : m_clock(options)
        , m_writer(writer)
    {
    }

    /// A line that begins a record. Errors: what the sink returned for the record before.
    [[nodiscard]] Result<void> begin(LogLine line, const QString &place);
    /// A line that begins none.
    void follow(const QString &line, const QString &place);
    /// A line that looks like the beginning of a record, but is none that can be read. Errors: as
    /// begin().
    [[nodiscard]] Result<void> refuse(const QString &place, const QString &why);
    /// The end of the file. Errors: as begin().
    [[nodiscard]] Result<void> close();
    [[nodiscard]] const QString &usedZone() const { return m_clock.usedZone(); }

private:
    StampClock m_clock;
    RecordWriter &m_writer;
    std::optional<LogLine> m_open;
    QString m_place;
    QStringList m_following;
    qsizetype m_size = 0;
    bool m_isRefused = false; ///< lines that follow a refused one go with it
};

/// Reads a log line by line: terminal codes are taken out, bytes that are no text are replaced and
/// remarked on, blank lines are left out. `take` gets each line with its place.
/// Errors: what `take` and the reader return.
[[nodiscard]] Result<void>
forEachLogLine(LineReader &lines, RecordWriter &writer,
               const std::function<Result<void>(const QString &, const QString &)> &take);

/// Takes one line of a log into its records.
using TakeLogLine =
    std::function<Result<void>(LogRecords &records, const QString &line, const QString &place)>;
/// Reads a log whose lines `take` sorts into records. `nothingRead`: what to say when there was no
/// record. Errors: as Importer::read().
[[nodiscard]] Result<ReadSummary> readLogRecords(EvidenceInput &input, const ImportOptions &options,
                                                 ImportSink &sink, const QString &nothingRead,
                                                 const TakeLogLine &take);

/// The lines of a file's beginning as the readers above see them, blank ones left out.
[[nodiscard]] QStringList headLogLines(const EvidenceInput &input);

} // namespace SecondStory::Importing
