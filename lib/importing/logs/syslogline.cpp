// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/logs/syslogline.h"

#include "importing/textcursor.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr int kHighestPriority = 191;
constexpr qsizetype kLongestHost = 255;

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

/// "local4.notice" for 165. Source: RFC 5424, tables 1 and 2.
QString priorityText(int priority)
{
    static constexpr std::array kFacilities{
        u"kern",   u"user",   u"mail",     u"daemon", u"auth",   u"syslog", u"lpr",    u"news",
        u"uucp",   u"cron",   u"authpriv", u"ftp",    u"ntp",    u"audit",  u"alert",  u"clock",
        u"local0", u"local1", u"local2",   u"local3", u"local4", u"local5", u"local6", u"local7"
    };
    static constexpr std::array kSeverities{ u"emergency", u"alert",  u"critical", u"error",
                                             u"warning",   u"notice", u"info",     u"debug" };
    return QString::fromUtf16(kFacilities[static_cast<size_t>(priority / 8)]) + u'.'
        + QString::fromUtf16(kSeverities[static_cast<size_t>(priority % 8)]);
}

/// "<165>": the priority; -1 when none stands here, -2 when what stands here is damaged.
int takePriority(TextCursor &cursor)
{
    if (cursor.peek() != u'<' || !TextCursor::isDigit(cursor.peek(1)))
        return -1;
    cursor.skip();
    const int priority = cursor.takeNumber(1, 3);
    return cursor.take(u'>') && priority <= kHighestPriority ? priority : -2;
}

QStringView takeToken(TextCursor &cursor)
{
    const QStringView rest = cursor.rest();
    const qsizetype end = rest.indexOf(u' ');
    const QStringView token = end < 0 ? rest : rest.left(end);
    cursor.skip(token.size());
    cursor.take(u' ');
    return token;
}

bool isHost(QStringView token)
{
    if (token.isEmpty() || token.size() > kLongestHost || !token[0].isLetterOrNumber())
        return token.startsWith(u"::");
    return std::all_of(
               token.begin(), token.end(),
               [](QChar c) { return c.isLetterOrNumber() || QStringView(u".-_:/@").contains(c); })
        && !token.endsWith(u':');
}

/// "sshd[123]:", "kernel:", "(root)", "log_tag[1]": the name of a program before its words.
bool isTag(QStringView token)
{
    if (token.size() < 2 || !(token[0].isLetterOrNumber() || token[0] == u'/' || token[0] == u'-'))
        return false;
    return token.endsWith(u':') || token.endsWith(u']');
}

bool hasProcessId(QStringView token)
{
    const qsizetype open = token.indexOf(u'[');
    const qsizetype close = token.indexOf(u']', open + 1);
    return open > 0 && close > open + 1 && TextCursor::isDigit(token[open + 1].unicode());
}

bool isSeverityWord(QStringView token)
{
    static constexpr std::array kWords{ u"EMERG",   u"ALERT", u"CRIT",   u"ERR",  u"ERROR",
                                        u"WARNING", u"WARN",  u"NOTICE", u"INFO", u"DEBUG" };
    return std::any_of(kWords.begin(), kWords.end(),
                       [token](const auto *word) { return token == QStringView(word); });
}

/// The length of "[id name="value"]…" at the beginning; 0 when it is damaged or absent.
qsizetype structuredDataLength(QStringView text)
{
    qsizetype at = 0;
    while (at < text.size() && text[at] == u'[') {
        bool isInQuotes = false;
        qsizetype i = at + 1;
        for (; i < text.size(); ++i) {
            if (isInQuotes && text[i] == u'\\')
                ++i;
            else if (text[i] == u'"')
                isInQuotes = !isInQuotes;
            else if (text[i] == u']' && !isInQuotes)
                break;
        }
        if (i >= text.size())
            return at;
        at = i + 1;
    }
    return at;
}

