// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/chat/mattermostimporter.h"

#include "importing/importerrors.h"
#include "importing/recordtext.h"
#include "importing/chat/chatwords.h"

#include <QCryptographicHash>
#include <QSet>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qsizetype kNamesKept = 200'000;

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

/// What a record's own members say where it lies: a post in a channel or between people.
struct Room {
    QString key;
    QString lane;
};

/// Reads one export: its directory first, then its posts.
class MattermostRun {
public:
    Result<void> take(JsonRun &run)
    {
        const JsonValue &line = run.record();
        const QString type = line.textOf(u"type");
        const JsonValue *inner = line.find(type);
        if (type == u"post"_s || type == u"direct_post"_s) {
            if (inner == nullptr || !inner->isObject()) {
                run.writer.skip(run.place(), translated("is not a message"));
                return {};
            }
            return takeThread(run, *inner);
        }
        if (!isDirectory(type))
            run.writer.skip(run.place(),
                            translated("records of the kind “%1” are not read").arg(type.left(60)));
        else if (inner != nullptr && inner->isObject())
            learn(type, *inner);
        return {};
    }

private:
    static bool isDirectory(const QString &type)
    {
        for (const auto *known : { u"version", u"team", u"channel", u"user", u"bot", u"role",
                                   u"scheme", u"emoji", u"direct_channel" }) {
            if (type == QStringView(known))
                return true;
        }
        return false;
    }

    void learn(const QString &type, const JsonValue &inner)
    {
        if (m_people.size() + m_bots.size() + m_channels.size() > kNamesKept)
            return;
        const QString user = inner.textOf(u"username");
        if (type == u"channel"_s) {
            const QString name = inner.textOf(u"name");
            const QString shown = inner.textOf(u"display_name").simplified();
            m_channels.insert(inner.textOf(u"team") + u'/' + name, shown.isEmpty() ? name : shown);
        } else if (type == u"user"_s && !user.isEmpty()) {
            const QString full =
                QString(inner.textOf(u"first_name") + u' ' + inner.textOf(u"last_name"))
                    .simplified();
            const QString nick = inner.textOf(u"nickname").simplified();
            m_people.insert(user, !full.isEmpty() ? full : !nick.isEmpty() ? nick : user);
        } else if (type == u"bot"_s && !user.isEmpty()) {
            const QString shown = inner.textOf(u"display_name").simplified();
            m_bots.insert(user, shown.isEmpty() ? user : shown);
        }
    }

    Result<void> takeThread(JsonRun &run, const JsonValue &post)
    {
        const Room room = roomOf(run, post);
        const QString place = run.place();
        if (auto taken = takePost(run, post, room, place, nullptr); !taken)
            return taken;
        const auto &replies = itemsOf(post, u"replies");
        for (size_t i = 0; i < replies.size(); ++i) {
            const QString at = place + u", reply "_s + QString::number(i + 1);
            if (!replies[i].isObject()) {
                run.writer.skip(at, translated("is not a message"));
                continue;
            }
            if (auto taken = takePost(run, replies[i], room, at, &post); !taken)
                return taken;
        }
        return {};
    }

    Room roomOf(JsonRun &run, const JsonValue &post)
    {
        QStringList members;
        for (const JsonValue &member : itemsOf(post, u"channel_members"))
            members.append(member.text);
        if (!members.isEmpty()) {
            members.sort();
            return { members.join(u','), members.join(u", "_s) };
        }
        const QString channel = post.textOf(u"channel");
        const QString key = post.textOf(u"team") + u'/' + channel;
        if (!m_channels.isEmpty() && !m_channels.contains(key))
            remarkOnce(run, translated("the export does not list the channel “%1”"), key);
        return { key, m_channels.value(key, channel) };
    }

    Result<void> takePost(JsonRun &run, const JsonValue &post, const Room &room,
                          const QString &place, const JsonValue *parent)
    {
        ParsedEvent event;
        event.place = place;
        event.lane = room.lane;
        const bool isHousekeeping = post.textOf(u"type").startsWith(u"system_"_s);
        event.kind = isHousekeeping ? EventKind::Other : EventKind::Message;
        event.time = run.times.read(post.find(u"create_at"), place, EpochUnit::Milliseconds);
        event.naturalKey = keyOf(post, room);
        if (const auto author = authorOf(run, post))
            event.actors.append(*author);
        ChatWords words = wordsOf(post);
        if (parent != nullptr)
            addParent(run, event, *parent, words);
        return giveMessage(run.writer, std::move(event), std::move(words));
    }

    /// Posts have no id of their own in an export.
    static QString keyOf(const JsonValue &post, const Room &room)
    {
        const QByteArray hash =
            QCryptographicHash::hash(post.textOf(u"message").toUtf8(), QCryptographicHash::Sha1);
        return room.key + u':' + post.textOf(u"create_at") + u':' + post.textOf(u"user") + u':'
            + QString::fromLatin1(hash.toHex().left(12));
    }

