// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/timeresolver.h"

#include "importing/zoneabbreviations.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

RecordedTime unplaced(ClockReference reference, qint64 reading, TimePrecision precision,
                      const QString &text)
{
    RecordedTime time;
    time.text = text;
    time.precision = precision;
    time.reference = reference;
    time.reading = reading;
    return time;
}

constexpr int kCountedYear = 2000;

bool isDay(int year, int month, int day)
{
    return isValid({ year, month, day });
}

RecordedTime undatedReading(TimePrecision precision, const QString &text)
{
    RecordedTime time;
    time.text = text;
    time.precision = precision;
    return time;
}

RecordedTime notADay(TimePrecision precision, const QString &text, const QString &place,
                     RecordWriter &writer)
{
    writer.remark(
        place,
        QCoreApplication::translate("Importing", "“%1” is no day of the calendar").arg(text));
    return undatedReading(precision, text);
}

} // namespace

SourceClock clockFrom(const ImportOptions &options)
{
    return { options.zone.isEmpty() ? options.fallbackZone : options.zone, options.date,
             options.start, 0 };
}

TimeResolver::TimeResolver(const ImportOptions &options)
    : m_resolver(clockFrom(options))
    , m_isChosen(!options.zone.isEmpty())
{
}

RecordedTime TimeResolver::place(RecordedTime time, TimeBasis basis, const QString &place,
                                 RecordWriter &writer)
{
    const auto resolved = m_resolver.resolve(time.reference, *time.reading);
    if (!resolved)
        return time;
    remarkOnClockChange({ resolved->time, resolved->inGap, resolved->inFold }, time.text, place,
                        writer);
    time.start = resolved->time;
    time.basis = basis;
    const bool usesZone = time.reference == ClockReference::Wall
        || time.reference == ClockReference::YearWall || time.reference == ClockReference::DayWall;
    if (usesZone) {
        time.zone = m_resolver.clock().zone;
        m_usedZone = time.zone;
    }
    return time;
}

RecordedTime TimeResolver::resolve(const TimestampReading &reading, const QString &text,
                                   const QString &place, RecordWriter &writer)
{
    const bool isOwnZone = reading.offset && !(reading.isAmbiguousZone && m_isChosen);
    if (!isOwnZone)
        return resolveWall(reading.civil, reading.precision, text, place, writer);
    const auto instant = reading.instant();
    if (!instant || *instant < kEarliestTime || *instant > kLatestTime)
        return undatedReading(reading.precision, text);
    RecordedTime time = atInstant(*instant, reading.precision, text);
    time.zone = *reading.offset == 0 ? u"UTC"_s : offsetId(*reading.offset);
    return time;
}

RecordedTime TimeResolver::resolveWall(const CivilTime &civil, TimePrecision precision,
                                       const QString &text, const QString &place,
                                       RecordWriter &writer)
{
    if (!isDay(civil.year, civil.month, civil.day))
        return notADay(precision, text, place, writer);
    return this->place(unplaced(ClockReference::Wall, fromUtc(civil).us, precision, text),
                       TimeBasis::ZoneAssumed, place, writer);
}

RecordedTime TimeResolver::resolveYearless(CivilTime civil, int yearsOn, TimePrecision precision,
                                           const QString &text, const QString &place,
                                           RecordWriter &writer)
{
    // 29 February may be missing in the year counted and yet be there in the year meant, or the
    // other way round: then it is read as that year's, or as no day at all.
    const auto &date = m_resolver.clock().date;
    const int year = date ? date->year + yearsOn : kCountedYear;
    if (!isDay(year, civil.month, civil.day))
        return notADay(precision, text, place, writer);
    civil.year = kCountedYear + yearsOn;
    if (!isDay(civil.year, civil.month, civil.day)) {
        if (!date)
            return undatedReading(precision, text);
        civil.year = year;
        RecordedTime time = resolveWall(civil, precision, text, place, writer);
        if (time.isDated())
            time.basis = TimeBasis::DateAssumed;
        return time;
    }
    return this->place(unplaced(ClockReference::YearWall, fromUtc(civil).us, precision, text),
                       TimeBasis::DateAssumed, place, writer);
}

RecordedTime TimeResolver::resolveClock(qint64 sinceMidnight, std::optional<int> offset,
                                        TimePrecision precision, const QString &text,
                                        const QString &place, RecordWriter &writer)
{
    RecordedTime time = unplaced(offset ? ClockReference::DayInstant : ClockReference::DayWall,
                                 sinceMidnight - offset.value_or(0) * 1'000'000LL, precision, text);
    if (offset)
        time.zone = *offset == 0 ? u"UTC"_s : offsetId(*offset);
    return this->place(std::move(time), TimeBasis::DateAssumed, place, writer);
}

RecordedTime TimeResolver::sinceStart(qint64 us, TimePrecision precision, const QString &text,
                                      const QString &place, RecordWriter &writer)
{
    return this->place(unplaced(ClockReference::Start, us, precision, text), TimeBasis::Relative,
                       place, writer);
}

RecordedTime TimeResolver::undated(const QString &text)
{
    RecordedTime time;
    time.text = text;
    return time;
}

RecordedTime TimeResolver::atInstant(TimePoint time, TimePrecision precision, const QString &text)
{
    // The instant is its own reading: it need not be kept twice.
    RecordedTime result;
    result.text = text;
    result.precision = precision;
    result.reference = ClockReference::Instant;
    if (time < kEarliestTime || time > kLatestTime)
        return result;
    result.start = time;
    result.basis = TimeBasis::Absolute;
    result.zone = u"UTC"_s;
    return result;
}

void TimeResolver::setEnd(RecordedTime &time, const RecordedTime &end, const QString &place,
                          RecordWriter &writer)
{
    const bool isOneClock = time.reference == end.reference && time.reading && end.reading;
    const bool isDated = time.start && end.start;
    if (!isDated && !isOneClock)
        return;
    if (isDated ? *end.start < *time.start : *end.reading < *time.reading) {
        writer.remark(place,
                      QCoreApplication::translate(
                          "Importing", "the end “%1” lies before the start and was left out")
                          .arg(end.text));
        return;
    }
    if (isDated)
        time.end = end.start;
    // A range nobody could place yet keeps its end for the day when somebody gives the clock.
    if (isOneClock) {
        time.readingEnd = end.reading;
        return;
    }
    // Two references cannot move together; then only a skew will move the range.
    if (time.reference != end.reference) {
        time.reference = ClockReference::Unknown;
        time.reading.reset();
    }
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
