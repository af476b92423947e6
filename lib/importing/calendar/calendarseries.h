// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/calendar/calendarsurvey.h"

namespace SecondStory::Importing {

/// The times at which an entry takes place, on the clock of its start.
struct EntryTimes {
    QList<CivilTime> times;
    QString remark; ///< what a person should know about the rule; empty when nothing
};

/// Finds the times of a calendar's series, never more than a bounded number of them.
class CalendarSeries {
public:
    static constexpr qsizetype kMostOfOne = 10'000;
    static constexpr qsizetype kMostOfAll = 100'000;
    static constexpr int kYearsAround = 5;

    /// `around`: the day of the review; without it series are followed from their start.
    CalendarSeries(const CalendarSurvey &survey, std::optional<CivilTime> around)
        : m_survey(survey)
        , m_around(around)
    {
    }

    /// `entry` has to have a start.
    [[nodiscard]] EntryTimes timesOf(const CalendarEntry &entry);

private:
    [[nodiscard]] RecurrenceWindow windowFor(const CivilTime &start) const;
    [[nodiscard]] QString ruleOnStartsClock(const CalendarEntry &entry) const;
    [[nodiscard]] CivilTime onStartsClock(const CalendarTime &time,
                                          const CalendarTime &start) const;
    void removeExceptions(const CalendarEntry &entry, QList<CivilTime> &times) const;

    const CalendarSurvey &m_survey;
    std::optional<CivilTime> m_around;
    RuleExpander m_rules;
    qsizetype m_taken = 0;
};

} // namespace SecondStory::Importing
