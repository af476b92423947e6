// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/chat/ircline.h"

#include "importing/textcursor.h"
#include "importing/chat/ircstamp.h"

#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qsizetype kLongestNick = 64;

bool isNick(QStringView nick)
{
    const auto isPart = [](QChar c) {
        return c.isLetterOrNumber() || QStringView(u"[]\\`_^{|}-").contains(c);
    };
    return !nick.isEmpty() && nick.size() <= kLongestNick
        && std::all_of(nick.begin(), nick.end(), isPart);
}

/// Clients show rank in front of the nick: "@ana", "+ben", "% cy".
QStringView withoutRank(QStringView nick)
{
    nick = nick.trimmed();
    while (!nick.isEmpty() && QStringView(u"@+%&~!").contains(nick[0]))
        nick = nick.mid(1).trimmed();
    return nick;
}

QStringView firstWord(QStringView text)
{
    qsizetype end = 0;
    while (end < text.size() && !text[end].isSpace())
        ++end;
    return text.left(end);
}

bool takeMark(QStringView &text, QStringView mark)
{
    if (!text.startsWith(mark) || (text.size() > mark.size() && !text[mark.size()].isSpace()))
        return false;
    text = text.mid(mark.size()).trimmed();
    return true;
}

/// "<nick> words"; some write a tab or nothing behind the bracket.
bool takeMessage(QStringView text, IrcLine &line)
{
    if (!text.startsWith(u'<'))
        return false;
    const qsizetype close = text.left(kLongestNick + 8).indexOf(u'>');
    const QStringView nick = close < 0 ? QStringView() : withoutRank(text.mid(1, close - 1));
    if (nick.isEmpty() || nick.contains(u' '))
        return false;
    line.kind = IrcLine::Kind::Message;
    line.nick = nick.toString();
    line.words = text.mid(close + 1).trimmed().toString();
    line.isSurelyIrc = true;
    return true;
}

/// "-nick- words", "-nick:#channel- words".
bool takeNotice(QStringView text, IrcLine &line)
{
    const qsizetype close = text.startsWith(u'-') ? text.left(kLongestNick).indexOf(u"- ", 1) : -1;
    if (close < 2)
        return false;
    const QStringView inside = text.mid(1, close - 1);
    const qsizetype colon = inside.indexOf(u':');
    const QStringView nick = colon < 0 ? inside : inside.left(colon);
    if (!isNick(nick))
        return false;
    line.kind = IrcLine::Kind::Message;
    line.nick = nick.toString();
    line.words = text.mid(close + 2).trimmed().toString();
    return true;
}

/// Who comes, goes or is renamed, from the words behind a note's mark.
void readNote(QStringView text, IrcLine &line)
{
    line.kind = IrcLine::Kind::Note;
    line.words = text.toString().simplified();
    const QString known = u" is now known as "_s;
    if (const qsizetype at = line.words.indexOf(known); at > 0) {
        const QStringView before = withoutRank(QStringView(line.words).left(at));
        const QStringView after =
            firstWord(withoutRank(QStringView(line.words).mid(at + known.size())));
        if (isNick(before) && isNick(after)) {
            line.kind = IrcLine::Kind::Rename;
            line.nick = before.toString();
            line.newNick = after.toString();
            return;
        }
    }
    QStringView who(line.words);
    for (const auto *mark : { u"Joins:", u"Parts:", u"Quits:" }) {
        if (takeMark(who, QStringView(mark))) {
            line.nick = firstWord(who).toString();
            return;
        }
    }
    const bool isMove = line.words.contains(u" has joined"_s) || line.words.contains(u" has left"_s)
        || line.words.contains(u" has quit"_s) || line.words.contains(u" has parted"_s)
        || line.words.endsWith(u" joined"_s) || line.words.contains(u" quit ("_s);
    if (const QStringView nick = firstWord(line.words); isMove && isNick(nick))
        line.nick = nick.toString();
}

/// "* nick does something". What begins like an action may be a note of the client's.
void readAction(QStringView text, IrcLine &line)
{
    readNote(text, line);
    if (line.kind != IrcLine::Kind::Note || !line.nick.isEmpty())
        return;
    const QStringView nick = withoutRank(firstWord(text));
    if (!isNick(nick) || nick == u"Topic" || nick == u"mode" || !text.contains(u' '))
        return;
    line.kind = IrcLine::Kind::Action;
    line.nick = nick.toString();
}

/// What stands behind the stamp; false when it is nothing an IRC client writes.
bool readBody(QStringView text, IrcLine &line)
{
    text = text.trimmed();
    if (takeMessage(text, line))
        return true;
    // Each client's own mark for what it notes.
    for (const auto *mark : { u"-!-", u"***", u"-->", u"<--", u"---" }) {
        if (takeMark(text, QStringView(mark))) {
            readNote(text, line);
            line.isSurelyIrc = true;
            return true;
        }
    }
    if (takeMark(text, u"===")) {
        readAction(text, line);
        line.isSurelyIrc = line.kind != IrcLine::Kind::Action;
        return true;
    }
    if (takeMark(text, u"*")) {
        readAction(text, line);
        return true;
    }
    return takeNotice(text, line);
}

