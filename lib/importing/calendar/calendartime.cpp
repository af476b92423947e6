// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/calendar/calendartime.h"

#include "importing/textcursor.h"
#include "importing/timetext.h"

namespace SecondStory::Importing {

namespace {

constexpr qsizetype kMostTimes = 10'000;

} // namespace

std::optional<CalendarTime> readCalendarTime(QStringView text, const QString &zone)
{
    text = text.trimmed();
    CalendarTime time;
    time.zone = zone;
    time.text = text.left(64).toString();
    TextCursor cursor(text);
    const int day = cursor.takeNumber(8, 8);
    if (day < 0) {
        // Some programs write the extended form, which the format does not know.
        const auto reading = readTimestamp(text);
        if (!reading || reading->isEpoch || reading->offset.value_or(0) != 0)
            return {};
        time.civil = reading->civil;
        time.isUtc = reading->offset.has_value();
        time.isDay = reading->precision == TimePrecision::Day;
        return time;
    }
    time.civil = { day / 10'000, day / 100 % 100, day % 100 };
    if (cursor.isAtEnd()) {
        time.isDay = true;
    } else {
        if (!cursor.take(u'T'))
            return {};
        const int clock = cursor.takeNumber(6, 6);
        if (clock < 0)
            return {};
        time.civil.hour = clock / 10'000;
        time.civil.minute = clock / 100 % 100;
        time.civil.second = clock % 100;
        time.isUtc = cursor.take(u'Z');
        if (!cursor.isAtEnd())
            return {};
    }
    return isValid(time.civil) && time.civil.year > 0 ? std::optional(time) : std::nullopt;
}

QList<CalendarTime> readCalendarTimes(const ContentLine &line)
{
    QList<CalendarTime> times;
    const QString zone = line.parameter(QStringLiteral("TZID"));
    const auto values = QStringView(line.value).split(u',');
    for (QStringView value : values) {
        // An RDATE may be a period; its start is what recurs.
        value = value.left(value.indexOf(u'/') < 0 ? value.size() : value.indexOf(u'/'));
        if (const auto time = readCalendarTime(value, zone); time && times.size() < kMostTimes)
            times.append(*time);
    }
    return times;
}

std::optional<qint64> readCalendarDuration(QStringView text)
{
    TextCursor cursor(text.trimmed());
    cursor.take(u'+');
    if (!cursor.take(u'P'))
        return {};
    qint64 seconds = 0;
    bool isClock = false;
    bool hasPart = false;
    while (!cursor.isAtEnd()) {
        if (cursor.take(u'T')) {
            isClock = true;
            continue;
        }
        const int number = cursor.takeNumber(1, 8);
        const char16_t unit = cursor.peek();
        cursor.skip();
        const qint64 scale = isClock ? (unit == u'H'       ? 3'600
                                            : unit == u'M' ? 60
                                            : unit == u'S' ? 1
                                                           : 0)
                                     : (unit == u'W'       ? 604'800
                                            : unit == u'D' ? 86'400
                                                           : 0);
        if (number < 0 || scale == 0)
            return {};
        seconds += number * scale;
        hasPart = true;
        if (seconds > 100LL * 366 * 86'400)
            return {};
    }
    return hasPart ? std::optional(seconds * 1'000'000) : std::nullopt;
}

std::optional<int> readUtcOffset(QStringView text)
{
    TextCursor cursor(text.trimmed());
    const bool isWest = cursor.take(u'-');
    if (!isWest && !cursor.take(u'+'))
        return {};
    const int number = cursor.takeNumber(4, 4);
    const int seconds = cursor.isAtEnd() ? 0 : cursor.takeNumber(2, 2);
    if (number < 0 || seconds < 0 || number / 100 > 15 || number % 100 > 59 || seconds > 59)
        return {};
    const int offset = number / 100 * 3'600 + number % 100 * 60 + seconds;
    return isWest ? -offset : offset;
}

QString calendarText(const CivilTime &civil)
{
    return QString::asprintf("%04d%02d%02dT%02d%02d%02d", civil.year, civil.month, civil.day,
                             civil.hour, civil.minute, civil.second);
}

} // namespace SecondStory::Importing
