// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/dayclock.h"

#include <QCoreApplication>

namespace SecondStory::Importing {

namespace {

constexpr qint64 kHalfDay = 12LL * 3600 * 1'000'000;
constexpr qint64 kDay = 2 * kHalfDay;
constexpr qint64 kStraggling = 10LL * 60 * 1'000'000;
constexpr int kHalfYear = 6;

} // namespace

qint64 sinceMidnight(const WrittenClock &clock)
{
    return clock.seconds() * 1'000'000LL + clock.microsecond;
}

void DayClock::setDay(const CivilTime &day)
{
    m_day = CivilTime{ day.year, day.month, day.day };
    m_daysOn = 0;
    m_previous.reset();
}

/// Which midnight the reading counts from; moves on the way through the file.
int DayClock::daysOnFor(qint64 reading, const QString &place, RecordWriter &writer)
{
    const qint64 step = m_previous ? reading - *m_previous : 0;
    // Just behind midnight, a line of just before it: written late, and no new day for it.
    const bool isStraggler = m_daysOn > 0 && step > kDay - kStraggling;
    if (isStraggler || (step < 0 && step >= -kHalfDay))
        writer.remark(place,
                      QCoreApplication::translate(
                          "Importing", "stands after a later time; the order of the file is kept"));
    if (isStraggler)
        return m_daysOn - 1;
    if (step < -kHalfDay)
        ++m_daysOn;
    m_previous = reading;
    return m_daysOn;
}

RecordedTime DayClock::read(const WrittenClock &clock, const QString &text, const QString &place,
                            RecordWriter &writer)
{
    const qint64 reading = sinceMidnight(clock);
    const qint64 sinceFirst = daysOnFor(reading, place, writer) * kDay + reading;
    if (clock.isOddMeridiem)
        writer.remark(place,
                      QCoreApplication::translate(
                          "Importing", "“%1” mixes a 24-hour clock with am or pm; read as 24 hours")
                          .arg(text));
    if (!m_day)
        return m_times.resolveClock(sinceFirst, {}, clock.precision, text, place, writer);
    const TimePoint wall{ fromUtc(*m_day).us + sinceFirst };
    RecordedTime time = m_times.resolveWall(toUtc(wall), clock.precision, text, place, writer);
    if (time.isDated())
        time.basis = TimeBasis::DateAssumed;
    return time;
}

RecordedTime DayClock::readYearless(int month, int day, const WrittenClock &clock,
                                    const QString &text, const QString &place, RecordWriter &writer)
{
    if (m_previousMonth - month > kHalfYear)
        ++m_yearsOn;
    else if (m_previousMonth != 0 && month - m_previousMonth > kHalfYear)
        --m_yearsOn; // a straggler of the old year
    m_previousMonth = month;
    CivilTime civil{ 0, month, day, clock.hour, clock.minute, clock.second, clock.microsecond };
    return m_times.resolveYearless(civil, m_yearsOn, clock.precision, text, place, writer);
}

} // namespace SecondStory::Importing