QString named(QStringView application, QStringView process, QStringView words)
{
    QString text;
    if (application != u"-")
        text = application.toString();
    if (!text.isEmpty() && process != u"-")
        text += u'[' + process.toString() + u']';
    if (!text.isEmpty() && !words.isEmpty())
        text += u": "_s;
    return text + words.toString();
}

/// "host app procid msgid structured-data words", behind the time.
bool takeProtocolFields(TextCursor cursor, LogLine &line)
{
    const QStringView host = takeToken(cursor);
    const QStringView application = takeToken(cursor);
    const QStringView process = takeToken(cursor);
    const QStringView message = takeToken(cursor);
    if (message.isEmpty())
        return false;
    QStringView rest = cursor.rest();
    qsizetype length = structuredDataLength(rest);
    if (length > 0)
        line.details.append(u"structured data: "_s + rest.left(length).toString());
    else if (rest.startsWith(u'-'))
        length = 1;
    else if (!rest.isEmpty())
        return false;
    rest = rest.mid(length).trimmed();
    if (rest.startsWith(QChar(0xFEFF)))
        rest = rest.mid(1);
    if (message != u"-")
        line.details.prepend(u"message id: "_s + message.toString());
    line.lane = host == u"-" ? QString() : host.toString();
    line.words = named(application, process, rest);
    return true;
}

SyslogLine broken(const QString &why)
{
    SyslogLine result;
    result.verdict = SyslogLine::Verdict::Broken;
    result.why = why;
    return result;
}

SyslogLine notATime(QStringView text)
{
    const qsizetype end = text.indexOf(u' ');
    return broken(translated("“%1” is not a time").arg(text.left(end < 0 ? 40 : end).left(40)));
}

/// RFC 5424 behind its version: "2003-10-11T22:14:15.003Z host app 123 ID47 [data] words".
SyslogLine readProtocolLine(QStringView rest)
{
    SyslogLine result;
    TextCursor cursor(rest);
    if (rest.startsWith(u"- ")) {
        cursor.skip(2);
    } else {
        result.line.stamp = readIsoStamp(rest);
        if (!result.line.stamp)
            return notATime(rest);
        cursor.skip(result.line.stamp->length);
        cursor.skipSpaces();
    }
    if (!takeProtocolFields(cursor, result.line))
        return broken(translated("ends before the fields that every line has"));
    result.verdict = SyslogLine::Verdict::Record;
    result.isTypical = true;
    return result;
}

/// RFC 5424 without a head is told by its fields: process id, message id, structured data.
bool looksLikeProtocolFields(TextCursor cursor)
{
    (void)takeToken(cursor);
    const QStringView application = takeToken(cursor);
    const QStringView process = takeToken(cursor);
    const QStringView message = takeToken(cursor);
    const bool isProcess = process == u"-"
        || (!process.isEmpty()
            && std::all_of(process.begin(), process.end(), [](QChar c) { return c.isDigit(); }));
    const QStringView rest = cursor.rest();
    return isProcess && !application.endsWith(u':') && !message.isEmpty()
        && (structuredDataLength(rest) > 0 || rest == u"-" || rest.startsWith(u"- "));
}

/// "host tag[pid]: words" behind the time, with what is usual to be missing.
void takeRelayedFields(TextCursor cursor, SyslogLine &result, bool mayLackTag)
{
    cursor.take(u':');
    cursor.skipSpaces();
    const QStringView all = cursor.rest();
    const QStringView first = takeToken(cursor);
    cursor.skipSpaces();
    const QStringView rest = cursor.rest();
    TextCursor ahead = cursor;
    const QStringView second = takeToken(ahead);
    result.line.words = all.toString();
    if (isSeverityWord(first) && isTag(second)) {
        result.isTypical = hasProcessId(second);
        return;
    }
    if (isTag(first) || rest.isEmpty() || !isHost(first)) {
        result.isTypical = hasProcessId(first) || first == u"kernel:";
        return;
    }
    result.line.lane = first.toString();
    result.line.words = rest.toString();
    result.isTypical = mayLackTag || isTag(second);
}

