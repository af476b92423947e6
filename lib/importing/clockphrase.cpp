// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/clockphrase.h"

#include "importing/textcursor.h"
#include "importing/timetext.h"
#include "importing/zoneabbreviations.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

/// Reads one time phrase part by part, in whatever order they stand.
class PhraseReader {
public:
    explicit PhraseReader(QStringView text)
        : m_cursor(text)
    {
    }

    std::optional<ClockPhrase> read()
    {
        while (takePart())
            m_phrase.length = m_cursor.position();
        const bool saysWhen = m_phrase.start || m_phrase.day || m_phrase.isUnknownClock;
        if (!saysWhen)
            return {};
        m_cursor.setPosition(m_phrase.length);
        if (!TextCursor::isWordBoundary(m_cursor.peek()))
            return {};
        return m_phrase;
    }

private:
    bool takePart()
    {
        m_cursor.skipSpaces();
        if (m_cursor.isAtEnd())
            return false;
        if (m_phrase.length > 0 && (m_cursor.peek() == u',' || m_cursor.peek() == u'@')) {
            m_cursor.skip();
            m_cursor.skipSpaces();
        }
        return takeParenthesis() || takeSlash() || takeApproximation() || takeUnknownClock()
            || takeDay() || takeClock() || takeZone();
    }

    bool takeApproximation()
    {
        if (m_cursor.peek() == u'~' || m_cursor.peek() == u'≈') {
            m_cursor.skip();
            m_phrase.isApproximate = true;
            return true;
        }
        // "Early in the process …" is prose: such words count only right before a time.
        TextCursor ahead = m_cursor;
        int words = 0;
        for (; words < 3 && isApproximateWord(ahead.word()); ++words) {
            ahead.skip(ahead.word().size());
            ahead.take(u'.');
            ahead.skipSpaces();
        }
        if (words == 0 || m_phrase.start || !startsWithTime(ahead))
            return false;
        m_cursor = ahead;
        m_phrase.isApproximate = true;
        return true;
    }

    static bool isApproximateWord(QStringView word)
    {
        static constexpr std::array kWords{ u"about",   u"around",    u"approx", u"approximately",
                                            u"circa",   u"roughly",   u"early",  u"late",
                                            u"morning", u"afternoon", u"evening" };
        return std::any_of(kWords.begin(), kWords.end(), [word](const char16_t *known) {
            return word.compare(QStringView(known), Qt::CaseInsensitive) == 0;
        });
    }

    static bool startsWithTime(TextCursor cursor)
    {
        return isWeekday(cursor.word()) || readDay(cursor.rest()) || readClock(cursor);
    }

    /// "(maybe earlier?)", "(UTC)", "(Oct 29)": a note on the time belongs to it, any other to the
    /// words.
    bool takeParenthesis()
    {
        if (m_cursor.peek() != u'(' || m_phrase.length == 0)
            return false;
        const qsizetype close = m_cursor.rest().indexOf(u')');
        if (close < 0 || close > 80)
            return false;
        const QStringView inside = m_cursor.rest().mid(1, close - 1).trimmed();
        if (takeNote(inside)) {
            m_cursor.skip(close + 1);
            return true;
        }
        return false;
    }

    /// "10:15 CET / 09:15 UTC".
    bool takeSlash()
    {
        if (m_cursor.peek() != u'/' || m_phrase.zoneId.isEmpty())
            return false;
        TextCursor ahead = m_cursor;
        ahead.skip();
        ahead.skipSpaces();
        if (!takePaired(ahead, false))
            return false;
        m_cursor = ahead;
        return true;
    }

