// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/timetext.h"

#include "importing/textcursor.h"
#include "importing/zoneabbreviations.h"

#include <array>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr std::array kMonths{ u"january",   u"february", u"march",    u"april",
                              u"may",       u"june",     u"july",     u"august",
                              u"september", u"october",  u"november", u"december" };
constexpr std::array kWeekdays{ u"monday", u"tuesday",  u"wednesday", u"thursday",
                                u"friday", u"saturday", u"sunday" };

/// Reads ".123456789" into microseconds; false when a mark is followed by no digit.
bool takeFraction(TextCursor &cursor, CivilTime &civil, TimePrecision &precision)
{
    if (cursor.peek() != u'.' && cursor.peek() != u',')
        return true;
    cursor.skip();
    int digits = 0;
    int scale = 100'000;
    while (TextCursor::isDigit(cursor.peek())) {
        civil.microsecond += (cursor.peek() - u'0') * scale;
        scale /= 10;
        ++digits;
        cursor.skip();
    }
    precision = digits <= 3 ? TimePrecision::Millisecond : TimePrecision::Microsecond;
    return digits > 0 && digits <= 9;
}

/// "18:04", "18:04:29", "18:04:29.123".
bool takeClock(TextCursor &cursor, TimestampReading &reading)
{
    reading.civil.hour = cursor.takeNumber(1, 2);
    if (reading.civil.hour < 0 || !cursor.take(u':'))
        return false;
    reading.civil.minute = cursor.takeNumber(2, 2);
    reading.precision = TimePrecision::Minute;
    if (cursor.take(u':')) {
        reading.civil.second = cursor.takeNumber(2, 2);
        reading.precision = TimePrecision::Second;
        if (reading.civil.second < 0 || !takeFraction(cursor, reading.civil, reading.precision))
            return false;
    }
    return reading.civil.minute >= 0;
}

/// "Z", "+01:00", "-0800", "+01", " UTC", "(PST)" or nothing; false when something else stands
/// there.
bool takeZone(TextCursor &cursor, TimestampReading &reading)
{
    cursor.skipSpaces();
    if (cursor.isAtEnd())
        return true;
    if (cursor.peek() == u'Z' || cursor.peek() == u'z') {
        cursor.skip();
        reading.offset = 0;
        return cursor.isAtEnd();
    }
    if (cursor.peek() == u'+' || cursor.peek() == u'-') {
        const int sign = cursor.peek() == u'-' ? -1 : 1;
        cursor.skip();
        const int hours = cursor.takeNumber(2, 2);
        const bool hasColon = cursor.take(u':');
        const int minutes = cursor.isAtEnd() || cursor.peek() == u' ' ? 0 : cursor.takeNumber(2, 2);
        if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59)
            return false;
        // "14:20-14:29": two clocks, not a clock in a zone that nobody lives in.
        const bool isLived = hours <= 14 && minutes % 15 == 0;
        if (hasColon && !isLived && reading.precision == TimePrecision::Minute)
            return false;
        reading.offset = sign * (hours * 3600 + minutes * 60);
        return cursor.isAtEnd() || cursor.rest().trimmed().startsWith(u'(');
    }
    const QStringView word = cursor.rest().trimmed();
    const auto zone = readZone(word);
    const auto *entry = findZoneAbbreviation(word);
    if (!zone || entry == nullptr || zone->length != word.size())
        return false;
    const auto asOffset = [](const QString &id) {
        if (id == u"UTC"_s)
            return 0;
        const int seconds =
            QStringView(id).mid(1, 2).toInt() * 3600 + QStringView(id).mid(4, 2).toInt() * 60;
        return id.startsWith(u'-') ? -seconds : seconds;
    };
    reading.offset = asOffset(zone->id);
    reading.zoneWord = zone->word;
    reading.isAmbiguousZone = entry->isAmbiguous;
    return true;
}

