// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/zoneclock.h"
#include "importing/importer.h"
#include "importing/reports/timelineentries.h"

#include <QSet>
#include <QStringList>

namespace SecondStory::Importing {

/// Gives the entries of a report their instants, in order.
///
/// The zone of an entry is, first come first served: its own when that is UTC, GMT or an offset;
/// the zone chosen for the file; its own abbreviation; its table's; the file's statement; the one
/// the entries before it (or the first that has one) use; the review's. The day is its own, else
/// the stated day of the whole report, else carried forward from the last heading or entry. A clock
/// that goes back by more than twelve hours has passed midnight; one that goes back by less is kept
/// where it stands and remarked on. The basis is DateAssumed when the day was carried; else
/// ZoneAssumed when a person or the review gave the zone or it was carried from another entry; else
/// Absolute.
class TimelineClock {
public:
    TimelineClock(const ReportTimeline &timeline, const ImportOptions &options);

    struct Reading {
        RecordedTime time;
        QStringList remarks;
        bool lacksZone = false;
        bool lacksDay = false;
    };

    /// Takes note of a heading that names a day.
    void setDay(const WrittenDay &day);
    [[nodiscard]] Reading read(const TimelineItem &item);
    /// The zone used for entries without their own; empty when none was needed.
    [[nodiscard]] const QString &usedZone() const { return m_usedZone; }

private:
    struct Zone {
        QString id;
        QString word; ///< the abbreviation it came from, may be empty
        bool isAssumed = false;
        bool isOwn = false;
    };

    [[nodiscard]] Zone zoneFor(const TimelineItem &item) const;
    [[nodiscard]] std::optional<CivilTime> dayFor(const TimelineItem &item);
    [[nodiscard]] WrittenDay withYear(const WrittenDay &day) const;
    [[nodiscard]] const ZoneClock &clockFor(const QString &zoneId);
    void placeStart(const TimelineItem &item, const Zone &zone, CivilTime day, Reading &reading);
    void placeEnd(const TimelineItem &item, const CivilTime &day, Reading &reading);
    void remarkOnSummerSlip(const Zone &zone, TimePoint time, Reading &reading);

    const ImportOptions &m_options;
    std::optional<ZoneWord> m_statedZone;
    std::optional<ZoneWord> m_entryZone; ///< the one entries used last, or will use first
    std::optional<CivilTime> m_day;
    bool m_isDayStated = false; ///< holds for the whole report: an entry's own day does not move it
    std::optional<TimePoint> m_previous;
    bool m_isAllApproximate = false;
    std::optional<ZoneClock> m_clock; ///< of the zone used last
    QString m_usedZone;
    QSet<QString> m_remarkedWords;
};

} // namespace SecondStory::Importing
