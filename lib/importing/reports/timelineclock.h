// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/sourceclock.h"
#include "importing/importer.h"
#include "importing/reports/timelineentries.h"

#include <QSet>
#include <QStringList>

#include <map>

namespace SecondStory::Importing {

/// Gives the entries of a report their instants, in order.
///
/// The zone of an entry is, first come first served: its own when that is UTC, GMT or an offset;
/// the zone chosen for the file; its own abbreviation; its table's; the file's statement; the one
/// the entries before it (or the first that has one) use; the review's. The day is its own, else
/// the one chosen for the file, else the stated day of the whole report, else carried forward from
/// the last heading or entry. A clock that goes back by more than twelve hours has passed midnight;
/// one that goes back by less is kept where it stands and remarked on. The basis is DateAssumed
/// when the day was carried or chosen; else ZoneAssumed when a person or the review gave the zone
/// or it was carried from another entry; else Absolute.
///
/// What an entry counts from is kept beside its instant: an entry with a zone of its own is an
/// instant (or counts from the day that was chosen); every other counts on the wall clock of
/// usedZone(), so that it moves when somebody corrects that zone. A report that states several
/// zones for several of its parts has one used zone, the first; what stands in another is an
/// instant.
class TimelineClock {
public:
    TimelineClock(const ReportTimeline &timeline, const ImportOptions &options);

    struct Reading {
        RecordedTime time; ///< without an instant where something lacks; its reading is kept
        QStringList remarks;
        bool lacksZone = false;
        bool lacksDay = false;
        bool isNoRealDay = false; ///< "30 February"
    };

    /// Takes note of a heading that names a day.
    void setDay(const WrittenDay &day);
    [[nodiscard]] Reading read(const TimelineItem &item);
    /// Reads a time that stands outside the timeline: it neither moves the day nor the order.
    [[nodiscard]] Reading readAside(const TimelineItem &item);
    /// The zone used for entries without their own; empty when none was needed.
    [[nodiscard]] const QString &usedZone() const { return m_usedZone; }

private:
    /// Where a day came from: it decides what the reading counts from.
    enum class Origin : quint8 {
        File, ///< the file states day, month and year
        ChosenDay, ///< counted from the day that was chosen for the file
        ChosenYear, ///< the file states day and month, the chosen day gave the year
    };
    struct Day {
        CivilTime civil;
        Origin origin = Origin::File;
    };
    struct Zone {
        QString id;
        QString word; ///< the abbreviation it came from, may be empty
        bool isAssumed = false;
        bool isOwn = false;
    };
    /// A wall-clock reading in a zone, as far as it is known.
    struct Placed {
        ClockReference reference = ClockReference::Unknown;
        qint64 reading = 0;
        std::optional<ReadingResolver::Resolved> resolved;
        TimePoint order; ///< for comparing with neighbours; made up where zone or day lack
    };

    [[nodiscard]] Zone zoneFor(const TimelineItem &item) const;
    [[nodiscard]] Day dayFor(const TimelineItem &item) const;
    [[nodiscard]] Day withYear(const WrittenDay &day) const;
    [[nodiscard]] const ZoneClock &clockFor(const QString &zoneId);
    [[nodiscard]] Placed place(qint64 wallUs, const Zone &zone, Origin origin);
    void placeOnSourceClock(qint64 wallUs, const Zone &zone, Origin origin, Placed &placed);
    void placeStart(const TimelineItem &item, const Zone &zone, Day day, Reading &reading);
    void placeEnd(const TimelineItem &item, const Zone &zone, const Day &day, qint64 startUs,
                  Reading &reading);
    void remarkOnStart(const TimelineItem &item, const Zone &zone,
                       const ReadingResolver::Resolved &start, Reading &reading);
    void remarkOnSummerSlip(const Zone &zone, TimePoint time, Reading &reading);

    const ImportOptions &m_options;
    std::optional<ZoneWord> m_statedZone;
    std::optional<ZoneWord> m_entryZone; ///< the one entries used last, or will use first
    CivilTime m_chosenDay; ///< made up when nobody chose one
    Day m_firstDay;
    Day m_day;
    bool m_isDayStated = false; ///< holds for the whole report: an entry's own day does not move it
    std::optional<TimePoint> m_previous;
    bool m_isAllApproximate = false;
    std::map<QString, ZoneClock> m_clocks; ///< of the zones met: making one costs a file's read
    std::optional<ReadingResolver> m_resolver; ///< of the source's zone
    QString m_usedZone;
    QSet<QString> m_remarkedWords;
};

} // namespace SecondStory::Importing