std::optional<TimestampReading> readIso(QStringView text)
{
    TextCursor cursor(text);
    TimestampReading reading;
    reading.civil.year = cursor.takeNumber(4, 4);
    const char16_t mark = cursor.peek();
    if (reading.civil.year < 0 || (mark != u'-' && mark != u'/'))
        return {};
    cursor.skip();
    reading.civil.month = cursor.takeNumber(1, 2);
    if (reading.civil.month < 0 || !cursor.take(mark))
        return {};
    reading.civil.day = cursor.takeNumber(1, 2);
    reading.precision = TimePrecision::Day;
    if (reading.civil.day < 0)
        return {};
    if (!cursor.isAtEnd()) {
        const char16_t between = cursor.peek();
        if (between != u'T' && between != u't' && between != u' ' && between != u'_')
            return {};
        cursor.skip();
        cursor.skipSpaces();
        if (!takeClock(cursor, reading) || !takeZone(cursor, reading))
            return {};
    }
    return isValid(reading.civil) ? std::optional(reading) : std::nullopt;
}

/// "Feb 22 18:04:29 2018 -0800" and "Feb 22 2018 18:04:29" after an optional weekday.
bool takeMonthFirst(TextCursor &cursor, TimestampReading &reading)
{
    reading.civil.month = monthFromName(cursor.word());
    cursor.skip(cursor.word().size());
    cursor.skipSpaces();
    reading.civil.day = cursor.takeNumber(1, 2);
    cursor.take(u',');
    cursor.skipSpaces();
    if (reading.civil.month == 0 || reading.civil.day < 0)
        return false;
    const qsizetype before = cursor.position();
    reading.civil.year = cursor.takeNumber(4, 4);
    const bool isYearFirst = reading.civil.year >= 0;
    if (!isYearFirst)
        cursor.setPosition(before);
    cursor.skipSpaces();
    if (!takeClock(cursor, reading))
        return false;
    if (!isYearFirst) {
        cursor.skipSpaces();
        reading.civil.year = cursor.takeNumber(4, 4);
    }
    return reading.civil.year >= 0 && takeZone(cursor, reading);
}

/// "22 Feb 2018 18:04:29 -0800" and "22/Jan/2019:03:56:14 +0330".
bool takeDayFirst(TextCursor &cursor, TimestampReading &reading)
{
    reading.civil.day = cursor.takeNumber(1, 2);
    const char16_t mark = cursor.peek();
    if (reading.civil.day < 0 || (mark != u' ' && mark != u'/' && mark != u'-'))
        return false;
    cursor.skip();
    reading.civil.month = monthFromName(cursor.word());
    cursor.skip(cursor.word().size());
    if (reading.civil.month == 0 || !cursor.take(mark))
        return false;
    reading.civil.year = cursor.takeNumber(4, 4);
    if (reading.civil.year < 0 || (!cursor.take(u':') && !cursor.take(u' ')))
        return false;
    return takeClock(cursor, reading) && takeZone(cursor, reading);
}

std::optional<TimestampReading> readWithMonthName(QStringView text)
{
    TextCursor cursor(text);
    if (isWeekday(cursor.word())) {
        cursor.skip(cursor.word().size());
        cursor.take(u',');
        cursor.skipSpaces();
    }
    TimestampReading reading;
    const bool isRead = TextCursor::isDigit(cursor.peek()) ? takeDayFirst(cursor, reading)
                                                           : takeMonthFirst(cursor, reading);
    return isRead && isValid(reading.civil) ? std::optional(reading) : std::nullopt;
}

