// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/work/jiradate.h"

#include "importing/textcursor.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

bool takeDay(TextCursor &cursor, CivilTime &civil)
{
    civil.day = cursor.takeNumber(1, 2);
    const char16_t mark = cursor.peek();
    if (civil.day < 0 || (mark != u'/' && mark != u'-' && mark != u' '))
        return false;
    cursor.skip();
    const QStringView month = cursor.word();
    civil.month = monthFromName(month);
    cursor.skip(month.size());
    if (civil.month == 0)
        return false;
    cursor.take(u'.');
    if (!cursor.take(mark))
        return false;
    const qsizetype before = cursor.position();
    civil.year = cursor.takeNumber(2, 4);
    const qsizetype digits = cursor.position() - before;
    if (civil.year < 0 || digits == 3)
        return false;
    if (digits == 2)
        civil.year += 2000;
    return true;
}

/// "9:15 AM", "21:15", "9:15:30 PM".
bool takeClock(TextCursor &cursor, JiraDate &date)
{
    CivilTime &civil = date.civil;
    civil.hour = cursor.takeNumber(1, 2);
    if (civil.hour < 0 || !cursor.take(u':'))
        return false;
    civil.minute = cursor.takeNumber(2, 2);
    if (cursor.take(u':')) {
        civil.second = cursor.takeNumber(2, 2);
        date.precision = TimePrecision::Second;
    }
    cursor.skipSpaces();
    const QStringView half = cursor.word();
    const bool isAm = half.compare(u"am", Qt::CaseInsensitive) == 0;
    const bool isPm = half.compare(u"pm", Qt::CaseInsensitive) == 0;
    if (isAm || isPm) {
        cursor.skip(half.size());
        date.isOddMeridiem = civil.hour > 12 || (civil.hour == 0 && isPm);
        if (!date.isOddMeridiem)
            civil.hour = civil.hour % 12 + (isPm ? 12 : 0);
    }
    return cursor.isAtEnd() && civil.minute >= 0 && civil.second >= 0;
}

} // namespace

std::optional<JiraDate> readJiraDate(QStringView text)
{
    text = text.trimmed();
    if (text.isEmpty() || text.size() > 64)
        return {};
    JiraDate date;
    TextCursor cursor(text);
    if (takeDay(cursor, date.civil)) {
        cursor.skipSpaces();
        if (cursor.isAtEnd())
            date.precision = TimePrecision::Day;
        else if (!takeClock(cursor, date))
            return {};
        return isValid(date.civil) ? std::optional(date) : std::nullopt;
    }
    date.stated = readTimestamp(text);
    return date.stated ? std::optional(date) : std::nullopt;
}

} // namespace SecondStory::Importing
