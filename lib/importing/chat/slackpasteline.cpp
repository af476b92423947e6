// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/chat/slackpasteline.h"

#include "importing/textcursor.h"
#include "importing/timetext.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qsizetype kLongestName = 80;
constexpr qsizetype kLongestClock = 12;

/// "4:06 PM", "07:16 AM", "16:06": the whole of `text` and nothing else.
std::optional<WrittenClock> readClock(QStringView text)
{
    text = text.trimmed();
    if (text.size() < 4 || text.size() > kLongestClock || !text[0].isDigit())
        return {};
    const auto phrase = readClockPhrase(text);
    if (!phrase || !phrase->start || phrase->end || phrase->day || !phrase->zoneId.isEmpty()
        || phrase->length != text.size() || phrase->start->precision != TimePrecision::Minute)
        return {};
    return phrase->start;
}

/// A name as Slack shows it: short, with a letter, and no sentence.
bool isName(QStringView name)
{
    if (name.isEmpty() || name.size() > kLongestName || name.startsWith(u'>')
        || name.startsWith(u"- ") || name.startsWith(u"* ") || name.endsWith(u':')
        || name.endsWith(u'[') || name.endsWith(u',') || name.endsWith(u" at"))
        return false;
    return std::any_of(name.begin(), name.end(), [](QChar c) { return c.isLetter(); });
}

void setName(QStringView name, SlackPasteLine &line)
{
    line.name = name.toString().simplified();
    for (const auto *badge : { u" APP", u" BOT", u" WORKFLOW" }) {
        if (line.name.endsWith(QStringView(badge))) {
            line.name.chop(QStringView(badge).size());
            line.isProgram = true;
        }
    }
}

/// "name [4:06 PM]" and "[4:06 PM] words".
bool takeBracketed(QStringView text, SlackPasteLine &line)
{
    const bool isLeading = text.startsWith(u'[');
    if (!isLeading && !text.endsWith(u']'))
        return false;
    const qsizetype open = isLeading ? 0 : text.lastIndexOf(u'[');
    const qsizetype close =
        isLeading ? text.left(kLongestClock + 2).indexOf(u']') : text.size() - 1;
    if (open < 0 || close < open)
        return false;
    const QStringView inside = text.mid(open + 1, close - open - 1);
    const auto clock = readClock(inside);
    const QStringView name = text.left(open).trimmed();
    if (!clock || (!isLeading && !isName(name)))
        return false;
    line.kind = isLeading ? SlackPasteLine::Kind::Clock : SlackPasteLine::Kind::Header;
    line.clock = *clock;
    line.timeText = inside.trimmed().toString();
    line.isBracketed = true;
    line.words = text.mid(close + 1).trimmed().toString();
    setName(name, line);
    return true;
}

/// "name  4:06 PM": at least two spaces, a tab or a hard space in front of the clock, so that a
/// sentence that ends in a time is none.
bool takeSpaced(QStringView text, SlackPasteLine &line)
{
    for (qsizetype at = text.size() - 4; at > 0 && text.size() - at <= kLongestClock; --at) {
        const bool isGap = text[at - 1] == u'\t' || text[at - 1] == QChar::Nbsp
            || (at > 1 && text[at - 1] == u' ' && text[at - 2].isSpace());
        if (!text[at].isDigit() || !isGap)
            continue;
        const auto clock = readClock(text.mid(at));
        const QStringView name = text.left(at).trimmed();
        if (!clock || !isName(name))
            continue;
        line.kind = SlackPasteLine::Kind::Header;
        line.clock = *clock;
        line.timeText = text.mid(at).toString();
        setName(name, line);
        return true;
    }
    return false;
}

/// A clock alone in its line; without am or pm only where Slack indents it.
bool takeClockAlone(QStringView text, bool isIndented, SlackPasteLine &line)
{
    const auto clock = readClock(text);
    if (!clock || !(clock->hasMeridiem || clock->isOddMeridiem || isIndented))
        return false;
    line.kind = SlackPasteLine::Kind::Clock;
    line.clock = *clock;
    line.timeText = text.toString();
    return true;
}

bool takeHeading(QStringView text, SlackPasteLine &line)
{
    if (!text.startsWith(u"## ") && !text.startsWith(u"### ") && !text.startsWith(u"#### "))
        return false;
    line.kind = SlackPasteLine::Kind::Heading;
    const QString words = text.mid(text.indexOf(u' ')).toString().simplified();
    line.name = words;
    for (const QString &word : words.split(u' ')) {
        if (word.size() < 2 || !word.startsWith(u'#'))
            continue;
        line.name = word;
        while (QStringView(u",.:;!?").contains(line.name.back()))
            line.name.chop(1);
    }
    return true;
}

/// "----- May 30th, 2019 -----", "Thursday, May 30th, 2019", "2019-05-30".
bool takeDay(QStringView text, SlackPasteLine &line)
{
    while (!text.isEmpty() && (TextCursor::isDash(text.front().unicode()) || text[0].isSpace()))
        text = text.mid(1);
    while (!text.isEmpty() && (TextCursor::isDash(text.back().unicode()) || text.back().isSpace()))
        text.chop(1);
    TextCursor cursor(text);
    if (isWeekday(cursor.word())) {
        cursor.skip(cursor.word().size());
        cursor.take(u',');
        cursor.skipSpaces();
    }
    const auto day = readDay(cursor.rest());
    if (!day || day->year == 0 || day->length != cursor.rest().size())
        return false;
    line.kind = SlackPasteLine::Kind::Day;
    line.day = *day;
    return true;
}

} // namespace

SlackPasteLine readSlackPasteLine(QStringView text)
{
    SlackPasteLine line;
    const bool isIndented = text.startsWith(u"  ") || text.startsWith(u'\t');
    QStringView rest = text.trimmed();
    line.isQuoted = rest.startsWith(u'>');
    if (line.isQuoted)
        rest = rest.mid(1).trimmed();
    if (rest.isEmpty() || takeBracketed(rest, line) || takeSpaced(rest, line)
        || takeClockAlone(rest, isIndented, line))
        return line;
    if (!line.isQuoted && !takeHeading(rest, line))
        takeDay(rest, line);
    return line;
}

} // namespace SecondStory::Importing
