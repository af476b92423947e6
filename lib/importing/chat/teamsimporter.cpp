// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/chat/teamsimporter.h"

#include "importing/chat/teamsmessage.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

Result<void> takeMessage(JsonRun &run, const JsonValue &message, const QString &place)
{
    ParsedEvent event;
    event.place = place;
    event.kind = isTeamsHousekeeping(message) ? EventKind::Other : EventKind::Message;
    event.time = run.times.read(teamsMember(message, u"createdDateTime"), place);
    if (const QString id = teamsText(message, u"id"); !id.isEmpty()) {
        const QString chat = teamsText(message, u"chatId");
        const QString room =
            chat.isEmpty() ? teamsText(message, u"channelIdentity.channelId") : chat;
        event.naturalKey = room + u':' + teamsText(message, u"replyToId") + u':' + id;
    }
    if (const auto author = teamsAuthor(message))
        event.actors.append(*author);
    return giveMessage(run.writer, std::move(event), teamsWords(message));
}

/// A message and, where they were asked for with it, its replies.
Result<void> takeThread(JsonRun &run)
{
    const JsonValue &message = run.record();
    const QString place = run.place();
    if (auto taken = takeMessage(run, message, place); !taken)
        return taken;
    const JsonValue *replies = teamsMember(message, u"replies");
    if (replies == nullptr)
        return {};
    for (size_t i = 0; i < replies->items.size(); ++i) {
        const QString at = place + u", reply "_s + QString::number(i + 1);
        if (!replies->items[i].isObject())
            run.writer.skip(at, translated("is not a message"));
        else if (auto taken = takeMessage(run, replies->items[i], at); !taken)
            return taken;
    }
    return {};
}

} // namespace

QString TeamsImporter::displayName() const
{
    return translated("Microsoft Teams messages");
}

Likelihood TeamsImporter::probe(const EvidenceInput &input) const
{
    const JsonSketch &sketch = input.sketch();
    if (input.isBundle() || !sketch.isJson())
        return 0;
    for (const QString &items : { QString(), u"value[]."_s, u"Value[]."_s }) {
        const auto hasAll = [&](std::initializer_list<QString> names) {
            return std::all_of(names.begin(), names.end(), [&](const QString &name) {
                return sketch.has(QString(items + name));
            });
        };
        if (hasAll({ u"createdDateTime"_s, u"messageType"_s, u"body.content"_s })
            || hasAll({ u"CreatedDateTime"_s, u"MessageType"_s, u"Body.Content"_s }))
            return 97;
        if (hasAll({ u"createdDateTime"_s, u"body.contentType"_s, u"from"_s })
            || hasAll({ u"CreatedDateTime"_s, u"Body.ContentType"_s, u"From"_s }))
            return 80;
    }
    return 0;
}

Needs TeamsImporter::missing(EvidenceInput &input, const ImportOptions &options) const
{
    return zoneNeed(input.sketch(),
                    { u"createdDateTime"_s, u"CreatedDateTime"_s, u"value[].createdDateTime"_s,
                      u"value[].CreatedDateTime"_s },
                    options);
}

Result<ReadSummary> TeamsImporter::read(EvidenceInput &input, const ImportOptions &options,
                                        ImportSink &sink) const
{
    return readJsonRecords(input, options, sink,
                           { { u"value"_s, u"Value"_s }, translated("no message could be read") },
                           takeThread);
}

} // namespace SecondStory::Importing