/// Which unit a bare number must be in: the borders lie in the year 5138, far from every real
/// record.
EpochUnit unitBySize(quint64 whole)
{
    if (whole < 100'000'000'000ULL)
        return EpochUnit::Seconds;
    if (whole < 100'000'000'000'000ULL)
        return EpochUnit::Milliseconds;
    if (whole < 100'000'000'000'000'000ULL)
        return EpochUnit::Microseconds;
    return EpochUnit::Nanoseconds;
}

TimePrecision precisionOf(EpochUnit unit, bool hasFraction)
{
    if (unit == EpochUnit::Seconds && !hasFraction)
        return TimePrecision::Second;
    if (unit == EpochUnit::Milliseconds && !hasFraction)
        return TimePrecision::Millisecond;
    return TimePrecision::Microsecond;
}

/// Numbers since 1970, as decimals: a double would lose digits.
std::optional<TimestampReading> readEpoch(QStringView text, EpochUnit unit)
{
    TextCursor cursor(text);
    const bool isNegative = cursor.take(u'-');
    quint64 whole = 0;
    int digits = 0;
    for (; TextCursor::isDigit(cursor.peek()); cursor.skip(), ++digits) {
        if (digits == 19)
            return {};
        whole = whole * 10 + static_cast<quint64>(cursor.peek() - u'0');
    }
    CivilTime fraction;
    TimePrecision ignored = TimePrecision::Second;
    const bool hasFraction = cursor.peek() == u'.';
    // Shorter numbers are years, counts, line numbers: only a stated unit makes them times.
    if (digits == 0 || (unit == EpochUnit::Told && digits < 8)
        || !takeFraction(cursor, fraction, ignored))
        return {};
    if (unit == EpochUnit::Told)
        unit = unitBySize(whole);
    TimestampReading reading;
    reading.offset = 0;
    reading.isEpoch = true;
    // "1519351469 -0800": git's raw form; the offset says where the clock stood, not when it was.
    cursor.skipSpaces();
    if (!cursor.isAtEnd()) {
        TimestampReading zone;
        if (unit != EpochUnit::Seconds || !takeZone(cursor, zone))
            return {};
        reading.offset = zone.offset;
    }
    static constexpr std::array<qint64, 5> kMicroseconds{ 0, 1'000'000, 1'000, 1, 1 };
    const qint64 scale = kMicroseconds[static_cast<size_t>(unit)];
    if (unit == EpochUnit::Nanoseconds)
        whole /= 1000;
    if (whole > static_cast<quint64>(kLatestTime.us / scale))
        return {};
    qint64 us = static_cast<qint64>(whole) * scale + fraction.microsecond * scale / 1'000'000;
    if (isNegative)
        us = -us;
    if (TimePoint{ us } < kEarliestTime)
        return {};
    reading.civil = toUtc({ us + *reading.offset * 1'000'000LL });
    reading.precision = precisionOf(unit, hasFraction);
    return reading;
}

} // namespace

std::optional<EpochUnit> epochUnitFromWord(QStringView word)
{
    if (word == u"s")
        return EpochUnit::Seconds;
    if (word == u"ms")
        return EpochUnit::Milliseconds;
    if (word == u"us" || word == u"µs")
        return EpochUnit::Microseconds;
    if (word == u"ns")
        return EpochUnit::Nanoseconds;
    return {};
}

std::optional<TimePoint> TimestampReading::instant() const
{
    if (!offset)
        return {};
    return TimePoint{ fromUtc(civil).us - *offset * 1'000'000LL };
}

std::optional<TimestampReading> readTimestamp(QStringView text, EpochUnit unit)
{
    text = text.trimmed();
    if (text.size() < 1 || text.size() > 64)
        return {};
    if (unit != EpochUnit::Told)
        return readEpoch(text, unit);
    if (text[0].isLetter())
        return readWithMonthName(text);
    if (const auto iso = readIso(text))
        return iso;
    if (const auto epoch = readEpoch(text, unit))
        return epoch;
    return readWithMonthName(text);
}

int monthFromName(QStringView name)
{
    if (name.size() < 3)
        return 0;
    for (size_t i = 0; i < kMonths.size(); ++i) {
        const QStringView full(kMonths[i]);
        const bool isShort = name.size() == 3 || (name.size() == 4 && i == 8);
        if (isShort ? full.startsWith(name, Qt::CaseInsensitive)
                    : full.compare(name, Qt::CaseInsensitive) == 0)
            return static_cast<int>(i) + 1;
    }
    return 0;
}

bool isWeekday(QStringView name)
{
    if (name.size() < 3)
        return false;
    for (const auto *weekday : kWeekdays) {
        const QStringView full(weekday);
        const bool isShort = name.size() <= 5;
        if (isShort ? full.startsWith(name, Qt::CaseInsensitive)
                    : full.compare(name, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

} // namespace SecondStory::Importing
