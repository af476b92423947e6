// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/chat/gitterimporter.h"

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

Result<void> takeMessage(JsonRun &run)
{
    const JsonValue &message = run.record();
    ParsedEvent event;
    event.place = run.place();
    event.kind = EventKind::Message;
    const QString sent = message.textOf(u"sent");
    event.time = run.times.read(sent, event.place);
    // Rooms that were copied carry an id more than once.
    if (const QString id = message.textOf(u"id"); !id.isEmpty())
        event.naturalKey = id + u'@' + sent;
    ParsedActor author;
    author.name = firstTextAt(message, { u"fromUser.displayName", u"fromUser.username" });
    author.handle = firstTextAt(message, { u"fromUser.id", u"fromUser.username" });
    if (!author.name.isEmpty())
        event.actors.append(author);
    ChatWords words;
    words.said = message.textOf(u"text");
    if (!textAt(message, u"editedAt").isEmpty())
        words.around.append(u"(edited)"_s);
    if (const QString parent = textAt(message, u"parentId"); !parent.isEmpty())
        words.around.append(u"Reply in the thread of "_s + parent);
    return giveMessage(run.writer, std::move(event), std::move(words));
}

} // namespace

QString GitterImporter::displayName() const
{
    return translated("Gitter messages");
}

Likelihood GitterImporter::probe(const EvidenceInput &input) const
{
    if (input.isBundle() || !input.sketch().isJson())
        return 0;
    return input.sketch().hasAll({ u"fromUser.username"_s, u"sent"_s, u"text"_s }) ? 95 : 0;
}

Needs GitterImporter::missing(EvidenceInput &input, const ImportOptions &options) const
{
    return zoneNeed(input.sketch(), { u"sent"_s }, options);
}

Result<ReadSummary> GitterImporter::read(EvidenceInput &input, const ImportOptions &options,
                                         ImportSink &sink) const
{
    return readJsonRecords(input, options, sink, { {}, translated("no message could be read") },
                           takeMessage);
}

} // namespace SecondStory::Importing
