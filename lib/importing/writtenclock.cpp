// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/writtenclock.h"

namespace SecondStory::Importing {

namespace {

bool takeSeconds(TextCursor &cursor, WrittenClock &clock)
{
    if (cursor.peek() != u':' || !TextCursor::isDigit(cursor.peek(1)))
        return true;
    cursor.skip();
    clock.second = cursor.takeNumber(2, 2);
    clock.precision = TimePrecision::Second;
    if (clock.second < 0 || clock.second > 60 || cursor.peek() == u':')
        return false;
    if ((cursor.peek() != u'.' && cursor.peek() != u',') || !TextCursor::isDigit(cursor.peek(1)))
        return true;
    cursor.skip();
    int digits = 0;
    for (int scale = 100'000; TextCursor::isDigit(cursor.peek());
         scale /= 10, ++digits, cursor.skip())
        clock.microsecond += (cursor.peek() - u'0') * scale;
    clock.precision = digits <= 3 ? TimePrecision::Millisecond : TimePrecision::Microsecond;
    return true;
}

/// "am", "PM", "a.m.": true when one stands there.
bool takeMeridiem(TextCursor &cursor, WrittenClock &clock)
{
    TextCursor ahead = cursor;
    ahead.skipSpaces();
    const char16_t first = QChar::toLower(static_cast<char32_t>(ahead.peek())) & 0xFFFF;
    if (first != u'a' && first != u'p')
        return false;
    ahead.skip();
    const bool hasDots = ahead.take(u'.');
    if (!ahead.take(u'm') && !ahead.take(u'M'))
        return false;
    if (hasDots)
        ahead.take(u'.');
    if (!TextCursor::isWordBoundary(ahead.peek()))
        return false;
    cursor = ahead;
    clock.isOddMeridiem = clock.hour > 12 || clock.hour == 0;
    clock.hasMeridiem = !clock.isOddMeridiem;
    if (clock.hasMeridiem && first == u'p' && clock.hour < 12)
        clock.hour += 12;
    if (clock.hasMeridiem && first == u'a' && clock.hour == 12)
        clock.hour = 0;
    return true;
}

} // namespace

std::optional<WrittenClock> readClock(TextCursor &cursor)
{
    TextCursor ahead = cursor;
    WrittenClock clock;
    clock.hour = ahead.takeNumber(1, 2);
    if (clock.hour < 0 || clock.hour > 24)
        return {};
    const bool hasMinutes = ahead.peek() == u':' && TextCursor::isDigit(ahead.peek(1));
    if (hasMinutes) {
        ahead.skip();
        clock.minute = ahead.takeNumber(2, 2);
        if (clock.minute < 0 || clock.minute > 59 || TextCursor::isDigit(ahead.peek()))
            return {};
        if (!takeSeconds(ahead, clock))
            return {};
    }
    const bool hasMeridiem = takeMeridiem(ahead, clock);
    if (!hasMinutes && !hasMeridiem)
        return {};
    if (!hasMinutes)
        clock.precision = TimePrecision::Hour;
    if (clock.hour == 24 && (clock.minute != 0 || clock.second != 0))
        return {};
    cursor = ahead;
    return clock;
}

} // namespace SecondStory::Importing
