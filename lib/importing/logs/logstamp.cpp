// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/logs/logstamp.h"

#include "importing/textcursor.h"

#include <array>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qsizetype kLongestStamp = 64;

bool isDigit(char16_t c)
{
    return TextCursor::isDigit(c);
}

/// Reads ".123", ",123456", ":606" behind the seconds.
bool takeFraction(TextCursor &cursor, WrittenClock &clock, bool mayBeColon)
{
    const char16_t mark = cursor.peek();
    const bool isMark = mark == u'.' || mark == u',' || (mayBeColon && mark == u':');
    if (!isMark || !isDigit(cursor.peek(1)))
        return true;
    cursor.skip();
    int scale = 100'000;
    int digits = 0;
    for (; isDigit(cursor.peek()); cursor.skip(), scale /= 10, ++digits)
        clock.microsecond += (cursor.peek() - u'0') * scale;
    clock.precision = digits <= 3 ? TimePrecision::Millisecond : TimePrecision::Microsecond;
    return digits <= 9;
}

/// "14:17:35", with a fraction or without; logs always write the seconds.
bool takeClock(TextCursor &cursor, WrittenClock &clock, bool mayBeColon = false)
{
    clock.hour = cursor.takeNumber(1, 2);
    if (clock.hour < 0 || clock.hour > 23 || !cursor.take(u':'))
        return false;
    clock.minute = cursor.takeNumber(2, 2);
    if (clock.minute < 0 || clock.minute > 59 || !cursor.take(u':'))
        return false;
    clock.second = cursor.takeNumber(2, 2);
    clock.precision = TimePrecision::Second;
    return clock.second >= 0 && clock.second <= 60 && !isDigit(cursor.peek())
        && takeFraction(cursor, clock, mayBeColon);
}

bool isRealDay(int year, int month, int day)
{
    return isValid(CivilTime{ year, month, day });
}

TimestampReading readingOf(int year, int month, int day, const WrittenClock &clock)
{
    TimestampReading reading;
    reading.civil = { year, month, day, clock.hour, clock.minute, clock.second, clock.microsecond };
    reading.precision = clock.precision;
    return reading;
}

/// "Z", "+0100", "+01:00", "-07", each after one space at most; none is fine too.
bool takeOffset(TextCursor &cursor, TimestampReading &reading)
{
    const qsizetype before = cursor.position();
    if (cursor.peek() == u' ' && (cursor.peek(1) == u'+' || cursor.peek(1) == u'-'))
        cursor.skip();
    const char16_t sign = cursor.peek();
    if (sign == u'Z' && !QChar(cursor.peek(1)).isLetterOrNumber()) {
        cursor.skip();
        reading.offset = 0;
        return true;
    }
    if (sign != u'+' && sign != u'-') {
        cursor.setPosition(before);
        return true;
    }
    cursor.skip();
    const int hours = cursor.takeNumber(2, 2);
    const bool hasColon = cursor.take(u':');
    const int minutes = isDigit(cursor.peek()) ? cursor.takeNumber(2, 2) : hasColon ? -1 : 0;
    // " - message" and "-12 retries" are no offsets.
    if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59 || isDigit(cursor.peek())) {
        cursor.setPosition(before);
        return true;
    }
    reading.offset = (sign == u'-' ? -1 : 1) * (hours * 3600 + minutes * 60);
    return true;
}

/// " UTC" and other abbreviations that the table knows, behind a time without an offset.
void takeZoneWord(TextCursor &cursor, TimestampReading &reading, QStringView stamp)
{
    if (reading.offset || cursor.peek() != u' ')
        return;
    TextCursor ahead = cursor;
    ahead.skip();
    const QStringView word = ahead.word();
    if (word.size() < 3 || word.size() > 5)
        return;
    ahead.skip(word.size());
    const QString text = stamp.left(cursor.position()).toString() + u' ' + word.toString();
    if (const auto read = readTimestamp(text); read && read->offset) {
        reading.offset = read->offset;
        reading.zoneWord = read->zoneWord;
        reading.isAmbiguousZone = read->isAmbiguousZone;
        cursor = ahead;
    }
}

LogStamp finished(LogStamp stamp, const TextCursor &cursor, QStringView line)
{
    stamp.length = cursor.position();
    stamp.text = line.left(stamp.length).toString();
    return stamp;
}

