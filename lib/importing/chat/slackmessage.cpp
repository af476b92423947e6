// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/chat/slackmessage.h"

#include "importing/textcursor.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

/// The texts in Slack's blocks, whatever kinds of block there are or will be.
void collectBlockText(const JsonValue &value, const SlackNames &people, QString &out)
{
    if (value.isArray()) {
        for (const JsonValue &item : value.items)
            collectBlockText(item, people, out);
        return;
    }
    if (!value.isObject())
        return;
    const QString type = value.textOf(u"type");
    if (type == u"user"_s)
        out += u'@' + people.value(value.textOf(u"user_id"), value.textOf(u"user_id"));
    else if (type == u"emoji"_s)
        out += u':' + value.textOf(u"name") + u':';
    else if (type == u"broadcast"_s)
        out += u'@' + value.textOf(u"range");
    else if (type == u"link"_s)
        out += value.textOf(u"text").isEmpty() ? value.textOf(u"url") : value.textOf(u"text");
    else
        out += slackToPlainText(value.textOf(u"text"), people);
    for (const auto &[key, member] : value.members) {
        if (key == u"elements"_s || key == u"fields"_s || key == u"text"_s)
            collectBlockText(member, people, out);
    }
    const bool isLine = type.startsWith(u"rich_text_"_s) || type == u"section"_s
        || type == u"header"_s || type == u"context"_s;
    if (isLine && !out.endsWith(u'\n'))
        out += u'\n';
}

QString attachmentText(const JsonValue &attachment, const SlackNames &people)
{
    QStringList parts;
    for (const auto *key : { u"pretext", u"title", u"text" }) {
        const QString part =
            slackToPlainText(attachment.textOf(QStringView(key)), people).trimmed();
        if (!part.isEmpty())
            parts.append(part);
    }
    if (const JsonValue *fields = attachment.find(u"fields")) {
        for (const JsonValue &field : fields->items)
            parts.append(slackToPlainText(field.textOf(u"title") + u": "_s + field.textOf(u"value"),
                                          people));
    }
    if (parts.isEmpty())
        parts.append(slackToPlainText(attachment.textOf(u"fallback"), people).trimmed());
    return parts.join(u'\n').trimmed();
}

QStringList fileNames(const JsonValue &message)
{
    QStringList names;
    const auto add = [&names](const JsonValue &file) {
        const QString title = file.textOf(u"title");
        const QString name = title.isEmpty() ? file.textOf(u"name") : title;
        if (!name.isEmpty())
            names.append(u"[file: "_s + name + u']');
    };
    if (const JsonValue *files = message.find(u"files")) {
        for (const JsonValue &file : files->items)
            add(file);
    }
    if (const JsonValue *file = message.find(u"file"))
        add(*file);
    return names;
}

QString reactionsOf(const JsonValue &message)
{
    QStringList parts;
    if (const JsonValue *reactions = message.find(u"reactions")) {
        for (const JsonValue &reaction : reactions->items)
            parts.append(u':' + reaction.textOf(u"name") + u": "_s + reaction.textOf(u"count"));
    }
    return parts.isEmpty() ? QString() : QString(u"Reactions: "_s + parts.join(u", "_s));
}

} // namespace

std::optional<TimePoint> slackTime(QStringView ts)
{
    TextCursor cursor(ts);
    qint64 seconds = 0;
    int digits = 0;
    for (; TextCursor::isDigit(cursor.peek()) && digits < 11; cursor.skip(), ++digits)
        seconds = seconds * 10 + (cursor.peek() - u'0');
    qint64 fraction = 0;
    if (cursor.take(u'.')) {
        qint64 scale = 100'000;
        for (; TextCursor::isDigit(cursor.peek()); cursor.skip(), scale /= 10)
            fraction += (cursor.peek() - u'0') * scale;
    }
    const TimePoint time{ seconds * 1'000'000 + fraction };
    if (digits == 0 || !cursor.isAtEnd() || time > kLatestTime)
        return {};
    return time;
}

SlackWords slackWords(const JsonValue &message, const SlackNames &people)
{
    SlackWords words;
    words.said = slackToPlainText(message.textOf(u"text"), people).trimmed();
    if (const JsonValue *blocks = message.find(u"blocks");
        blocks != nullptr && words.said.isEmpty()) {
        collectBlockText(*blocks, people, words.said);
        words.said = words.said.trimmed();
    }
    QStringList around;
    if (const JsonValue *attachments = message.find(u"attachments")) {
        for (const JsonValue &attachment : attachments->items) {
            const QString text = attachmentText(attachment, people);
            if (!text.isEmpty())
                around.append(text);
        }
    }
    around += fileNames(message);
    if (words.said.isEmpty() && !around.isEmpty())
        words.said = around.takeFirst();
    if (message.find(u"edited") != nullptr)
        around.append(u"(edited)"_s);
    if (const QString reactions = reactionsOf(message); !reactions.isEmpty())
        around.append(reactions);
    const QString thread = message.textOf(u"thread_ts");
    if (!thread.isEmpty() && thread != message.textOf(u"ts"))
        around.append(u"Reply in the thread of "_s + thread);
    words.around = around.join(u"\n"_s);
    return words;
}

} // namespace SecondStory::Importing
