// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/chat/matrixevent.h"

#include "importing/htmltext.h"
#include "importing/recordtext.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

/// The member of `content`; found one by one, because keys like "m.relates_to" hold dots.
const JsonValue *relationOf(const JsonValue &content)
{
    return content.find(u"m.relates_to");
}

QString relation(const JsonValue &content, QStringView key)
{
    const JsonValue *relates = relationOf(content);
    return relates == nullptr ? QString() : relates->textOf(key);
}

/// The event a message answers.
QString repliedTo(const JsonValue &content)
{
    const JsonValue *relates = relationOf(content);
    const JsonValue *reply = relates == nullptr ? nullptr : relates->find(u"m.in_reply_to");
    return reply == nullptr ? QString() : reply->textOf(u"event_id");
}

/// Clients put the quoted message in front of an answer for those that know no answers.
QString withoutReplyFallback(const QString &body)
{
    qsizetype at = 0;
    while (at < body.size() && body[at] == u'>') {
        const qsizetype end = body.indexOf(u'\n', at);
        if (end < 0)
            return body;
        at = end + 1;
    }
    return body.mid(at);
}

QString bodyOf(const JsonValue &content)
{
    if (const QString body = content.textOf(u"body"); !body.trimmed().isEmpty())
        return repliedTo(content).isEmpty() ? body : withoutReplyFallback(body);
    return plainFromHtml(content.textOf(u"formatted_body"));
}

bool isFile(const QString &msgtype)
{
    return msgtype == u"m.file"_s || msgtype == u"m.image"_s || msgtype == u"m.audio"_s
        || msgtype == u"m.video"_s;
}

MatrixWords messageWords(const JsonValue &content, const QString &name)
{
    MatrixWords result;
    result.isSpoken = true;
    const JsonValue *renewed = content.find(u"m.new_content");
    const bool isEdit = relation(content, u"rel_type") == u"m.replace"_s && renewed != nullptr
        && renewed->isObject();
    const JsonValue &said = isEdit ? *renewed : content;
    const QString msgtype = said.textOf(u"msgtype");
    result.isFromProgram = msgtype == u"m.notice"_s;
    result.words.said = bodyOf(said);
    if (isFile(msgtype)) {
        const QString file = said.textOf(u"filename");
        if (file.isEmpty() || file == result.words.said)
            result.words.said = fileWords(file.isEmpty() ? result.words.said : file);
        else
            result.words.around.append(fileWords(file));
    } else if (msgtype == u"m.emote"_s) {
        result.words.said = name + u' ' + result.words.said;
    }
    if (isEdit)
        result.words.around.append(u"(edited) Replaces "_s + relation(content, u"event_id"));
    if (const QString first = repliedTo(content); !first.isEmpty())
        result.words.around.append(u"Reply to "_s + first);
    else if (relation(content, u"rel_type") == u"m.thread"_s)
        result.words.around.append(u"Reply in the thread of "_s + relation(content, u"event_id"));
    return result;
}

QString memberWords(const JsonValue &event, const JsonValue &content)
{
    const QString membership = content.textOf(u"membership");
    const QString about = event.textOf(u"state_key");
    const QString shown = content.textOf(u"displayname").simplified();
    const QString name = shown.isEmpty() ? matrixLocalPart(about) : shown;
    const QString before =
        firstTextAt(event, { u"unsigned.prev_content.membership", u"prev_content.membership" });
    QString words = name + u": "_s + membership;
    if (membership == u"join"_s)
        words = name + (before == u"join"_s ? u" changed their profile"_s : u" joined the room"_s);
    else if (membership == u"leave"_s)
        words = about == event.textOf(u"sender") ? QString(name + u" left the room"_s)
                                                 : QString(name + u" was removed from the room"_s);
    else if (membership == u"invite"_s)
        words = name + u" was invited"_s;
    else if (membership == u"ban"_s)
        words = name + u" was banned from the room"_s;
    const QString reason = content.textOf(u"reason");
    return reason.isEmpty() ? words : QString(words + u": "_s + reason);
}

/// What a room's settings and the other kinds of event say.
QString otherWords(const JsonValue &event, const QString &type, const JsonValue &content)
{
    if (type == u"m.room.member"_s)
        return memberWords(event, content);
    if (type == u"m.room.name"_s)
        return u"Room name: "_s + content.textOf(u"name");
    if (type == u"m.room.topic"_s)
        return u"Room topic: "_s + content.textOf(u"topic");
    if (type == u"m.room.create"_s)
        return u"The room was made"_s;
    if (type == u"m.reaction"_s)
        return u"Reacted with "_s + relation(content, u"key");
    if (type == u"m.sticker"_s)
        return u"[sticker: "_s + content.textOf(u"body") + u']';
    if (type == u"m.room.redaction"_s) {
        const QString reason = content.textOf(u"reason");
        return reason.isEmpty() ? u"Removed a message"_s
                                : QString(u"Removed a message: "_s + reason);
    }
    return event.find(u"state_key") != nullptr ? QString(u"Room setting "_s + type) : type;
}

} // namespace

QString matrixLocalPart(const QString &id)
{
    const qsizetype colon = id.indexOf(u':');
    return id.startsWith(u'@') && colon > 1 ? id.mid(1, colon - 1) : id;
}

MatrixWords matrixWords(const JsonValue &event, const QString &name)
{
    static const JsonValue kEmpty;
    const JsonValue *found = event.find(u"content");
    const JsonValue &content = found == nullptr ? kEmpty : *found;
    const QString type = event.textOf(u"type");
    const JsonValue *about = event.find(u"unsigned");
    const bool isRedacted = event.find(u"redacted_because") != nullptr
        || (about != nullptr && about->find(u"redacted_because") != nullptr);
    if (type == u"m.room.message"_s && !isRedacted)
        return messageWords(content, name);
    MatrixWords result;
    result.isSpoken = type == u"m.room.message"_s || type == u"m.sticker"_s;
    result.words.said =
        isRedacted ? u"(the message was removed)"_s : otherWords(event, type, content);
    const QString removed =
        event.textOf(u"redacts").isEmpty() ? content.textOf(u"redacts") : event.textOf(u"redacts");
    if (!removed.isEmpty())
        result.words.around.append(u"Was "_s + removed);
    if (type == u"m.reaction"_s)
        result.words.around.append(u"To "_s + relation(content, u"event_id"));
    return result;
}

} // namespace SecondStory::Importing
