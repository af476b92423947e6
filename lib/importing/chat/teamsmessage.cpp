// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/chat/teamsmessage.h"

#include "importing/htmltext.h"

#include <array>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

const std::vector<JsonValue> &teamsItems(const JsonValue &object, QStringView key)
{
    static const std::vector<JsonValue> kNone;
    const JsonValue *list = teamsMember(object, key);
    return list == nullptr ? kNone : list->items;
}

/// The texts of an adaptive or a connector's card, in the order they stand. The depth is bounded by
/// the JSON reader.
void collectCardWords(const JsonValue &value, QStringList &out)
{
    for (const JsonValue &item : value.items)
        collectCardWords(item, out);
    for (const auto &[key, member] : value.members) {
        const bool isWords = key == u"text"_s || key == u"title"_s || key == u"value"_s
            || key == u"subtitle"_s || key == u"summary"_s || key == u"activityTitle"_s;
        if (isWords && member.type == JsonValue::Type::String)
            out.append(plainFromHtml(member.text));
        else
            collectCardWords(member, out);
    }
}

/// Programs post cards: the body only points at them.
QString cardWords(const JsonValue &attachment)
{
    const QString type = teamsText(attachment, u"contentType");
    const JsonValue *content = teamsMember(attachment, u"content");
    if (content == nullptr || !type.contains(u"card"_s, Qt::CaseInsensitive))
        return {};
    QStringList words;
    if (content->isObject()) {
        collectCardWords(*content, words);
    } else if (content->text.size() < 1'000'000) {
        JsonReader reader;
        if (const auto card = reader.read(content->text.toUtf8()))
            collectCardWords(*card, words);
    }
    words.removeAll(QString());
    words.removeDuplicates();
    return words.join(u'\n');
}

QString bodyWords(const JsonValue &message)
{
    QString content = teamsText(message, u"body.content");
    const QString type = teamsText(message, u"body.contentType").toLower();
    const bool isHtml =
        type == u"html"_s || type == u"1"_s || (type.isEmpty() && content.startsWith(u'<'));
    if (!isHtml)
        return content;
    content.replace(u"<at "_s, u"@<at "_s);
    return plainFromHtml(content);
}

/// "Members added" for "#microsoft.graph.membersAddedEventMessageDetail".
QString systemWords(const JsonValue &message)
{
    const QString type = teamsText(message, u"eventDetail.@odata.type");
    QString name = type.mid(type.lastIndexOf(u'.') + 1);
    name.remove(u"EventMessageDetail"_s);
    QString words;
    for (const QChar c : std::as_const(name)) {
        if (c.isUpper() && !words.isEmpty())
            words += u' ';
        words += words.isEmpty() ? c.toUpper() : c.toLower();
    }
    return words.isEmpty() ? u"Note of Teams itself"_s : words;
}

QString reactionsOf(const JsonValue &message)
{
    QList<std::pair<QString, qint64>> reactions;
    for (const JsonValue &reaction : teamsItems(message, u"reactions"))
        countReaction(reactions, teamsText(reaction, u"reactionType"));
    return reactionWords(reactions);
}

} // namespace

const JsonValue *teamsMember(const JsonValue &object, QStringView key)
{
    if (const JsonValue *found = object.find(key); found != nullptr || key.isEmpty())
        return found;
    return object.find(QString(key[0].toUpper() + key.mid(1)));
}

QString teamsText(const JsonValue &object, QStringView path)
{
    // "@odata.type" is one name for all its dot.
    const qsizetype dot = path.startsWith(u'@') ? -1 : path.indexOf(u'.');
    const JsonValue *found = teamsMember(object, dot < 0 ? path : path.left(dot));
    if (found == nullptr)
        return {};
    if (dot >= 0)
        return teamsText(*found, path.mid(dot + 1));
    return found->isObject() || found->isArray() ? QString() : found->text;
}

bool isTeamsHousekeeping(const JsonValue &message)
{
    const QString type = teamsText(message, u"messageType");
    return !type.isEmpty() && type != u"message"_s && type != u"0"_s;
}

ChatWords teamsWords(const JsonValue &message)
{
    ChatWords words;
    words.said = bodyWords(message);
    if (const QString subject = teamsText(message, u"subject").simplified(); !subject.isEmpty())
        words.said = words.said.isEmpty() ? subject : QString(subject + u'\n' + words.said);
    for (const JsonValue &attachment : teamsItems(message, u"attachments")) {
        words.around.append(cardWords(attachment));
        words.around.append(fileWords(teamsText(attachment, u"name")));
    }
    if (words.isEmpty()) {
        if (!teamsText(message, u"deletedDateTime").isEmpty())
            words.said = u"(the message was removed)"_s;
        else if (isTeamsHousekeeping(message))
            words.said = systemWords(message);
    }
    const QString importance = teamsText(message, u"importance");
    if (importance == u"high"_s || importance == u"urgent"_s)
        words.around.append(u"Importance: "_s + importance);
    if (!teamsText(message, u"lastEditedDateTime").isEmpty())
        words.around.append(u"(edited)"_s);
    words.around.append(reactionsOf(message));
    if (const QString first = teamsText(message, u"replyToId"); !first.isEmpty())
        words.around.append(u"Reply to message "_s + first);
    return words;
}

std::optional<ParsedActor> teamsAuthor(const JsonValue &message)
{
    struct Place {
        const char16_t *path;
        PersonKind kind;
    };
    constexpr std::array kPlaces{ Place{ u"from.user", PersonKind::Human },
                                  Place{ u"from.application", PersonKind::Bot },
                                  Place{ u"from.device", PersonKind::Human },
                                  Place{ u"eventDetail.initiator.user", PersonKind::Human } };
    for (const Place &place : kPlaces) {
        const QString path = QString::fromUtf16(place.path);
        ParsedActor author;
        author.handle = teamsText(message, QString(path + u".id"_s));
        author.name = teamsText(message, QString(path + u".displayName"_s)).simplified();
        author.kind = place.kind;
        if (author.name.isEmpty())
            author.name = author.handle;
        if (!author.name.isEmpty())
            return author;
    }
    return {};
}

} // namespace SecondStory::Importing
