// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/logs/stampclock.h"

#include <QCoreApplication>

namespace SecondStory::Importing {

namespace {

constexpr qint64 kMinute = 60'000'000;

} // namespace

RecordedTime StampClock::read(const LogStamp &stamp, const QString &place, RecordWriter &writer)
{
    RecordedTime time;
    if (stamp.full)
        time = m_times.resolve(*stamp.full, stamp.text, place, writer);
    else if (stamp.month > 0)
        time = m_days.readYearless(stamp.month, stamp.day, stamp.clock, stamp.text, place, writer);
    else
        return m_days.read(stamp.clock, stamp.text, place, writer);
    if (!time.start)
        return time;
    if (m_previous && time.start->us < m_previous->us - kMinute)
        writer.remark(place,
                      QCoreApplication::translate(
                          "Importing", "stands after a later time; the order of the file is kept"));
    m_previous = time.start;
    return time;
}

void StampNeeds::look(const LogStamp &stamp)
{
    m_lacksZone = m_lacksZone || stamp.lacksZone();
    m_lacksDate = m_lacksDate || stamp.lacksYear();
}

Needs StampNeeds::missing(const ImportOptions &options) const
{
    Needs needs;
    if (m_lacksZone && !options.hasZone())
        needs |= Need::Zone;
    if (m_lacksDate && !options.date)
        needs |= Need::Date;
    return needs;
}

} // namespace SecondStory::Importing
