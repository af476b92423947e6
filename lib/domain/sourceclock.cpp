// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/sourceclock.h"

#include "domain/evidencesource.h"

#include <QtNumeric>

namespace SecondStory {

namespace {

constexpr int kCountedYear = 2000; ///< a leap year, so that 29 February can be counted

qint64 midnight(const CivilTime &date)
{
    return fromUtc(CivilTime{ date.year, date.month, date.day }).us;
}

bool isInRange(qint64 us)
{
    return us >= kEarliestTime.us && us <= kLatestTime.us;
}

/// `us` moved by `shift`; nothing when that leaves the calendar.
std::optional<qint64> moved(qint64 us, qint64 shift)
{
    qint64 sum = 0;
    return !qAddOverflow(us, shift, &sum) && isInRange(sum) ? std::optional(sum) : std::nullopt;
}

TimeBasis basisOf(ClockReference reference, TimeBasis before)
{
    switch (reference) {
    // A day carried from a heading, or a zone the file states, stays what it was.
    case ClockReference::Instant:
        return before == TimeBasis::None ? TimeBasis::Absolute : before;
    case ClockReference::Wall:
        return before == TimeBasis::None ? TimeBasis::ZoneAssumed : before;
    case ClockReference::YearWall:
    case ClockReference::DayWall:
    case ClockReference::DayInstant:
        return TimeBasis::DateAssumed;
    case ClockReference::Start:
        return TimeBasis::Relative;
    case ClockReference::Unknown:
        break;
    }
    return before;
}

bool usesZone(ClockReference reference)
{
    return reference == ClockReference::Wall || reference == ClockReference::YearWall
        || reference == ClockReference::DayWall;
}

} // namespace

SourceClock clockOf(const EvidenceSource &source)
{
    SourceClock clock;
    clock.zone = source.zone;
    if (const auto day = fromRfc3339(QString(source.assumedDate + u"T00:00:00Z")))
        clock.date = toUtc(*day);
    clock.start = fromRfc3339(source.assumedStart);
    clock.skewUs = source.skewUs;
    return clock;
}

void setClock(EvidenceSource &source, const SourceClock &clock)
{
    source.zone = clock.zone;
    source.assumedDate = clock.date ? toRfc3339({ midnight(*clock.date) }).left(10) : QString();
    source.assumedStart = clock.start ? toRfc3339(*clock.start) : QString();
    source.skewUs = clock.skewUs;
}

ReadingResolver::ReadingResolver(SourceClock clock)
    : m_clock(std::move(clock))
    , m_zone(m_clock.zone)
{
}

std::optional<ReadingResolver::Resolved> ReadingResolver::wall(const CivilTime &civil) const
{
    if (m_clock.zone.isEmpty() || !isValid(civil))
        return {};
    const auto local = m_zone.fromLocal(civil);
    return Resolved{ local.time, local.inGap, local.inFold };
}

std::optional<ReadingResolver::Resolved> ReadingResolver::resolve(ClockReference reference,
                                                                  qint64 reading) const
{
    // Far outside any calendar nothing may overflow.
    if (reading < 2 * kEarliestTime.us || reading > 2 * kLatestTime.us)
        return {};
    std::optional<Resolved> resolved;
    switch (reference) {
    case ClockReference::Unknown:
        return {};
    case ClockReference::Instant:
        resolved = Resolved{ { reading } };
        break;
    case ClockReference::Wall:
        if (isInRange(reading))
            resolved = wall(toUtc({ reading }));
        break;
    case ClockReference::YearWall:
        if (m_clock.date && isInRange(reading)) {
            CivilTime civil = toUtc({ reading });
            civil.year += m_clock.date->year - kCountedYear;
            resolved = wall(civil);
        }
        break;
    case ClockReference::DayWall:
        if (m_clock.date && isInRange(midnight(*m_clock.date) + reading))
            resolved = wall(toUtc({ midnight(*m_clock.date) + reading }));
        break;
    case ClockReference::DayInstant:
        if (m_clock.date)
            resolved = Resolved{ { midnight(*m_clock.date) + reading } };
        break;
    case ClockReference::Start:
        if (m_clock.start)
            resolved = Resolved{ { m_clock.start->us + reading } };
        break;
    }
    if (!resolved)
        return {};
    const auto skewed = moved(resolved->time.us, m_clock.skewUs);
    if (!skewed)
        return {};
    resolved->time.us = *skewed;
    return resolved;
}

bool ReadingResolver::onlyShifts(const RecordedTime &time, const SourceClock &before) const
{
    SourceClock same = before;
    same.skewUs = m_clock.skewUs;
    if (same != m_clock)
        return false;
    return time.reference == ClockReference::Unknown
        || (basisOf(time.reference, time.basis) == time.basis
            && (!usesZone(time.reference) || time.zone == m_clock.zone));
}

RecordedTime ReadingResolver::retimed(const RecordedTime &time, const SourceClock &before) const
{
    RecordedTime result = time;
    if (time.reference == ClockReference::Unknown || !time.reading) {
        qint64 shift = 0;
        if (qSubOverflow(m_clock.skewUs, before.skewUs, &shift))
            return result;
        if (result.start)
            result.start->us = moved(result.start->us, shift).value_or(result.start->us);
        if (result.end)
            result.end->us = moved(result.end->us, shift).value_or(result.end->us);
        return result;
    }
    const auto start = resolve(time.reference, *time.reading);
    result.start = start ? std::optional(start->time) : std::nullopt;
    result.end.reset();
    if (start && time.readingEnd) {
        if (const auto end = resolve(time.reference, *time.readingEnd);
            end && end->time >= start->time)
            result.end = end->time;
    }
    result.basis = start ? basisOf(time.reference, time.basis) : TimeBasis::None;
    if (usesZone(time.reference))
        result.zone = m_clock.zone;
    return result;
}

} // namespace SecondStory
