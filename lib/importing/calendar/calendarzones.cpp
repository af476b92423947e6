// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/calendar/calendarzones.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qsizetype kMostObservances = 2'000;
constexpr qsizetype kMostOnsets = 300; ///< of one observance
constexpr int kLastYear = 2100;
constexpr qsizetype kLongestZone = 200;
constexpr qsizetype kMostZones = 2'000; ///< a calendar that names more is not one

TimePoint shifted(const CivilTime &civil, int offset)
{
    return { fromUtc(civil).us - offset * 1'000'000LL };
}

} // namespace

void CalendarZones::define(const QString &zone, const QList<Observance> &observances)
{
    // The database is right about its own zones; calendars often carry outdated rules.
    if (zone.isEmpty() || m_defined.contains(zone) || clockFor(zone) != nullptr)
        return;
    Onsets onsets;
    for (const Observance &observance : observances) {
        if (!observance.start || !observance.offset || ++m_observances > kMostObservances)
            continue;
        const int before = observance.offsetBefore.value_or(*observance.offset);
        QList<CivilTime> starts{ observance.start->civil };
        if (rulePart(observance.rule, u"FREQ") == u"YEARLY"_s) {
            QString rule = observance.rule;
            if (const auto until = readCalendarTime(rulePart(rule, u"UNTIL"), {});
                until && until->isUtc)
                rule = withRulePart(
                    rule, u"UNTIL"_s,
                    calendarText(toUtc({ fromUtc(until->civil).us + before * 1'000'000LL })));
            starts += m_rules
                          .expand(rule, observance.start->civil,
                                  { observance.start->civil, { kLastYear }, kMostOnsets })
                          .times;
        }
        for (const CalendarTime &further : observance.furtherStarts) {
            if (starts.size() < 2 * kMostOnsets)
                starts.append(further.civil);
        }
        for (const CivilTime &start : std::as_const(starts))
            onsets.push_back({ shifted(start, before), before, *observance.offset });
    }
    std::stable_sort(onsets.begin(), onsets.end(),
                     [](const Onset &a, const Onset &b) { return a.time < b.time; });
    if (!onsets.empty())
        m_defined.insert(zone, std::move(onsets));
}

QString CalendarZones::databaseId(const QString &zone)
{
    if (ZoneClock::isKnownZone(zone))
        return zone;
    // "/freeassociation.sourceforge.net/Europe/Paris": programs put their own name in front.
    if (zone.startsWith(u'/')) {
        for (qsizetype at = zone.indexOf(u'/', 1); at > 0; at = zone.indexOf(u'/', at + 1)) {
            if (const QString id = zone.mid(at + 1); ZoneClock::isKnownZone(id))
                return id;
        }
    }
    return QString::fromLatin1(QTimeZone::windowsIdToDefaultIanaId(zone.toLatin1()));
}

const ZoneClock *CalendarZones::clockFor(const QString &zone) const
{
    const auto found = m_clocks.constFind(zone);
    if (found != m_clocks.cend())
        return found->get();
    if (zone.size() > kLongestZone || m_clocks.size() >= kMostZones)
        return nullptr;
    const QString id = databaseId(zone);
    auto clock = id.isEmpty() ? nullptr : std::make_shared<ZoneClock>(id);
    return m_clocks.insert(zone, std::move(clock))->get();
}

bool CalendarZones::isKnown(const QString &zone) const
{
    return !zone.isEmpty() && (clockFor(zone) != nullptr || m_defined.contains(zone));
}

int CalendarZones::offsetAt(const Onsets &onsets, TimePoint time)
{
    const auto next = std::upper_bound(onsets.begin(), onsets.end(), time,
                                       [](TimePoint t, const Onset &o) { return t < o.time; });
    return next == onsets.begin() ? onsets.front().before : std::prev(next)->after;
}

ZoneClock::Reading CalendarZones::place(const QString &zone, const CivilTime &civil) const
{
    if (const ZoneClock *clock = clockFor(zone))
        return clock->fromLocal(civil);
    const Onsets &onsets = *m_defined.constFind(zone);
    // An offset is right when it is the one in force at the instant it gives.
    constexpr qint64 kDay = 86'400'000'000;
    const TimePoint asUtc = fromUtc(civil);
    const int early = offsetAt(onsets, { asUtc.us - kDay });
    const int late = offsetAt(onsets, { asUtc.us + kDay });
    const TimePoint first = shifted(civil, early);
    const TimePoint second = shifted(civil, late);
    const bool isFirst = offsetAt(onsets, first) == early;
    const bool isSecond = offsetAt(onsets, second) == late;
    if (isFirst)
        return { first, false, isSecond && early != late };
    return isSecond ? ZoneClock::Reading{ second, false, false }
                    : ZoneClock::Reading{ first, true, false };
}

CivilTime CalendarZones::toLocal(const QString &zone, TimePoint time) const
{
    if (const ZoneClock *clock = clockFor(zone))
        return clock->toLocal(time);
    return toUtc({ time.us + offsetAt(*m_defined.constFind(zone), time) * 1'000'000LL });
}

} // namespace SecondStory::Importing
