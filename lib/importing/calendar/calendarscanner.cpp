// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/calendar/calendarscanner.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qsizetype kDeepest = 20;
constexpr qsizetype kMostPeople = 50;
constexpr qsizetype kLongestCategories = 2'000;
constexpr qsizetype kMostTimes = 10'000;
constexpr qsizetype kMostObservances = 200; ///< of one zone

bool isEntryComponent(const QString &name)
{
    static constexpr std::array kNames{ u"VEVENT", u"VTODO", u"VJOURNAL", u"VFREEBUSY" };
    return std::any_of(kNames.begin(), kNames.end(),
                       [&name](const auto *entry) { return name == QStringView(entry); });
}

PersonKind personKind(const QString &userType)
{
    return userType.compare(u"GROUP"_s, Qt::CaseInsensitive) == 0 ? PersonKind::Group
                                                                  : PersonKind::Human;
}

} // namespace

Result<bool> CalendarScanner::next()
{
    if (m_hasNext) {
        m_entry = std::exchange(m_next, {});
        m_hasNext = false;
        m_isInEntry = true;
    }
    while (true) {
        const auto more = m_reader.next();
        if (!more)
            return more;
        if (!*more) {
            m_entry.isCut = true;
            return std::exchange(m_isInEntry, false);
        }
        const ContentLine &line = m_reader.current();
        if (line.name == u"BEGIN"_s) {
            if (takeBegin(line.value.trimmed().toUpper(), line.line))
                return true;
        } else if (line.name == u"END"_s) {
            if (takeEnd(line.value.trimmed().toUpper()))
                return true;
        } else if (m_isInEntry && !m_open.isEmpty() && m_open.last() == m_entry.component) {
            takeProperty(line);
        } else if (m_open.contains(u"VTIMEZONE"_s)) {
            takeZone(line);
        } else if (m_open.size() <= 1) {
            takeHead(line);
        }
    }
}

bool CalendarScanner::takeBegin(const QString &component, qint64 line)
{
    m_head.isCalendar = m_head.isCalendar || component == u"VCALENDAR"_s;
    if (component == u"VTIMEZONE"_s) {
        m_zoneId.clear();
        m_observances.clear();
    }
    if ((component == u"STANDARD"_s || component == u"DAYLIGHT"_s)
        && m_observances.size() < kMostObservances)
        m_observances.append(Observance());
    const bool isEntry = isEntryComponent(component);
    // An entry within an entry: the END of the first is missing.
    const bool isCut = isEntry && m_isInEntry;
    if (isCut) {
        while (!m_open.isEmpty() && m_open.last() != m_entry.component)
            m_open.removeLast();
        if (!m_open.isEmpty())
            m_open.removeLast();
        m_entry.isCut = true;
    }
    if (m_open.size() < kDeepest)
        m_open.append(component.left(40));
    if (!isEntry)
        return false;
    CalendarEntry &entry = isCut ? m_next : m_entry;
    entry = CalendarEntry();
    entry.component = component;
    entry.line = line;
    m_hasNext = isCut;
    m_isInEntry = !isCut;
    return isCut;
}

bool CalendarScanner::takeEnd(const QString &component)
{
    const qsizetype at = m_open.lastIndexOf(component);
    if (at < 0)
        return false;
    m_open = m_open.mid(0, at);
    if (component == u"VTIMEZONE"_s)
        m_zones.define(m_zoneId, m_observances);
    if (!m_isInEntry || component != m_entry.component)
        return false;
    m_isInEntry = false;
    return true;
}

void CalendarScanner::takeHead(const ContentLine &line)
{
    if (line.name == u"X-WR-CALNAME"_s)
        m_head.name = unescapedText(line.value).simplified().left(200);
    else if (line.name == u"X-WR-TIMEZONE"_s)
        m_head.zone = line.value.trimmed();
    else if (line.name == u"PRODID"_s)
        m_head.product = line.value.left(200);
}

