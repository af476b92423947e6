// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/sourceclock.h"
#include "importing/recordwriter.h"
#include "importing/timetext.h"

namespace SecondStory::Importing {

/// Makes recorded times of what programs wrote, with the clock a person chose for the source where
/// the text says too little. Every time keeps its reading, so that the clock can be corrected
/// later. What cannot be resolved is undated, with its text and reading kept.
class TimeResolver {
public:
    explicit TimeResolver(const ImportOptions &options);

    /// True when a time without a zone can be resolved.
    [[nodiscard]] bool hasZone() const { return !m_resolver.clock().zone.isEmpty(); }
    /// The zone that was used for times without their own; empty as long as none was needed.
    [[nodiscard]] const QString &usedZone() const { return m_usedZone; }

    /// A reading with a calendar day. Undated when it lacks a zone nobody gave, or lies outside the
    /// years 1 to 9999. Remarks go to the writer: a clock reading that never was, or was twice.
    [[nodiscard]] RecordedTime resolve(const TimestampReading &reading, const QString &text,
                                       const QString &place, RecordWriter &writer);
    /// A calendar day and clock without any zone.
    [[nodiscard]] RecordedTime resolveWall(const CivilTime &civil, TimePrecision precision,
                                           const QString &text, const QString &place,
                                           RecordWriter &writer);
    /// A month, day and clock without a year. `yearsOn`: how many new years the file has passed
    /// since its beginning (see DayClock, which counts them).
    [[nodiscard]] RecordedTime resolveYearless(CivilTime civil, int yearsOn,
                                               TimePrecision precision, const QString &text,
                                               const QString &place, RecordWriter &writer);
    /// A clock without a day. Units: `sinceMidnight` in microseconds from midnight of the source's
    /// date; more than a day once midnight was passed. `offset`: seconds east of UTC, where stated.
    [[nodiscard]] RecordedTime resolveClock(qint64 sinceMidnight, std::optional<int> offset,
                                            TimePrecision precision, const QString &text,
                                            const QString &place, RecordWriter &writer);
    /// A time counted from the source's start. Units: microseconds.
    [[nodiscard]] RecordedTime sinceStart(qint64 us, TimePrecision precision, const QString &text,
                                          const QString &place, RecordWriter &writer);
    /// An instant that the record states beyond doubt (a number since 1970, UTC by definition).
    [[nodiscard]] static RecordedTime atInstant(TimePoint time, TimePrecision precision,
                                                const QString &text);
    /// What stands where a time is expected and is none: it keeps its characters.
    [[nodiscard]] static RecordedTime undated(const QString &text);
    /// Makes a range of two times of one record; an end before the start is left out and remarked.
    static void setEnd(RecordedTime &time, const RecordedTime &end, const QString &place,
                       RecordWriter &writer);

private:
    RecordedTime place(RecordedTime time, TimeBasis basis, const QString &place,
                       RecordWriter &writer);

    ReadingResolver m_resolver;
    bool m_isChosen = false;
    QString m_usedZone;
};

/// Tells the person when a wall-clock reading fell into a change of the clocks.
void remarkOnClockChange(const ZoneClock::Reading &reading, const QString &text,
                         const QString &place, RecordWriter &writer);

/// The clock that an import begins with.
[[nodiscard]] SourceClock clockFrom(const ImportOptions &options);

} // namespace SecondStory::Importing
