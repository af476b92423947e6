// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/chat/matriximporter.h"

#include "importing/recordtext.h"
#include "importing/chat/matrixevent.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qsizetype kNamesKept = 200'000;

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

/// Reads the events of one file; learns what people are called as it goes.
class MatrixRun {
public:
    Result<void> take(JsonRun &run)
    {
        const JsonValue &event = run.record();
        const QString type = event.textOf(u"type");
        if (type.isEmpty()) {
            run.writer.skip(run.place(), translated("is not an event of a room"));
            return {};
        }
        if (type == u"m.room.encrypted"_s) {
            run.writer.skip(run.place(), translated("is encrypted and cannot be read"));
            return {};
        }
        if (type == u"m.room.member"_s)
            learn(event);
        return give(run, event);
    }

private:
    void learn(const JsonValue &event)
    {
        const QString name = textAt(event, u"content.displayname").simplified();
        const QString id = event.textOf(u"state_key");
        if (!name.isEmpty() && !id.isEmpty() && m_names.size() < kNamesKept)
            m_names.insert(id, name);
    }

    Result<void> give(JsonRun &run, const JsonValue &record)
    {
        ParsedEvent event;
        event.place = run.place();
        event.naturalKey = record.textOf(u"event_id");
        event.time =
            run.times.read(record.find(u"origin_server_ts"), event.place, EpochUnit::Milliseconds);
        if (m_lane.isEmpty())
            m_lane = run.stream.head(u"room_name"_s).text.simplified();
        event.lane = m_lane;
        ParsedActor author;
        author.handle = record.textOf(u"sender");
        author.name = m_names.value(author.handle, matrixLocalPart(author.handle));
        MatrixWords words = matrixWords(record, author.name);
        event.kind = words.isSpoken ? EventKind::Message : EventKind::Other;
        author.kind = words.isFromProgram ? PersonKind::Bot : PersonKind::Human;
        if (!author.name.isEmpty())
            event.actors.append(author);
        return giveMessage(run.writer, std::move(event), std::move(words.words));
    }

    QHash<QString, QString> m_names;
    QString m_lane;
};

} // namespace

QString MatrixImporter::displayName() const
{
    return translated("Matrix room (Element export, /messages)");
}

Likelihood MatrixImporter::probe(const EvidenceInput &input) const
{
    const JsonSketch &sketch = input.sketch();
    if (input.isBundle() || !sketch.isJson())
        return 0;
    for (const QString &items : { u"messages[]."_s, u"chunk[]."_s, QString() }) {
        if (sketch.has(items + u"origin_server_ts"_s) && sketch.has(items + u"sender"_s)
            && sketch.has(items + u"type"_s))
            return sketch.has(items + u"event_id"_s) ? 97 : 80;
    }
    return sketch.hasAll({ u"room_name"_s, u"room_creator"_s, u"messages"_s }) ? 90 : 0;
}

Needs MatrixImporter::missing(EvidenceInput &, const ImportOptions &) const
{
    return {};
}

Result<ReadSummary> MatrixImporter::read(EvidenceInput &input, const ImportOptions &options,
                                         ImportSink &sink) const
{
    MatrixRun matrix;
    return readJsonRecords(
        input, options, sink,
        { { u"messages"_s, u"chunk"_s }, translated("no event of a room could be read") },
        [&matrix](JsonRun &run) { return matrix.take(run); });
}

} // namespace SecondStory::Importing
