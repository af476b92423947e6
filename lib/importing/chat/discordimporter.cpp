// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/chat/discordimporter.h"

#include "importing/recordtext.h"
#include "importing/chat/chatwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

/// What people wrote; the rest is what Discord itself puts into a channel. Old versions wrote
/// numbers. Source: Discord's developer documentation, message types.
bool isSpoken(const QString &type)
{
    for (const auto *spoken :
         { u"", u"Default", u"Reply", u"ChatInputCommand", u"ThreadStarterMessage",
           u"ContextMenuCommand", u"0", u"19", u"20", u"21", u"23" }) {
        if (type == QStringView(spoken))
            return true;
    }
    return false;
}

QString embedWords(const JsonValue &embed)
{
    QStringList parts;
    for (const auto *path : { u"author.name", u"title", u"description" }) {
        if (const QString part = textAt(embed, QStringView(path)); !part.isEmpty())
            parts.append(part);
    }
    for (const JsonValue &field : itemsOf(embed, u"fields"))
        parts.append(field.textOf(u"name") + u": "_s + field.textOf(u"value"));
    return parts.join(u'\n');
}

QString reactionsOf(const JsonValue &message)
{
    QList<std::pair<QString, qint64>> reactions;
    for (const JsonValue &reaction : itemsOf(message, u"reactions")) {
        const QString name = firstTextAt(reaction, { u"emoji.name", u"emoji.code" });
        if (!name.isEmpty() && reactions.size() < 100)
            reactions.append({ name, reaction.textOf(u"count").toLongLong() });
    }
    return reactionWords(reactions);
}

ChatWords wordsOf(const JsonValue &message)
{
    ChatWords words;
    words.said = message.textOf(u"content");
    for (const JsonValue &file : itemsOf(message, u"attachments"))
        words.around.append(fileWords(file.textOf(u"fileName")));
    for (const JsonValue &sticker : itemsOf(message, u"stickers"))
        words.around.append(u"[sticker: "_s + sticker.textOf(u"name") + u']');
    for (const JsonValue &embed : itemsOf(message, u"embeds"))
        words.around.append(embedWords(embed));
    if (const QString forwarded = textAt(message, u"forwardedMessage.content");
        !forwarded.isEmpty())
        words.around.append(u"Forwarded: "_s + forwarded);
    if (words.isEmpty() && !isSpoken(message.textOf(u"type")))
        words.said = message.textOf(u"type");
    if (const QString command = textAt(message, u"interaction.name"); !command.isEmpty())
        words.around.append(u"Answers the command /"_s + command);
    if (!textAt(message, u"timestampEdited").isEmpty())
        words.around.append(u"(edited)"_s);
    words.around.append(reactionsOf(message));
    if (const QString first = textAt(message, u"reference.messageId"); !first.isEmpty())
        words.around.append(u"Reply to message "_s + first);
    return words;
}

/// Reads one channel.
class DiscordRun {
public:
    Result<void> take(JsonRun &run)
    {
        ++m_count;
        const JsonValue &message = run.record();
        if (m_count == 1)
            learnChannel(run);
        ParsedEvent event;
        event.place = run.place();
        event.lane = m_lane;
        event.kind = isSpoken(message.textOf(u"type")) ? EventKind::Message : EventKind::Other;
        event.time = run.times.read(message.find(u"timestamp"), event.place);
        run.times.setEnd(event.time, message.find(u"callEndedTimestamp"), event.place);
        if (const QString id = message.textOf(u"id"); !id.isEmpty())
            event.naturalKey = m_channel + u':' + id;
        ParsedActor author;
        author.name = firstTextAt(message, { u"author.nickname", u"author.name", u"author.id" });
        author.handle = textAt(message, u"author.id");
        author.kind =
            textAt(message, u"author.isBot") == u"true"_s ? PersonKind::Bot : PersonKind::Human;
        if (!author.name.isEmpty())
            event.actors.append(author);
        return giveMessage(run.writer, std::move(event), wordsOf(message));
    }

    /// The number of messages is written behind them, and old versions wrote it wrong.
    Result<void> finish(JsonRun &run) const
    {
        const QString stated = run.stream.head(u"messageCount"_s).text;
        bool isNumber = false;
        if (const qint64 count = stated.toLongLong(&isNumber); isNumber && count != m_count)
            run.writer.remark(u"messageCount"_s,
                              translated("the file says it holds %1 messages; it holds %2")
                                  .arg(count)
                                  .arg(m_count));
        return {};
    }

private:
    void learnChannel(JsonRun &run)
    {
        const JsonValue channel = run.stream.head(u"channel"_s);
        m_channel = channel.textOf(u"id");
        const QString name = channel.textOf(u"name").simplified();
        const bool isDirect = channel.textOf(u"type").startsWith(u"Direct"_s);
        m_lane = name.isEmpty() || isDirect ? name : QString(u'#' + name);
    }

    qint64 m_count = 0;
    QString m_channel;
    QString m_lane;
};

} // namespace

QString DiscordImporter::displayName() const
{
    return translated("Discord channel (DiscordChatExporter)");
}

Likelihood DiscordImporter::probe(const EvidenceInput &input) const
{
    const JsonSketch &sketch = input.sketch();
    if (input.isBundle() || !sketch.hasAll({ u"guild.name"_s, u"channel.name"_s }))
        return 0;
    return sketch.hasAll({ u"messages[].timestamp"_s, u"messages[].author.name"_s }) ? 98
        : sketch.has(u"dateRange"_s)                                                 ? 90
                                                                                     : 0;
}

Needs DiscordImporter::missing(EvidenceInput &input, const ImportOptions &options) const
{
    return zoneNeed(input.sketch(), { u"messages[].timestamp"_s }, options);
}

Result<ReadSummary> DiscordImporter::read(EvidenceInput &input, const ImportOptions &options,
                                          ImportSink &sink) const
{
    DiscordRun discord;
    return readJsonRecords(
        input, options, sink, { { u"messages"_s }, translated("no message could be read") },
        [&discord](JsonRun &run) { return discord.take(run); },
        [&discord](JsonRun &run) { return discord.finish(run); });
}

} // namespace SecondStory::Importing