    /// The same moment on another clock. One in UTC says beyond doubt what the first one means.
    bool takePaired(TextCursor &cursor, bool isWhole)
    {
        TextCursor ahead = cursor;
        const auto clock = m_phrase.start ? readClock(ahead) : std::nullopt;
        ahead.skipSpaces();
        const auto zone = clock ? readZone(ahead.rest()) : std::nullopt;
        if (!zone)
            return false;
        ahead.skip(zone->length);
        if (!TextCursor::isWordBoundary(ahead.peek()) || (isWhole && !ahead.isAtEnd()))
            return false;
        cursor = ahead;
        if (zone->id == u"UTC"_s && !m_phrase.isUtcZone)
            setOffset((m_phrase.start->seconds() - clock->seconds()) / 60);
        return true;
    }

    /// Units: minutes east of UTC, off by whole days at most.
    void setOffset(int minutes)
    {
        constexpr int kDay = 24 * 60;
        minutes = ((minutes % kDay) + kDay) % kDay;
        const int written = QStringView(m_phrase.zoneId).mid(1, 2).toInt() * 60
            + QStringView(m_phrase.zoneId).mid(4, 2).toInt();
        const bool agrees = !m_phrase.zoneId.isEmpty() && !m_phrase.zoneId.contains(u'/')
            && ((m_phrase.zoneId.startsWith(u'-') ? kDay - written : written) - minutes) % kDay
                == 0;
        m_phrase.isUtcZone = agrees;
        if (agrees || minutes % 15 != 0)
            return;
        m_phrase.zoneId = offsetId((minutes > kDay / 2 ? minutes - kDay : minutes) * 60);
        m_phrase.isUtcZone = true;
    }

    bool takeNote(QStringView inside)
    {
        TextCursor paired(inside);
        if (takePaired(paired, true))
            return true;
        if (!m_phrase.day) {
            const auto day = readDay(inside);
            if (day && day->length == inside.size()) {
                m_phrase.day = day;
                return true;
            }
        }
        const auto zone = readZone(inside);
        if (zone && zone->length == inside.size()) {
            if (m_phrase.zoneId.isEmpty())
                setZone(*zone);
            return true;
        }
        for (const auto *word : { u"maybe", u"approx", u"about", u"around", u"sure", u"perhaps",
                                  u"unknown", u"?", u"estimate", u"roughly", u"probably" }) {
            if (inside.contains(QStringView(word), Qt::CaseInsensitive)) {
                m_phrase.isApproximate = true;
                return true;
            }
        }
        return false;
    }

    /// "--:--", "2X:XX", "??:??", "???".
    bool takeUnknownClock()
    {
        if (m_phrase.start || m_phrase.isUnknownClock)
            return false;
        const auto isOpen = [](char16_t c) {
            return c == u'?' || c == u'X' || c == u'x' || c == u'_' || TextCursor::isDash(c);
        };
        if (m_cursor.peek() == u'?' && m_cursor.peek(1) == u'?' && m_cursor.peek(2) == u'?') {
            while (m_cursor.peek() == u'?')
                m_cursor.skip();
            m_phrase.isUnknownClock = true;
            return true;
        }
        int open = 0;
        for (const int at : { 0, 1, 3, 4 }) {
            if (isOpen(m_cursor.peek(at)))
                ++open;
            else if (!TextCursor::isDigit(m_cursor.peek(at)))
                return false;
        }
        if (open == 0 || m_cursor.peek(2) != u':' || !TextCursor::isWordBoundary(m_cursor.peek(5)))
            return false;
        m_cursor.skip(5);
        m_phrase.isUnknownClock = true;
        return true;
    }

    bool takeDay()
    {
        if (m_phrase.day)
            return false;
        TextCursor ahead = m_cursor;
        const QStringView word = ahead.word();
        const bool startsWithWeekday = isWeekday(word);
        if (startsWithWeekday) {
            ahead.skip(word.size());
            ahead.take(u',');
            ahead.skipSpaces();
        }
        const auto day = readDay(ahead.rest());
        if (!day)
            return false;
        ahead.skip(day->length);
        // "2018-02-20T14:17" joins both parts.
        m_isJoined =
            (ahead.peek() == u'T' || ahead.peek() == u't') && TextCursor::isDigit(ahead.peek(1));
        if (m_isJoined)
            ahead.skip();
        m_phrase.day = day;
        m_cursor = ahead;
        return true;
    }

