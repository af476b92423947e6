// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/reports/timelineclock.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qint64 kHalfDay = 12LL * 3600 * 1'000'000;
constexpr qint64 kDay = 2 * kHalfDay;

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

CivilTime civilOf(const WrittenDay &day)
{
    return { day.year, day.month, day.day };
}

qint64 midnight(const CivilTime &day)
{
    return fromUtc(CivilTime{ day.year, day.month, day.day }).us;
}

/// Microseconds since midnight; 24:00 is midnight of the next day.
qint64 sinceMidnight(const WrittenClock &clock)
{
    return clock.seconds() * 1'000'000LL + clock.microsecond;
}

constexpr int kCountedYear = 2000; ///< see ClockReference::YearWall

} // namespace

TimelineClock::TimelineClock(const ReportTimeline &timeline, const ImportOptions &options)
    : m_options(options)
    , m_statedZone(timeline.statedZone)
    , m_chosenDay(options.date
                      ? CivilTime{ options.date->year, options.date->month, options.date->day }
                      : CivilTime{ kCountedYear, 1, 1 })
    , m_firstDay{ m_chosenDay, Origin::ChosenDay }
    , m_isAllApproximate(timeline.isApproximate)
{
    const auto first =
        std::find_if(timeline.items.begin(), timeline.items.end(),
                     [](const TimelineItem &item) { return !item.phrase.zoneId.isEmpty(); });
    if (first != timeline.items.end())
        m_entryZone =
            ZoneWord{ first->phrase.zoneId, first->phrase.zoneWord, first->phrase.isUtcZone, 0 };
    if (!options.date && timeline.statedDay) {
        m_firstDay = { civilOf(*timeline.statedDay), Origin::File };
        m_isDayStated = true;
    } else if (!options.date && timeline.titleDay) {
        m_firstDay = { civilOf(*timeline.titleDay), Origin::File };
    }
    m_day = m_firstDay;
}

void TimelineClock::setDay(const WrittenDay &day)
{
    const Day whole = withYear(day);
    if (!isValid(whole.civil))
        return;
    m_previous.reset();
    m_isDayStated = false;
    m_day = whole;
}

TimelineClock::Day TimelineClock::withYear(const WrittenDay &day) const
{
    if (day.year != 0)
        return { civilOf(day), Origin::File };
    Day whole{ civilOf(day), m_day.origin == Origin::File ? Origin::File : Origin::ChosenYear };
    whole.civil.year = m_day.civil.year;
    // December to January, the other way when a report looks back.
    if (m_day.civil.month - day.month > 6)
        ++whole.civil.year;
    else if (day.month - m_day.civil.month > 6)
        --whole.civil.year;
    return whole;
}

TimelineClock::Zone TimelineClock::zoneFor(const TimelineItem &item) const
{
    const ClockPhrase &phrase = item.phrase;
    if (phrase.isUtcZone)
        return { phrase.zoneId, phrase.zoneWord, false, true };
    if (!m_options.zone.isEmpty())
        return { m_options.zone, {}, true, false };
    if (!phrase.zoneId.isEmpty())
        return { phrase.zoneId, phrase.zoneWord, false, true };
    if (!item.zoneId.isEmpty())
        return { item.zoneId, item.zoneWord, false, false };
    if (m_statedZone)
        return { m_statedZone->id, m_statedZone->word, false, false };
    if (m_entryZone)
        return { m_entryZone->id, m_entryZone->word, true, false };
    return { m_options.fallbackZone, {}, true, false };
}

TimelineClock::Day TimelineClock::dayFor(const TimelineItem &item) const
{
    return item.phrase.day ? withYear(*item.phrase.day) : m_day;
}

const ZoneClock &TimelineClock::clockFor(const QString &zoneId)
{
    return m_clocks.try_emplace(zoneId, zoneId).first->second;
}

TimelineClock::Reading TimelineClock::read(const TimelineItem &item)
{
    Reading reading;
    const ClockPhrase &phrase = item.phrase;
    reading.time.text = item.timeText;
    reading.time.approximate = phrase.isApproximate || m_isAllApproximate;
    if (phrase.isUnknownClock && !phrase.day)
        return reading;
    const Day day = dayFor(item);
    if (!isValid(day.civil)) {
        // A made-up year need not be a leap year; then it is the year that lacks.
        reading.lacksDay = day.origin != Origin::File && !m_options.date;
        reading.isNoRealDay = !reading.lacksDay;
        return reading;
    }
    const Zone zone = zoneFor(item);
    reading.lacksZone = zone.id.isEmpty();
    reading.lacksDay = day.origin != Origin::File && !m_options.date;
    if (!zone.isOwn && m_usedZone.isEmpty())
        m_usedZone = zone.id;
    placeStart(item, zone, day, reading);
    if (zone.isOwn)
        m_entryZone = ZoneWord{ zone.id, zone.word, phrase.isUtcZone, 0 };
    return reading;
}

TimelineClock::Reading TimelineClock::readAside(const TimelineItem &item)
{
    const Day day = std::exchange(m_day, m_firstDay);
    const bool isDayStated = m_isDayStated;
    const auto previous = std::exchange(m_previous, std::nullopt);
    const auto entryZone = m_entryZone;
    Reading reading = read(item);
    m_day = day;
    m_isDayStated = isDayStated;
    m_previous = previous;
    m_entryZone = entryZone;
    return reading;
}

