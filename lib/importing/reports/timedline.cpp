// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/reports/timedline.h"

#include "importing/textcursor.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

std::optional<TimedLine> readTimedLine(const QString &content)
{
    qsizetype lead = 0;
    while (lead < content.size() && QStringView(u"*_`[( ").contains(content[lead]))
        ++lead;
    if (lead > 6)
        return {};
    const auto phrase = readClockPhrase(QStringView(content).mid(lead));
    if (!phrase)
        return {};
    const QString opened = content.left(lead);
    qsizetype at = lead + phrase->length;
    if (QStringView(content).mid(at).trimmed().startsWith(u"-->"))
        return {};
    const auto isCloser = [&opened](QChar c) {
        return (c == u']' && opened.contains(u'[')) || (c == u')' && opened.contains(u'('))
            || ((c == u'*' || c == u'_' || c == u'`') && opened.contains(c));
    };
    // "**30 July 2012, 02:33 IST.** It tripped": the full stop ends the time.
    if (at + 1 < content.size() && content[at] == u'.'
        && (content[at + 1].isSpace() || isCloser(content[at + 1])))
        ++at;
    const auto isSeparator = [](QChar c) {
        return c.isSpace() || c == u':' || c == u'|' || c == u',' || c == u';' || c == u'·'
            || TextCursor::isDash(c.unicode());
    };
    while (at < content.size() && (isCloser(content[at]) || isSeparator(content[at])))
        ++at;
    return TimedLine{ *phrase, content.mid(lead, phrase->length).trimmed(), content.mid(at) };
}

bool hasClock(const TimedLine &line)
{
    return line.phrase.start || line.phrase.isUnknownClock;
}

HalfDay halfDayIn(const QString &heading)
{
    QString word;
    for (const QChar c : QString(heading + u' ')) {
        if (c.isLetterOrNumber() || c == u'.') {
            word += c;
            continue;
        }
        if (word == u"AM"_s || word.compare(u"a.m."_s, Qt::CaseInsensitive) == 0)
            return HalfDay::Morning;
        if (word == u"PM"_s || word.compare(u"p.m."_s, Qt::CaseInsensitive) == 0)
            return HalfDay::Afternoon;
        word.clear();
    }
    return HalfDay::None;
}

void applyHalfDay(HalfDay half, WrittenClock &clock)
{
    if (half == HalfDay::None || clock.hasMeridiem || clock.hour < 1 || clock.hour > 12)
        return;
    clock.hour = clock.hour % 12 + (half == HalfDay::Afternoon ? 12 : 0);
    clock.hasMeridiem = true;
}

std::optional<WrittenDay> readNumericDay(const QString &content)
{
    TextCursor cursor(content);
    const int first = cursor.takeNumber(1, 2);
    const char16_t mark = cursor.peek();
    if (first < 0 || (mark != u'/' && mark != u'.'))
        return {};
    cursor.skip();
    const int second = cursor.takeNumber(1, 2);
    if (second < 0 || !cursor.take(mark))
        return {};
    const qsizetype before = cursor.position();
    int year = cursor.takeNumber(2, 4);
    if (year < 0 || !cursor.isAtEnd() || cursor.position() - before == 3)
        return {};
    year += year < 100 ? 2000 : 0;
    const WrittenDay dayFirst{ year, second, first, content.size() };
    const WrittenDay monthFirst{ year, first, second, content.size() };
    const auto isReal = [](const WrittenDay &day) {
        return isValid(CivilTime{ day.year, day.month, day.day });
    };
    if (isReal(dayFirst) == isReal(monthFirst) && first != second)
        return {};
    return isReal(dayFirst)  ? std::optional(dayFirst)
        : isReal(monthFirst) ? std::optional(monthFirst)
                             : std::nullopt;
}

} // namespace SecondStory::Importing
