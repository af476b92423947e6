// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/importer.h"
#include "importing/reports/statedtimes.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace SecondStory::Importing {

/// A moment of the incident as its record states it.
struct StatedTime {
    RecordedTime time; ///< undated where zone or day lack; the reading is kept
    QString label; ///< as written: "First detected", "start_time"
    QString text; ///< the whole statement in plain words
    QString place;
    qint64 line = 0;
};

/// A length of time as the record states it; it need not agree with the stated times.
struct StatedDuration {
    QString label; ///< "Time to repair"
    QString text; ///< "4h 9m (during support hours)"
    QString place;
    std::optional<qint64> us; ///< Units: microseconds; nothing when it could not be read
};

struct ReportSection {
    QString heading; ///< in plain words; empty for the text before the first heading
    QString body; ///< as written
    qint64 line = 0;
};

/// A key of the front matter that has no other place.
struct ReportField {
    QString name;
    QStringList values;
};

/// Something about a place of the file that a person should know.
struct ReportNote {
    QString place;
    QString what;
};

/// What one incident report says, sorted into the parts of a review. Knows no ids.
struct ReportDraft {
    QString title; ///< never empty
    QString summary;
    QString zone; ///< the one times without their own stand in; empty when none was needed
    std::optional<StatedTime> began;
    std::optional<StatedTime> detected;
    std::optional<StatedTime> declared;
    std::optional<StatedTime> mitigated;
    std::optional<StatedTime> resolved;
    QList<StatedDuration> durations;
    QList<ReportSection> sections; ///< all of the text, in its order
    QList<ParsedEvent> entries; ///< of its timeline, in its order
    QStringList actionItems;
    QStringList contributingFactors;
    QStringList wentWell;
    QStringList wentPoorly;
    QStringList gotLucky;
    QStringList learnings;
    QStringList tags;
    QStringList categories;
    QString company;
    QString product;
    QString url;
    QList<ReportField> otherFields;
    QList<ReportNote> skipped; ///< lines that look like records and could not be taken
    QList<ReportNote> remarks;
    Needs lacking; ///< what options would have to give for every time to be dated
    bool hasFrontMatter = false;

    /// The stated moments that are there, in the order of the file.
    [[nodiscard]] QList<StatedTime> statedTimes() const;
};

/// Reads one incident report: front matter, stated times and durations, sections, the entries of
/// its timeline, and what its sections enumerate. What lacks a zone or a day stays undated with its
/// reading; see ReportDraft::lacking.
/// Errors: BadInput (empty, no text, larger than Limits::kReportBytes). Memory: the file.
[[nodiscard]] Result<ReportDraft> readReportDraft(EvidenceInput &input,
                                                  const ImportOptions &options);

/// What the beginning of a file shows of a report; for probing.
struct ReportMarks {
    int statedMoments = 0; ///< different ones, in its text
    int keyMoments = 0; ///< in its front matter
    int reportKeys = 0; ///< front matter keys that incident records have
    bool hasKeyEvents = false;
    bool isNamedReport = false; ///< its title speaks of an incident
    bool hasFrontMatter = false;
};
[[nodiscard]] ReportMarks marksOf(const QStringList &lines);

} // namespace SecondStory::Importing
