// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/chat/ircstamp.h"

#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qsizetype kLongestStamp = 40;

struct MonthWord {
    const char16_t *word;
    int month;
};

/// XChat writes months in the language of the desktop: those that differ from English.
constexpr std::array kMonthWords{
    MonthWord{ u"gen", 1 },  MonthWord{ u"ene", 1 },  MonthWord{ u"janv", 1 },
    MonthWord{ u"fév", 2 },  MonthWord{ u"févr", 2 }, MonthWord{ u"fev", 2 },
    MonthWord{ u"mär", 3 },  MonthWord{ u"mrt", 3 },  MonthWord{ u"mars", 3 },
    MonthWord{ u"avr", 4 },  MonthWord{ u"abr", 4 },  MonthWord{ u"mag", 5 },
    MonthWord{ u"mai", 5 },  MonthWord{ u"mei", 5 },  MonthWord{ u"maj", 5 },
    MonthWord{ u"giu", 6 },  MonthWord{ u"juin", 6 }, MonthWord{ u"lug", 7 },
    MonthWord{ u"juil", 7 }, MonthWord{ u"ago", 8 },  MonthWord{ u"aoû", 8 },
    MonthWord{ u"août", 8 }, MonthWord{ u"set", 9 },  MonthWord{ u"ott", 10 },
    MonthWord{ u"okt", 10 }, MonthWord{ u"out", 10 }, MonthWord{ u"dic", 12 },
    MonthWord{ u"dez", 12 }, MonthWord{ u"déc", 12 },
};

int monthFromAnyName(QStringView name)
{
    if (const int month = monthFromName(name); month != 0)
        return month;
    for (const MonthWord &known : kMonthWords) {
        if (name.compare(QStringView(known.word), Qt::CaseInsensitive) == 0)
            return known.month;
    }
    return 0;
}

/// "12:18" or "12:18:05"; nothing when it is no time of day.
std::optional<WrittenClock> takeClock(TextCursor &cursor)
{
    TextCursor ahead = cursor;
    WrittenClock clock;
    clock.hour = ahead.takeNumber(1, 2);
    if (clock.hour < 0 || clock.hour > 23 || !ahead.take(u':'))
        return {};
    clock.minute = ahead.takeNumber(2, 2);
    if (clock.minute < 0 || clock.minute > 59)
        return {};
    if (ahead.peek() == u':') {
        ahead.skip();
        clock.second = ahead.takeNumber(2, 2);
        clock.precision = TimePrecision::Second;
        if (clock.second < 0 || clock.second > 60)
            return {};
    }
    if (TextCursor::isDigit(ahead.peek()) || ahead.peek() == u':')
        return {};
    cursor = ahead;
    return clock;
}

/// "2014-12-01 12:18:05", with T, with an offset or not: `text` and nothing else.
bool readFull(QStringView text, IrcStamp &stamp)
{
    if (text.size() < 16 || text[4] != u'-')
        return false;
    const auto reading = readTimestamp(text);
    if (!reading)
        return false;
    stamp.kind = IrcStamp::Kind::Full;
    stamp.reading = *reading;
    stamp.text = text.toString();
    return true;
}

/// "[12:18]", "[2014-12-01 12:18:05]".
bool takeBracketed(TextCursor &cursor, IrcStamp &stamp)
{
    const QStringView near = cursor.rest().left(kLongestStamp);
    const qsizetype close = near.startsWith(u'[') ? near.indexOf(u']') : -1;
    if (close < 5)
        return false;
    const QStringView inside = near.mid(1, close - 1).trimmed();
    TextCursor clock(inside);
    if (const auto read = takeClock(clock); read && clock.isAtEnd()) {
        stamp.kind = IrcStamp::Kind::Clock;
        stamp.clock = *read;
        stamp.text = inside.toString();
    } else if (!readFull(inside, stamp)) {
        return false;
    }
    cursor.skip(close + 1);
    return true;
}