void CalendarScanner::takeZone(const ContentLine &line)
{
    if (line.name == u"TZID"_s)
        m_zoneId = line.value.trimmed();
    if (m_observances.isEmpty())
        return;
    Observance &observance = m_observances.last();
    if (line.name == u"DTSTART"_s)
        observance.start = readCalendarTime(line.value, {});
    else if (line.name == u"TZOFFSETFROM"_s)
        observance.offsetBefore = readUtcOffset(line.value);
    else if (line.name == u"TZOFFSETTO"_s)
        observance.offset = readUtcOffset(line.value);
    else if (line.name == u"RRULE"_s)
        observance.rule = line.value.trimmed();
    else if (line.name == u"RDATE"_s && observance.furtherStarts.size() < kMostTimes)
        observance.furtherStarts += readCalendarTimes(line);
}

void CalendarScanner::takeProperty(const ContentLine &line)
{
    m_entry.isRepaired = m_entry.isRepaired || line.isRepaired;
    const auto is = [&line](QStringView name) { return line.name == name; };
    if (is(u"UID"))
        m_entry.uid = line.value.trimmed().left(500);
    else if (is(u"SUMMARY"))
        m_entry.summary = unescapedText(line.value).simplified();
    else if (is(u"DESCRIPTION"))
        m_entry.description = unescapedText(line.value).trimmed();
    else if (is(u"LOCATION"))
        m_entry.location = unescapedText(line.value).simplified();
    else if (is(u"STATUS"))
        m_entry.status = line.value.trimmed().toUpper();
    else if (is(u"CATEGORIES") && m_entry.categories.size() < kLongestCategories)
        m_entry.categories += unescapedText(line.value).left(500) + u' ';
    else if (is(u"X-MICROSOFT-CDO-BUSYSTATUS"))
        m_entry.busyStatus = line.value.trimmed().toUpper();
    else if (is(u"RRULE"))
        m_entry.rule = line.value.trimmed();
    else if (is(u"ATTENDEE") || is(u"ORGANIZER"))
        takePerson(line);
    else
        takeTimeProperty(line);
}

void CalendarScanner::takeTimeProperty(const ContentLine &line)
{
    const auto is = [&line](QStringView name) { return line.name == name; };
    const auto time = [&line] { return readCalendarTime(line.value, line.parameter(u"TZID"_s)); };
    if (is(u"DTSTART")) {
        m_entry.startText = line.value.trimmed().left(60);
        m_entry.start = time();
    } else if (is(u"DTEND")) {
        m_entry.end = time();
    } else if (is(u"DURATION")) {
        m_entry.duration = readCalendarDuration(line.value);
    } else if (is(u"EXDATE")) {
        if (m_entry.without.size() < kMostTimes)
            m_entry.without += readCalendarTimes(line);
    } else if (is(u"RDATE")) {
        if (m_entry.with.size() < kMostTimes)
            m_entry.with += readCalendarTimes(line);
    } else if (is(u"RECURRENCE-ID")) {
        m_entry.recurrenceId = time();
        m_entry.isForAllFollowing =
            line.parameter(u"RANGE"_s).compare(u"THISANDFUTURE"_s, Qt::CaseInsensitive) == 0;
    }
}

void CalendarScanner::takePerson(const ContentLine &line)
{
    const QString userType = line.parameter(u"CUTYPE"_s).toUpper();
    if (userType == u"ROOM"_s || userType == u"RESOURCE"_s)
        return;
    QString address = line.value.trimmed();
    if (address.startsWith(u"mailto:"_s, Qt::CaseInsensitive))
        address = address.mid(7).trimmed();
    const QString commonName = line.parameter(u"CN"_s).simplified();
    const ParsedActor person{ (commonName.isEmpty() ? address : commonName).left(200),
                              address.left(200), personKind(userType) };
    if (person.name.isEmpty())
        return;
    if (line.parameter(u"PARTSTAT"_s).compare(u"DECLINED"_s, Qt::CaseInsensitive) == 0) {
        if (m_entry.declined.size() < kMostPeople)
            m_entry.declined.append(person.name);
        return;
    }
    auto &people = line.name == u"ATTENDEE"_s ? m_entry.attendees : m_entry.organizers;
    if (people.size() < kMostPeople)
        people.append(person);
}

} // namespace SecondStory::Importing