TimelineClock::Placed TimelineClock::place(qint64 wallUs, const Zone &zone, Origin origin)
{
    Placed placed;
    const auto local = clockFor(zone.id).fromLocal(toUtc({ wallUs }));
    placed.order = local.time;
    if (!zone.isOwn && zone.id == m_usedZone) {
        placeOnSourceClock(wallUs, zone, origin, placed);
        return placed;
    }
    const bool isChosenDay = origin == Origin::ChosenDay;
    placed.reference = isChosenDay ? ClockReference::DayInstant : ClockReference::Instant;
    placed.reading = local.time.us - (isChosenDay ? midnight(m_chosenDay) : 0);
    const bool isInRange = local.time >= kEarliestTime && local.time <= kLatestTime;
    if (isInRange && (origin == Origin::File || m_options.date))
        placed.resolved = ReadingResolver::Resolved{ local.time, local.inGap, local.inFold };
    return placed;
}

void TimelineClock::placeOnSourceClock(qint64 wallUs, const Zone &zone, Origin origin,
                                       Placed &placed)
{
    placed.reference = ClockReference::Wall;
    placed.reading = wallUs;
    if (origin == Origin::ChosenDay) {
        placed.reference = ClockReference::DayWall;
        placed.reading = wallUs - midnight(m_chosenDay);
    } else if (origin == Origin::ChosenYear) {
        CivilTime counted = toUtc({ wallUs });
        counted.year += kCountedYear - m_chosenDay.year;
        // A 29 February cannot be counted in the year before or after a leap year.
        if (isValid(counted)) {
            placed.reference = ClockReference::YearWall;
            placed.reading = fromUtc(counted).us;
        }
    }
    if (!m_resolver)
        m_resolver.emplace(SourceClock{ zone.id, m_options.date, {}, 0 });
    placed.resolved = m_resolver->resolve(placed.reference, placed.reading);
}

void TimelineClock::placeStart(const TimelineItem &item, const Zone &zone, Day day,
                               Reading &reading)
{
    const ClockPhrase &phrase = item.phrase;
    const WrittenClock clock = phrase.start.value_or(WrittenClock());
    RecordedTime &time = reading.time;
    time.precision = phrase.start ? clock.precision : TimePrecision::Day;
    qint64 wallUs = midnight(day.civil) + sinceMidnight(clock);
    Placed start = place(wallUs, zone, day.origin);
    const bool isCarried = !phrase.day && phrase.start;
    if (isCarried && m_previous && m_previous->us - start.order.us > kHalfDay) {
        wallUs += kDay;
        start = place(wallUs, zone, day.origin);
    }
    if (isCarried && m_previous && start.order < *m_previous)
        reading.remarks.append(
            translated("stands after a later time; the order of the file is kept"));
    time.reference = start.reference;
    time.reading = start.reading;
    time.zone = zone.id;
    if (start.resolved) {
        time.start = start.resolved->time;
        time.basis = !phrase.day || day.origin != Origin::File ? TimeBasis::DateAssumed
            : zone.isAssumed                                   ? TimeBasis::ZoneAssumed
                                                               : TimeBasis::Absolute;
        remarkOnStart(item, zone, *start.resolved, reading);
    }
    if (phrase.start)
        placeEnd(item, zone, day, wallUs, reading);
    if (phrase.start || phrase.day)
        m_previous = start.order;
    if (!m_isDayStated || !phrase.day) {
        const CivilTime reached = toUtc({ wallUs });
        m_day = { CivilTime{ reached.year, reached.month, reached.day }, day.origin };
    }
}

void TimelineClock::placeEnd(const TimelineItem &item, const Zone &zone, const Day &day,
                             qint64 startUs, Reading &reading)
{
    if (!item.phrase.end)
        return;
    const CivilTime reached = toUtc({ startUs });
    qint64 endUs = midnight(reached) + sinceMidnight(*item.phrase.end);
    if (startUs - endUs > kHalfDay)
        endUs += kDay;
    if (endUs < startUs) {
        reading.remarks.append(translated("the end of “%1” lies before its start and was left out")
                                   .arg(item.timeText));
        return;
    }
    const Placed end = place(endUs, zone, day.origin);
    if (end.reference != reading.time.reference)
        return;
    reading.time.readingEnd = end.reading;
    if (reading.time.start && end.resolved && end.resolved->time >= *reading.time.start)
        reading.time.end = end.resolved->time;
}

void TimelineClock::remarkOnStart(const TimelineItem &item, const Zone &zone,
                                  const ReadingResolver::Resolved &start, Reading &reading)
{
    if (item.phrase.start && item.phrase.start->isOddMeridiem)
        reading.remarks.append(
            translated("“%1” mixes a 24-hour clock with am or pm; read as 24 hours")
                .arg(item.timeText));
    if (start.inGap)
        reading.remarks.append(
            translated(
                "“%1” was skipped when the clocks went forward; the time after the change is taken")
                .arg(item.timeText));
    if (start.inFold)
        reading.remarks.append(
            translated("“%1” came twice when the clocks went back; the first is taken")
                .arg(item.timeText));
    remarkOnSummerSlip(zone, start.time, reading);
}

void TimelineClock::remarkOnSummerSlip(const Zone &zone, TimePoint time, Reading &reading)
{
    const ZoneAbbreviation *entry = findZoneAbbreviation(zone.word);
    if (entry == nullptr || m_remarkedWords.contains(zone.word))
        return;
    const ZoneClock &usual = clockFor(QString::fromLatin1(entry->usualZone));
    const ZoneClock &written = clockFor(zone.id);
    if (usual.offsetAt(time) == written.offsetAt(time))
        return;
    m_remarkedWords.insert(zone.word);
    reading.remarks.append(
        translated("says %1, but clocks in %2 did not show it on that day; taken as %3, as written")
            .arg(zone.word, usual.zoneId(), zone.id));
}

} // namespace SecondStory::Importing
