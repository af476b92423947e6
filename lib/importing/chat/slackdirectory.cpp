// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/chat/slackdirectory.h"

#include "importing/importerrors.h"

#include <QSet>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

/// "2026-03-12.json".
bool isDayFile(QStringView name)
{
    if (name.size() != 15 || !name.endsWith(u".json"))
        return false;
    for (qsizetype i = 0; i < 10; ++i) {
        const bool isDash = i == 4 || i == 7;
        if (isDash ? name[i] != u'-' : !(name[i] >= u'0' && name[i] <= u'9'))
            return false;
    }
    return true;
}

/// The folder the export lies in inside the bundle: "" or "export/"; nothing when there is none.
std::optional<QString> rootOf(const QStringList &entries)
{
    std::optional<QString> root;
    for (const QString &entry : entries) {
        const qsizetype slash = entry.lastIndexOf(u'/');
        const QStringView name = QStringView(entry).mid(slash + 1);
        if (name != u"channels.json" && name != u"users.json" && name != u"dms.json"
            && name != u"groups.json")
            continue;
        const QString folder = entry.left(slash + 1);
        if (!root || folder.size() < root->size())
            root = folder;
    }
    return root;
}

/// The name people see: display name, real name, account name.
QString nameIn(const JsonValue &user)
{
    const JsonValue *profile = user.find(u"profile");
    const QStringList candidates{ profile == nullptr ? QString() : profile->textOf(u"display_name"),
                                  profile == nullptr ? QString() : profile->textOf(u"real_name"),
                                  user.textOf(u"display_name"), user.textOf(u"real_name"),
                                  user.textOf(u"name") };
    for (const QString &candidate : candidates) {
        if (!candidate.simplified().isEmpty())
            return candidate.simplified();
    }
    return {};
}

} // namespace

Result<JsonValue> readJsonList(EvidenceInput &input, const QString &entry)
{
    const auto bytes = input.readEntry(entry);
    if (!bytes)
        return tl::make_unexpected(bytes.error());
    QByteArrayView text(*bytes);
    if (text.startsWith("\xEF\xBB\xBF"))
        text = text.sliced(3);
    // Exports write an empty groups.json as nothing but white space.
    if (text.trimmed().isEmpty()) {
        JsonValue none;
        none.type = JsonValue::Type::Array;
        return none;
    }
    JsonReader reader;
    auto value = reader.read(text);
    if (!value)
        return badInput(input.path(), entry + u", byte "_s + QString::number(value.error().offset),
                        value.error().what);
    if (!value->isArray())
        return badInput(input.path(), entry,
                        QCoreApplication::translate("Importing", "is not a JSON list"));
    return std::move(*value);
}

QList<SlackDay> SlackDirectory::days(const QStringList &entries)
{
    QList<SlackDay> days;
    const auto root = rootOf(entries);
    if (!root)
        return days;
    for (const QString &entry : entries) {
        if (!entry.startsWith(*root))
            continue;
        const QStringList parts = entry.mid(root->size()).split(u'/');
        if (parts.size() == 2 && isDayFile(parts[1]))
            days.append({ entry, parts[0], parts[1] });
    }
    std::stable_sort(days.begin(), days.end(), [](const SlackDay &a, const SlackDay &b) {
        return std::tie(a.folder, a.file) < std::tie(b.folder, b.file);
    });
    return days;
}

Result<SlackDirectory> SlackDirectory::read(EvidenceInput &input)
{
    SlackDirectory directory;
    const QStringList entries = input.entries();
    const QString root = rootOf(entries).value_or(QString());
    for (const QString &name : { u"users.json"_s, u"org_users.json"_s }) {
        if (entries.contains(root + name)) {
            if (const auto done = directory.readUsers(input, root + name); !done)
                return tl::make_unexpected(done.error());
        }
    }
    for (const QString &name :
         { u"channels.json"_s, u"groups.json"_s, u"mpims.json"_s, u"dms.json"_s }) {
        const bool isDirect = name == u"dms.json"_s || name == u"mpims.json"_s;
        if (entries.contains(root + name)) {
            if (const auto done = directory.readChannels(input, root + name, isDirect); !done)
                return tl::make_unexpected(done.error());
        }
    }
    return directory;
}

Result<void> SlackDirectory::readUsers(EvidenceInput &input, const QString &entry)
{
    const auto list = readJsonList(input, entry);
    if (!list)
        return tl::make_unexpected(list.error());
    for (const JsonValue &user : list->items) {
        const QString id = user.textOf(u"id");
        const QString name = nameIn(user);
        if (id.isEmpty() || name.isEmpty())
            continue;
        m_people.insert(id, name);
        if (user.textOf(u"is_bot") == u"true"_s || id == u"USLACKBOT"_s)
            m_bots.insert(id);
    }
    return {};
}

Result<void> SlackDirectory::readChannels(EvidenceInput &input, const QString &entry, bool isDirect)
{
    const auto list = readJsonList(input, entry);
    if (!list)
        return tl::make_unexpected(list.error());
    for (const JsonValue &channel : list->items) {
        const QString id = channel.textOf(u"id");
        const QString name = channel.textOf(u"name");
        if (id.isEmpty())
            continue;
        const QString folder = name.isEmpty() ? id : name;
        m_channelIds.insert(folder, id);
        const JsonValue *members = channel.find(u"members");
        if (!isDirect || members == nullptr)
            continue;
        QStringList names;
        for (const JsonValue &member : members->items)
            names.append(m_people.value(member.text, member.text));
        m_directNames.insert(folder, names.join(u", "_s));
    }
    return {};
}

QString SlackDirectory::laneName(const QString &folder) const
{
    const QString direct = m_directNames.value(folder);
    return direct.isEmpty() ? QString(u'#' + folder) : direct;
}

std::optional<ParsedActor> SlackDirectory::authorOf(const JsonValue &message) const
{
    ParsedActor actor;
    const QString user = message.textOf(u"user");
    const QString bot = message.textOf(u"bot_id");
    const bool isBotMessage = message.textOf(u"subtype") == u"bot_message"_s;
    actor.handle = user.isEmpty() || isBotMessage ? (bot.isEmpty() ? user : bot) : user;
    const bool isBot = isBotMessage || (user.isEmpty() && !bot.isEmpty()) || m_bots.contains(user);
    actor.kind = isBot ? PersonKind::Bot : PersonKind::Human;
    if (!isBotMessage)
        actor.name = m_people.value(user);
    // Deleted and foreign people are not listed: the message itself may still name them.
    const JsonValue *profile = message.find(isBot ? u"bot_profile" : u"user_profile");
    if (actor.name.isEmpty() && profile != nullptr)
        actor.name = nameIn(*profile);
    if (actor.name.isEmpty())
        actor.name = message.textOf(u"username").simplified();
    if (actor.name.isEmpty())
        actor.name = actor.handle;
    if (actor.name.isEmpty())
        return {};
    return actor;
}

} // namespace SecondStory::Importing
