// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/calendar/calendarseries.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

CivilTime yearsFrom(const CivilTime &civil, int years)
{
    // The first of the month is a real day in every year.
    return { std::clamp(civil.year + years, 1, 9999), civil.month, 1 };
}

} // namespace

RecurrenceWindow CalendarSeries::windowFor(const CivilTime &start) const
{
    const CivilTime centre = m_around.value_or(start);
    RecurrenceWindow window;
    window.from = m_around ? yearsFrom(centre, -kYearsAround) : start;
    if (fromUtc(window.from) < fromUtc(start))
        window.from = start;
    window.until = yearsFrom(centre, kYearsAround);
    window.most = std::min(kMostOfOne, kMostOfAll - m_taken);
    return window;
}

/// The clock of the start counts: an UNTIL in UTC is moved to it, a day counts as a whole.
QString CalendarSeries::ruleOnStartsClock(const CalendarEntry &entry) const
{
    const auto until = readCalendarTime(rulePart(entry.rule, u"UNTIL"), {});
    if (!until)
        return entry.rule;
    CivilTime last = onStartsClock(*until, *entry.start);
    if (until->isDay || entry.start->isDay)
        last = { last.year, last.month, last.day, 23, 59, 59 };
    return withRulePart(entry.rule, u"UNTIL"_s, calendarText(last));
}

CivilTime CalendarSeries::onStartsClock(const CalendarTime &time, const CalendarTime &start) const
{
    const CalendarZones &zones = m_survey.zones();
    const bool isSameClock =
        time.isDay || start.isDay || (time.isUtc == start.isUtc && time.zone == start.zone);
    if (isSameClock)
        return time.civil;
    std::optional<TimePoint> instant;
    if (time.isUtc)
        instant = fromUtc(time.civil);
    else if (zones.isKnown(time.zone))
        instant = zones.place(time.zone, time.civil).time;
    if (!instant)
        return time.civil;
    if (start.isUtc)
        return toUtc(*instant);
    return zones.isKnown(start.zone) ? zones.toLocal(start.zone, *instant) : time.civil;
}

void CalendarSeries::removeExceptions(const CalendarEntry &entry, QList<CivilTime> &times) const
{
    QSet<QString> excluded;
    for (const CalendarTime &time : entry.without)
        excluded.insert(m_survey.keyOf(time));
    times.removeIf([&](const CivilTime &civil) {
        CalendarTime time = *entry.start;
        time.civil = civil;
        // An exception that names a day alone takes all of that day out.
        return excluded.contains(m_survey.keyOf(time))
            || excluded.contains(calendarText(civil).left(8))
            || m_survey.isReplaced(entry.uid, time);
    });
}

EntryTimes CalendarSeries::timesOf(const CalendarEntry &entry)
{
    const CalendarTime &start = *entry.start;
    EntryTimes result;
    const bool isSeries = (!entry.rule.isEmpty() || !entry.with.isEmpty()) && !entry.recurrenceId;
    if (!isSeries) {
        result.times.append(start.civil);
        return result;
    }
    const RecurrenceWindow window = windowFor(start.civil);
    Recurrence found;
    if (!entry.rule.isEmpty())
        found = m_rules.expand(ruleOnStartsClock(entry), start.civil, window);
    result.times = found.times;
    if (entry.rule.isEmpty() || found.end == Recurrence::End::Refused)
        result.times.append(start.civil);
    for (const CalendarTime &time : entry.with) {
        const CivilTime civil = onStartsClock(time, start);
        if (fromUtc(civil) >= fromUtc(window.from) && fromUtc(civil) <= fromUtc(window.until))
            result.times.append(civil);
    }
    std::sort(result.times.begin(), result.times.end(),
              [](const CivilTime &a, const CivilTime &b) { return fromUtc(a) < fromUtc(b); });
    result.times.erase(std::unique(result.times.begin(), result.times.end()), result.times.end());
    removeExceptions(entry, result.times);
    if (result.times.size() > window.most)
        result.times.resize(window.most);
    m_taken += result.times.size();
    if (entry.rule.isEmpty())
        return result;
    if (found.end == Recurrence::End::Refused)
        result.remark = translated("repeats by a rule that is not followed (%1); only its first "
                                   "time is taken")
                            .arg(entry.rule.left(100));
    else if (found.end == Recurrence::End::Window)
        result.remark = translated("goes on repeating; times until %1 are taken")
                            .arg(calendarText(window.until).left(8));
    else if (found.end == Recurrence::End::Most)
        result.remark =
            translated("repeats too often; the first %1 times are taken").arg(result.times.size());
    return result;
}

} // namespace SecondStory::Importing
