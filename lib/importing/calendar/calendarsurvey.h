// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/calendar/calendarscanner.h"
#include "importing/evidenceinput.h"

#include <QSet>

namespace SecondStory::Importing {

/// What has to be known of a whole calendar before its first entry can be read: zones may be
/// defined behind their use, and a changed time of a series stands anywhere.
class CalendarSurvey {
public:
    /// Cost: reads the file once. Errors: BadInput (cannot be read, is no calendar).
    [[nodiscard]] static Result<CalendarSurvey> of(EvidenceInput &input);

    [[nodiscard]] const CalendarHead &head() const { return m_head; }
    [[nodiscard]] const CalendarZones &zones() const { return m_zones; }
    /// The calendar's own zone, as ZoneClock takes it; empty when it states none that is known.
    [[nodiscard]] QString calendarZone() const;
    /// True when some time names no known zone and the calendar states none either.
    [[nodiscard]] bool lacksZone() const;
    /// True when another entry stands in place of this time of a series.
    [[nodiscard]] bool isReplaced(const QString &uid, const CalendarTime &time) const;
    /// The same for two spellings of one time, as far as their zones are known.
    [[nodiscard]] QString keyOf(const CalendarTime &time) const;

private:
    void look(const CalendarEntry &entry);

    CalendarHead m_head;
    CalendarZones m_zones;
    QSet<QString> m_zonesNamed;
    QList<std::pair<QString, CalendarTime>> m_replaced;
    QSet<QString> m_replacedKeys;
    bool m_hasFloating = false;
};

} // namespace SecondStory::Importing
