// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/zoneclock.h"
#include "importing/calendar/calendartime.h"
#include "importing/calendar/recurrence.h"

#include <QHash>

#include <vector>

namespace SecondStory::Importing {

/// One STANDARD or DAYLIGHT part of a zone that a calendar defines itself.
struct Observance {
    std::optional<CalendarTime> start;
    std::optional<int> offsetBefore; ///< seconds east of UTC
    std::optional<int> offset;
    QString rule;
    QList<CalendarTime> furtherStarts;
};

/// The zones that a calendar's TZIDs name: those of the tz database by their id, others by the
/// calendar's own definition, which may stand before or behind its use.
class CalendarZones {
public:
    void define(const QString &zone, const QList<Observance> &observances);

    /// True when times in that zone can be placed.
    [[nodiscard]] bool isKnown(const QString &zone) const;
    /// The instant of a wall-clock reading in a known zone.
    [[nodiscard]] ZoneClock::Reading place(const QString &zone, const CivilTime &civil) const;
    /// The wall clock of a known zone.
    [[nodiscard]] CivilTime toLocal(const QString &zone, TimePoint time) const;

private:
    struct Onset {
        TimePoint time;
        int before = 0;
        int after = 0;
    };
    using Onsets = std::vector<Onset>;

    /// The id of the tz database that a TZID means; empty when it means none.
    [[nodiscard]] static QString databaseId(const QString &zone);
    [[nodiscard]] const ZoneClock *clockFor(const QString &zone) const;
    [[nodiscard]] static int offsetAt(const Onsets &onsets, TimePoint time);

    QHash<QString, Onsets> m_defined;
    RuleExpander m_rules;
    qsizetype m_observances = 0;
    mutable QHash<QString, std::shared_ptr<ZoneClock>> m_clocks; ///< null: not in the database
};

} // namespace SecondStory::Importing
