// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/work/githubeventsimporter.h"

#include "importing/jsonrun.h"
#include "importing/recordtext.h"
#include "importing/work/githubrecords.h"
#include "importing/work/githubstory.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

/// "pull_request_review" for "PullRequestReviewEvent": the name the webhook has.
QString webhookType(QString type)
{
    if (type.endsWith(u"Event"_s))
        type.chop(5);
    QString snake;
    for (const QChar c : std::as_const(type)) {
        if (c.isUpper() && !snake.isEmpty())
            snake += u'_';
        snake += c.toLower();
    }
    return snake;
}

/// Newer lists leave the commits of a push out and keep their number.
void remarkOnCounts(JsonRun &run, const JsonValue &payload)
{
    const JsonValue *commits = payload.find(u"commits");
    const qint64 listed = commits == nullptr ? 0 : static_cast<qint64>(commits->items.size());
    const qint64 total = textAt(payload, u"size").toLongLong();
    if (total > listed)
        run.writer.remark(run.place(), translated("lists %1 of %2 commits").arg(listed).arg(total));
}

Result<void> take(JsonRun &run)
{
    const JsonValue &record = run.record();
    const QString type = webhookType(textAt(record, u"type"));
    const JsonValue *payload = record.find(u"payload");
    if (type.isEmpty() || payload == nullptr || !payload->isObject()) {
        run.writer.skip(run.place(), translated("has no type or no payload"));
        return {};
    }
    const GithubStory story = githubStory(type, *payload);
    ParsedEvent event;
    event.place = run.place();
    event.time = run.times.read(record.find(u"created_at"), event.place);
    event.title = titleFrom(story.title);
    event.text = story.text;
    event.kind = story.kind;
    event.naturalKey = textAt(record, u"id");
    event.lane = textAt(record, u"repo.name");
    addGithubActor(event, record.find(u"actor"));
    if (event.actors.isEmpty())
        run.writer.remark(event.place, translated("names nobody: the account may be gone"));
    remarkOnCounts(run, *payload);
    return run.writer.event(std::move(event));
}

} // namespace

QString GithubEventsImporter::displayName() const
{
    return translated("GitHub events");
}

Likelihood GithubEventsImporter::probe(const EvidenceInput &input) const
{
    const JsonSketch &sketch = input.sketch();
    // The time stands behind the payload, perhaps beyond the beginning.
    const bool hasKeys =
        sketch.hasAll({ u"type"_s, u"actor.login"_s, u"repo.name"_s, u"payload"_s });
    if (input.isBundle() || !hasKeys)
        return 0;
    return sketch.text(u"type"_s).endsWith(u"Event"_s) ? 98 : 60;
}

Needs GithubEventsImporter::missing(EvidenceInput &, const ImportOptions &) const
{
    return {};
}

Result<ReadSummary> GithubEventsImporter::read(EvidenceInput &input, const ImportOptions &options,
                                               ImportSink &sink) const
{
    return readJsonRecords(input, options, sink, { {}, translated("no event could be read") },
                           take);
}

} // namespace SecondStory::Importing
