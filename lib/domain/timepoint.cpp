// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/timepoint.h"

#include <chrono>

using namespace Qt::StringLiterals;

namespace SecondStory {

namespace {

constexpr qint64 kSecond = 1'000'000;
constexpr qint64 kDay = 86'400 * kSecond;

/// Reads `count` ASCII digits at `position`; -1 when one is missing.
int digits(QStringView text, qsizetype position, int count)
{
    if (position + count > text.size())
        return -1;
    int value = 0;
    for (int i = 0; i < count; ++i) {
        const char16_t c = text[position + i].unicode();
        if (c < u'0' || c > u'9')
            return -1;
        value = value * 10 + (c - u'0');
    }
    return value;
}

} // namespace

TimePoint TimePoint::now()
{
    using namespace std::chrono;
    return { duration_cast<microseconds>(system_clock::now().time_since_epoch()).count() };
}

bool isValid(const CivilTime &c)
{
    using namespace std::chrono;
    if (c.year < 1 || c.year > 9999 || c.month < 1 || c.month > 12 || c.day < 1 || c.day > 31)
        return false;
    const year_month_day day{ year{ c.year }, month{ static_cast<unsigned>(c.month) },
                              std::chrono::day{ static_cast<unsigned>(c.day) } };
    return day.ok() && c.hour >= 0 && c.hour <= 23 && c.minute >= 0 && c.minute <= 59
        && c.second >= 0 && c.second <= 60 && c.microsecond >= 0 && c.microsecond < kSecond;
}

TimePoint fromUtc(const CivilTime &c)
{
    using namespace std::chrono;
    const sys_days days{ year_month_day{ year{ c.year }, month{ static_cast<unsigned>(c.month) },
                                         std::chrono::day{ static_cast<unsigned>(c.day) } } };
    const qint64 seconds = c.hour * 3600LL + c.minute * 60LL + c.second;
    return { days.time_since_epoch().count() * kDay + seconds * kSecond + c.microsecond };
}

CivilTime toUtc(TimePoint time)
{
    using namespace std::chrono;
    qint64 day = time.us / kDay;
    qint64 rest = time.us % kDay;
    if (rest < 0) {
        rest += kDay;
        --day;
    }
    const year_month_day date{ sys_days{ days{ day } } };
    CivilTime c;
    c.year = static_cast<int>(date.year());
    c.month = static_cast<int>(static_cast<unsigned>(date.month()));
    c.day = static_cast<int>(static_cast<unsigned>(date.day()));
    c.hour = static_cast<int>(rest / (3600 * kSecond));
    c.minute = static_cast<int>(rest / (60 * kSecond) % 60);
    c.second = static_cast<int>(rest / kSecond % 60);
    c.microsecond = static_cast<int>(rest % kSecond);
    return c;
}

QString toRfc3339(TimePoint time)
{
    const CivilTime c = toUtc(time);
    char buffer[40];
    int n = std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02dT%02d:%02d:%02d", c.year, c.month,
                          c.day, c.hour, c.minute, c.second);
    if (c.microsecond % 1000 != 0)
        n += std::snprintf(buffer + n, sizeof buffer - static_cast<size_t>(n), ".%06d",
                           c.microsecond);
    else if (c.microsecond != 0)
        n += std::snprintf(buffer + n, sizeof buffer - static_cast<size_t>(n), ".%03d",
                           c.microsecond / 1000);
    buffer[n++] = 'Z';
    return QString::fromLatin1(buffer, n);
}

std::optional<TimePoint> fromRfc3339(QStringView text)
{
    CivilTime c;
    c.year = digits(text, 0, 4);
    c.month = digits(text, 5, 2);
    c.day = digits(text, 8, 2);
    c.hour = digits(text, 11, 2);
    c.minute = digits(text, 14, 2);
    c.second = digits(text, 17, 2);
    if (text.size() < 20 || text[4] != u'-' || text[7] != u'-' || text[13] != u':'
        || text[16] != u':')
        return {};
    if (text[10] != u'T' && text[10] != u't' && text[10] != u' ')
        return {};
    qsizetype at = 19;
    if (text[at] == u'.') {
        ++at;
        int scale = 100'000;
        const qsizetype first = at;
        while (at < text.size() && text[at].unicode() >= u'0' && text[at].unicode() <= u'9') {
            c.microsecond += (text[at].unicode() - u'0') * scale;
            scale /= 10;
            ++at;
        }
        if (at == first)
            return {};
    }
    if (!isValid(c) || at >= text.size())
        return {};
    TimePoint time = fromUtc(c);
    const QChar mark = text[at];
    if (mark == u'Z' || mark == u'z') {
        if (at + 1 != text.size())
            return {};
    } else if (mark == u'+' || mark == u'-') {
        const int hours = digits(text, at + 1, 2);
        const int minutes = digits(text, at + 4, 2);
        if (at + 6 != text.size() || text[at + 3] != u':' || hours < 0 || hours > 23 || minutes < 0
            || minutes > 59)
            return {};
        const qint64 offset = (hours * 60LL + minutes) * 60 * kSecond;
        time.us += mark == u'+' ? -offset : offset;
    } else {
        return {};
    }
    if (time < kEarliestTime || time > kLatestTime)
        return {};
    return time;
}

} // namespace SecondStory