/// True when an unreadable line has a clock near its beginning: it wanted to be a record.
bool hasClockNearby(QStringView line)
{
    const QStringView head = line.left(32);
    for (qsizetype i = 0; i + 8 <= head.size(); ++i) {
        TextCursor cursor(head.mid(i, 8));
        if (cursor.takeNumber(2, 2) >= 0 && cursor.take(u':') && cursor.takeNumber(2, 2) >= 0
            && cursor.take(u':') && cursor.takeNumber(2, 2) >= 0)
            return true;
    }
    return false;
}

SyslogLine readRelayedLine(QStringView rest, bool hasPriority)
{
    SyslogLine result;
    auto stamp = readIsoStamp(rest);
    const bool isIso = stamp.has_value();
    if (!isIso)
        stamp = readMonthStamp(rest);
    if (!stamp) {
        if (rest.isEmpty() || rest[0].isSpace() || (!hasPriority && !hasClockNearby(rest)))
            return result;
        if (hasClockNearby(rest))
            return notATime(rest);
        result.verdict = SyslogLine::Verdict::Record;
        result.line.words = rest.toString();
        return result;
    }
    TextCursor cursor(rest);
    cursor.skip(stamp->length);
    const bool isUnambiguous = !isIso || stamp->full->offset.has_value();
    result.line.stamp = std::move(stamp);
    result.verdict = SyslogLine::Verdict::Record;
    TextCursor fields = cursor;
    fields.skipSpaces();
    if (isIso && looksLikeProtocolFields(fields) && takeProtocolFields(fields, result.line)) {
        result.isTypical = true;
        return result;
    }
    takeRelayedFields(cursor, result, hasPriority);
    result.isTypical = result.isTypical && (isUnambiguous || hasPriority);
    return result;
}

/// True when "<14>2021-03-06T…" or "<14>1 2021-03-06T…" stands at `at`.
bool isRecordStart(QStringView line, qsizetype at)
{
    TextCursor cursor(line.mid(at, 48));
    if (takePriority(cursor) < 0)
        return false;
    TextCursor ahead = cursor;
    if (ahead.takeNumber(1, 2) >= 0 && ahead.take(u' '))
        cursor = ahead;
    const auto stamp = readIsoStamp(cursor.rest());
    return stamp && stamp->full->offset;
}

} // namespace

SyslogLine readSyslogLine(QStringView line)
{
    TextCursor cursor(line);
    // Octet counting (RFC 6587) puts the length before each record.
    if (TextCursor::isDigit(cursor.peek()) && cursor.takeNumber(1, 6) > 0 && cursor.take(u' ')
        && cursor.peek() == u'<' && isRecordStart(line, cursor.position()))
        line = line.mid(cursor.position());
    cursor = TextCursor(line);
    const int priority = takePriority(cursor);
    if (priority == -2)
        return broken(translated("“%1” is not a priority").arg(line.left(6)));
    TextCursor ahead = cursor;
    const bool isVersion = ahead.takeNumber(1, 3) >= 0 && ahead.take(u' ')
        && (priority >= 0 || readIsoStamp(ahead.rest()));
    SyslogLine result =
        isVersion ? readProtocolLine(ahead.rest()) : readRelayedLine(cursor.rest(), priority >= 0);
    if (priority >= 0 && result.verdict == SyslogLine::Verdict::Record)
        result.line.details.append(u"priority: "_s + priorityText(priority));
    return result;
}

QList<QStringView> splitSyslogLine(QStringView line)
{
    QList<QStringView> parts;
    qsizetype begin = 0;
    for (qsizetype at = line.indexOf(u'<', 1); at > 0; at = line.indexOf(u'<', at + 1)) {
        const QStringView before = line.mid(begin, at - begin);
        const bool isLength = std::all_of(before.begin(), before.end(), [](QChar c) {
            return c == u' ' || TextCursor::isDigit(c.unicode());
        });
        if (isLength || !isRecordStart(line, at))
            continue;
        parts.append(before);
        begin = at;
    }
    parts.append(line.mid(begin));
    return parts;
}

} // namespace SecondStory::Importing
