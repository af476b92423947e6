// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/calendar/calendarzones.h"
#include "importing/parsedevent.h"

namespace SecondStory::Importing {

/// One entry of a calendar, as its lines state it.
struct CalendarEntry {
    QString component; ///< "VEVENT", "VTODO" …
    qint64 line = 0; ///< of its BEGIN
    QString uid;
    QString summary;
    QString description;
    QString location;
    QString status; ///< in capitals
    QString categories;
    QString busyStatus; ///< Outlook's, in capitals
    QString startText; ///< as found, for entries whose start cannot be read
    std::optional<CalendarTime> start;
    std::optional<CalendarTime> end;
    std::optional<qint64> duration; ///< microseconds
    QString rule;
    QList<CalendarTime> without;
    QList<CalendarTime> with;
    std::optional<CalendarTime> recurrenceId; ///< the time of the series it stands in place of
    QList<ParsedActor> organizers;
    QList<ParsedActor> attendees;
    QStringList declined; ///< names of those who said no
    bool isForAllFollowing = false;
    bool isRepaired = false; ///< bytes that are no text were replaced
    bool isCut = false; ///< its END is missing
};

/// What a calendar says of itself.
struct CalendarHead {
    QString name;
    QString product;
    QString zone; ///< X-WR-TIMEZONE
    bool isCalendar = false; ///< BEGIN:VCALENDAR was there
};

/// Reads a calendar entry by entry. Memory: one entry, and the zones the calendar defines.
class CalendarScanner {
public:
    explicit CalendarScanner(LineReader &lines)
        : m_reader(lines)
    {
    }

    /// Moves to the next entry; false at the end. Errors: what the line reader returns.
    [[nodiscard]] Result<bool> next();
    [[nodiscard]] const CalendarEntry &entry() const { return m_entry; }
    [[nodiscard]] const CalendarHead &head() const { return m_head; }
    /// The zones defined so far.
    [[nodiscard]] const CalendarZones &zones() const { return m_zones; }

private:
    /// True when an entry ended.
    [[nodiscard]] bool takeBegin(const QString &component, qint64 line);
    [[nodiscard]] bool takeEnd(const QString &component);
    void takeHead(const ContentLine &line);
    void takeZone(const ContentLine &line);
    void takeProperty(const ContentLine &line);
    void takeTimeProperty(const ContentLine &line);
    void takePerson(const ContentLine &line);

    ContentLineReader m_reader;
    CalendarHead m_head;
    CalendarZones m_zones;
    QStringList m_open; ///< components around the current line
    CalendarEntry m_entry;
    CalendarEntry m_next; ///< begun while another was still open
    bool m_isInEntry = false;
    bool m_hasNext = false;
    QString m_zoneId;
    QList<Observance> m_observances;
};

} // namespace SecondStory::Importing
