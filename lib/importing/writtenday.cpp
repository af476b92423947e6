// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/writtenday.h"

#include "domain/timepoint.h"
#include "importing/textcursor.h"
#include "importing/timetext.h"

namespace SecondStory::Importing {

namespace {

constexpr int kEarliestYear = 1900;
constexpr int kLatestYear = 2199;

bool isRealDay(const WrittenDay &day)
{
    // Without a year the 29th of February has to pass.
    return isValid(CivilTime{ day.year == 0 ? 2000 : day.year, day.month, day.day });
}

void takeOrdinal(TextCursor &cursor)
{
    const QStringView word = cursor.word();
    for (const auto *ordinal : { u"st", u"nd", u"rd", u"th" }) {
        if (word.compare(QStringView(ordinal), Qt::CaseInsensitive) == 0)
            cursor.skip(2);
    }
}

/// ", 2018" or " 2018"; 0 when no year follows.
int takeYear(TextCursor &cursor)
{
    const qsizetype before = cursor.position();
    cursor.skipSpaces();
    cursor.take(u',');
    cursor.skipSpaces();
    const int year = cursor.takeNumber(4, 4);
    if (year >= kEarliestYear && year <= kLatestYear && TextCursor::isWordBoundary(cursor.peek())
        && !(cursor.peek() == u':' && TextCursor::isDigit(cursor.peek(1))))
        return year;
    cursor.setPosition(before);
    return 0;
}

bool takeIsoDay(TextCursor &cursor, WrittenDay &day)
{
    day.year = cursor.takeNumber(4, 4);
    const char16_t mark = cursor.peek();
    if (day.year < kEarliestYear || day.year > kLatestYear || (mark != u'-' && mark != u'/'))
        return false;
    cursor.skip();
    day.month = cursor.takeNumber(1, 2);
    if (day.month < 0 || !cursor.take(mark))
        return false;
    day.day = cursor.takeNumber(1, 2);
    return day.day > 0 && !TextCursor::isDigit(cursor.peek());
}

/// "Feb 20 2018", "October 29-30, 2025" (the first day counts), "Oct 30th".
bool takeMonthFirst(TextCursor &cursor, WrittenDay &day)
{
    day.month = monthFromName(cursor.word());
    if (day.month == 0)
        return false;
    cursor.skip(cursor.word().size());
    cursor.take(u'.');
    if (cursor.peek() != u' ')
        return false;
    cursor.skipSpaces();
    day.day = cursor.takeNumber(1, 2);
    takeOrdinal(cursor);
    const bool isClock = cursor.peek() == u':' && TextCursor::isDigit(cursor.peek(1));
    if (day.day < 1 || isClock || !TextCursor::isWordBoundary(cursor.peek()))
        return false;
    const qsizetype before = cursor.position();
    if (TextCursor::isDash(cursor.peek())) {
        cursor.skip();
        if (cursor.takeNumber(1, 2) < 1
            || (cursor.peek() == u':' && TextCursor::isDigit(cursor.peek(1))))
            cursor.setPosition(before);
    }
    day.year = takeYear(cursor);
    return true;
}

/// "20 Feb 2018", "19. April", "30th of October".
bool takeDayFirst(TextCursor &cursor, WrittenDay &day)
{
    day.day = cursor.takeNumber(1, 2);
    if (day.day < 1)
        return false;
    takeOrdinal(cursor);
    cursor.take(u'.');
    if (cursor.peek() != u' ' && cursor.peek() != u'-')
        return false;
    cursor.skip();
    cursor.skipSpaces();
    if (cursor.word() == u"of") {
        cursor.skip(2);
        cursor.skipSpaces();
    }
    day.month = monthFromName(cursor.word());
    if (day.month == 0)
        return false;
    cursor.skip(cursor.word().size());
    cursor.take(u'-');
    day.year = takeYear(cursor);
    return TextCursor::isWordBoundary(cursor.peek());
}

} // namespace

std::optional<WrittenDay> readDay(QStringView text)
{
    for (auto *take : { takeIsoDay, takeMonthFirst, takeDayFirst }) {
        TextCursor cursor(text);
        WrittenDay day;
        if (take(cursor, day) && isRealDay(day)) {
            day.length = cursor.position();
            return day;
        }
    }
    return {};
}

std::optional<WrittenDay> findDay(QStringView text)
{
    bool isWordStart = true;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool isPartOfWord = text[at].isLetterOrNumber();
        if (isPartOfWord && isWordStart) {
            const auto day = readDay(text.mid(at));
            if (day && day->year != 0)
                return day;
        }
        isWordStart = !isPartOfWord;
    }
    return {};
}

} // namespace SecondStory::Importing