    std::optional<ParsedActor> authorOf(JsonRun &run, const JsonValue &post)
    {
        ParsedActor author;
        author.handle = post.textOf(u"user");
        const JsonValue *props = post.find(u"props");
        const auto prop = [props](QStringView key) {
            return props == nullptr ? QString() : props->textOf(key);
        };
        const QString shown = prop(u"override_username").simplified();
        const bool isBot = prop(u"from_webhook") == u"true"_s || prop(u"from_bot") == u"true"_s
            || m_bots.contains(author.handle);
        author.kind = isBot ? PersonKind::Bot : PersonKind::Human;
        author.name = isBot && !shown.isEmpty() ? shown
            : m_bots.contains(author.handle)    ? m_bots.value(author.handle)
                                                : m_people.value(author.handle, author.handle);
        // A webhook posts in the name of whoever set it up: it is somebody else.
        if (isBot && !shown.isEmpty())
            author.handle = author.handle + u'/' + shown;
        else if (!m_people.isEmpty() && !isBot && !author.handle.isEmpty()
                 && !m_people.contains(author.handle))
            remarkOnce(run, translated("the export does not list the person “%1”"), author.handle);
        return author.name.isEmpty() ? std::nullopt : std::optional(author);
    }

    static ChatWords wordsOf(const JsonValue &post)
    {
        ChatWords words;
        words.said = post.textOf(u"message");
        if (const JsonValue *props = post.find(u"props")) {
            for (const JsonValue &attachment : itemsOf(*props, u"attachments"))
                words.around.append(firstTextAt(attachment, { u"text", u"title", u"fallback" }));
        }
        for (const JsonValue &file : itemsOf(post, u"attachments"))
            words.around.append(fileWords(file.textOf(u"path")));
        const QString edited = post.textOf(u"edit_at");
        if (!edited.isEmpty() && edited != u"0"_s)
            words.around.append(u"(edited)"_s);
        QList<std::pair<QString, qint64>> reactions;
        for (const JsonValue &reaction : itemsOf(post, u"reactions"))
            countReaction(reactions, reaction.textOf(u"emoji_name"));
        words.around.append(reactionWords(reactions));
        return words;
    }

    void addParent(JsonRun &run, const ParsedEvent &event, const JsonValue &parent,
                   ChatWords &words)
    {
        words.around.append(u"Reply to "_s
                            + m_people.value(parent.textOf(u"user"), parent.textOf(u"user"))
                            + u": "_s + titleFrom(parent.textOf(u"message")).left(80));
        const RecordedTime first =
            run.times.read(parent.find(u"create_at"), event.place, EpochUnit::Milliseconds);
        if (first.start && event.time.start && *event.time.start < *first.start)
            run.writer.remark(event.place, translated("is older than the message it replies to"));
    }

    void remarkOnce(JsonRun &run, const QString &what, const QString &name)
    {
        if (m_told.size() < kNamesKept && !m_told.contains(what + name)) {
            m_told.insert(what + name);
            run.writer.remark(run.place(), what.arg(name.left(80)));
        }
    }

    QHash<QString, QString> m_people;
    QHash<QString, QString> m_bots;
    QHash<QString, QString> m_channels; ///< by "team/channel"
    QSet<QString> m_told;
};

} // namespace

QString MattermostImporter::displayName() const
{
    return translated("Mattermost export");
}

Likelihood MattermostImporter::probe(const EvidenceInput &input) const
{
    const JsonSketch &sketch = input.sketch();
    if (input.isBundle() || !sketch.isJson() || sketch.shape == JsonSketch::Shape::Array
        || !sketch.has(u"type"_s))
        return 0;
    if (sketch.hasAll({ u"post.channel"_s, u"post.create_at"_s })
        || sketch.hasAll({ u"direct_post.channel_members"_s, u"direct_post.create_at"_s }))
        return 97;
    // The directory of a large export fills the beginning of the file alone.
    const bool isHeaded = sketch.text(u"type"_s) == u"version"_s && sketch.has(u"version"_s);
    const bool hasDirectory = sketch.has(u"user.username"_s) || sketch.has(u"channel.team"_s)
        || sketch.has(u"team.name"_s) || sketch.has(u"role.name"_s);
    return isHeaded && hasDirectory ? 95 : 0;
}

Needs MattermostImporter::missing(EvidenceInput &, const ImportOptions &) const
{
    return {};
}

Result<ReadSummary> MattermostImporter::read(EvidenceInput &input, const ImportOptions &options,
                                             ImportSink &sink) const
{
    MattermostRun mattermost;
    return readJsonRecords(input, options, sink, { {}, translated("no message could be read") },
                           [&mattermost](JsonRun &run) { return mattermost.take(run); });
}

} // namespace SecondStory::Importing