/// "20180220 14:17:35", "20180220T141735Z", "20171223-22:15:29:606".
std::optional<LogStamp> readCompactStamp(QStringView line)
{
    TextCursor cursor(line);
    const int number = cursor.takeNumber(8, 8);
    const char16_t between = cursor.peek();
    if (number < 19'000'000 || (between != u' ' && between != u'T' && between != u'-'))
        return {};
    cursor.skip();
    WrittenClock clock;
    if (between == u'T' && isDigit(cursor.peek(5))) {
        const int digits = cursor.takeNumber(6, 6);
        clock = { digits / 10'000, digits / 100 % 100, digits % 100 };
        clock.precision = TimePrecision::Second;
        if (digits < 0 || clock.hour > 23 || clock.minute > 59 || clock.second > 60
            || !takeFraction(cursor, clock, false))
            return {};
    } else if (!takeClock(cursor, clock, true)) {
        return {};
    }
    LogStamp stamp;
    stamp.full = readingOf(number / 10'000, number / 100 % 100, number % 100, clock);
    if (!isValid(stamp.full->civil) || !takeOffset(cursor, *stamp.full))
        return {};
    return finished(stamp, cursor, line);
}

/// "18/02/20 14:17:35": year, month, day, as Spark writes.
std::optional<LogStamp> readShortYearStamp(QStringView line)
{
    TextCursor cursor(line);
    const int year = cursor.takeNumber(2, 2);
    if (year < 0 || !cursor.take(u'/'))
        return {};
    const int month = cursor.takeNumber(2, 2);
    if (month < 0 || !cursor.take(u'/'))
        return {};
    const int day = cursor.takeNumber(2, 2);
    WrittenClock clock;
    if (day < 0 || !cursor.take(u' ') || !takeClock(cursor, clock)
        || !isRealDay(2000 + year, month, day))
        return {};
    LogStamp stamp;
    stamp.full = readingOf(2000 + year, month, day, clock);
    return finished(stamp, cursor, line);
}

/// "02-20 14:17:35.123" (logcat), "E0220 14:17:35.123456" (klog).
std::optional<LogStamp> readMonthDayStamp(QStringView line)
{
    TextCursor cursor(line);
    LogStamp stamp;
    static constexpr std::array kLevels{ std::pair{ u'I', u"INFO" }, std::pair{ u'W', u"WARNING" },
                                         std::pair{ u'E', u"ERROR" }, std::pair{ u'F', u"FATAL" } };
    for (const auto &[letter, word] : kLevels) {
        if (stamp.level.isEmpty() && cursor.take(letter))
            stamp.level = QString::fromUtf16(word);
    }
    stamp.month = cursor.takeNumber(2, 2);
    if (stamp.month < 0 || (stamp.level.isEmpty() && !cursor.take(u'-')))
        return {};
    stamp.day = cursor.takeNumber(2, 2);
    if (stamp.day < 0 || !cursor.take(u' ') || !takeClock(cursor, stamp.clock)
        || stamp.clock.precision == TimePrecision::Second
        || !isRealDay(2000, stamp.month, stamp.day))
        return {};
    return finished(stamp, cursor, line);
}

/// "20-Feb-2018 14:17:35.123", "20/Feb/2018:14:17:35 +0100".
std::optional<LogStamp> readDayFirstStamp(QStringView line)
{
    TextCursor cursor(line);
    const int day = cursor.takeNumber(1, 2);
    const char16_t mark = cursor.peek();
    if (day < 0 || (mark != u'-' && mark != u'/' && mark != u' '))
        return {};
    cursor.skip();
    const int month = monthFromName(cursor.word());
    cursor.skip(cursor.word().size());
    if (month == 0 || !cursor.take(mark))
        return {};
    const int year = cursor.takeNumber(4, 4);
    WrittenClock clock;
    if (year < 0 || (!cursor.take(u':') && !cursor.take(u' ')) || !takeClock(cursor, clock)
        || !isRealDay(year, month, day))
        return {};
    LogStamp stamp;
    stamp.full = readingOf(year, month, day, clock);
    takeOffset(cursor, *stamp.full);
    return finished(stamp, cursor, line);
}

/// "1428634687", "1428634687.123", "1428634687123" up to nanoseconds, with a gap behind.
std::optional<LogStamp> readEpochStamp(QStringView line)
{
    qsizetype digits = 0;
    while (digits < line.size() && isDigit(line[digits].unicode()) && digits < 20)
        ++digits;
    qsizetype length = digits;
    if (length < line.size() && line[length] == u'.') {
        do {
            ++length;
        } while (length < line.size() && length < kLongestStamp && isDigit(line[length].unicode()));
    }
    const QChar after = length < line.size() ? line[length] : QChar(u' ');
    const bool isUnit = digits == 10 || digits == 13 || digits == 16 || digits == 19;
    if (!isUnit || !(after.isSpace() || QStringView(u":]|,").contains(after)))
        return {};
    LogStamp stamp;
    stamp.full = readTimestamp(line.left(length));
    if (!stamp.full)
        return {};
    stamp.length = length;
    stamp.text = line.left(length).toString();
    return stamp;
}

/// "14:17:35.123" with a gap behind.
std::optional<LogStamp> readClockStamp(QStringView line)
{
    TextCursor cursor(line);
    LogStamp stamp;
    if (!takeClock(cursor, stamp.clock))
        return {};
    const QChar after(cursor.peek());
    if (!cursor.isAtEnd() && !after.isSpace() && !QStringView(u"]|").contains(after))
        return {};
    return finished(stamp, cursor, line);
}

std::optional<LogStamp> readBareStamp(QStringView line)
{
    if (line.isEmpty())
        return {};
    if (line[0].isLetter()) {
        auto stamp = readMonthStamp(line);
        return stamp ? stamp : readMonthDayStamp(line);
    }
    if (!isDigit(line[0].unicode()))
        return {};
    for (const auto read : { readIsoStamp, readEpochStamp, readCompactStamp, readShortYearStamp,
                             readMonthDayStamp, readDayFirstStamp, readClockStamp }) {
        if (auto stamp = read(line))
            return stamp;
    }
    return {};
}

} // namespace

std::optional<LogStamp> readIsoStamp(QStringView line)
{
    const QStringView head = line.left(kLongestStamp);
    TextCursor cursor(head);
    const int year = cursor.takeNumber(4, 4);
    const char16_t mark = cursor.peek();
    if (year < 0 || (mark != u'-' && mark != u'/' && mark != u'.'))
        return {};
    cursor.skip();
    const int month = cursor.takeNumber(1, 2);
    if (month < 0 || !cursor.take(mark))
        return {};
    const int day = cursor.takeNumber(1, 2);
    const char16_t between = cursor.peek();
    if (day < 0 || (between != u'T' && between != u' ' && between != u'_' && between != u'-'))
        return {};
    cursor.skip();
    WrittenClock clock;
    if (!takeClock(cursor, clock))
        return {};
    LogStamp stamp;
    stamp.full = readingOf(year, month, day, clock);
    if (!isValid(stamp.full->civil) || !takeOffset(cursor, *stamp.full))
        return {};
    takeZoneWord(cursor, *stamp.full, head);
    return finished(stamp, cursor, line);
}

std::optional<LogStamp> readMonthStamp(QStringView line)
{
    const QStringView head = line.left(kLongestStamp);
    TextCursor cursor(head);
    if (isWeekday(cursor.word())) {
        cursor.skip(cursor.word().size());
        cursor.take(u',');
        cursor.skipSpaces();
    }
    LogStamp stamp;
    stamp.month = monthFromName(cursor.word());
    cursor.skip(cursor.word().size());
    if (stamp.month == 0 || cursor.peek() != u' ')
        return {};
    cursor.skipSpaces();
    stamp.day = cursor.takeNumber(1, 2);
    cursor.take(u',');
    if (stamp.day < 0 || !cursor.take(u' '))
        return {};
    TextCursor ahead = cursor;
    int year = ahead.takeNumber(4, 4);
    if (year >= 0 && ahead.take(u' '))
        cursor = ahead;
    else
        year = -1;
    if (!takeClock(cursor, stamp.clock))
        return {};
    ahead = cursor;
    if (year < 0 && ahead.take(u' ')) {
        year = ahead.takeNumber(4, 4);
        const bool isYear = year > 1900 && year < 2200
            && (ahead.isAtEnd() || QStringView(u" ]").contains(QChar(ahead.peek())));
        if (isYear)
            cursor = ahead;
        else
            year = -1;
    }
    if (!isRealDay(year < 0 ? 2000 : year, stamp.month, stamp.day))
        return {};
    if (year >= 0) {
        stamp.full = readingOf(year, stamp.month, stamp.day, stamp.clock);
        takeOffset(cursor, *stamp.full);
    }
    return finished(stamp, cursor, line);
}

std::optional<LogStamp> readLogStamp(QStringView line)
{
    const bool isBracketed = !line.isEmpty() && (line[0] == u'[' || line[0] == u'(');
    if (!isBracketed)
        return readBareStamp(line);
    qsizetype gap = 1;
    while (gap < line.size() && gap < 4 && line[gap] == u' ')
        ++gap;
    auto stamp = readBareStamp(line.mid(gap));
    if (!stamp)
        return {};
    const QChar close = line[0] == u'[' ? u']' : u')';
    const qsizetype end = line.mid(0, gap + kLongestStamp).indexOf(close, gap + stamp->length);
    // "[2018-02-20 14:17:35 main]" leaves its bracket to the words.
    const bool isClosed =
        end >= 0 && line.mid(gap + stamp->length, end - gap - stamp->length).trimmed().isEmpty();
    stamp->length = isClosed ? end + 1 : gap + stamp->length;
    return stamp;
}

} // namespace SecondStory::Importing