/// WeeChat's columns: "2014-12-01 12:18:05<tab>nick<tab>words".
bool readColumns(QStringView text, IrcLine &line)
{
    const qsizetype tab = text.indexOf(u'\t', 1);
    if (!text.startsWith(u'\t') || tab < 0)
        return false;
    const QStringView prefix = text.mid(1, tab - 1).trimmed();
    const QStringView words = text.mid(tab + 1).trimmed();
    if (prefix == u"-->" || prefix == u"<--" || prefix == u"--" || prefix == u"=!=") {
        readNote(words, line);
        line.isSurelyIrc = true;
        return true;
    }
    if (prefix == u"*" || prefix.isEmpty()) {
        readAction(words, line);
        return true;
    }
    const QStringView nick = withoutRank(prefix);
    if (nick.contains(u' ') || nick.isEmpty() || nick.size() > kLongestNick)
        return false;
    line.kind = IrcLine::Kind::Message;
    line.nick = nick.toString();
    line.words = words.toString();
    return true;
}

/// XChat's scrollback: the nick and a tab, once its colours are gone.
bool readScrollback(QStringView text, IrcLine &line)
{
    if (readBody(text, line))
        return true;
    const qsizetype tab = text.left(kLongestNick).indexOf(u'\t');
    const QStringView nick = tab < 0 ? QStringView() : withoutRank(text.left(tab));
    if (!isNick(nick))
        return false;
    line.kind = IrcLine::Kind::Message;
    line.nick = nick.toString();
    line.words = text.mid(tab + 1).trimmed().toString();
    return true;
}

/// The length of a colour code at `at`, which is its mark: up to two digits, a comma and two more.
qsizetype colourLength(QStringView text, qsizetype at)
{
    TextCursor cursor(text.mid(at + 1, 5));
    if (cursor.takeNumber(1, 2) < 0)
        return 1;
    if (cursor.peek() == u',' && TextCursor::isDigit(cursor.peek(1))) {
        cursor.skip();
        cursor.takeNumber(1, 2);
    }
    return 1 + cursor.position();
}

/// A colour written as six digits of base sixteen.
qsizetype hexColourLength(QStringView text, qsizetype at)
{
    const QStringView digits = text.mid(at + 1, 6);
    const auto isHex = [](QChar c) {
        return TextCursor::isDigit(c.unicode()) || (c.toLower() >= u'a' && c.toLower() <= u'f');
    };
    return digits.size() == 6 && std::all_of(digits.begin(), digits.end(), isHex) ? 7 : 1;
}

} // namespace

QString withoutIrcMarks(QStringView text)
{
    QString plain;
    plain.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        const char16_t c = text[at].unicode();
        if (c == 0x03)
            at += colourLength(text, at);
        else if (c == 0x04)
            at += hexColourLength(text, at);
        else if ((c < 0x20 && c != u'\t' && c != 0x1B) || c == 0x7F)
            ++at;
        else
            plain += text[at++];
    }
    return plain;
}

std::optional<CivilTime> ircDayInName(const QString &name)
{
    for (qsizetype at = 0; at < name.size(); ++at) {
        if (!name[at].isDigit() || (at > 0 && name[at - 1].isDigit()))
            continue;
        TextCursor cursor(QStringView(name).mid(at));
        CivilTime day;
        day.year = cursor.takeNumber(4, 4);
        const char16_t mark = cursor.peek();
        const bool isMarked = mark == u'-' || mark == u'_' || mark == u'.';
        if (isMarked)
            cursor.skip();
        day.month = cursor.takeNumber(2, 2);
        const bool isAlike = !isMarked || cursor.take(mark);
        day.day = cursor.takeNumber(2, 2);
        if (isAlike && day.year >= 1985 && day.year < 2200 && day.month > 0 && day.day > 0
            && isValid(day) && !TextCursor::isDigit(cursor.peek()))
            return day;
    }
    return {};
}

IrcLine readIrcLine(QStringView raw)
{
    const QString text = withoutIrcMarks(raw);
    IrcLine line;
    if (text.trimmed().isEmpty()) {
        line.kind = IrcLine::Kind::Blank;
        return line;
    }
    if (const auto day = readIrcDayLine(text)) {
        line.kind = IrcLine::Kind::Day;
        line.day = *day;
        line.isSurelyIrc = true;
        return line;
    }
    TextCursor cursor(text);
    line.stamp = takeIrcStamp(cursor);
    const QStringView rest = cursor.rest();
    const bool isScrollback = line.stamp.kind == IrcStamp::Kind::Epoch || text.startsWith(u"T "_s);
    if (line.stamp.kind == IrcStamp::Kind::Full && rest.startsWith(u'\t')) {
        if (readColumns(rest, line))
            return line;
    } else if (isScrollback) {
        line.isSurelyIrc = line.stamp.kind == IrcStamp::Kind::Epoch;
        if (readScrollback(rest.trimmed(), line))
            return line;
    } else if (readBody(rest, line)) {
        return line;
    }
    // A stamp and words that fit nothing known: kept, nobody is named.
    const bool hasStamp = line.stamp.kind != IrcStamp::Kind::None;
    line.kind = hasStamp ? IrcLine::Kind::Note : IrcLine::Kind::Unknown;
    line.words = rest.toString().simplified();
    line.isSurelyIrc = false;
    return line;
}

} // namespace SecondStory::Importing
