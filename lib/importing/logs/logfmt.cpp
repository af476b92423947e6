// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/logs/logfmt.h"

#include "importing/textcursor.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr int kMostPairs = 500;

struct Pair {
    QStringView key;
    QString value;
};

bool isKeyLetter(char16_t c)
{
    return QChar(c).isLetterOrNumber() || c == u'_' || c == u'.' || c == u'-' || c == u'@';
}

QString takeQuoted(TextCursor &cursor)
{
    QString value;
    cursor.skip();
    while (!cursor.isAtEnd() && cursor.peek() != u'"') {
        if (cursor.peek() == u'\\' && cursor.peek(1) != u'\0') {
            cursor.skip();
            const char16_t c = cursor.peek();
            value += c == u'n' ? u'\n' : c == u't' ? u'\t' : QChar(c);
        } else {
            value += QChar(cursor.peek());
        }
        cursor.skip();
    }
    cursor.take(u'"');
    return value;
}

/// "key=value" or `key="value"`; a key alone is a flag.
std::optional<Pair> takePair(TextCursor &cursor)
{
    cursor.skipSpaces();
    const QStringView rest = cursor.rest();
    qsizetype length = 0;
    while (length < rest.size() && isKeyLetter(rest[length].unicode()))
        ++length;
    if (length == 0)
        return {};
    Pair pair{ rest.left(length), {} };
    cursor.skip(length);
    if (!cursor.take(u'='))
        return pair;
    if (cursor.peek() == u'"') {
        pair.value = takeQuoted(cursor);
        return pair;
    }
    const QStringView after = cursor.rest();
    qsizetype end = 0;
    while (end < after.size() && !after[end].isSpace())
        ++end;
    pair.value = after.left(end).toString();
    cursor.skip(end);
    return pair;
}

bool isOneOf(QStringView key, std::initializer_list<QStringView> names)
{
    return std::any_of(names.begin(), names.end(), [key](QStringView name) { return key == name; });
}

std::optional<LogStamp> stampFrom(const QString &value)
{
    auto stamp = readLogStamp(value);
    if (!stamp || stamp->length != value.size())
        return {};
    return stamp;
}

} // namespace

std::optional<LogLine> readLogfmtLine(QStringView line)
{
    const qsizetype equals = line.left(24).indexOf(u'=');
    if (equals <= 0
        || !isOneOf(line.left(equals),
                    { u"time", u"ts", u"t", u"timestamp", u"level", u"lvl", u"at" }))
        return {};
    TextCursor cursor(line);
    LogLine result;
    QString level;
    for (int count = 0; count < kMostPairs; ++count) {
        const auto pair = takePair(cursor);
        if (!pair)
            break;
        if (!result.stamp && isOneOf(pair->key, { u"time", u"ts", u"t", u"timestamp" }))
            result.stamp = stampFrom(pair->value);
        else if (isOneOf(pair->key, { u"level", u"lvl" }))
            level = pair->value.toUpper();
        else if (result.words.isEmpty() && isOneOf(pair->key, { u"msg", u"message" }))
            result.words = pair->value;
        else
            result.details.append(pair->key + u": "_s + pair->value);
    }
    if (!result.stamp)
        return {};
    if (!cursor.rest().trimmed().isEmpty())
        result.details.append(cursor.rest().trimmed().toString());
    if (result.words.isEmpty() && !result.details.isEmpty())
        result.words = result.details.takeFirst();
    if (!level.isEmpty())
        result.words = QString(level + u' ' + result.words).trimmed();
    return result;
}

} // namespace SecondStory::Importing
