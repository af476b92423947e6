// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/clockphrase.h"
#include "importing/timeresolver.h"

namespace SecondStory::Importing {

/// Gives the lines of a log their days, in the order of the file: clocks without a day, and days
/// without a year. A clock that goes back by more than twelve hours has passed midnight; one that
/// goes back by less stands where it stood and is remarked on, as is a line of the last minutes
/// before a midnight that stands just behind it. A month that goes back by more than six has passed
/// New Year.
class DayClock {
public:
    /// `times` makes the instants and has to outlive this.
    explicit DayClock(TimeResolver &times)
        : m_times(times)
    {
    }

    /// A line of the file states the day of the clocks that follow ("--- Day changed", a heading).
    void setDay(const CivilTime &day);
    [[nodiscard]] bool hasStatedDay() const { return m_day.has_value(); }

    /// A clock without a day: counted from the day stated last, else from the source's date.
    [[nodiscard]] RecordedTime read(const WrittenClock &clock, const QString &text,
                                    const QString &place, RecordWriter &writer);
    /// A month, day and clock without a year; the year is that of the source's date.
    [[nodiscard]] RecordedTime readYearless(int month, int day, const WrittenClock &clock,
                                            const QString &text, const QString &place,
                                            RecordWriter &writer);

private:
    [[nodiscard]] int daysOnFor(qint64 reading, const QString &place, RecordWriter &writer);

    TimeResolver &m_times;
    std::optional<CivilTime> m_day; ///< stated by the file
    int m_daysOn = 0; ///< midnights passed since the stated day or the source's date
    std::optional<qint64> m_previous; ///< microseconds since midnight of the line before
    int m_previousMonth = 0;
    int m_yearsOn = 0;
};

/// Microseconds since midnight of a written clock.
[[nodiscard]] qint64 sinceMidnight(const WrittenClock &clock);

} // namespace SecondStory::Importing
