// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/reports/durationtext.h"

#include "importing/textcursor.h"

#include <array>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qint64 kSecond = 1'000'000;
constexpr int kMostDigits = 6; ///< a million days fit well into 64 bits

struct Unit {
    const char16_t *word;
    qint64 seconds;
};

constexpr std::array kUnits{
    Unit{ u"w", 604'800 },  Unit{ u"week", 604'800 }, Unit{ u"weeks", 604'800 },
    Unit{ u"d", 86'400 },   Unit{ u"day", 86'400 },   Unit{ u"days", 86'400 },
    Unit{ u"h", 3'600 },    Unit{ u"hr", 3'600 },     Unit{ u"hrs", 3'600 },
    Unit{ u"hour", 3'600 }, Unit{ u"hours", 3'600 },  Unit{ u"m", 60 },
    Unit{ u"min", 60 },     Unit{ u"mins", 60 },      Unit{ u"minute", 60 },
    Unit{ u"minutes", 60 }, Unit{ u"s", 1 },          Unit{ u"sec", 1 },
    Unit{ u"secs", 1 },     Unit{ u"second", 1 },     Unit{ u"seconds", 1 },
};

qint64 secondsOf(QStringView word)
{
    for (const Unit &unit : kUnits) {
        if (word.compare(QStringView(unit.word), Qt::CaseInsensitive) == 0)
            return unit.seconds;
    }
    return 0;
}

/// "4h", "1.5 hours"; nothing when no number with a unit stands here.
std::optional<qint64> takePart(TextCursor &cursor)
{
    TextCursor ahead = cursor;
    const int whole = ahead.takeNumber(1, kMostDigits);
    if (whole < 0)
        return {};
    int tenths = 0;
    if (ahead.peek() == u'.' && TextCursor::isDigit(ahead.peek(1))) {
        ahead.skip();
        tenths = ahead.takeNumber(1, 1);
        while (TextCursor::isDigit(ahead.peek()))
            ahead.skip();
    }
    ahead.skipSpaces();
    const QStringView word = ahead.word();
    const qint64 seconds = secondsOf(word);
    if (seconds == 0)
        return {};
    ahead.skip(word.size());
    cursor = ahead;
    return whole * seconds * kSecond + tenths * seconds * kSecond / 10;
}

std::optional<qint64> readAtStart(QStringView text)
{
    TextCursor cursor(text);
    std::optional<qint64> total;
    while (true) {
        cursor.skipSpaces();
        if (total && (cursor.peek() == u',' || cursor.peek() == u'~'))
            cursor.skip();
        if (cursor.word() == u"and" || cursor.word() == u"about"
            || cursor.word() == u"approximately")
            cursor.skip(cursor.word().size());
        cursor.skipSpaces();
        if (!total)
            cursor.take(u'~');
        const auto part = takePart(cursor);
        if (!part)
            return total;
        total = total.value_or(0) + *part;
        if (*total > 1'000'000LL * 604'800 * kSecond)
            return {};
    }
}

} // namespace

std::optional<qint64> readDuration(QStringView text)
{
    if (const auto duration = readAtStart(text))
        return duration;
    for (qsizetype open = text.indexOf(u'('); open >= 0; open = text.indexOf(u'(', open + 1)) {
        if (const auto duration = readAtStart(text.mid(open + 1)))
            return duration;
    }
    return {};
}

} // namespace SecondStory::Importing
