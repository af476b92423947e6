// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/timeresolver.h"

#include "importing/zoneabbreviations.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

TimeResolver::TimeResolver(const ImportOptions &options)
    : m_clock(options.zone.isEmpty() ? options.fallbackZone : options.zone)
    , m_hasZone(!options.zone.isEmpty() || !options.fallbackZone.isEmpty())
    , m_isChosen(!options.zone.isEmpty())
{
}

RecordedTime TimeResolver::resolve(const TimestampReading &reading, const QString &text,
                                   const QString &place, RecordWriter &writer)
{
    RecordedTime time;
    time.text = text;
    time.precision = reading.precision;
    const bool isOwnZone = reading.offset && !(reading.isAmbiguousZone && m_isChosen);
    std::optional<TimePoint> start;
    if (isOwnZone) {
        start = reading.instant();
        time.zone = *reading.offset == 0 ? u"UTC"_s : offsetId(*reading.offset);
        time.basis = TimeBasis::Absolute;
    } else if (m_hasZone) {
        const auto local = m_clock.fromLocal(reading.civil);
        remarkOnClockChange(local, text, place, writer);
        start = local.time;
        time.zone = m_clock.zoneId();
        time.basis = TimeBasis::ZoneAssumed;
        m_usedZone = m_clock.zoneId();
    }
    if (!start || *start < kEarliestTime || *start > kLatestTime) {
        time.basis = TimeBasis::None;
        return time;
    }
    time.start = start;
    return time;
}

void remarkOnClockChange(const ZoneClock::Reading &reading, const QString &text,
                         const QString &place, RecordWriter &writer)
{
    if (reading.inGap)
        writer.remark(
            place,
            QCoreApplication::translate(
                "Importing",
                "“%1” was skipped when the clocks went forward; the time after the change is taken")
                .arg(text));
    if (reading.inFold)
        writer.remark(
            place,
            QCoreApplication::translate(
                "Importing", "“%1” came twice when the clocks went back; the first is taken")
                .arg(text));
}

} // namespace SecondStory::Importing