/// "2014-12-01 12:18:05<tab>", "2014-12-01T12:18:05 ".
bool takeIso(TextCursor &cursor, IrcStamp &stamp)
{
    const QStringView near = cursor.rest().left(kLongestStamp);
    if (near.size() < 16 || near[4] != u'-' || near[7] != u'-')
        return false;
    qsizetype end = 11;
    while (end < near.size() && !near[end].isSpace())
        ++end;
    if (!readFull(near.left(end), stamp))
        return false;
    cursor.skip(end);
    return true;
}

/// "dec 31 21:11:58"; a clock that cannot be is still part of the stamp.
bool takeYearless(TextCursor &cursor, IrcStamp &stamp)
{
    TextCursor ahead = cursor;
    ahead.skipSpaces();
    const qsizetype begin = ahead.position();
    stamp.month = monthFromAnyName(ahead.word());
    if (stamp.month == 0)
        return false;
    ahead.skip(ahead.word().size());
    ahead.take(u'.');
    ahead.skipSpaces();
    stamp.day = ahead.takeNumber(1, 2);
    if (stamp.day < 1 || ahead.peek() != u' ' || !TextCursor::isDigit(ahead.peek(1)))
        return false;
    ahead.skipSpaces();
    const auto clock = takeClock(ahead);
    const bool isDay = isValid(CivilTime{ 2000, stamp.month, stamp.day });
    if (clock)
        stamp.clock = *clock;
    else
        while (TextCursor::isDigit(ahead.peek()) || ahead.peek() == u':')
            ahead.skip();
    stamp.kind = clock && isDay ? IrcStamp::Kind::Yearless : IrcStamp::Kind::Unreadable;
    const qsizetype end = ahead.position();
    ahead.setPosition(begin);
    stamp.text = ahead.rest().left(end - begin).toString();
    cursor.setPosition(end);
    return true;
}

/// "T 1232315916 "; "T " alone where the time is missing.
bool takeEpoch(TextCursor &cursor, IrcStamp &stamp)
{
    if (cursor.peek() != u'T' || cursor.peek(1) != u' ')
        return false;
    TextCursor ahead = cursor;
    ahead.skip(2);
    qint64 seconds = 0;
    int digits = 0;
    for (; TextCursor::isDigit(ahead.peek()) && digits < 12; ahead.skip(), ++digits)
        seconds = seconds * 10 + (ahead.peek() - u'0');
    if (digits == 0 || !(ahead.peek() == u' ' || ahead.isAtEnd()))
        return false;
    stamp.kind = seconds == 0 ? IrcStamp::Kind::None : IrcStamp::Kind::Epoch;
    stamp.seconds = seconds;
    stamp.text = QString::number(seconds);
    cursor = ahead;
    return true;
}

} // namespace

IrcStamp takeIrcStamp(TextCursor &cursor)
{
    IrcStamp stamp;
    if (takeEpoch(cursor, stamp) || takeBracketed(cursor, stamp) || takeIso(cursor, stamp)
        || takeYearless(cursor, stamp))
        return stamp;
    stamp = IrcStamp();
    TextCursor ahead = cursor;
    const auto clock = takeClock(ahead);
    if (clock && ahead.peek() == u' ') {
        stamp.kind = IrcStamp::Kind::Clock;
        stamp.clock = *clock;
        stamp.text = cursor.rest().left(ahead.position() - cursor.position()).toString();
        cursor = ahead;
    } else if (cursor.rest().startsWith(u"T ")) {
        cursor.skip(2);
    }
    return stamp;
}

std::optional<CivilTime> readIrcDayLine(const QString &line)
{
    const bool isDayLine = line.startsWith(u"--- Log "_s) || line.startsWith(u"--- Day changed "_s)
        || line.startsWith(u"**** "_s);
    if (!isDayLine || line.size() > 200)
        return {};
    const QStringList words = line.simplified().split(u' ');
    const qsizetype n = words.size();
    if (n < 5)
        return {};
    const bool hasClock = words[n - 2].contains(u':');
    CivilTime day;
    day.year = words[n - 1].toInt();
    day.day = words[n - (hasClock ? 3 : 2)].toInt();
    day.month = monthFromAnyName(words[n - (hasClock ? 4 : 3)]);
    if (day.year < 1985 || day.year > 2199 || !isValid(day))
        return {};
    return day;
}

} // namespace SecondStory::Importing
