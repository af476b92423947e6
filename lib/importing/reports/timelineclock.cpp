// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/reports/timelineclock.h"

#include <QCoreApplication>

#include <algorithm>

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

CivilTime nextDay(const CivilTime &day)
{
    return toUtc({ fromUtc(CivilTime{ day.year, day.month, day.day }).us + kDay });
}

/// The clock on that day; 24:00 is midnight of the next.
CivilTime at(CivilTime day, const WrittenClock &clock)
{
    if (clock.hour == 24)
        return nextDay(day);
    day.hour = clock.hour;
    day.minute = clock.minute;
    day.second = clock.second;
    day.microsecond = clock.microsecond;
    return day;
}

} // namespace

TimelineClock::TimelineClock(const ReportTimeline &timeline, const ImportOptions &options)
    : m_options(options)
    , m_statedZone(timeline.statedZone)
    , m_isAllApproximate(timeline.isApproximate)
{
    const auto first =
        std::find_if(timeline.items.begin(), timeline.items.end(),
                     [](const TimelineItem &item) { return !item.phrase.zoneId.isEmpty(); });
    if (first != timeline.items.end())
        m_entryZone =
            ZoneWord{ first->phrase.zoneId, first->phrase.zoneWord, first->phrase.isUtcZone, 0 };
    if (options.date) {
        m_day = CivilTime{ options.date->year, options.date->month, options.date->day };
    } else if (timeline.statedDay) {
        m_day = civilOf(*timeline.statedDay);
        m_isDayStated = true;
    } else if (timeline.titleDay) {
        m_day = civilOf(*timeline.titleDay);
    }
}

void TimelineClock::setDay(const WrittenDay &day)
{
    const WrittenDay whole = withYear(day);
    m_previous.reset();
    m_isDayStated = false;
    if (whole.year != 0)
        m_day = civilOf(whole);
}

WrittenDay TimelineClock::withYear(const WrittenDay &day) const
{
    WrittenDay whole = day;
    if (whole.year != 0 || !m_day)
        return whole;
    whole.year = m_day->year;
    // December to January, the other way when a report looks back.
    if (m_day->month - whole.month > 6)
        ++whole.year;
    else if (whole.month - m_day->month > 6)
        --whole.year;
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

std::optional<CivilTime> TimelineClock::dayFor(const TimelineItem &item)
{
    if (!item.phrase.day)
        return m_day;
    const WrittenDay whole = withYear(*item.phrase.day);
    if (whole.year == 0 || !isValid(civilOf(whole)))
        return {};
    return civilOf(whole);
}

const ZoneClock &TimelineClock::clockFor(const QString &zoneId)
{
    if (!m_clock || m_clock->zoneId() != zoneId)
        m_clock.emplace(zoneId);
    return *m_clock;
}

TimelineClock::Reading TimelineClock::read(const TimelineItem &item)
{
    Reading reading;
    const ClockPhrase &phrase = item.phrase;
    reading.time.text = item.timeText;
    reading.time.approximate = phrase.isApproximate || m_isAllApproximate;
    if (phrase.isUnknownClock && !phrase.day)
        return reading;
    const Zone zone = zoneFor(item);
    const auto day = dayFor(item);
    reading.lacksZone = zone.id.isEmpty();
    reading.lacksDay = !day;
    if (reading.lacksZone || reading.lacksDay)
        return reading;
    reading.time.zone = zone.id;
    reading.time.basis = !phrase.day ? TimeBasis::DateAssumed
        : zone.isAssumed             ? TimeBasis::ZoneAssumed
                                     : TimeBasis::Absolute;
    placeStart(item, zone, *day, reading);
    if (zone.isOwn)
        m_entryZone = ZoneWord{ zone.id, zone.word, phrase.isUtcZone, 0 };
    else
        m_usedZone = zone.id;
    return reading;
}

void TimelineClock::placeStart(const TimelineItem &item, const Zone &zone, CivilTime day,
                               Reading &reading)
{
    const ClockPhrase &phrase = item.phrase;
    const WrittenClock clock = phrase.start.value_or(WrittenClock());
    reading.time.precision = phrase.start ? clock.precision : TimePrecision::Day;
    auto local = clockFor(zone.id).fromLocal(at(day, clock));
    const bool isCarried = !phrase.day && phrase.start;
    if (isCarried && m_previous && m_previous->us - local.time.us > kHalfDay) {
        day = nextDay(day);
        local = clockFor(zone.id).fromLocal(at(day, clock));
    }
    if (isCarried && m_previous && local.time < *m_previous)
        reading.remarks.append(
            translated("stands after a later time; the order of the file is kept"));
    if (clock.isOddMeridiem)
        reading.remarks.append(
            translated("“%1” mixes a 24-hour clock with am or pm; read as 24 hours")
                .arg(item.timeText));
    if (local.inGap)
        reading.remarks.append(
            translated(
                "“%1” was skipped when the clocks went forward; the time after the change is taken")
                .arg(item.timeText));
    if (local.inFold)
        reading.remarks.append(
            translated("“%1” came twice when the clocks went back; the first is taken")
                .arg(item.timeText));
    reading.time.start = local.time;
    remarkOnSummerSlip(zone, local.time, reading);
    if (phrase.start)
        placeEnd(item, day, reading);
    if (phrase.start || phrase.day)
        m_previous = local.time;
    if (!m_isDayStated || !phrase.day)
        m_day = CivilTime{ day.year, day.month, day.day };
}

void TimelineClock::placeEnd(const TimelineItem &item, const CivilTime &day, Reading &reading)
{
    if (!item.phrase.end)
        return;
    auto end = m_clock->fromLocal(at(day, *item.phrase.end)).time;
    if (reading.time.start->us - end.us > kHalfDay)
        end = m_clock->fromLocal(at(nextDay(day), *item.phrase.end)).time;
    if (end < *reading.time.start)
        reading.remarks.append(translated("the end of “%1” lies before its start and was left out")
                                   .arg(item.timeText));
    else
        reading.time.end = end;
}

void TimelineClock::remarkOnSummerSlip(const Zone &zone, TimePoint time, Reading &reading)
{
    const ZoneAbbreviation *entry = findZoneAbbreviation(zone.word);
    if (entry == nullptr || m_remarkedWords.contains(zone.word))
        return;
    const ZoneClock usual(QString::fromLatin1(entry->usualZone));
    const ZoneClock written(zone.id);
    if (usual.offsetAt(time) == written.offsetAt(time))
        return;
    m_remarkedWords.insert(zone.word);
    reading.remarks.append(
        translated("says %1, but clocks in %2 did not show it on that day; taken as %3, as written")
            .arg(zone.word, usual.zoneId(), zone.id));
}

} // namespace SecondStory::Importing
