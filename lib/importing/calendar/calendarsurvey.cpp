// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/calendar/calendarsurvey.h"

#include "importing/importerrors.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qsizetype kMostReplaced = 100'000;
constexpr qsizetype kMostZonesNamed = 1'000;

} // namespace

Result<CalendarSurvey> CalendarSurvey::of(EvidenceInput &input)
{
    auto device = input.stream();
    if (!device)
        return tl::make_unexpected(device.error());
    LineReader lines(**device, input.path());
    CalendarScanner scanner(lines);
    CalendarSurvey survey;
    while (true) {
        const auto more = scanner.next();
        if (!more)
            return tl::make_unexpected(more.error());
        if (!*more)
            break;
        survey.look(scanner.entry());
    }
    survey.m_head = scanner.head();
    survey.m_zones = scanner.zones();
    if (!survey.m_head.isCalendar)
        return badInput(input.path(), {},
                        QCoreApplication::translate("Importing", "is no iCalendar file"));
    for (const auto &[uid, time] : std::as_const(survey.m_replaced))
        survey.m_replacedKeys.insert(uid + u'\n' + survey.keyOf(time));
    survey.m_replaced.clear();
    return survey;
}

void CalendarSurvey::look(const CalendarEntry &entry)
{
    for (const auto &time : { entry.start, entry.end }) {
        if (!time || time->isUtc || entry.component != u"VEVENT"_s)
            continue;
        if (time->isDay || time->zone.isEmpty())
            m_hasFloating = true;
        else if (m_zonesNamed.size() < kMostZonesNamed)
            m_zonesNamed.insert(time->zone);
    }
    if (entry.recurrenceId && !entry.uid.isEmpty() && m_replaced.size() < kMostReplaced)
        m_replaced.append({ entry.uid, *entry.recurrenceId });
}

QString CalendarSurvey::calendarZone() const
{
    return ZoneClock::isKnownZone(m_head.zone) ? m_head.zone : QString();
}

bool CalendarSurvey::lacksZone() const
{
    const bool isUnknown =
        std::any_of(m_zonesNamed.begin(), m_zonesNamed.end(),
                    [this](const QString &zone) { return !m_zones.isKnown(zone); });
    return (m_hasFloating || isUnknown) && calendarZone().isEmpty();
}

QString CalendarSurvey::keyOf(const CalendarTime &time) const
{
    if (time.isDay)
        return calendarText(time.civil).left(8);
    if (time.isUtc)
        return calendarText(time.civil) + u'Z';
    if (m_zones.isKnown(time.zone))
        return calendarText(toUtc(m_zones.place(time.zone, time.civil).time)) + u'Z';
    return calendarText(time.civil);
}

bool CalendarSurvey::isReplaced(const QString &uid, const CalendarTime &time) const
{
    return !uid.isEmpty() && m_replacedKeys.contains(uid + u'\n' + keyOf(time));
}

} // namespace SecondStory::Importing
