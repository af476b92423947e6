// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/chat/whatsappline.h"

#include "importing/textcursor.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qsizetype kLongestName = 100;
constexpr qsizetype kLongestClock = 20;

/// Marks for the direction of writing, and the byte order mark; iOS puts them in front of lines.
bool isInvisible(QChar c)
{
    return c == QChar(0x200E) || c == QChar(0x200F) || c == QChar(0xFEFF)
        || (c >= QChar(0x202A) && c <= QChar(0x202E));
}

void skipInvisible(TextCursor &cursor)
{
    while (isInvisible(QChar(cursor.peek())))
        cursor.skip();
}

bool takeDate(TextCursor &cursor, WhatsAppLine &line)
{
    line.date[0] = cursor.takeNumber(1, 4);
    const char16_t mark = cursor.peek();
    if (line.date[0] < 0 || (mark != u'/' && mark != u'.' && mark != u'-'))
        return false;
    line.isYearFirst = line.date[0] > 99;
    cursor.skip();
    line.date[1] = cursor.takeNumber(1, 2);
    if (line.date[1] < 0 || !cursor.take(mark))
        return false;
    if (mark == u'.')
        cursor.skipSpaces();
    line.date[2] = cursor.takeNumber(line.isYearFirst ? 1 : 2, 4);
    return line.date[2] >= 0;
}

/// "23:55", "11:55:03 PM", "11:55 p. m.", "9.05": between the date and the dash or bracket.
bool takeClock(TextCursor &cursor, char16_t end, WhatsAppLine &line)
{
    const QStringView near = cursor.rest().left(kLongestClock);
    const qsizetype stop = end == u']' ? near.indexOf(u']') : near.indexOf(u" - ");
    if (stop < 4)
        return false;
    QString text;
    for (const QChar c : near.left(stop)) {
        if (c.isLetterOrNumber() || c == u':')
            text += c;
        else if (c == u'.' && !text.isEmpty() && text.back().isDigit())
            text += u':';
    }
    // "23.55" is a clock, "11:55 p.m." ends in letters.
    while (text.endsWith(u':'))
        text.chop(1);
    const auto phrase = readClockPhrase(text);
    if (!phrase || !phrase->start || phrase->end || phrase->length != text.size())
        return false;
    line.clock = *phrase->start;
    cursor.skip(stop + (end == u']' ? 1 : 3));
    return true;
}

void takeName(TextCursor &cursor, WhatsAppLine &line)
{
    const QStringView rest = cursor.rest();
    const QStringView near = rest.left(kLongestName);
    qsizetype colon = near.indexOf(u": ");
    if (colon < 0 && near.size() == rest.size() && near.endsWith(u':'))
        colon = near.size() - 1;
    if (colon > 0) {
        line.name = near.left(colon).toString().simplified();
        line.name.removeIf(isInvisible);
        line.words = rest.mid(colon + 1).toString();
    } else {
        line.words = rest.toString();
    }
    line.words.removeIf(isInvisible);
}

/// Two digits stand for this century: the program is younger.
int fullYear(int year)
{
    return year < 100 ? 2000 + year : year;
}

} // namespace

std::optional<WhatsAppLine> readWhatsAppLine(QStringView text)
{
    TextCursor cursor(text);
    WhatsAppLine line;
    skipInvisible(cursor);
    const bool isBracketed = cursor.take(u'[');
    skipInvisible(cursor);
    const qsizetype begin = cursor.position();
    if (!TextCursor::isDigit(cursor.peek()) || !takeDate(cursor, line))
        return {};
    cursor.take(u',');
    skipInvisible(cursor);
    if (!QChar(cursor.peek()).isSpace())
        return {};
    cursor.skipSpaces();
    if (!takeClock(cursor, isBracketed ? u']' : u'-', line))
        return {};
    const qsizetype end = cursor.position() - (isBracketed ? 1 : 3);
    line.timeText = text.mid(begin, end - begin).toString();
    cursor.skipSpaces();
    takeName(cursor, line);
    return line;
}

std::optional<CivilTime> whatsAppDay(const WhatsAppLine &line, DayOrder order)
{
    const auto &[a, b, c] = line.date;
    CivilTime day;
    if (line.isYearFirst || order == DayOrder::YearFirst)
        day = { fullYear(a), b, c };
    else if (order == DayOrder::MonthFirst)
        day = { fullYear(c), a, b };
    else
        day = { fullYear(c), b, a };
    day.hour = line.clock.hour;
    day.minute = line.clock.minute;
    day.second = line.clock.second;
    if (!isValid(day))
        return {};
    return day;
}

void DayOrderGuess::take(const WhatsAppLine &line)
{
    m_hasMeridiem = m_hasMeridiem || line.clock.hasMeridiem;
    if (isSettled())
        return;
    const auto &[a, b, c] = line.date;
    if (line.isYearFirst)
        m_settled = DayOrder::YearFirst;
    else if (a > 12 && b <= 12)
        m_settled = DayOrder::DayFirst;
    else if (b > 12 && a <= 12)
        m_settled = DayOrder::MonthFirst;
    const auto &[before, beforeB, beforeC] = m_previous;
    m_backDayFirst += std::tie(c, b, a) < std::tie(beforeC, beforeB, before) ? 1 : 0;
    m_backMonthFirst += std::tie(c, a, b) < std::tie(beforeC, before, beforeB) ? 1 : 0;
    m_previous = line.date;
}

DayOrder DayOrderGuess::order() const
{
    if (isSettled())
        return m_settled;
    if (m_backDayFirst != m_backMonthFirst)
        return m_backDayFirst < m_backMonthFirst ? DayOrder::DayFirst : DayOrder::MonthFirst;
    return m_hasMeridiem ? DayOrder::MonthFirst : DayOrder::DayFirst;
}

} // namespace SecondStory::Importing