    bool takeClock()
    {
        if (m_phrase.start || m_phrase.isUnknownClock)
            return false;
        auto first = readClock(m_cursor);
        if (!first)
            return false;
        m_phrase.start = first;
        takeRangeEnd();
        return true;
    }

    void takeRangeEnd()
    {
        TextCursor ahead = m_cursor;
        ahead.skipSpaces();
        // "16:22 PST - 17:00 PST": the first zone stands for both.
        if (const auto zone = readZone(ahead.rest()); zone && ahead.rest()[0].isLetter()) {
            ahead.skip(zone->length);
            ahead.skipSpaces();
        }
        if (TextCursor::isDash(ahead.peek()))
            ahead.skip();
        else if (ahead.word() == u"to" || ahead.word() == u"until")
            ahead.skip(ahead.word().size());
        else
            return;
        ahead.skipSpaces();
        if (ahead.peek() == u'~') {
            m_phrase.isApproximate = true;
            ahead.skip();
        }
        auto end = readClock(ahead);
        if (!end || !TextCursor::isWordBoundary(ahead.peek()) || isOffset(*end))
            return;
        // "2:00-3:30 PM": the mark behind the end holds for both.
        WrittenClock &start = *m_phrase.start;
        if (end->hasMeridiem && !start.hasMeridiem && start.hour < 12 && end->hour >= 12
            && (start.hour + 12) * 60 + start.minute <= end->hour * 60 + end->minute)
            start.hour += 12;
        m_cursor.skipSpaces();
        const auto zone = m_cursor.word().isEmpty() ? std::nullopt : readZone(m_cursor.rest());
        if (zone && m_phrase.zoneId.isEmpty())
            setZone(*zone);
        m_phrase.end = end;
        m_cursor = ahead;
    }

    /// True when "-05:00" right behind the clock is no end but an offset: the clock is written as
    /// programs write it, or a range to there would go back in time.
    [[nodiscard]] bool isOffset(const WrittenClock &end) const
    {
        const char16_t dash = m_cursor.peek();
        const bool isTight =
            (dash == u'-' || dash == u'−') && TextCursor::isDigit(m_cursor.peek(2));
        const bool isWestern = end.hour <= 12
            && (end.minute == 0
                || (end.minute == 30 && (end.hour == 2 || end.hour == 3 || end.hour == 9)));
        if (!isTight || !isWestern || end.hasMeridiem || end.precision != TimePrecision::Minute)
            return false;
        const int startSeconds = m_phrase.start->seconds();
        const bool goesBack = end.seconds() < startSeconds
            && startSeconds - end.seconds() <= 12 * 3600; // further back lies the next day
        return goesBack || m_isJoined || m_phrase.start->precision > TimePrecision::Minute;
    }

    bool takeZone()
    {
        if (!m_phrase.zoneId.isEmpty() || (!m_phrase.start && !m_phrase.isUnknownClock))
            return false;
        const auto zone = readZone(m_cursor.rest());
        if (!zone)
            return false;
        m_cursor.skip(zone->length);
        if (!TextCursor::isWordBoundary(m_cursor.peek()))
            return false;
        setZone(*zone);
        return true;
    }

    void setZone(const ZoneWord &zone)
    {
        m_phrase.zoneId = zone.id;
        m_phrase.zoneWord = zone.word;
        m_phrase.isUtcZone = zone.isUtc;
    }

    TextCursor m_cursor;
    ClockPhrase m_phrase;
    bool m_isJoined = false; ///< a T stands between day and clock
};

} // namespace

std::optional<ClockPhrase> readClockPhrase(QStringView text)
{
    return PhraseReader(text).read();
}

} // namespace SecondStory::Importing
